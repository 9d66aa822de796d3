"""A model's write is done at once only where each word, day and figure of it is the person's own."""

from datetime import date
from decimal import Decimal

import pytest

from bot.brain.offline import decide
from bot.brain.own_words import says_so
from bot.domain.decision import NOTHING, Reader, SkillCall, Slots

READER = Reader(today=date(2026, 11, 18), time="12:00", timezone="UTC", locale="en-US", currency="USD")


def expense(**slots: object) -> SkillCall:
    return SkillCall("record_expense", dict(slots))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "category": "tapas"}),
        ("we blew forty two fifty on tapas", {"amount": Decimal("42.50"), "category": "tapas"}),
        ("yesterday 1,234.50 for the new sofa at Ikea", {"amount": Decimal("1234.50"), "merchant": "Ikea"}),
        ("yesterday we blew 12 on wine", {"amount": Decimal(12), "date": date(2026, 11, 17)}),
        ("that dinner thing was 30", {"amount": Decimal(30), "category": "eating out"}),
        ("zwölf euro für brötchen", {"amount": Decimal(12), "category": "brötchen", "currency": "EUR"}),
    ],
)
def test_what_was_said_is_done(text: str, slots: Slots) -> None:
    reader = READER if "euro" not in text else Reader(READER.today, "12:00", "UTC", "de-DE", "EUR")
    assert says_so(text, SkillCall("record_expense", slots), decide(text, reader), reader)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("we blew 42.50 on tapas", {"amount": Decimal("52.50")}),
        ("we blew 42.50 on tapas", {"amount": Decimal(4250)}),
        ("1.234 for shoes", {"amount": Decimal(1234)}),
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "merchant": "Harrods"}),
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "date": date(2026, 11, 11)}),
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "currency": "EUR"}),
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "note": "approved by Ann"}),
        ("we blew 42.50 on tapas", {"amount": Decimal("42.50"), "tags": ("tapas", "work")}),
    ],
)
def test_what_was_not_said_is_asked_about(text: str, slots: Slots) -> None:
    assert not says_so(text, SkillCall("record_expense", slots), NOTHING, READER)


def test_what_takes_something_away_is_done_only_where_the_offline_brain_read_it_too() -> None:
    undo = SkillCall("undo")
    assert says_so("undo", undo, decide("undo", READER), READER)
    assert not says_so("hm that undo thing, what does it do", undo, NOTHING, READER)
    delete = SkillCall("edit_transaction", {"action": "delete", "target": "tapas"})
    assert not says_so("the tapas were nice, delete nothing", delete, NOTHING, READER)
