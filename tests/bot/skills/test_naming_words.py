"""set_preference of a category: what changes is said, and what moved."""

from datetime import timedelta

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import allow, book, later
from tests.bot.skills.autumn import asked, autumn
from tests.bot.skills.performed import perform, refusal, said
from tests.entries import spent
from tests.visits import visit_of


def name(word: str, means: str) -> SkillCall:
    return SkillCall("set_preference", {"key": "category", "word": word, "means": means})


@pytest.mark.parametrize(
    ("word", "means", "answer"),
    [
        ("aldi", "groceries", "Aldi means groceries from now on. What is booked stays as it is."),
        ("tesco", "groceries", "Tesco means groceries from now on. What is booked stays as it is."),
        ("takeaway", "dining", "Takeaway means dining from now on. What is booked stays as it is."),
        ("dinner", "health", "Dinner is under health now. 1 booking moved with it."),
        ("rent", "travel", "Rent is under travel now. 3 bookings moved with it."),
        ("dinner", "food", "Dinner is under food already."),
        ("", "food", "Say for example: tesco means groceries"),
    ],
)
async def test_what_changes_is_said(store: Store, word: str, means: str, answer: str) -> None:
    assert await said(store, await autumn(store), name(word, means)) == [answer]


async def test_what_a_word_means_is_said_again_and_forgotten(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, name("aldi", "groceries"))
    assert await said(store, visit, name("aldi", "groceries")) == ["Aldi means groceries already."]
    assert await said(store, visit, name("aldi", "nothing")) == ["Aldi means nothing of its own any more."]
    assert await refusal(store, visit, name("aldi", "")) == "means_nothing"


async def test_budgets_and_questions_follow_a_category(store: Store) -> None:
    visit = await autumn(store)
    await allow(store, visit, 100, "health")
    await perform(store, later(visit, timedelta(seconds=1), message=2), name("dinner", "health"))
    assert await left_of_health(store, visit) == ["Health: $70.00 of $100.00 left this month (30 % spent)."]
    assert await asked(store, visit, category="health") == ["$30.00 on health this month."]
    assert await asked(store, visit, category="dinner") == ["$30.00 on dinner this month."]
    assert await asked(store, visit, category="eating out") == ["€20.00 on eating out this month."]
    await perform(store, visit, SkillCall("undo", {}))
    assert await left_of_health(store, visit) == ["Health: $100.00 of $100.00 left this month (0 % spent)."]


async def left_of_health(store: Store, visit: Visit) -> list[str]:
    return await said(store, visit, SkillCall("budget_status", {"category": "health"}))


async def test_the_next_booking_of_a_moved_category_lies_there_too(store: Store) -> None:
    visit = await autumn(store)
    await perform(store, visit, name("dinner", "health"))
    booking = await book(store, visit, msgspec.structs.replace(spent(1_00, "dinners"), merchant="figaro"))
    assert booking.entry.place.group == "health"


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("25", "I have noted that you are paid on day 25 of the month."),
        ("31", "I have noted that you are paid on the last day of the month."),
        ("0", "Say the day of the month you are paid on: 1 to 31, 31 is the last."),
        ("soon", "Say the day of the month you are paid on: 1 to 31, 31 is the last."),
    ],
)
async def test_a_pay_day_is_noted(store: Store, value: str, answer: str) -> None:
    assert await said(store, await visit_of(store), pay_day(value)) == [answer]


def pay_day(value: str) -> SkillCall:
    return SkillCall("set_preference", {"key": "payday", "value": value})


async def test_a_pay_day_that_was_not_known_is_not_known_again(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, pay_day("25"))
    assert (await visit_of(store)).person.payday == 25
    assert await said(store, visit, SkillCall("undo", {})) == ["Undone: the pay-day is not known again."]
    assert (await visit_of(store)).person == visit.person
