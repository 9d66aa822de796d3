"""split_expense: who paid for whom, who owes whom, and settling up; the person's own notes, nobody is contacted."""

from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.sharing import even_parts
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.skills.owing_said import owed_lines
from bot.skills.settling_up import settle_up
from bot.skills.shared_expense import SplitSlots, book_part, book_shared, money_said
from bot.skills.skill import Outcome, read_slots

SHARED_BY_TWO = 2


class SplitExpense:
    """Books the whole with what others owe of it, or the person's part of what somebody else paid."""

    name = "split_expense"
    takes = SplitSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, SplitSlots)
        if wanted.owed:
            return Outcome(await owed_lines(tx, visit, wanted.others()))
        if wanted.settle:
            return await settle_up(tx, visit, wanted, slots)
        if wanted.amount is None and wanted.share is None:
            return _ask(visit.voice.line("question.need_amount"), slots, "amount")
        if wanted.other_payer():
            return await book_part(tx, visit, wanted)
        if len(wanted.others()) < max(wanted.people or 0, 2) - 1:
            return _who(visit, wanted, slots)
        return await book_shared(tx, visit, wanted)


def _who(visit: Visit, wanted: SplitSlots, slots: Slots) -> Outcome:
    """Nobody can owe without a name; where the heads are known the own part can be booked alone."""
    if wanted.amount is None or wanted.people is None or wanted.people < SHARED_BY_TWO:
        return _ask(visit.voice.line("split.who"), slots, "with")
    _, own = even_parts(money_said(visit, wanted, wanted.amount), wanted.people)
    alone = {name: slots[name] for name in ("currency", "category", "merchant", "date") if name in slots}
    only_mine = Choice(
        visit.voice.text("split.only_mine", amount=own), (SkillCall("record_expense", {**alone, "amount": own.amount}),)
    )
    if wanted.people == SHARED_BY_TWO:
        return _ask(visit.voice.line("split.who_one"), slots, "with", (only_mine,))
    return _ask(visit.voice.line("split.who_all", count=wanted.people - 1), slots, "with", (only_mine,))


def _ask(line: Line, slots: Slots, slot: str, choices: tuple[Choice, ...] = ()) -> Outcome:
    return Outcome((line,), Asked(choices=choices, missing=(SkillCall("split_expense", slots),), slot=slot))
