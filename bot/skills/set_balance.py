"""set_balance: what is in an account, said by the person who looked; the books follow."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT
from bot.domain.decision import SkillCall, Slots
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.domain.wording import joined, titled
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.accounts import Account, account_meant, accounts_on, is_called, set_balance
from bot.skills.account_words import account_name, holding_line, opened_lines
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots


class BalanceSlots(msgspec.Struct, frozen=True):
    """Without an account it is the main one; less than nothing is owed on a card or overdrawn."""

    account: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    date: dt.date | None = None


class SetBalance:
    """Books the difference, and says what is there now and what the books said before."""

    name = "set_balance"
    takes = BalanceSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, BalanceSlots)
        if wanted.amount is None:
            asked = Asked(missing=(SkillCall(self.name, slots),), slot="amount")
            return Outcome((visit.voice.line("account.need_amount"),), asked)
        day = wanted.date or visit.today
        if day > visit.today:
            return Outcome((visit.voice.line("account.ahead"),))
        said = Money.of(wanted.amount, wanted.currency or visit.person.currency)
        place, is_new = await account_meant(tx, visit, (wanted.account or MAIN_ACCOUNT.word)[:LONGEST_WORD])
        before = _called(await accounts_on(tx, visit, day), place)
        if await set_balance(tx, visit, place, said, day) is None:
            facts = {"account": titled(account_name(visit, place)), "amount": said}
            return Outcome((visit.voice.line("account.same", **facts),))
        now = _called(await accounts_on(tx, visit, visit.today), place)
        assert now, "something is booked on it"
        opened = opened_lines(visit, [now.place] if is_new else [])
        lines = (*_now(visit, now, said, day), *_before(visit, before, said.currency), *opened)
        return Outcome((joined(*lines),), offers=undo_offer(visit))


def _called(accounts: list[Account], place: Place) -> Account | None:
    """The account, however it was first spelled."""
    return next((each for each in accounts if is_called(each.place, place.word)), None)


def _now(visit: Visit, account: Account, said: Money, day: dt.date) -> list[Line]:
    """Of a day gone by, also what has become of it since."""
    now = holding_line(visit, account.place, account.holds(said.currency))
    if day == visit.today:
        return [now]
    name = titled(account_name(visit, account.place))
    return [visit.voice.line("account.held", account=name, amount=said, period=Period(day, day)), now]


def _before(visit: Visit, account: Account | None, currency: str) -> list[Line]:
    """What the books said; of an account whose balance nobody ever said that is no news."""
    if account is None or currency not in account.stated:
        return []
    return [visit.voice.line("account.before", amount=account.holds(currency))]
