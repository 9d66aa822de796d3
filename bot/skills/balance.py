"""balance: what is in one account, or in all of them together."""

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT
from bot.domain.decision import Slots
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.accounts import Account, accounts_on, is_called
from bot.services.owing import open_with
from bot.skills.account_words import account_name, holding_line
from bot.skills.owing_said import owing_line
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots


class AskedSlots(msgspec.Struct, frozen=True):
    """Without an account all of them are told."""

    account: str | None = None


class Balance:
    """Each account by its currencies, the total of each currency, what is open with others, and what that rests on."""

    name = "balance"
    takes = AskedSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, AskedSlots)
        accounts = await accounts_on(tx, visit, visit.today)
        if wanted.account:
            return Outcome(_of_one(visit, accounts, wanted.account))
        open_ones = [owing_line(visit, each.place.word, each.amount) for each in await open_with(tx, visit, None)]
        if not accounts:
            return Outcome((visit.voice.line("account.none"), *open_ones))
        held = [line for account in accounts for line in _lines(visit, account)]
        return Outcome((*held, *_totals(visit, accounts), *open_ones, *_resting_on(visit, accounts)))


def _of_one(visit: Visit, accounts: list[Account], name: str) -> tuple[Line, ...]:
    found = next((each for each in accounts if is_called(each.place, name)), None)
    if found:
        return (*_lines(visit, found), *_resting_on(visit, [found]))
    if not accounts:
        return (visit.voice.line("account.none"),)
    known = ", ".join(account_name(visit, each.place) for each in accounts)
    return (visit.voice.line("account.unknown", account=name[:LONGEST_WORD], known=known),)


def _lines(visit: Visit, account: Account) -> list[Line]:
    return [holding_line(visit, account.place, amount) for amount in account.amounts]


def _totals(visit: Visit, accounts: list[Account]) -> list[Line]:
    """One a currency that is in more than one account."""
    held: dict[str, list[Money]] = {}
    for amount in (amount for account in accounts for amount in account.amounts):
        held.setdefault(amount.currency, []).append(amount)
    sums = [
        Money(sum(each.minor for each in amounts), currency) for currency, amounts in held.items() if len(amounts) > 1
    ]
    return [visit.voice.line("account.total", amount=amount) for amount in sums]


def _resting_on(visit: Visit, accounts: list[Account]) -> list[Line]:
    """Which accounts are counted from their first booking, since nobody ever said what was in them; and how to."""
    unset = [each.place for each in accounts if not each.stated]
    named = [place for place in unset if place != MAIN_ACCOUNT]
    if not unset:
        return []
    if MAIN_ACCOUNT in unset and len(unset) == len(accounts):
        return [visit.voice.line("account.counted")]
    if not named:
        return [visit.voice.line("account.main_counted")]
    names = ", ".join(account_name(visit, place) for place in unset)
    return [visit.voice.line("account.some_counted", accounts=names, example=visit.voice.account(named[0].word))]
