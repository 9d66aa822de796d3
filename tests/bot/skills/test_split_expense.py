"""split_expense: who paid for whom, who owes whom, settled to the last cent in either direction."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.domain.exchange import Rates
from bot.domain.money import Money
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from tests.bot.services.deeds import allow, bookings, spent_in_all
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.visits import visit_of

OWED = SkillCall("split_expense", {"owed": True})
UNDO = SkillCall("undo")
LATEST = SkillCall("list_transactions", {"limit": 1, "kind": "transfer"})


def split(amount: str | None = None, *names: str, category: str = "dinner", **more: object) -> SkillCall:
    slots: dict[str, object] = {"amount": amount and Decimal(amount), "with": names, "category": category, **more}
    return SkillCall("split_expense", {name: value for name, value in slots.items() if value})


def lent(name: str, share: str, **more: object) -> SkillCall:
    """As "Bob owes me 20 for pizza"."""
    return split(None, name, category="pizza", share=Decimal(share), **more)


def borrowed(payer: str, share: str, **more: object) -> SkillCall:
    """As "I owe Ann 12 for lunch"."""
    return split(None, category="lunch", payer=payer, share=Decimal(share), **more)


def settled(*names: str, amount: str | None = None, **more: object) -> SkillCall:
    return split(amount, *names, category="", settle=True, **more)


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        ([split("60", "ann")], ["$60.00 dinner. Your part: $30.00. Ann owes you $30.00."]),
        ([split("90", "ann", "bob")], ["$90.00 dinner. Your part: $30.00. Ann, Bob: each owes you $30.00."]),
        ([split("100", "ann", "bob")], ["$100.00 dinner. Your part: $33.34. Ann, Bob: each owes you $33.33."]),
        ([split("60", "ann", "Ann", people=2)], ["$60.00 dinner. Your part: $30.00. Ann owes you $30.00."]),
        ([split("48", "jake", share=Decimal(20))], ["$48.00 dinner. Your part: $28.00. Jake owes you $20.00."]),
        ([split("60", "ann", date=date(2026, 11, 17))],
         ["$60.00 dinner, yesterday. Your part: $30.00. Ann owes you $30.00."]),
        ([split("60", "ann", merchant="Luigi's")],
         ["$60.00 dinner at Luigi's. Your part: $30.00. Ann owes you $30.00."]),
        ([lent("bob", "20")], ["$20.00 pizza. None of it is your own spending. Bob owes you $20.00."]),
        ([lent("bob", "20"), split("60", "bob")],
         ["$60.00 dinner. Your part: $30.00. Bob's part: $30.00. Bob owes you $50.00."]),
        ([borrowed("bob", "30"), split("60", "bob")],
         ["$60.00 dinner. Your part: $30.00. Bob's part: $30.00. You and Bob are even."]),
        ([borrowed("ann", "12")], ["$12.00 lunch. That is your part, Ann paid. You owe Ann $12.00."]),
        ([split("60", payer="ann")], ["$30.00 dinner. That is your part, Ann paid. You owe Ann $30.00."]),
        ([split("100", "bob", "ann", payer="ann")],
         ["$33.33 dinner. That is your part, Ann paid. You owe Ann $33.33."]),
        ([split("100", payer="ann", people=4)], ["$25.00 dinner. That is your part, Ann paid. You owe Ann $25.00."]),
        ([OWED], ["Nobody owes you anything, and you owe nobody."]),
        ([lent("bob", "20"), OWED], ["Bob owes you $20.00."]),
        ([lent("bob", "20"), borrowed("ann", "12"), lent("cem", "1.50"), OWED],
         ["Bob owes you $20.00.", "Cem owes you $1.50.", "You owe Ann $12.00.", "In all you are owed $21.50."]),
        ([lent("bob", "20"), split(None, "bob", "zoe", category="", owed=True)],
         ["Bob owes you $20.00.", "Nothing is open between you and Zoe."]),
        ([lent("bob", "20"), settled("bob")], ["Bob paid you back $20.00. You and Bob are even."]),
        ([lent("bob", "20"), settled()], ["Bob paid you back $20.00. You and Bob are even."]),
        ([borrowed("ann", "12"), settled()], ["You paid Ann back $12.00. You and Ann are even."]),
        ([lent("bob", "20"), settled("bob", amount="5")], ["Bob paid you back $5.00. Bob owes you $15.00."]),
        ([lent("bob", "20"), settled("bob", amount="25")], ["Bob paid you back $25.00. You owe Bob $5.00."]),
        ([lent("bob", "20"), lent("bob", "3", currency="EUR"), settled("bob")],
         ["Bob paid you back €3.00. Bob owes you $20.00.", "Bob paid you back $20.00. You and Bob are even."]),
        ([lent("bob", "20"), settled("zoe")], ["Nothing is open between you and Zoe."]),
        ([settled()], ["Nobody owes you anything, and you owe nobody."]),
        ([lent("bob", "20"), settled("bob"), UNDO, OWED], ["Bob owes you $20.00."]),
        ([split("60", "ann"), UNDO, OWED], ["Nobody owes you anything, and you owe nobody."]),
        ([split()], ["How much was it?"]),
        ([split("60")], ["Who shares it with you? Say the names, for example: Ann, Bob"]),
        ([split("60", people=-2)], ["Who shares it with you? Say the names, for example: Ann, Bob"]),
        ([split("60", "me", "bob", " ")], ["$60.00 dinner. Your part: $30.00. Bob owes you $30.00."]),
        ([split("60", "me", payer="ann")], ["$30.00 dinner. That is your part, Ann paid. You owe Ann $30.00."]),
        ([split("60", "bob", payer="me")], ["$60.00 dinner. Your part: $30.00. Bob owes you $30.00."]),
        ([lent("bob", "20"), settled("bob", date=date(2026, 11, 17)), LATEST],
         ["Latest bookings:", "yesterday: $20.00 Bob -> your main account"]),
        ([split("60", people=2)], ["Who shares it with you? Say the name."]),
        ([split("60", "ann", people=3)], ["Who shares it with you? Say the 2 names, for example: Ann, Bob"]),
    ],
)  # fmt: skip
async def test_what_is_said(store: Store, calls: list[SkillCall], answer: list[str]) -> None:
    visit, told = await visit_of(store), [""]
    for number, call in enumerate(calls):
        told = await said(store, msgspec.structs.replace(visit, message_id=number), call)
    assert told == answer


async def test_only_the_own_part_counts_into_a_budget(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 400, "dining")
    assert await said(store, visit, split("100", "ann", "bob")) == [
        "$100.00 dinner. Your part: $33.34. Ann, Bob: each owes you $33.33. Dining: $366.66 of $400.00 left this month."
    ]
    assert (await said(store, visit, lent("bob", "20")))[0].endswith("Bob's part: $20.00. Bob owes you $53.33.")
    await perform(store, visit, settled("bob"))
    assert [each.amount for each in await spent_in_all(store, visit)] == [Money(33_34, "USD")]


async def test_a_budget_that_the_own_part_passes_alerts(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100, "dining")
    outcome = await perform(store, visit, split("120", "ann"))
    assert [alert.plain for alert in outcome.after] == [
        "Dining budget: 60 % spent, $60.00 of $100.00 this month. $40.00 left."
    ]


async def test_without_names_the_own_part_can_be_booked_alone(store: Store) -> None:
    visit = await visit_of(store)
    outcome = await perform(store, visit, split("100", people=3))
    assert choices(outcome) == ["Book only my $33.34"]
    assert outcome.asked
    assert outcome.asked.slot == "with"
    assert await said(store, visit, outcome.asked.choices[0].calls[0]) == ["$33.34 dinner."]
    assert await said(store, visit, OWED) == ["Nobody owes you anything, and you owe nobody."]


async def test_names_that_are_said_later_complete_it(store: Store) -> None:
    visit = await visit_of(store)
    outcome = await perform(store, visit, split("90", people=3))
    assert outcome.asked
    call = outcome.asked.missing[0]
    assert await said(store, visit, SkillCall(call.skill, {**call.slots, "with": ("Ann", "Bob")})) == [
        "$90.00 dinner. Your part: $30.00. Ann, Bob: each owes you $30.00."
    ]


async def test_without_a_category_it_is_asked(store: Store) -> None:
    visit = await visit_of(store)
    outcome = await perform(store, visit, split("60", "ann", category=""))
    assert choices(outcome) == ["groceries", "eating out", "transport"]
    assert outcome.offers == ()


async def test_with_whom_is_asked_where_several_are_open_and_the_choice_settles(store: Store) -> None:
    visit = await visit_of(store)
    for name in ("ann", "bob"):
        await perform(store, visit, lent(name, "20"))
    outcome = await perform(store, visit, settled())
    assert choices(outcome) == ["Ann", "Bob"]
    assert outcome.asked
    await perform(store, visit, outcome.asked.choices[1].calls[0])
    assert await said(store, visit, OWED) == ["Ann owes you $20.00."]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (split("0.01", "ann"), "split_too_small"),
        (split("30", "ann", "bob", share=Decimal(16)), "split_more_than_all"),
        (split("30", payer="ann", share=Decimal(31)), "split_more_than_all"),
        (lent("bob", "-5"), "amount_not_positive"),
        (settled("cem", amount="5", currency="EUR"), "settle_currency"),
        (settled("dan", "cem", amount="5", currency="EUR"), "settle_currency"),
        (split("60", *(f"friend {number}" for number in range(51))), "split_too_many"),
        (settled("cem", amount="-5"), "amount_not_positive"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_books_nothing(store: Store, call: SkillCall, reason: str) -> None:
    visit = await visit_of(store)
    await perform(store, visit, lent("cem", "20"))
    await perform(store, visit, lent("dan", "5", currency="EUR"))
    before = await bookings(store, visit)
    assert await refusal(store, visit, call) == reason
    assert await bookings(store, visit) == before


async def test_thirty_share_it_to_the_last_cent(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, split("100", *(f"friend {number}" for number in range(30))))
    (booking,) = await bookings(store, visit)
    assert (len(booking.entry.shares), booking.entry.shares[-1].amount.minor) == (30, 3_22)
    assert booking.entry.own == Money(100_00 - 30 * 3_22, "USD")


async def test_nobody_to_be_named_without_heads_is_asked_for_alone(store: Store) -> None:
    visit = await visit_of(store)
    for people in (0, 1):
        outcome = await perform(store, visit, SkillCall("split_expense", {"amount": Decimal(60), "people": people}))
        assert choices(outcome) == []


async def test_a_foreign_bill_is_shared_in_what_it_is_worth(store: Store) -> None:
    visit = await visit_of(store)
    rates = Rates("USD", ((visit.today, {"EUR": Decimal("0.8")}),))
    visit = msgspec.structs.replace(visit, house=msgspec.structs.replace(visit.house, rates=rates))
    assert await said(store, visit, split("80", "ann", currency="EUR")) == [
        "€80.00 dinner. That is $100.00. Your part: $50.00. Ann owes you $50.00."
    ]
    await perform(store, visit, split("80", "bob", currency="EUR", share=Decimal(20)))
    assert (await said(store, visit, OWED))[1] == "Bob owes you $25.00."


async def test_what_a_word_means_to_the_person_counts(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.meanings.put(visit.ledger_id, "luigi's", "dining")
    assert await said(store, visit, split("60", "ann", category="", merchant="Luigi's")) == [
        "$60.00 dining at Luigi's. Your part: $30.00. Ann owes you $30.00."
    ]


async def test_the_journal_alone_tells_the_same_books(store: Store) -> None:
    visit = await visit_of(store, message=1)
    calls = [split("100", "ann", "bob"), lent("bob", "20"), borrowed("ann", "50"), settled("ann"), settled("bob"), UNDO]
    for message, call in enumerate((*calls, SkillCall("undo", {"message": 1})), start=1):
        await perform(store, msgspec.structs.replace(visit, message_id=message), call)
    async with store.transaction() as tx:
        assert (await audit_ledger(tx, visit.ledger_id)).differences == ()
    # Ann's part went with the first message: what was paid back to her is open the other way round.
    assert await said(store, visit, OWED) == ["Bob owes you $20.00.", "You owe Ann $33.33."]
