"""What the tables cannot hold: notes and amounts in their own types, and bulk orders that would reach too far."""

from datetime import date
from decimal import Decimal

import pytest

from bot.brain.offline import decide
from bot.domain.decision import NOTHING, Calls, Question
from bot.domain.period import Period
from tests.bot.brain.offline.readers import only_call, reader


def test_a_balance_below_zero_is_set_and_not_asked_about() -> None:
    call = only_call("my visa is at -300", reader())
    assert call.skill == "set_balance"
    assert call.slots == {"amount": Decimal(-300), "currency": "USD", "account": "visa"}


def test_an_amount_below_zero_stays_unclear_where_no_balance_is_set() -> None:
    assert isinstance(decide("lunch -12", reader()), Question)


def test_a_note_is_kept_as_it_was_written_and_its_words_are_not_read() -> None:
    slots = only_call("dog walker 25 note: Tuesday and Thursday", reader()).slots
    assert slots["note"] == "Tuesday and Thursday"
    assert "date" not in slots


def test_a_comparison_names_both_periods() -> None:
    slots = only_call("more than last month?", reader()).slots
    assert slots["period"] == Period(date(2026, 11, 1), date(2026, 11, 30))
    assert slots["compare"] == Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize("text", ["delete all transactions", "delete all bookings", "remove every expense"])
def test_no_words_delete_all_bookings_there_are(text: str) -> None:
    decision = decide(text, reader())
    assert not (isinstance(decision, Calls) and any("every" in call.slots for call in decision.calls))


@pytest.mark.parametrize(
    "text", ["venmo me $60", "zelle me the $60", "please send me $60", "would you pay $35 for that?"]
)
def test_who_asks_to_be_paid_pays_nobody(text: str) -> None:
    assert decide(text, reader()) == NOTHING


def test_a_star_marks_what_was_meant() -> None:
    for text in ("*14", "14*"):
        assert only_call(text, reader()).slots["amount"] == Decimal(14)


@pytest.mark.parametrize("name", ["kate", "omar", "priya"])
def test_a_first_name_is_not_repaired_into_a_thing(name: str) -> None:
    assert only_call(f"paid {name} back 20", reader()).slots["person"] == name
