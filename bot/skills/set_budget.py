"""set_budget: so much for a category or in all, over and over; changed, carried over, begun on pay-day, or given up."""

from decimal import Decimal

import msgspec

from bot.domain.budget import Budget, Interval
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.budget_terms import Terms, changed_budget, new_budget
from bot.services.budgeting import remove_budget, set_budget
from bot.services.budgets_meant import budgets_called, counted_by
from bot.services.unasked.pace import PACE
from bot.services.unasked.planning import plan
from bot.skills.budget_said import budget_line, name_of
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots

# More than these are no choice but a list.
MOST_CHOICES = 6


class BudgetSlots(msgspec.Struct, frozen=True):
    """Of a new budget: without a category it is for everything, without an interval monthly.

    Of one that exists only what is said changes. ``start_day`` is 1 to 31, of a weekly one 0 to 6 from Monday;
    ``payday`` is the day the person is paid.
    """

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    interval: Interval | None = None
    rollover: bool | None = None
    start_day: int | None = None
    payday: bool = False
    remove: bool = False

    @property
    def word(self) -> str | None:
        """What the budget is on, None for everything."""
        return (self.category or "").strip()[:LONGEST_WORD] or None

    @property
    def changes(self) -> bool:
        """Whether more than the amount is said."""
        return self.payday or any(said is not None for said in (self.interval, self.rollover, self.start_day))


class SetBudget:
    """Sets, changes or removes a budget and says how it stands already."""

    name = "set_budget"
    takes = BudgetSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, BudgetSlots)
        meant = await _meant(tx, visit, wanted)
        if len(meant) > 1:
            return _which(visit, meant, slots)
        before = meant[0] if meant else None
        if wanted.remove:
            return await _remove(tx, visit, before, wanted)
        if wanted.amount is None and not (before and wanted.changes):
            return _ask(visit, slots, "amount")
        if wanted.payday and wanted.start_day is None:
            if not visit.person.payday:
                return _ask(visit, slots, "start_day")
            wanted = msgspec.structs.replace(wanted, interval="monthly", start_day=visit.person.payday)
        return await _set(tx, visit, before, wanted)


async def _set(tx: Tx, visit: Visit, before: Budget | None, wanted: BudgetSlots) -> Outcome:
    terms = Terms(
        limit=_limit(visit, before, wanted),
        interval=wanted.interval,
        start_day=wanted.start_day,
        rolls_over=wanted.rollover,
    )
    if before:
        after = await changed_budget(tx, visit, before, terms)
    else:
        assert terms.limit, "a new budget without an amount was asked about"
        word, scope = await counted_by(tx, visit, wanted.word)
        after = msgspec.structs.replace(new_budget(visit, word, terms.limit, terms), scope=scope)
    budget, before = await set_budget(tx, visit, after)
    await plan(tx, visit, PACE)
    return Outcome((await budget_line(tx, visit, budget, before),), offers=undo_offer(visit))


def _limit(visit: Visit, before: Budget | None, wanted: BudgetSlots) -> Money | None:
    if wanted.amount is None:
        return None
    currency = wanted.currency or visit.person.currency
    if before and currency == visit.person.currency:
        # An amount comes with the person's own currency, said or not: a budget in another keeps its own.
        currency = before.limit.currency
    return Money.of(wanted.amount, currency)


async def _meant(tx: Tx, visit: Visit, wanted: BudgetSlots) -> list[Budget]:
    """The budget that is spoken of; several where nothing tells which."""
    if wanted.amount is not None and not wanted.remove:
        _, scope = await counted_by(tx, visit, wanted.word)
        return [budget for budget in await tx.budgets.all(visit.ledger_id) if budget.scope == scope]
    called = await budgets_called(tx, visit, wanted.word)
    open_to_all = wanted.word is None and (wanted.remove or wanted.changes)
    return called or (await tx.budgets.all(visit.ledger_id) if open_to_all else [])


async def _remove(tx: Tx, visit: Visit, budget: Budget | None, wanted: BudgetSlots) -> Outcome:
    if budget is None:
        word = wanted.word or visit.voice.text("budget.overall")
        return Outcome((visit.voice.line("budget.none_to_remove", word=word),))
    await remove_budget(tx, visit, budget)
    return Outcome((visit.voice.line("budget.removed", word=name_of(visit, budget)),), offers=undo_offer(visit))


def _which(visit: Visit, budgets: list[Budget], slots: Slots) -> Outcome:
    choices = tuple(
        Choice(name_of(visit, budget), (SkillCall("set_budget", {**slots, "category": budget.word}),))
        for budget in budgets[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("budget.which"),), Asked(choices=choices))


def _ask(visit: Visit, slots: Slots, slot: str) -> Outcome:
    return Outcome(
        (visit.voice.line(f"budget.need_{slot}"),), Asked(missing=(SkillCall("set_budget", slots),), slot=slot)
    )
