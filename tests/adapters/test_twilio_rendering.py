"""An Answer becomes SMS: plain words, numbered choices, GSM-7, never longer than Twilio takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.twilio_rendering import LONGEST_MESSAGE, sms_texts
from bot.domain.answer import Answer, Button, Span, say
from bot.kit.gsm7 import segments


def asking(*labels: str, how: str = "") -> Answer:
    buttons = tuple(Button(label, "t") for label in labels)
    return Answer(lines=say("$20.00 other.").lines, buttons=buttons, how_to_choose=how)


def test_emphasis_is_dropped_and_curly_quotes_cost_nothing() -> None:
    answer = Answer(lines=((Span("$45.30", strong=True), Span(" at “Joe’s” — done…")),))

    assert sms_texts(answer) == ['$45.30 at "Joe\'s" - done...']
    assert segments(sms_texts(answer)[0]) == 1


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        (["groceries", "eating out"], "$20.00 other.\n1 groceries, 2 eating out. Antworte 1-2."),
        (["undo"], "$20.00 other.\n1 undo. Antworte 1-2."),
        (
            ["move it to groceries", "move it to eating out", "leave it as it is"],
            "$20.00 other.\n1 move it to groceries\n2 move it to eating out\n3 leave it as it is\nAntworte 1-2.",
        ),
        (["1,234.00", "1.23"], "$20.00 other.\n1 1,234.00\n2 1.23\nAntworte 1-2."),
    ],
)
def test_buttons_are_numbered_choices_and_the_answer_says_how_to_choose(labels: list[str], text: str) -> None:
    assert sms_texts(asking(*labels, how="Antworte 1-2.")) == [text]


def test_an_answer_that_does_not_say_how_to_choose_has_its_numbers_all_the_same() -> None:
    assert sms_texts(asking("yes", "no")) == ["$20.00 other.\n1 yes, 2 no."]


def test_a_persons_own_words_are_sent_as_they_wrote_them() -> None:
    assert sms_texts(say("450 ₽ “кафе”")) == ["450 ₽ “кафе”"]


def test_nothing_to_say_is_nothing_sent() -> None:
    assert sms_texts(say("")) == []


@given(st.text("ab \né", min_size=1, max_size=6000))
def test_no_text_is_longer_than_twilio_takes(words: str) -> None:
    texts = sms_texts(say(words))

    assert all(0 < len(text) <= LONGEST_MESSAGE for text in texts)
    assert "".join("".join(texts).split()) == "".join(words.split())
