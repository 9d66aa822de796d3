"""What booking an expense and booking an income have in common: the entry, the echo, what is left, the alert."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT, Booking, Entry, merchant_key
from bot.domain.budget import Standing
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.money import Money
from bot.domain.sharing import name_as_written
from bot.domain.taxonomy import OTHER, place_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined, titled
from bot.ports.books import Flow
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.accounts import account_meant
from bot.services.bookkeeping import record_entry
from bot.services.budgeting import standings_touched
from bot.services.unasked.budget_marks import warn_budgets_reached
from bot.services.valuing import valued
from bot.skills.account_words import account_name
from bot.skills.offers import undo_offer
from bot.skills.paying_back import pay_back
from bot.skills.skill import Outcome, read_slots

# What most people spend most on; offered until a person has categories of their own.
USUAL = ("groceries", "eating out", "transport")
LONGEST_WORD = 60
LONGEST_NOTE = 200
MOST_TAGS = 10


class RecordSlots(msgspec.Struct, frozen=True):
    """``amount`` in units of ``currency``; without a currency it is the person's own.

    ``category_text`` is a category said in so many words, ``category`` perhaps guessed from the merchant;
    ``account`` is where it was paid from or into, ``person`` whoever is paid back or pays back.
    """

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    category_text: str | None = None
    merchant: str | None = None
    date: dt.date | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    account: str | None = None
    person: str | None = None


async def record(tx: Tx, visit: Visit, kind: Flow, slots: Slots) -> Outcome:
    wanted = read_slots(slots, RecordSlots)
    if wanted.amount is None:
        call = SkillCall(f"record_{kind}", slots)
        return Outcome((visit.voice.line("question.need_amount"),), Asked(missing=(call,), slot="amount"))
    entry, is_opened = await _entry(tx, visit, kind, wanted)
    paid = [_account_line(visit, entry, is_opened=is_opened)] if wanted.account else []
    paid_back = await pay_back(tx, visit, wanted.person, entry) if wanted.person else None
    if paid_back:
        return Outcome((joined(paid_back, *paid),), offers=undo_offer(visit))
    booking = await record_entry(tx, visit, entry)
    standings = await standings_touched(tx, visit, booking.entry)
    line = joined(echo(visit, booking.entry), *paid, *standing_lines(visit, booking.entry, standings))
    after = await warn_budgets_reached(tx, visit, booking.entry, standings)
    if kind == "expense" and not wanted.category and booking.entry.category == OTHER:
        ask = visit.voice.line("booked.which_category")
        return Outcome((joined(line, ask),), await which_category(tx, visit, booking), after, waiting=(line,))
    return Outcome((line,), None, after, offers=undo_offer(visit))


async def _entry(tx: Tx, visit: Visit, kind: Flow, wanted: RecordSlots) -> tuple[Entry, bool]:
    """What is to be booked, and whether its account is a new one."""
    account, is_new = MAIN_ACCOUNT, False
    if wanted.account:
        account, is_new = await account_meant(tx, visit, wanted.account[:LONGEST_WORD])
    assert wanted.amount is not None, "without an amount it was asked about"
    entry = Entry(
        kind=kind,
        amount=Money.of(wanted.amount, wanted.currency or visit.person.currency),
        place=place_of(await word_meant(tx, visit, kind, wanted)),
        booked_on=wanted.date or visit.today,
        merchant=merchant_key(wanted.merchant or "")[:LONGEST_WORD],
        note=(wanted.note or "")[:LONGEST_NOTE],
        tags=tuple(tag[:LONGEST_WORD] for tag in wanted.tags[:MOST_TAGS]),
        account=account,
    )
    return await valued(tx, visit, entry), is_new


async def word_meant(tx: Tx, visit: Visit, kind: Flow, wanted: RecordSlots) -> str:
    """What to book under: what the category means to the person, else what the merchant does, else as it was said."""
    said = (wanted.category_text or wanted.category or "").strip()
    merchant = (wanted.merchant or "") if kind == "expense" and not wanted.category_text else ""
    meant = await tx.meanings.of(visit.ledger_id, said, merchant) if said or merchant else None
    return (meant or said or ("income" if kind == "income" else OTHER))[:LONGEST_WORD]


def _account_line(visit: Visit, entry: Entry, *, is_opened: bool) -> Line:
    key = f"booked.{entry.kind}_account"
    return visit.voice.line(f"{key}_opened" if is_opened else key, account=account_name(visit, entry.account))


def echo(visit: Visit, entry: Entry) -> Line:
    """The booking said back: amount, category, the day when it is not today, what it is worth when it is foreign."""
    facts: dict[str, Fact] = {"amount": entry.amount, "category": entry.category}
    key = f"booked.{entry.kind}"
    if entry.merchant and entry.merchant != entry.category and entry.kind == "expense":
        key, facts["merchant"] = f"{key}_at", name_as_written(entry.merchant)
    if entry.booked_on != visit.today:
        key, facts["day"] = f"{key}_on", entry.booked_on
    worth = [visit.voice.line("booked.worth", amount=entry.worth)] if entry.worth else []
    return joined(visit.voice.line(key, **facts), *worth)


def standing_lines(visit: Visit, entry: Entry, standings: list[Standing]) -> list[Line]:
    """What is left of the narrowest budget that counts the entry."""
    if not standings:
        foreign = entry.kind == "expense" and entry.counted.currency != visit.person.currency
        facts: dict[str, Fact] = {"currency": entry.counted.currency, "own": visit.person.currency}
        return [visit.voice.line("booked.foreign", **facts)] if foreign else []
    standing = standings[0]
    named = standing.budget.word != entry.category
    word = titled(standing.budget.word or visit.voice.text("left.everything"))
    facts = {"word": word, "period": standing.period}
    if standing.limit.minor <= 0:
        key, facts["over"] = "left.used_up", -standing.left
        return [visit.voice.line(f"{key}_named" if named else key, **facts)]
    facts["limit"] = standing.limit
    key = "left.budget" if standing.left.minor > 0 else "left.over" if standing.left.minor < 0 else "left.exactly"
    facts["over" if standing.left.minor < 0 else "left"] = -standing.left if standing.left.minor < 0 else standing.left
    return [visit.voice.line(f"{key}_named" if named else key, **facts)]


async def which_category(tx: Tx, visit: Visit, booking: Booking) -> Asked:
    since = visit.today.replace(year=visit.today.year - 1, day=1)
    own = await tx.books.usual_words(visit.ledger_id, since, len(USUAL))
    words = list(dict.fromkeys([*own, *USUAL]))[: len(USUAL)]
    return Asked(
        choices=tuple(Choice(visit.voice.word(word), (_recategorise(booking, word),)) for word in words),
        missing=(_recategorise(booking, ""),),
        slot="category",
    )


def _recategorise(booking: Booking, word: str) -> SkillCall:
    return SkillCall("edit_transaction", {"booking": booking.id, "category": word})
