"""A yes and a no in any language, where they can mean one thing only."""

import pytest

from bot.domain.decision import Choice, SkillCall
from bot.domain.yes_or_no import LEAVE_IT, answered

DO = (SkillCall("record_expense", {"amount": "4.50"}),)
OTHER = (SkillCall("record_expense", {"amount": "5"}),)
YES_OR_NO = (Choice("Book it", DO), Choice("No", (LEAVE_IT,)))


@pytest.mark.parametrize(
    "text", ["yes", "Yes!", "ok", "yes please", "book it", "ja", "sí", "Oui, s'il te plaît", "Ja, bitte.", "go ahead"]
)
def test_a_yes_is_the_first(text: str) -> None:
    assert answered(YES_OR_NO, text) == DO


@pytest.mark.parametrize("text", ["no", "Nope.", "nein", "non", "no thanks", "nah"])
def test_a_no_leaves_it(text: str) -> None:
    assert answered(YES_OR_NO, text) == (LEAVE_IT,)


@pytest.mark.parametrize("text", ["", "yesterday 5", "no, 14 not 40", "book coffee 4.50", "ok coffee 5", "1", "..."])
def test_other_words_are_neither(text: str) -> None:
    assert answered(YES_OR_NO, text) is None


def test_among_several_a_yes_means_nothing_and_a_no_still_does() -> None:
    choices = (Choice("$14", DO), Choice("$12", OTHER), Choice("No", (LEAVE_IT,)))
    assert answered(choices, "yes") is None
    assert answered(choices, "no") == (LEAVE_IT,)


def test_a_question_that_cannot_be_left_has_no_yes_and_no() -> None:
    assert answered((Choice("groceries", DO), Choice("rent", OTHER)), "no") is None
    assert answered((), "yes") is None
