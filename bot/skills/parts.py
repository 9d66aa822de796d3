"""What a subject is made of: its categories, merchants, tags, accounts or stretches of days."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from bot.domain.booking import Entry, asset
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.sharing import name_as_written
from bot.domain.taxonomy import covers
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx
from bot.skills.account_words import account_name
from bot.skills.steps import Step, stretch_text, stretches_in
from bot.skills.subject import Subject, entries_in

Kind = Literal["category", "merchant", "tag", "account"]


class Part(msgspec.Struct, frozen=True):
    """One category, merchant or day by name, and what it came to."""

    name: str
    amount: Money


async def parts_in(tx: Tx, visit: Visit, subject: Subject, period: Period, by: Kind | Step) -> list[Part]:
    """The largest first, the person's own currency before others."""
    own = visit.person.currency
    parts = await _parts(tx, visit, subject, period, by)
    return sorted(parts, key=lambda part: (part.amount.currency != own, part.amount.currency, -part.amount.minor))


async def _parts(tx: Tx, visit: Visit, subject: Subject, period: Period, by: Kind | Step) -> list[Part]:
    if by in ("day", "week", "month"):
        stretches = await stretches_in(tx, visit, subject, period, by)
        return [Part(stretch_text(visit, each.period, by), each.amount) for each in stretches]
    if subject.is_narrowed:
        return _gathered(visit, await entries_in(tx, visit, subject, period), by)
    if by == "category":
        slices = await tx.books.slices(visit.ledger_id, subject.flow, period)
        counted = [each for each in slices if covers(subject.scope, each.place)]
        return [Part(visit.voice.word(each.place.word), each.amount) for each in counted]
    groups = await tx.books.groups(visit.ledger_id, subject.flow, by, subject.scope, period)
    return [Part(_named(visit, group.name, by), group.amount) for group in groups]


def _gathered(visit: Visit, entries: list[Entry], by: Kind) -> list[Part]:
    """Parts of bookings that were read one by one."""
    minor: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        for name in _names(visit, entry, by):
            minor[name, entry.own.currency] += entry.own.minor
    return [Part(name, Money(amount, currency)) for (name, currency), amount in minor.items()]


def _names(visit: Visit, entry: Entry, by: Kind) -> Iterable[str]:
    if by == "category":
        return (visit.voice.word(entry.category),)
    if by == "tag":
        return [_named(visit, tag, by) for tag in dict.fromkeys(entry.tags)]
    name = entry.account.word if by == "account" else entry.merchant
    return (_named(visit, name, by),) if name else ()


def _named(visit: Visit, name: str, by: Kind) -> str:
    if by == "account":
        return titled(account_name(visit, asset(name)))
    return f"#{name}" if by == "tag" else name_as_written(name)
