"""What was heard rather than written is asked before anything changes; questions about money are answered."""

from datetime import date

import pytest

from bot.brain.asked_first import LEAVE, asked_first
from bot.brain.offline import decide
from bot.domain.decision import Calls, Phrased, Question, Reader

READER = Reader(date(2026, 11, 25), "10:00", "UTC", "en-US", "USD", "telegram")


@pytest.mark.parametrize(
    ("words", "key", "label"),
    [
        ("coffee 4.50", "heard_book", "attachment.book"),
        ("split 30 with Ann.", "heard_book", "attachment.book"),
        ("got paid 2400", "heard_book", "attachment.book"),
        ("undo", "heard_do", "question.yes"),
        ("remind me tomorrow to call mum", "heard_do", "question.yes"),
        ("set a 400 grocery budget", "heard_do", "question.yes"),
        ("pay 50 to Mike", "heard_do", "question.yes"),
        ("123456", "heard_do", "question.yes"),
        ("how much is left? and coffee 4.50", "heard_do", "question.yes"),
    ],
)
def test_what_would_change_something_is_said_back_and_asked(words: str, key: str, label: str) -> None:
    decision = decide(words, READER)
    assert isinstance(decision, Calls)
    asked = asked_first(decision, words)
    assert isinstance(asked, Question)
    assert (asked.key, asked.facts) == (key, {"words": words.rstrip(".")})
    assert [(choice.label, choice.calls) for choice in asked.choices] == [
        (label, decision.calls),
        (LEAVE.label, LEAVE.calls),
    ]


@pytest.mark.parametrize(
    "words", ["how much did I spend this month?", "hello", "what is my balance", "blah blah", "help"]
)
def test_what_changes_nothing_is_answered(words: str) -> None:
    decision = decide(words, READER)
    assert asked_first(decision, words) is decision


def test_prose_is_an_answer() -> None:
    phrased = Phrased("You spent $4.50.")
    assert asked_first(phrased, "how much?") is phrased


def test_a_choice_among_changes_gets_a_no_which_keeps_the_sure_part_from_being_booked() -> None:
    decision = decide("coffee 4.50 and lunch 1.234", READER)
    assert isinstance(decision, Question)
    asked = asked_first(decision, "coffee 4.50 and lunch 1.234")
    assert isinstance(asked, Question)
    assert (asked.key, asked.choices) == ("heard_which", (*decision.choices, LEAVE))
    assert asked_first(asked, "again") == asked


def test_a_question_without_choices_stays() -> None:
    question = Question("amount_unclear")
    assert asked_first(question, "coffee") is question


def test_written_words_are_told_as_written() -> None:
    asked = asked_first(decide("lunch 12", READER), "lunch 12", "written")
    assert isinstance(asked, Question)
    assert asked.key == "written_book"
