"""Facts become events and are read back; what cannot be read is refused, and told why."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.domain.errors import Rejected
from bot.domain.event import BudgetExceeded, Event, ExpenseRecorded, Fact, event_of
from bot.domain.ids import AddressId, BookingId, BudgetId, PersonId
from tests.clocks import NOON

RECORDED = ExpenseRecorded(booking_id=BookingId(3), address_id=AddressId(4))
EXCEEDED = BudgetExceeded(budget_id=BudgetId(5), starts_on=date(2028, 2, 29), threshold=80)


def event(fact: Fact) -> Event:
    return event_of(fact, at=NOON, person_id=PersonId(7), trace_id="t")


@pytest.mark.parametrize("fact", [RECORDED, EXCEEDED])
def test_a_fact_is_read_back_from_its_event(fact: Fact) -> None:
    assert event(fact).read(type(fact)) == fact


def test_an_event_is_numbers_and_days_under_the_name_of_its_fact() -> None:
    told = event(EXCEEDED)
    assert (told.name, told.version) == ("BudgetExceeded", 1)
    assert told.facts == {"budget_id": 5, "starts_on": "2028-02-29", "threshold": 80}


def test_what_newer_code_wrote_is_refused_with_both_versions() -> None:
    with pytest.raises(Rejected, match="version 2, known is 1") as no:
        replace(event(EXCEEDED), version=2).read(BudgetExceeded)
    assert no.value.reason == "event_too_new"


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"budget_id": 5, "threshold": 80},
        {"budget_id": "five", "starts_on": "2028-02-29", "threshold": 80},
        {"budget_id": 5, "starts_on": "2027-02-29", "threshold": 80},
    ],
)
def test_facts_of_another_shape_are_refused_without_repeating_them(facts: dict[str, int | str]) -> None:
    with pytest.raises(Rejected) as no:
        replace(event(EXCEEDED), facts=facts).read(BudgetExceeded)
    assert no.value.reason == "event_unreadable"
    assert "five" not in str(no.value)


def test_an_event_is_not_read_as_another() -> None:
    with pytest.raises(Rejected, match="ExpenseRecorded is no BudgetExceeded"):
        event(RECORDED).read(BudgetExceeded)
