"""Text loses what nobody sees and keeps what people wrote."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.plain_text import LONGEST_TEXT, plain_name, plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("spent 45 on groceries", "spent 45 on groceries"),
        ("cafe\u0301 4.50", "caf\u00e9 4.50"),
        ("two\r\nlines\rand\u2028more", "two\nlines\nand\nmore"),
        ("ST\u200bOP", "STOP"),
        ("pay \u202e05\u202c", "pay 05"),
        ("\x1b[31mred\x00", "[31mred"),
        ("\ud83dx", "\ufffdx"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("heart \u2764\ufe0f\u200d\U0001f525", "heart \u2764\ufe0f\u200d\U0001f525"),
        ("a\u200db", "ab"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("z" + "\u0301\u0302\u0303" * 40, "\u017a\u0302\u0303"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_nobody_sees_is_gone(written: str, plain: str) -> None:
    assert plain_text(written) == plain


def test_every_format_character_is_gone_but_the_joiner_of_emoji() -> None:
    unseen = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(sign) in ("Cf", "Cs")]
    assert [sign for sign in unseen if plain_text(f"a{sign}b") not in ("ab", "a\ufffdb")] == []


@given(st.text(alphabet=st.characters(), max_size=60))
def test_once_is_enough_and_nothing_unseen_is_left(written: str) -> None:
    plain = plain_text(written)
    assert plain_text(plain) == plain
    plain.encode()
    assert not {unicodedata.category(sign) for sign in plain if sign not in "\n\t\u200d"} & {"Cc", "Cf", "Cs"}


def test_a_long_text_is_cut() -> None:
    assert len(plain_text("x" * 9000)) == LONGEST_TEXT
    assert len(plain_text("\u00e9" * 9000)) == LONGEST_TEXT


def test_a_name_is_one_short_line() -> None:
    assert plain_name(" Ann\n\x00Lee " + "x" * 90).startswith("Ann Lee xxx")
    assert len(plain_name("x" * 90)) == 64
