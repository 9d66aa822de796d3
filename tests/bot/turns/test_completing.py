"""Words that answer an open question: names, an amount, a choice by its amount; and words that do not."""

from decimal import Decimal

import pytest

from bot.domain.decision import NOTHING, Calls, Choice, Decision, SkillCall
from bot.domain.ids import PersonId, QuestionId
from bot.ports.questions import Asked, OpenQuestion
from bot.turns.completing import completed, names_in

WAITING = SkillCall("split_expense", {"amount": "90", "people": 3})


def question(slot: str = "", *choices: Choice) -> OpenQuestion:
    asked = Asked(choices=choices, missing=(WAITING,), slot=slot)
    return OpenQuestion(id=QuestionId(1), person_id=PersonId(1), asked=asked)


def rent(label: str, amount: str) -> Choice:
    """As it comes back from where it was kept: the amount is text."""
    return Choice(label, (SkillCall("record_expense", {"amount": amount, "category": "rent"}),))


def spent(amount: str | None, **more: object) -> Calls:
    said = {} if amount is None else {"amount": Decimal(amount)}
    return Calls(calls=(SkillCall("record_expense", {**said, **more}),))


def answer(asked: OpenQuestion, decision: Decision, text: str = "", amount: Decision = NOTHING) -> object:
    """The first call that comes of it, None when the words are a message of their own."""
    found = completed(asked, text, decision, lambda _: amount)
    return found and found.calls[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann", ("Ann",)),
        ("Ann and Bob", ("Ann", "Bob")),
        ("ann, bob & mary ann.", ("ann", "bob", "mary ann")),
        ("with Ann, Bob and me", ("Ann", "Bob")),
        ("Ann und Jürgen", ("Ann", "Jürgen")),
        ("O'Neil / Jean-Luc", ("O'Neil", "Jean-Luc")),
        ("Ann Ann", ("Ann Ann",)),
        ("Ann, Ann", ("Ann",)),
        ("Andy and Randy", ("Andy", "Randy")),
        ("me", ()),
        ("the one with the hat", ()),
        ("Ann 20", ()),
        ("", ()),
        ("a" * 41, ()),
    ],
)
def test_names_alone(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_names_fill_what_waits_for_them() -> None:
    filled = answer(question("with"), NOTHING, "Ann and Bob")
    assert filled == SkillCall("split_expense", {**WAITING.slots, "with": ("Ann", "Bob")})


def test_words_that_mean_something_are_no_names() -> None:
    assert answer(question("with"), Calls(calls=(SkillCall("undo"),)), "Undo") is None
    assert answer(question("with"), spent("4.50", category="coffee"), "coffee") is None
    assert answer(question(), NOTHING, "Ann") is None


def test_an_amount_fills_what_waits_for_it() -> None:
    filled = answer(question("amount"), spent("45.30"), "45.30", spent("45.30", currency="EUR"))
    assert filled == SkillCall("split_expense", {**WAITING.slots, "amount": Decimal("45.30"), "currency": "EUR"})


def test_an_amount_with_more_is_a_message_of_its_own() -> None:
    assert answer(question("amount"), spent("4.50", category="coffee"), "coffee 4.50", spent("4.50")) is None


@pytest.mark.parametrize(
    ("amount", "label"), [("1234", "$1,234.00"), ("1234.00", "$1,234.00"), ("1.23", "$1.23"), ("5", None)]
)
def test_the_amount_of_a_choice_chooses_it(amount: str, label: str | None) -> None:
    asked = question("", rent("$1,234.00", "1234"), rent("$1.23", "1.23"))
    found = answer(asked, spent(amount), amount, spent(amount))
    assert found == next((choice.calls[0] for choice in asked.asked.choices if choice.label == label), None)


def test_an_amount_that_two_choices_have_chooses_neither() -> None:
    asked = question("", rent("rent", "20"), rent("deposit", "20"))
    assert answer(asked, spent("20"), "20", spent("20")) is None
