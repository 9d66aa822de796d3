"""Many bookings at once: all that fit, each with an act of its own, and undone together."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from bot.domain.act import Amended, Meant, Removed
from bot.domain.booking import Booking
from bot.domain.decision import SkillCall
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.skills import bulk_edit
from tests.bot.services.deeds import allow, book, bookings, later, undo
from tests.bot.skills.autumn import NOVEMBER, autumn
from tests.bot.skills.performed import choices, perform, said
from tests.entries import WEDNESDAY, spent
from tests.house import ANN_SMS, a_room
from tests.visits import visit_of

ALL_TESCO = SkillCall("edit_transaction", {"target": "tesco", "category": "household", "every": True})
TODAY = Period(WEDNESDAY, WEDNESDAY)


def every(**slots: object) -> SkillCall:
    return SkillCall("edit_transaction", {**slots, "every": True})


def next_message(visit: Visit, message: int = 2) -> Visit:
    return later(visit, timedelta(seconds=message), message=message)


async def words_at(store: Store, visit: Visit, merchant: str) -> set[str]:
    return {each.entry.category for each in await bookings(store, visit) if each.entry.merchant == merchant}


async def test_all_of_a_merchant_change_and_mean_it_from_now_on(store: Store) -> None:
    visit = next_message(await autumn(store))
    await book(store, visit, spent(5_00, "tesco"))
    assert await said(store, visit, ALL_TESCO) == ["3 bookings changed. Tesco means household from now on."]
    assert await words_at(store, visit, "tesco") == {"household"}
    async with store.transaction() as tx:
        assert await tx.meanings.of(visit.ledger_id, "", "tesco") == "household"
    assert await said(store, visit, ALL_TESCO) == ["All of them say that already."]


async def test_all_of_it_is_undone_together_exactly(store: Store) -> None:
    visit = await autumn(store)
    before = await bookings(store, visit)
    await perform(store, next_message(visit), ALL_TESCO)
    kinds = [type(act.deed) for act in await undo(store, next_message(visit, 3))]
    assert kinds == [Meant, Amended, Amended]
    assert await bookings(store, visit) == before
    async with store.transaction() as tx:
        assert await tx.meanings.all(visit.ledger_id) == []


async def test_more_than_fifty_are_undone_together(store: Store) -> None:
    visit = await visit_of(store, message=1)
    for _ in range(60):
        await book(store, visit, msgspec.structs.replace(spent(1_00), merchant="tesco"))
    before = await bookings(store, visit)
    await perform(store, next_message(visit), ALL_TESCO)
    assert len(await undo(store, next_message(visit, 3))) == 61
    assert await bookings(store, visit) == before


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"target": "groceries", "category": "pets"}, "4 bookings changed. Groceries means pets from now on."),
        ({"target": "groceries", "category": "pets", "period": NOVEMBER}, "2 bookings changed."),
        ({"target": "lidl", "category": "pets", "period": NOVEMBER}, "1 booking changed."),
        ({"target": "trip", "tags": ("holiday",)}, "1 booking changed."),
        ({"target": "rent", "account": "savings"}, "3 bookings changed."),
        ({"period": TODAY, "category": "snacks"}, "2 bookings changed."),
        ({"target": "food", "category": "pets"}, "7 bookings changed."),
        ({"target": "aldi", "category": "pets"}, "I find no booking like that. Aldi means pets from now on."),
        ({"target": "aldi", "account": "visa"}, "I find no booking like that."),
        ({"category": "pets"}, "Which bookings do you mean? Say a category, a merchant or days."),
        ({"target": "groceries"}, "What should it be? Say for example: no, 14 not 40"),
    ],
)
async def test_what_is_said_of_many(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await said(store, await autumn(store), every(**slots)) == [answer]


async def test_no_more_than_so_many_change_at_once_and_the_rest_is_told(store: Store) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        for _ in range(bulk_edit.MOST_AT_ONCE + 2):
            entry = msgspec.structs.replace(spent(1_00), merchant="tesco")
            await tx.books.add(visit.ledger_id, visit.person_id, entry)
    (answer,) = await said(store, next_message(visit), ALL_TESCO)
    assert answer.startswith("1000 bookings changed. 2 more can be changed the same way: say it again.")
    assert await said(store, next_message(visit, 3), ALL_TESCO) == ["2 bookings changed."]
    assert await said(store, visit, every(action="delete", target="tesco")) == [
        "These are more than 1000 bookings. Say fewer days."
    ]


async def test_deleting_several_is_asked_first_with_the_number(store: Store) -> None:
    visit = await autumn(store)
    before = await bookings(store, visit)
    outcome = await perform(store, visit, every(action="delete", target="rent"))
    assert ["".join(span.text for span in line) for line in outcome.lines] == [
        "I find 3 bookings from Sep 1 to Nov 1. Delete all of them?"
    ]
    assert choices(outcome) == ["Delete 3", "Keep them"]
    assert await bookings(store, visit) == before
    assert outcome.asked
    yes, no = (choice.calls[0] for choice in outcome.asked.choices)
    assert await said(store, visit, no) == ["Nothing was removed."]
    assert await bookings(store, visit) == before
    await book(store, visit, spent(1_00, "rent"))
    assert await said(store, next_message(visit), yes) == ["Removed: 3 bookings."]
    assert [each.entry.amount.minor for each in await rents(store, visit)] == [1_00]
    assert [type(act.deed) for act in await undo(store, next_message(visit, 3))] == [Removed] * 3
    assert len(await rents(store, visit)) == 4


async def rents(store: Store, visit: Visit) -> list[Booking]:
    return [each for each in await bookings(store, visit) if each.entry.category == "rent"]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"target": "lidl"}, "Removed: $40.00 groceries, Nov 3."),
        ({"period": TODAY}, "I find 3 bookings today. Delete all of them?"),
        ({"date": date(2026, 11, 10)}, "Removed: $60.00 dinner, Nov 10."),
        ({"target": "aldi"}, "I find no booking like that."),
        ({}, "Which bookings do you mean? Say a category, a merchant or days."),
    ],
)
async def test_deleting(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await said(store, await autumn(store), every(action="delete", **slots)) == [answer]


async def test_the_question_is_answered_by_its_number_also_after_a_restart(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for text in ("coffee 4.50", "lunch 12"):
            await room.say(ANN_SMS, text)
        (answer,) = await room.say(ANN_SMS, "delete all bookings from today")
        assert answer.startswith("I find 2 bookings today. Delete all of them?")
    async with a_room(tmp_path) as room:
        assert await room.deliver_as("second life", ANN_SMS, "1") == ["Removed: 2 bookings."]
        assert await room.deliver_as("and on", ANN_SMS, "undo") == [
            "Undone: $12.00 lunch is back.\nUndone: $4.50 coffee is back."
        ]


async def test_what_is_gone_meanwhile_is_not_removed_twice(store: Store) -> None:
    visit = await autumn(store)
    gone, kept, *_ = await rents(store, visit)
    async with store.transaction() as tx:
        await tx.books.remove(visit.ledger_id, gone)
    answer = await said(store, visit, every(action="delete", bookings=(gone.id, kept.id)))
    assert answer == ["Removed: $200.00 rent, Oct 1."]


async def test_a_budget_that_many_changes_pass_alerts_once(store: Store) -> None:
    visit = next_message(await autumn(store))
    await allow(store, visit, 10, "household")
    outcome = await perform(store, visit, ALL_TESCO)
    assert [alert.plain for alert in outcome.after] == [
        "Household budget: $2.50 over, $12.50 of $10.00 spent this month (125 %)."
    ]
    assert not (await perform(store, visit, ALL_TESCO)).after
