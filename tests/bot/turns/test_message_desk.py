"""The desk: what is looked at there leaves no trace, whatever it would have done."""

from decimal import Decimal
from pathlib import Path

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
