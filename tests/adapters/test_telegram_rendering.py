"""An Answer becomes HTML that Telegram reads as meant, in messages that are not too long."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.telegram_rendering import LONGEST_MESSAGE, html_parts, keyboard
from bot.domain.answer import Answer, Button, Span, say

spans = st.builds(Span, st.text("ab <&\n🍕", max_size=3000), st.booleans())
answers = st.builds(Answer, st.lists(st.lists(spans, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple))


def as_read(part: str) -> str:
    return html.unescape(re.sub("</?b>", "", part))


def test_emphasis_is_bold_and_everything_else_is_text() -> None:
    answer = Answer(lines=((Span("$45 < $50", strong=True), Span(" for <b>R&D</b>")), (Span("ok"),)))

    assert html_parts(answer) == ["<b>$45 &lt; $50</b> for &lt;b&gt;R&amp;D&lt;/b&gt;\nok"]


def test_a_long_answer_is_cut_between_lines() -> None:
    answer = say("\n".join(["x" * 99] * 100))

    first, second, third = html_parts(answer)
    assert first == "\n".join(["x" * 99] * 40)
    assert (len(second), len(third)) == (len(first), 1999)


def test_emphasis_that_is_cut_goes_on_in_the_next_message() -> None:
    answer = Answer(lines=((Span("word " * 1000, strong=True),),))

    assert all(part.startswith("<b>word") and part.endswith("</b>") for part in html_parts(answer))


@example(say("🍕" * 3000))
@given(answers)
def test_no_message_is_too_long_and_no_word_is_lost(answer: Answer) -> None:
    parts = html_parts(answer)

    assert all(len(as_read(part).encode("utf-16-le")) // 2 <= LONGEST_MESSAGE for part in parts)
    assert "".join("".join(map(as_read, parts)).split()) == "".join(answer.plain.split())


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["yes", "no"], [["yes", "no"]]),
        (["food", "fun", "rent", "other"], [["food", "fun", "rent"], ["other"]]),
        (["groceries too", "eating out"], [["groceries too", "eating out"]]),
        (["undo", "change the category"], [["undo"], ["change the category"]]),
    ],
)
def test_a_row_holds_as_many_buttons_as_their_labels_leave_room_for(labels: list[str], rows: list[list[str]]) -> None:
    keys = keyboard(tuple(Button(label, f"token of {label}") for label in labels))

    assert keys is not None
    assert [[key["text"] for key in row] for row in keys["inline_keyboard"]] == rows
    assert keys["inline_keyboard"][0][0]["callback_data"] == f"token of {labels[0]}"


def test_without_buttons_there_is_no_keyboard() -> None:
    assert keyboard(()) is None
