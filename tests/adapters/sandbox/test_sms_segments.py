"""How many SMS a text costs."""

import pytest

from adapters.sandbox.sms_segments import count_segments, is_gsm7


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", 1),
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("x" * 306, 2),
        ("x" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        # Two parts of 153 hold 76 of them each, not 76.5.
        ("€" * 152, 2),
        ("€" * 153, 3),
        ("é" * 160, 1),
        ("ć" * 70, 1),
        ("ć" * 71, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        # 67 units hold 33 pairs.
        ("😀" * 67, 3),
    ],
)
def test_segments(text: str, segments: int) -> None:
    assert count_segments(text) == segments


@pytest.mark.parametrize(("text", "fits"), [("$£€@ñÑ[]{}~^|\\", True), ("it’s", False), ("ç", False), ("`", False)])
def test_one_character_outside_the_alphabet_changes_the_whole_text(text: str, fits: bool) -> None:  # noqa: FBT001
    assert is_gsm7(text) is fits
