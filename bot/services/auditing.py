"""Whether the books are what the journal says they are: built again from it, and compared figure by figure."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import msgspec

from bot.domain.booking import Entry, account_key, kind_of, lines_of
from bot.domain.ids import BookingId, LedgerId
from bot.domain.period import month_of
from bot.domain.taxonomy import Place, word_key
from bot.ports.books import Total
from bot.ports.store import Tx
from bot.services.replaying import rebuild

Key = TypeVar("Key")
Value = TypeVar("Value")

# Where the running total of an account that money is held in begins.
EVER = date.min


class Audit(msgspec.Struct, frozen=True):
    """How much was compared, and every difference in a sentence for an operator: no amounts, nobody's words."""

    acts: int
    bookings: int
    differences: tuple[str, ...]


async def audit_ledger(tx: Tx, ledger_id: LedgerId) -> Audit:
    """Everything of one ledger at once: the cost grows with its bookings."""
    acts = await tx.journal.all(ledger_id)
    rebuilt = rebuild(acts)
    kept = {booking.id: booking.entry for booking in await tx.books.everything(ledger_id)}
    budgets = {budget.id: budget for budget in await tx.budgets.all(ledger_id)}
    bills = {bill.id: bill for bill in await tx.bills.all(ledger_id)}
    goals = {goal.id: goal for goal in await tx.goals.all(ledger_id)}
    meanings = {word_key(word): means for word, means in await tx.meanings.all(ledger_id)}
    due = totals_of(list(rebuilt.bookings.values()))
    totals = await tx.books.totals(ledger_id)
    found = [
        *(f"booking {each} differs" for each in _differing(_spelt_alike(rebuilt.bookings), _spelt_alike(kept))),
        *(f"budget {each} differs" for each in _differing(rebuilt.budgets, budgets)),
        *(f"bill {each} differs" for each in _differing(rebuilt.bills, bills)),
        *(f"goal {each} differs" for each in _differing(rebuilt.goals, goals)),
        *("what a word means differs" for _ in _differing(rebuilt.meanings, meanings)),
        *(f"the total of {total.span} {total.starts_on} differs" for total in _differing(due, totals)),
    ]
    return Audit(len(acts), len(kept), tuple(found))


def totals_of(entries: list[Entry]) -> dict[Total, tuple[int, int]]:
    """The running totals that these entries come to: minor units as posted, and how many bookings."""
    amounts: Counter[Total] = Counter()
    bookings: Counter[Total] = Counter()
    for entry in entries:
        for line in lines_of(entry):
            folded, currency = account_key(line.account_kind, line.account.word), line.amount.currency
            totals = [Total(line.account_kind, folded, "ever", EVER, currency)]
            if line.account_kind in ("expense", "income"):
                totals = [
                    Total(line.account_kind, folded, "day", entry.booked_on, currency),
                    Total(line.account_kind, folded, "month", month_of(entry.booked_on).first, currency),
                ]
            for total in totals:
                amounts[total] += line.amount.minor
                bookings[total] += 1
    return {total: (amounts[total], count) for total, count in bookings.items()}


def _spelt_alike(entries: Mapping[BookingId, Entry]) -> dict[BookingId, Entry]:
    """One word has many spellings, and the books keep the first of them."""
    return {
        booking_id: msgspec.structs.replace(
            entry,
            place=Place(
                entry.place.group, entry.place.leaf, account_key(kind_of(entry, entry.place), entry.place.word)
            ),
            account=Place(entry.account.group, "", account_key(kind_of(entry, entry.account), entry.account.word)),
        )
        for booking_id, entry in entries.items()
    }


def _differing(one: Mapping[Key, Value], other: Mapping[Key, Value]) -> list[Key]:
    return [key for key in {**one, **other} if one.get(key) != other.get(key)]
