"""record_transfer: money moved between the person's own accounts, which is neither spent nor earned."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT, Entry
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.money import Money
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.accounts import account_meant, is_called
from bot.services.bookkeeping import record_entry
from bot.skills.account_words import account_name, opened_lines, told_lines
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots

MOST_CHOICES = 6


class TransferSlots(msgspec.Struct, frozen=True):
    """An account that is not said is the main one."""

    amount: Decimal | None = None
    currency: str | None = None
    from_account: str | None = None
    to_account: str | None = None
    date: dt.date | None = None


class RecordTransfer:
    """Moves it and says both accounts, and what is in them now where that was ever said."""

    name = "record_transfer"
    takes = TransferSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, TransferSlots)
        if not (wanted.from_account or wanted.to_account):
            return await _which_account(tx, visit, slots)
        if wanted.amount is None:
            asked = Asked(missing=(SkillCall(self.name, slots),), slot="amount")
            return Outcome((visit.voice.line("question.need_amount"),), asked)
        source, source_is_new = await _account(tx, visit, wanted.from_account)
        goal, goal_is_new = await _account(tx, visit, wanted.to_account)
        if is_called(source, goal.word):
            return Outcome((visit.voice.line("transfer.same", account=account_name(visit, source)),))
        entry = Entry(
            kind="transfer",
            amount=Money.of(wanted.amount, wanted.currency or visit.person.currency),
            place=goal,
            account=source,
            booked_on=wanted.date or visit.today,
        )
        entry = (await record_entry(tx, visit, entry)).entry
        opened = [place for place, is_new in ((source, source_is_new), (goal, goal_is_new)) if is_new]
        told = await told_lines(tx, visit, (source, goal), entry.amount.currency)
        line = joined(_echo(visit, entry), *opened_lines(visit, opened), *told)
        return Outcome((line,), offers=undo_offer(visit))


async def _account(tx: Tx, visit: Visit, name: str | None) -> tuple[Place, bool]:
    return await account_meant(tx, visit, (name or MAIN_ACCOUNT.word)[:LONGEST_WORD])


def _echo(visit: Visit, entry: Entry) -> Line:
    facts: dict[str, Fact] = {
        "amount": entry.amount,
        "source": account_name(visit, entry.account),
        "goal": account_name(visit, entry.place),
    }
    if entry.booked_on == visit.today:
        return visit.voice.line("transfer.moved", **facts)
    return visit.voice.line("transfer.moved_on", **facts, day=entry.booked_on)


async def _which_account(tx: Tx, visit: Visit, slots: Slots) -> Outcome:
    """Into one of the accounts there are beside the main one, where there are any."""
    balances = await tx.books.balances(visit.ledger_id, "asset")
    known = list(dict.fromkeys(each.place.word for each in balances if each.place != MAIN_ACCOUNT))
    if not known:
        return Outcome((visit.voice.line("transfer.example"),))
    choices = tuple(
        Choice(word, (SkillCall(RecordTransfer.name, {**slots, "to_account": word}),)) for word in known[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("transfer.which"),), Asked(choices=choices))
