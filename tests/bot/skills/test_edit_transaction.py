"""edit_transaction: which booking is meant, what becomes of it, and what makes no sense."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.booking import OPENING, Entry, Share, asset, somebody
from bot.domain.decision import SkillCall
from bot.domain.exchange import Rates
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import allow, book, bookings, later, undo
from tests.bot.skills.autumn import autumn
from tests.bot.skills.performed import perform, refusal, said
from tests.entries import WEDNESDAY, spent
from tests.visits import visit_of

SECOND = timedelta(seconds=1)


def edit(**slots: object) -> SkillCall:
    return SkillCall("edit_transaction", slots)


def delete(**slots: object) -> SkillCall:
    return edit(action="delete", **slots)


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"target": "coffee", "amount": Decimal(5)}, "Changed: $4.50 coffee is now $5.00 coffee."),
        ({"target": "coffee", "category": "snacks"}, "Changed: $4.50 coffee is now $4.50 snacks."),
        ({"target": "coffee", "date": date(2026, 11, 17)}, "Changed: $4.50 coffee is now $4.50 coffee, yesterday."),
        ({"target": "lunch", "amount": Decimal(14), "currency": "USD"},
         "Changed: €20.00 lunch, Nov 11 is now €14.00 lunch, Nov 11. Kept in EUR: not counted into your USD budgets."),
        ({"target": "lunch", "amount": Decimal(14), "currency": "GBP"},
         "Changed: €20.00 lunch, Nov 11 is now £14.00 lunch, Nov 11. Kept in GBP: not counted into your USD budgets."),
        ({"target": "coffee", "tags": ("work", "trip")}, "$4.50 coffee is tagged #work #trip now."),
        ({"target": "lidl", "tags": ("work",)}, "$40.00 groceries, Nov 3 is tagged #trip #work now."),
        ({"target": "coffee", "note": "with Ann"}, "$4.50 coffee is noted now: with Ann"),
        ({"target": "coffee", "account": "visa"}, "$4.50 coffee is on visa now."),
        ({"target": "coffee", "merchant": "costa"}, "$4.50 coffee is at Costa now."),
        ({"target": "coffee", "category": "Coffees"}, "It already says $4.50 coffee."),
        ({"target": "coffee", "amount": Decimal("4.50")}, "It already says $4.50 coffee."),
        ({"target": "coffee"}, "What should it be? Say for example: no, 14 not 40"),
        ({"target": "last", "amount": Decimal(300)},
         "Changed: $200.00 your main account -> savings is now $300.00 your main account -> savings."),
        ({"target": "it", "account": "visa"}, "Changed: $200.00 your main account -> savings is now $200.00 visa -> savings."),
        ({"target": "birthday", "amount": Decimal(80)},
         "Changed: $60.00 dinner, Nov 10 is now $80.00 dinner, Nov 10. Your part: $40.00. Ann owes you $40.00."),
        ({"target": "dinner", "amount": Decimal(30)},
         "Changed: $60.00 dinner, Nov 10 is now $30.00 dinner, Nov 10. Your part: $15.00. Ann owes you $15.00."),
        ({"target": "trip", "category": "pets"}, "Changed: $40.00 groceries, Nov 3 is now $40.00 pets, Nov 3."),
        ({"target": "groceries", "target_amount": Decimal(70), "category": "pets"},
         "Changed: $70.00 groceries, Oct 25 is now $70.00 pets, Oct 25."),
        ({"target_amount": Decimal(90), "category": "pets"},
         "Changed: $90.00 groceries, Oct 5 is now $90.00 pets, Oct 5."),
        ({"target": "rent", "period": Period(date(2026, 9, 1), date(2026, 9, 30)), "amount": Decimal(210)},
         "Changed: $200.00 rent, Sep 1 is now $210.00 rent, Sep 1."),
        ({"target": "haircut", "amount": Decimal(1)}, 'I find no booking like "haircut".'),
        ({"target": "last", "amount": Decimal(14), "instead_of": Decimal(40)},
         "Changed: $40.00 groceries, Nov 3 is now $14.00 groceries, Nov 3."),
        ({"target": "last", "amount": Decimal(14), "instead_of": Decimal(41)}, 'I find no booking like "41".'),
        ({"target": "coffee", "amount": Decimal(14), "instead_of": Decimal(41)},
         "Changed: $4.50 coffee is now $14.00 coffee."),
    ],
)  # fmt: skip
async def test_what_is_meant_is_changed_and_said_back(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await said(store, await autumn(store), edit(**slots)) == [answer]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"target": "last"}, "Removed: $200.00 your main account -> savings."),
        ({"target": "tesco"}, "Removed: $12.50 groceries."),
        ({"target": "tesco", "date": date(2026, 10, 5)}, "Removed: $90.00 groceries, Oct 5."),
        ({"target": "last", "date": date(2026, 11, 1)}, "Removed: $2,400.00 salary, Nov 1."),
        ({"target": "last", "date": date(2026, 11, 2)}, "There is no booking to change."),
    ],
)
async def test_what_is_meant_is_removed(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await said(store, await autumn(store), delete(**slots)) == [answer]


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"target": "dinner", "amount": Decimal("0.01")}, "split_too_small"),
        ({"target": "savings", "account": "Saving"}, "same_account"),
        ({"target": "savings", "category": "food"}, "no_category"),
        ({"target": "savings", "account": "savings"}, "same_account"),
        ({"target": "coffee", "amount": Decimal(0)}, "amount_not_positive"),
        ({"target": "coffee", "date": date(2031, 1, 1)}, "too_far"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_changes_nothing(
    store: Store, slots: dict[str, object], reason: str
) -> None:
    visit = await autumn(store)
    before = await bookings(store, visit)
    assert await refusal(store, visit, edit(**slots)) == reason
    assert await bookings(store, visit) == before


async def test_a_balance_is_not_corrected_by_its_difference(store: Store) -> None:
    visit = await visit_of(store)
    found = Entry(kind="balance", amount=Money(20_00, "USD"), place=OPENING, account=asset("visa"), booked_on=WEDNESDAY)
    async with store.transaction() as tx:
        await tx.books.add(visit.ledger_id, visit.person_id, found)
    assert await refusal(store, visit, edit(target="last", amount=Decimal(5))) == "balance_again"
    assert await refusal(store, visit, edit(target="last", category="food")) == "no_category"


@pytest.mark.parametrize(
    ("parts", "amount", "own", "theirs"),
    [
        ((20_00, 20_00), 90_00, 30_00, [30_00, 30_00]),
        ((20_00, 20_00), 100_00, 33_34, [33_33, 33_33]),
        ((60_00,), 80_00, 0, [80_00]),
        ((25_00, 10_00), 90_00, 55_00, [25_00, 10_00]),
        ((25_00,), 90_00, 65_00, [25_00]),
    ],
)
async def test_even_parts_stay_even_and_named_ones_stay_as_they_are(
    store: Store, parts: tuple[int, ...], amount: int, own: int, theirs: list[int]
) -> None:
    visit = await visit_of(store, message=1)
    shares = tuple(Share(name, Money(part, "USD")) for name, part in zip(("Ann", "Bob"), parts, strict=False))
    before = await book(store, visit, msgspec.structs.replace(spent(60_00, "dinner"), shares=shares))
    await perform(store, later(visit, SECOND, message=2), edit(target="dinner", amount=Decimal(amount) / 100))
    (dinner,) = [each.entry for each in await bookings(store, visit)]
    assert (dinner.own.minor, [share.amount.minor for share in dinner.shares]) == (own, theirs)
    await undo(store, later(visit, SECOND))
    assert await bookings(store, visit) == [before]


async def test_less_than_others_owe_by_name_is_refused(store: Store) -> None:
    visit = await visit_of(store)
    shares = (Share("Ann", Money(25_00, "USD")),)
    await book(store, visit, msgspec.structs.replace(spent(60_00, "dinner"), shares=shares))
    assert await refusal(store, visit, edit(target="dinner", amount=Decimal("24.99"))) == "below_shares"


async def test_what_is_owed_to_who_paid_is_said_with_a_new_amount(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, msgspec.structs.replace(spent(20_00, "lunch"), account=somebody("Ann")))
    assert await said(store, visit, edit(target="lunch", amount=Decimal(25))) == [
        "Changed: $20.00 lunch is now $25.00 lunch. That is your part, Ann paid. You owe Ann $25.00."
    ]


async def test_the_worth_follows_the_amount_and_the_day(store: Store) -> None:
    visit = await visit_of(store)
    rates = Rates("EUR", ((date(2026, 11, 2), {"USD": Decimal("1.1")}), (date(2026, 11, 18), {"USD": Decimal("1.2")})))
    visit = msgspec.structs.replace(visit, house=msgspec.structs.replace(visit.house, rates=rates))
    await book(store, visit, msgspec.structs.replace(spent(10_00, currency="EUR"), worth=Money(12_00, "USD")))
    await perform(store, visit, edit(target="last", amount=Decimal(20)))
    assert [each.entry.worth for each in await bookings(store, visit)] == [Money(24_00, "USD")]
    await perform(store, visit, edit(target="last", date=date(2026, 11, 2)))
    assert [each.entry.worth for each in await bookings(store, visit)] == [Money(22_00, "USD")]


async def test_a_category_is_what_the_person_means_by_it(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.meanings.put(visit.ledger_id, "takeaway", "dining")
    await book(store, visit, spent(10_00))
    assert await said(store, visit, edit(target="last", category="takeaway")) == [
        "Changed: $10.00 groceries is now $10.00 dining."
    ]


async def test_a_booking_far_back_is_found_by_its_category_or_merchant(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, msgspec.structs.replace(spent(7_00, "haircut"), merchant="figaro"))
    async with store.transaction() as tx:
        for _ in range(200):
            await tx.books.add(visit.ledger_id, visit.person_id, spent(1_00))
    assert await said(store, visit, edit(target="haircut", amount=Decimal(8))) == [
        "Changed: $7.00 haircut is now $8.00 haircut."
    ]
    assert await said(store, visit, delete(target="figaro")) == ["Removed: $8.00 haircut."]


async def test_of_two_the_one_with_the_amount_it_was_said_to_have_is_meant(store: Store) -> None:
    visit = await visit_of(store)
    for minor in (4_50, 4_00):
        await book(store, visit, spent(minor, "coffee"))
    wrong = edit(target="coffee", amount=Decimal(5), instead_of=Decimal("4.50"))
    assert await said(store, visit, wrong) == ["Changed: $4.50 coffee is now $5.00 coffee."]


async def test_an_edit_says_what_is_left_and_alerts(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100)
    await book(store, visit, spent(10_00))
    outcome = await perform(store, visit, edit(target="last", amount=Decimal(60)))
    assert "".join(span.text for span in outcome.lines[0]).endswith("$40.00 of $100.00 left this month.")
    assert [alert.plain.split(",")[0] for alert in outcome.after] == ["Groceries budget: 60 % spent"]


async def test_undo_restores_every_word_of_it(store: Store) -> None:
    visit = await autumn(store)
    before = await bookings(store, visit)
    edits = edit(target="lidl", tags=("x",)), edit(target="lidl", note="n"), edit(target="dinner", amount=Decimal(90))
    for number, call in enumerate(edits, start=2):
        await perform(store, changed_by(visit, number), call)
    assert await bookings(store, visit) != before
    for _ in edits:
        await undo(store, changed_by(visit, 9))
    assert await bookings(store, visit) == before


def changed_by(visit: Visit, message: int) -> Visit:
    return later(visit, SECOND * message, message=message)
