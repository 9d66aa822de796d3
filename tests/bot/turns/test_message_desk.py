"""The desk: what is looked at there leaves no trace, whatever it would have done."""

from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from bot.brain.desk import Empty, Spent
from bot.domain.decision import SkillCall
from bot.domain.statement import Statement
from bot.ports.store import Store
from bot.turns.message_desk import MessageDesk
from tests.kept import fresh_store
from tests.visits import visit_of

BOOK = SkillCall("record_expense", {"amount": Decimal("45.30"), "category": "groceries"})
ASK = SkillCall("spending_query", {"category": "groceries"})


async def a_desk(store: Store) -> MessageDesk:
    return MessageDesk(store=store, visit=await visit_of(store))


async def test_what_is_rehearsed_is_said_and_not_done(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    desk = await a_desk(store)
    assert (await desk.rehearse((BOOK,))).lines == ("$45.30 groceries.",)
    assert (await desk.rehearse((ASK,))).lines == ("Nothing on groceries this month.",)
    async with store.transaction() as tx:
        assert await tx.journal.all(desk.visit.ledger_id) == []
        assert await tx.outbox.unsent() == 0
    await store.close()


async def test_a_statement_knows_what_its_figures_are_of(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    desk = await a_desk(store)
    (statement,) = (await desk.rehearse((BOOK,))).statements
    assert statement == Statement("$45.30 groceries.", (("amount", "$45.30"), ("category", "groceries")))
    await store.close()


async def test_what_only_asks_back_is_told_apart_from_what_does_something(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    desk = await a_desk(store)
    nothing_yet = await desk.rehearse((SkillCall("record_expense", {"category": "groceries"}),))
    assert (nothing_yet.lines, nothing_yet.only_asks) == ((), True)
    booked = await desk.rehearse((SkillCall("record_expense", {"amount": Decimal(20)}),))
    assert (booked.lines, booked.only_asks) == (("$20.00 other.",), False)
    await store.close()


async def test_a_model_of_the_hosts_own_costs_nothing_but_is_counted(tmp_path: Path) -> None:
    for is_free, micro_usd in ((True, 0), (False, 1_500)):
        store = fresh_store(tmp_path / str(is_free))
        visit = await visit_of(store)
        desk = MessageDesk(store=store, visit=replace(visit, house=replace(visit.house, model_is_free=is_free)))
        purse = await desk.hold("model", 9_000)
        assert not isinstance(purse, Empty)
        await purse.settle(Spent(1, 4_000, 100, 1_500))
        async with store.transaction() as tx:
            (used,) = await tx.costs.of_day(visit.person_id, visit.today)
        assert (used.counted, used.units_in, used.micro_usd, used.reserved_micro_usd) == (1, 4_000, micro_usd, 0)
        await store.close()
