"""record_expense and record_income: accounts, what words mean, debts paid back, what is foreign."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from bot.domain.booking import MAIN_ACCOUNT, asset
from bot.domain.decision import SkillCall
from bot.domain.exchange import Rates
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.naming import name_word
from tests.bot.services.deeds import allow, bookings, spent_in_all
from tests.bot.skills.performed import said
from tests.visits import visit_of

RATES = Rates("EUR", ((date(2026, 11, 17), {"USD": Decimal("1.12")}), (date(2026, 11, 18), {"USD": Decimal("1.20")})))
UNDO = SkillCall("undo")


def spend(amount: str, category: str | None = "groceries", **more: object) -> SkillCall:
    return SkillCall("record_expense", {"amount": Decimal(amount), "category": category, **more})


def earn(amount: str, category: str | None = "salary", **more: object) -> SkillCall:
    return SkillCall("record_income", {"amount": Decimal(amount), "category": category, **more})


def split(amount: str, *names: str) -> SkillCall:
    return SkillCall("split_expense", {"amount": Decimal(amount), "with": names, "category": "dinner"})


async def with_rates(store: Store) -> Visit:
    visit = await visit_of(store, message=1)
    return msgspec.structs.replace(visit, house=msgspec.structs.replace(visit.house, rates=RATES))


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        ([spend("45.30")], "$45.30 groceries."),
        ([spend("45.30", account="savings")], "$45.30 groceries. Paid from savings, a new account."),
        ([spend("1", account="Savings"), spend("45.30", account="savings")], "$45.30 groceries. Paid from Savings."),
        ([spend("45.30", account="main")], "$45.30 groceries. Paid from your main account."),
        ([earn("2400", account="savings")], "$2,400.00 salary came in. Paid into savings, a new account."),
        (
            [earn("1", account="savings"), earn("2400", account="savings")],
            "$2,400.00 salary came in. Paid into savings.",
        ),
        (
            [spend("45.30", merchant="tesco", account="savings")],
            "$45.30 groceries at Tesco. Paid from savings, a new account.",
        ),
        ([spend("5", "coffee", merchant="café  NOIR")], "$5.00 coffee at Café Noir."),
        ([spend("5", "  ")], "$5.00 other."),
        ([spend("15", None, person="ann")], "$15.00 other. Which category?"),
        ([earn("15", None, person="ann")], "$15.00 income came in."),
        ([split("60", "ann"), earn("20", None, person="ann")], "Ann paid you back $20.00. Ann owes you $10.00."),
        ([split("60", "ann"), earn("30", None, person="Ann")], "Ann paid you back $30.00. You and Ann are even."),
        ([split("60", "ann"), earn("40", None, person="ann")], "Ann paid you back $40.00. You owe Ann $10.00."),
        ([split("60", "ann"), spend("15", None, person="ann")], "You paid Ann back $15.00. Ann owes you $45.00."),
        ([split("60", "ann"), earn("15", None, person="bob")], "$15.00 income came in."),
        (
            [split("60", "ann"), earn("30", None, person="ann", account="savings")],
            "Ann paid you back $30.00. You and Ann are even. Paid into savings, a new account.",
        ),
    ],
)
async def test_what_is_answered(store: Store, calls: list[SkillCall], answer: str) -> None:
    visit = await visit_of(store, message=1)
    lines = [await said(store, visit, call) for call in calls]
    assert lines[-1] == [answer]


async def test_an_account_is_remembered_and_the_usual_one_is_the_main_one(store: Store) -> None:
    visit = await visit_of(store)
    await said(store, visit, spend("1"))
    await said(store, visit, spend("2", account="Visa Card"))
    assert [each.entry.account for each in await bookings(store, visit)] == [MAIN_ACCOUNT, asset("Visa Card")]


@pytest.mark.parametrize("asked", ["Café Noir", "café noir", "CAFÉ NOIR"])
async def test_a_merchant_is_found_however_it_is_spelled(store: Store, asked: str) -> None:
    visit = await visit_of(store, message=1)
    await said(store, visit, spend("5", "coffee", merchant="Café Noir"))
    query = SkillCall("spending_query", {"merchant": asked})
    assert await said(store, visit, query) == ["$5.00 at Café Noir this month."]
    change = SkillCall("edit_transaction", {"target": asked, "category": "snacks", "every": True})
    assert (await said(store, visit, change))[0].startswith("1 booking changed.")


async def test_tags_and_a_note_are_kept(store: Store) -> None:
    visit = await visit_of(store)
    await said(store, visit, spend("1", tags=("trip", "work"), note="with Bob"))
    (booking,) = await bookings(store, visit)
    assert (booking.entry.tags, booking.entry.note) == (("trip", "work"), "with Bob")


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (spend("1", "takeaway"), "dining"),
        (spend("1", "takeaways"), "dining"),
        (spend("1", None, merchant="Tesco"), "household"),
        (spend("1", "groceries", merchant="tesco"), "household"),
        (spend("1", "groceries", category_text="groceries", merchant="tesco"), "groceries"),
        (spend("1", "takeaway", category_text="takeaway", merchant="tesco"), "dining"),
        (spend("1", "takeaway", merchant="tesco"), "dining"),
        (spend("1", "clothing", category_text="winter coat"), "winter coat"),
        (spend("1", "groceries", merchant="lidl"), "groceries"),
        (earn("1", "refund", merchant="tesco"), "refund"),
        (earn("1", "takeaway"), "dining"),
    ],
)
async def test_a_booking_lies_under_what_its_words_mean_to_the_person(store: Store, call: SkillCall, word: str) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await name_word(tx, visit, "takeaway", "dining")
        await name_word(tx, visit, "tesco", "household")
    await said(store, visit, call)
    assert [each.entry.category for each in await bookings(store, visit)] == [word]


async def test_a_debt_paid_back_is_neither_spent_nor_earned_and_can_be_undone(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await said(store, visit, split("60", "ann"))
    before = await bookings(store, visit)
    paid = msgspec.structs.replace(visit, message_id=2)
    await said(store, paid, earn("20", None, person="ann"))
    assert [each.amount.minor for each in await spent_in_all(store, visit)] == [30_00]
    await said(store, msgspec.structs.replace(visit, message_id=3), UNDO)
    assert await bookings(store, visit) == before


async def test_a_foreign_booking_says_both_and_counts_into_the_budget(store: Store) -> None:
    visit = await with_rates(store)
    await allow(store, visit, 100)
    assert await said(store, visit, spend("10", currency="EUR")) == [
        "€10.00 groceries. That is $12.00. $88.00 of $100.00 left this month."
    ]
    assert await said(store, visit, spend("10", currency="EUR", date=date(2026, 11, 17))) == [
        "€10.00 groceries, yesterday. That is $11.20. $76.80 of $100.00 left this month."
    ]
    (booking, _) = await bookings(store, visit)
    assert (booking.entry.amount, booking.entry.worth) == (Money(10_00, "EUR"), Money(12_00, "USD"))


@pytest.mark.parametrize("call", [spend("10", currency="GBP"), spend("10", currency="EUR", date=date(2026, 10, 1))])
async def test_without_a_rate_it_stays_foreign_and_is_told_apart(store: Store, call: SkillCall) -> None:
    visit = await with_rates(store)
    (line,) = await said(store, visit, call)
    assert line.endswith("not counted into your USD budgets.")
    assert "That is" not in line


async def test_what_is_paid_from_an_account_in_that_currency_stays_in_it(store: Store) -> None:
    visit = await with_rates(store)
    await said(store, visit, SkillCall("set_balance", {"account": "revolut", "amount": 500, "currency": "EUR"}))
    await said(store, visit, spend("10", currency="EUR", account="revolut"))
    assert await said(store, visit, SkillCall("balance", {"account": "revolut"})) == ["Revolut: €490.00."]
    await said(store, visit, spend("10", currency="EUR", account="visa"))
    assert (await said(store, visit, SkillCall("balance", {"account": "visa"})))[0] == "Visa: -$12.00."


async def test_a_debt_in_a_foreign_currency_is_paid_back_in_it(store: Store) -> None:
    visit = await visit_of(store, message=1)
    owed = SkillCall("split_expense", {"amount": 60, "currency": "EUR", "with": ("ann",), "category": "dinner"})
    await said(store, visit, owed)
    priced = await with_rates(store)
    assert await said(store, priced, earn("20", None, currency="EUR", person="ann")) == [
        "Ann paid you back €20.00. Ann owes you €10.00."
    ]
