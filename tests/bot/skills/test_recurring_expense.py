"""recurring_expense: bills told, listed, changed, given up, and paid by word."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.billing import MOST_BILLS
from bot.skills.recurring_expense import RecurringExpense
from tests.bot.services.deeds import book, later
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.entries import spent
from tests.visits import visit_of


def bill(amount: str | None = None, **more: object) -> SkillCall:
    slots = {"amount": None if amount is None else Decimal(amount), **more}
    return SkillCall("recurring_expense", {name: value for name, value in slots.items() if value is not None})


def netflix(amount: str | None = "15.99", recurrence: str | None = "monthly:20", **more: object) -> SkillCall:
    return bill(amount, merchant="Netflix", category="subscriptions", recurrence=recurrence, **more)


def rent(amount: str | None = "1200", recurrence: str | None = "monthly:1", **more: object) -> SkillCall:
    return bill(amount, category="rent", recurrence=recurrence, **more)


def of(action: str, amount: str | None = None, **more: object) -> SkillCall:
    return bill(amount, action=action, **more)


LIST = of("list")


async def told(store: Store, *calls: SkillCall) -> list[str]:
    """What is said to the last of them; each is a message of its own."""
    visit, lines = await visit_of(store), [""]
    for number, call in enumerate(calls):
        lines = await said(store, msgspec.structs.replace(visit, message_id=number), call)
    return lines


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        ([netflix()], "Noted: Netflix, $15.99 every month on the 20th, next due Nov 20."),
        ([rent()], "Noted: Rent, $1,200.00 every month on the 1st, next due Dec 1."),
        ([rent(recurrence="monthly:18")], "Noted: Rent, $1,200.00 every month on the 18th, next due today."),
        ([netflix(recurrence="monthly")], "Noted: Netflix, $15.99 every month on the 18th, next due Dec 18."),
        ([rent(recurrence="weekly:MO")], "Noted: Rent, $1,200.00 every Monday, next due Nov 23."),
        ([rent(recurrence="yearly")], "Noted: Rent, $1,200.00 every year on Nov 18, next due Nov 18, 2027."),
        ([rent(currency="EUR")], "Noted: Rent, €1,200.00 every month on the 1st, next due Dec 1."),
        ([netflix(), netflix("17.99")],
         "Changed: Netflix, $17.99 every month on the 20th, next due Nov 20. Before: $15.99 every month on the 20th"),
        ([netflix(), netflix("17.99", "monthly")],
         "Changed: Netflix, $17.99 every month on the 20th, next due Nov 20. Before: $15.99 every month on the 20th"),
        ([netflix(), netflix(recurrence="weekly:MO")],
         "Changed: Netflix, $15.99 every Monday, next due Nov 23. Before: $15.99 every month on the 20th"),
        ([rent(), bill("1300", category="rent bill", recurrence="monthly")],
         "Changed: Rent bill, $1,300.00 every month on the 1st, next due Dec 1. Before: $1,200.00 every month on the 1st"),
        ([rent(), of("delete", category="rent bill")],
         "Forgotten: Rent, $1,200.00 every month on the 1st. I say no more of it."),
        ([netflix(), netflix()], "Netflix: $15.99 every month on the 20th, next due Nov 20."),
        ([netflix(), netflix("17.99", None, action="update")],
         "Changed: Netflix is $17.99 every month on the 20th, before $15.99. Next due Nov 20."),
        ([rent(currency="EUR"), rent("1300", None, currency="USD", action="update")],
         "Changed: Rent is €1,300.00 every month on the 1st, before €1,200.00. Next due Dec 1."),
        ([rent(), of("update", "1300", category="loyer")],
         "Changed: Rent is $1,300.00 every month on the 1st, before $1,200.00. Next due Dec 1."),
        ([netflix(), netflix("15.99", None, action="update")],
         "Netflix: $15.99 every month on the 20th, next due Nov 20."),
        ([netflix(), of("update", merchant="netflix")], "How much is it?"),
        ([netflix(), of("delete", merchant="netflix")],
         "Forgotten: Netflix, $15.99 every month on the 20th. I say no more of it."),
        ([netflix(), of("delete", merchant="netflix"), LIST],
         "I know of no bill yet. Say for example: netflix 15.99 every month"),
        ([rent(), of("delete", merchant="netflix", category="subscriptions")],
         "I know of no bill called Netflix. Say for example: netflix 15.99 every month"),
        ([of("paid", bill=7)], "That bill is not there any more."),
        ([netflix(), of("paid", merchant="netflix")], "Netflix is paid, due on Nov 20. Next due Dec 20."),
        ([netflix(), of("paid", bill=1, due="2026-11-20")], "Netflix is paid, due on Nov 20. Next due Dec 20."),
        ([netflix(), of("paid", merchant="netflix"), of("paid", merchant="netflix")],
         "Netflix is paid already. Next due Dec 20."),
        ([netflix(), netflix(), SkillCall("undo"), LIST],
         "I know of no bill yet. Say for example: netflix 15.99 every month"),
        ([of("decline")], "Good, I leave it at that."),
        ([bill("2400", flow="income", category="salary", recurrence="monthly")],
         "I keep bills that come again, no incomes yet. Say it when it comes, for example: got paid 2400"),
        ([bill(category="rent")], "How much is it?"),
        ([bill("50", recurrence="monthly")], "What is the bill for?"),
        ([rent(recurrence=None)], "How often is it due?"),
    ],
)  # fmt: skip
async def test_what_is_said(store: Store, calls: list[SkillCall], answer: str) -> None:
    assert await told(store, *calls) == [answer]


async def test_how_often_is_asked_and_the_choice_notes_it(store: Store) -> None:
    visit = await visit_of(store)
    outcome = await perform(store, visit, rent(recurrence=None))
    assert choices(outcome) == ["Every month", "Every week", "Every year"]
    assert outcome.asked
    assert await said(store, visit, outcome.asked.choices[1].calls[0]) == [
        "Noted: Rent, $1,200.00 every Wednesday, next due Nov 25."
    ]


async def test_the_list_has_the_soonest_first_and_what_they_come_to_a_month_by_currency(store: Store) -> None:
    assert await told(
        store, rent(), netflix(), bill("12", category="gym", recurrence="yearly", currency="EUR"), LIST
    ) == [
        "Netflix: $15.99 every month on the 20th, next Nov 20",
        "Rent: $1,200.00 every month on the 1st, next Dec 1",
        "Gym: €12.00 every year on Nov 18, next Nov 18, 2027",
        "That is $1,215.99 a month.",
        "That is €1.00 a month.",
    ]
    assert await told(store, of("list", category="rent")) == ["Rent: $1,200.00 every month on the 1st, next Dec 1"]


async def test_a_long_list_says_how_many_more_there_are(store: Store) -> None:
    lines = await told(store, *(bill("10", merchant=f"m{number}", recurrence="weekly") for number in range(12)), LIST)
    assert lines[10:] == ["And 2 more.", "That is $520.00 a month."]


async def test_which_of_several_is_asked_and_the_choice_gives_it_up(store: Store) -> None:
    await told(store, netflix(), bill("10", merchant="hulu", category="subscriptions", recurrence="weekly"))
    visit = await visit_of(store)
    outcome = await perform(store, visit, of("delete", category="subscriptions"))
    assert choices(outcome) == ["Netflix, $15.99", "Hulu, $10.00"]
    assert outcome.asked
    assert await said(store, visit, outcome.asked.choices[1].calls[0]) == [
        "Forgotten: Hulu, $10.00 every Wednesday. I say no more of it."
    ]


async def test_the_day_it_was_booked_on_last_is_its_day(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, msgspec.structs.replace(spent(15_99, day=date(2026, 11, 3)), merchant="netflix"))
    assert await said(store, visit, netflix(recurrence="monthly")) == [
        "Noted: Netflix, $15.99 every month on the 3rd, next due Dec 3."
    ]
    await book(store, visit, spent(1200_00, "rent bill", date(2026, 11, 2)))
    assert await said(store, visit, rent(recurrence="monthly")) == [
        "Noted: Rent, $1,200.00 every month on the 2nd, next due Dec 2."
    ]


async def on_november_22(store: Store) -> Visit:
    """Two days after Netflix was due."""
    await told(store, netflix())
    return later(await visit_of(store), timedelta(days=4))


async def test_what_nobody_paid_is_open_and_paid_by_word(store: Store) -> None:
    visit = await on_november_22(store)
    assert await said(store, visit, LIST) == ["Netflix: $15.99 every month on the 20th, open since Nov 20"]
    assert await said(store, visit, of("paid", merchant="netflix")) == [
        "Netflix is paid, due on Nov 20. Next due Dec 20."
    ]
    assert await said(store, visit, LIST) == ["Netflix: $15.99 every month on the 20th, next Dec 20"]


async def test_a_booking_near_the_day_has_paid_it_and_one_for_much_else_has_not(store: Store) -> None:
    visit = await on_november_22(store)
    for minor, row in ((99_00, "open since Nov 20"), (17_99, "next Dec 20")):
        await book(store, visit, msgspec.structs.replace(spent(minor, "subscriptions"), merchant="netflix"))
        assert await said(store, visit, LIST) == [f"Netflix: $15.99 every month on the 20th, {row}"]


async def test_what_is_far_off_is_not_meant_by_paid(store: Store) -> None:
    visit = await on_november_22(store)
    await book(store, visit, msgspec.structs.replace(spent(15_99, "subscriptions"), merchant="netflix"))
    assert await said(store, visit, of("paid", merchant="netflix")) == ["Netflix is paid already. Next due Dec 20."]
    assert await said(store, later(visit, timedelta(days=14)), of("paid", merchant="netflix")) == [
        "Netflix is paid, due on Dec 20. Next due Jan 20, 2027."
    ]


async def test_what_was_paid_by_word_can_be_booked_by_a_button(store: Store) -> None:
    visit = await on_november_22(store)
    outcome = await perform(store, visit, of("paid", merchant="netflix"))
    assert outcome.offers[-1].label == "Book $15.99"
    assert await said(store, visit, outcome.offers[-1].calls[0]) == ["$15.99 subscriptions at Netflix."]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (netflix("0"), "amount_not_positive"),
        (netflix(recurrence="hourly"), "understand"),
        (netflix("0", None, action="update"), "amount_not_positive"),
        (of("eat"), "understand"),
    ],
)
async def test_what_is_refused(store: Store, call: SkillCall, reason: str) -> None:
    await told(store, bill("9", merchant="netflix", recurrence="weekly"))
    assert await refusal(store, await visit_of(store), call) == reason


async def test_nobody_keeps_bills_without_end(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for number in range(MOST_BILLS):
            await RecurringExpense().perform(tx, visit, bill("10", merchant=f"m{number}", recurrence="weekly").slots)
    assert await refusal(store, visit, netflix()) == "too_many_bills"
