"""The first reading of a message: what answers an open question without a brain."""

from datetime import date

import pytest

from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import AddressId, PersonId, QuestionId
from bot.domain.messages import IncomingMessage
from bot.domain.person import KnownAddress
from bot.ports.questions import Asked, OpenQuestion
from bot.turns.situation import Chosen, Reading, Situation, Words, first_reading
from tests.house import ANN_SMS

BUDGET = SkillCall("set_budget", {"amount": "2000"})
RENT = Choice("rent", (SkillCall("set_budget", {"remove": True, "category": "rent"}),))
CAFE = Choice("Café Müller", (SkillCall("set_budget", {"remove": True, "category": "café müller"}),))


def reading(text: str, asked: Asked) -> Reading:
    """By SMS, from an address of somebody known who was asked this."""
    return first_reading(
        Situation(
            message=IncomingMessage(source="sms", external_id="1", sender=ANN_SMS, text=text),
            known=KnownAddress(id=AddressId(1), address=ANN_SMS, person_id=PersonId(1), state="open"),
            person=None,
            question=OpenQuestion(id=QuestionId(1), person_id=PersonId(1), asked=asked),
        )
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25", 25),
        ("the 25th", 25),
        ("On the 1st", 1),
        ("from the 3rd", 3),
        ("31.", 31),
        ("0", None),
        ("32", None),
        ("25 or so", None),
        ("coffee 25", None),
    ],
)
def test_a_day_of_the_month_alone_is_the_day_that_was_asked_for(text: str, day: int | None) -> None:
    found = reading(text, Asked(missing=(BUDGET,), slot="start_day"))
    filled = Chosen((SkillCall("set_budget", {"amount": "2000", "start_day": day}),))
    assert found == (filled if day else Words())


@pytest.mark.parametrize("text", ["1", "#1", "1.", "1)", "rent", "RENT", " Rent. "])
def test_a_choice_by_number_or_by_its_words(text: str) -> None:
    assert reading(text, Asked(choices=(RENT, CAFE))) == Chosen(RENT.calls)


@pytest.mark.parametrize("text", ["cafe muller", "Café Müller!", "2"])
def test_accents_do_not_matter(text: str) -> None:
    assert reading(text, Asked(choices=(RENT, CAFE))) == Chosen(CAFE.calls)


@pytest.mark.parametrize("text", ["3", "12", "rent 900", "the rent please", "25", str(date(2026, 11, 25))])
def test_anything_else_is_words(text: str) -> None:
    assert reading(text, Asked(choices=(RENT, CAFE))) == Words()
