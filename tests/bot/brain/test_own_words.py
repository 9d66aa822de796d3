"""A model's write is done at once only where each word, day and figure of it is the person's own."""

from datetime import date
from decimal import Decimal

import pytest

from bot.brain.offline import decide
from bot.brain.own_words import may_be_done
from bot.domain.decision import NOTHING, Calls, Reader, SkillCall, Slots

READER = Reader(today=date(2026, 11, 18), time="12:00", timezone="UTC", locale="en-US", currency="USD")


TAPAS = "well we were hungry, tapas 42.50"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (TAPAS, {"amount": Decimal("42.50"), "category": "tapas"}),
        ("ended up with coffee again, 3.50", {"amount": Decimal("3.50"), "category": "coffee"}),
    ],
)
def test_one_plainly_told_booking_is_done_where_the_offline_brain_reads_nothing(text: str, slots: Slots) -> None:
    assert may_be_done(text, (SkillCall("record_expense", slots),), NOTHING, READER)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (TAPAS, {"amount": Decimal("52.50"), "category": "tapas"}),
        (TAPAS, {"amount": Decimal(4250), "category": "tapas"}),
        (TAPAS, {"amount": Decimal("42.50"), "category": "rent"}),
        (TAPAS, {"amount": Decimal("42.50")}),
        (TAPAS, {"amount": Decimal("42.50"), "category": "tapas", "merchant": "Harrods"}),
        (TAPAS, {"amount": Decimal("42.50"), "category": "tapas", "date": date(2026, 11, 11)}),
        (TAPAS, {"amount": Decimal("42.50"), "category": "tapas", "currency": "EUR"}),
        (TAPAS, {"amount": Decimal("42.50"), "category": "tapas", "note": "approved by Ann"}),
        ("1.234 for shoes", {"amount": Decimal(1234), "category": "shoes"}),
        ("coffee for 3 and the rent of 900", {"amount": Decimal(900), "category": "coffee"}),
        ("so did i spend 300 on rent or what was it", {"amount": Decimal(300), "category": "rent"}),
        ("imagine i had blown 42.50 on tapas", {"amount": Decimal("42.50"), "category": "tapas"}),
    ],
)
def test_what_was_not_said_so_is_asked_about(text: str, slots: Slots) -> None:
    assert not may_be_done(text, (SkillCall("record_expense", slots),), NOTHING, READER)


def test_what_both_brains_read_is_done_and_all_of_it() -> None:
    text = "coffee 4.50 and lunch 12"
    offline = decide(text, READER)
    assert isinstance(offline, Calls)
    assert may_be_done(text, offline.calls, offline, READER)
    assert may_be_done(text, offline.calls[::-1], offline, READER)
    assert not may_be_done(text, offline.calls[:1], offline, READER)


def test_a_setting_the_offline_brain_did_not_read_is_asked_about() -> None:
    text = "make my groceries budget 200 per month"
    offline = decide(text, READER)
    assert isinstance(offline, Calls)
    slots = {**offline.calls[0].slots, "rollover": True}
    assert may_be_done(text, offline.calls, offline, READER)
    assert not may_be_done(text, (SkillCall("set_budget", slots),), offline, READER)


def test_what_takes_something_away_is_done_only_where_the_offline_brain_read_it_too() -> None:
    undo = (SkillCall("undo"),)
    assert may_be_done("undo", undo, decide("undo", READER), READER)
    assert not may_be_done("hm that undo thing, what does it do", undo, NOTHING, READER)
