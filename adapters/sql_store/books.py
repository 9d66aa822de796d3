"""The books in SQL: a booking, its balanced lines and the running totals are always written together."""

from datetime import date

import msgspec

from adapters.sql_store.session import Row, Session, Value
from bot.domain.booking import MAIN_ACCOUNT, Booking, BookingKind, Entry, lines_of
from bot.domain.errors import Conflict
from bot.domain.ids import AccountId, BookingId, LedgerId, PersonId
from bot.domain.money import Money
from bot.domain.period import Period, runs_of
from bot.domain.taxonomy import Place, Scope, word_key
from bot.ports.books import Search, Slice, Sum

EVER = "0001-01-01"


class _Accounts(msgspec.Struct, frozen=True):
    """The two accounts of a booking: its category's, and where the money is."""

    category: AccountId
    main: AccountId


class SqlBooks:
    """Fulfils ``bot.ports.books.Books``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, ledger_id: LedgerId, person_id: PersonId, entry: Entry) -> Booking:
        accounts, laid = await self._accounts(ledger_id, entry)
        keys: dict[str, Value] = {"ledger_id": ledger_id, "person_id": person_id, "account_id": accounts.category}
        row = await self._session.one("books.add_booking", {**_columns(laid), **keys})
        assert row is not None
        booking = Booking(id=BookingId(row[0]), entry=laid)
        await self._post(ledger_id, booking, accounts)
        return booking

    async def change(self, ledger_id: LedgerId, booking: Booking, after: Entry) -> Booking:
        await self._unpost(ledger_id, booking.id)
        return await self._put(ledger_id, booking.id, after, was_removed=0)

    async def remove(self, ledger_id: LedgerId, booking: Booking) -> None:
        await self._unpost(ledger_id, booking.id)
        await self._session.run("books.remove_booking", {"id": booking.id, "ledger_id": ledger_id})

    async def restore(self, ledger_id: LedgerId, booking: Booking) -> None:
        await self._put(ledger_id, booking.id, booking.entry, was_removed=1)

    async def _put(self, ledger_id: LedgerId, booking_id: BookingId, entry: Entry, *, was_removed: int) -> Booking:
        accounts, laid = await self._accounts(ledger_id, entry)
        keys: dict[str, Value] = {"id": booking_id, "ledger_id": ledger_id, "account_id": accounts.category}
        put = await self._session.run("books.put_booking", {**_columns(laid), **keys, "was_removed": was_removed})
        if put != 1:
            raise _not_there()
        booking = Booking(id=booking_id, entry=laid)
        await self._post(ledger_id, booking, accounts)
        return booking

    async def _post(self, ledger_id: LedgerId, booking: Booking, accounts: _Accounts) -> None:
        """Writes the two lines of a booking, which add up to nothing, and adds them to the totals."""
        category_line, _ = lines_of(booking.entry)
        day = booking.entry.booked_on.isoformat()
        values: dict[str, Value] = {
            "ledger_id": ledger_id,
            "booking_id": booking.id,
            "account_id": accounts.category,
            "main_id": accounts.main,
            "amount_minor": category_line.amount.minor,
            "currency": category_line.amount.currency,
            "day": day,
            "month": _month(day),
            "ever": EVER,
        }
        await self._session.run("books.add_lines", values)
        await self._session.run("books.add_to_totals", values)

    async def _unpost(self, ledger_id: LedgerId, booking_id: BookingId) -> None:
        """Takes the lines out as they stand, whatever the caller believes the booking to be."""
        keys: dict[str, Value] = {"booking_id": booking_id, "ledger_id": ledger_id}
        dropped = await self._session.all("books.drop_lines", keys)
        if not dropped:
            raise _not_there()
        for account_id, minor, currency, kind, day in dropped:
            for span, starts_on in _spans(kind, day):
                values: dict[str, Value] = {
                    "ledger_id": ledger_id,
                    "account_id": account_id,
                    "amount_minor": -minor,
                    "currency": currency,
                    "span": span,
                    "starts_on": starts_on,
                    "bookings": -1,
                }
                await self._session.run("books.add_to_total", values)

    async def _accounts(self, ledger_id: LedgerId, entry: Entry) -> tuple[_Accounts, Entry]:
        """The accounts of an entry, and the entry laid where its word lies: one word never counts at two places."""
        keys: dict[str, Value] = {"ledger_id": ledger_id, "kind": entry.kind, "folded": word_key(entry.place.word)}
        row = await self._session.one("books.accounts", {**keys, "main": MAIN_ACCOUNT.word})
        if row is None or row[3] is None:
            category = await self._account_row(ledger_id, entry.kind, entry.place)
            row = (*category, (await self._account_row(ledger_id, "asset", MAIN_ACCOUNT))[0])
        row_id, leaf, group, main_id = row
        if (leaf, group) != (entry.place.leaf, entry.place.group):
            entry = msgspec.structs.replace(entry, place=Place(group=group, leaf=leaf, word=entry.place.word))
        return _Accounts(AccountId(row_id), AccountId(main_id)), entry

    async def _account_row(self, ledger_id: LedgerId, kind: str, place: Place) -> Row:
        values: dict[str, Value] = {"ledger_id": ledger_id, "kind": kind, "folded": word_key(place.word)}
        row = await self._session.one("books.account", values)
        if row is None:
            laid = {"word": place.word, "leaf": place.leaf, "grp": place.group}
            row = await self._session.one("books.open_account", {**values, **laid})
            assert row is not None
        return row

    async def booking(self, ledger_id: LedgerId, booking_id: BookingId) -> Booking | None:
        row = await self._session.one("books.booking", {"ledger_id": ledger_id, "id": booking_id})
        return _booking(row) if row else None

    async def latest(self, ledger_id: LedgerId, most: int) -> list[Booking]:
        return [
            _booking(row) for row in await self._session.all("books.latest", {"ledger_id": ledger_id, "most": most})
        ]

    async def search(self, ledger_id: LedgerId, search: Search) -> list[Booking]:
        values: dict[str, Value] = {
            **_where(ledger_id, search.scope, search.period),
            "kind": search.kind or "",
            "merchant": search.merchant,
            "most": search.most,
        }
        return [_booking(row) for row in await self._session.all("books.in_period", values)]

    async def sums(self, ledger_id: LedgerId, kind: BookingKind, scope: Scope, period: Period) -> list[Sum]:
        found: dict[str, Sum] = {}
        for span, first, last in runs_of(period):
            values = {**_where(ledger_id, scope, Period(first, last)), "span": span, "kind": kind}
            for currency, minor, bookings in await self._session.all("books.sum_in_scope", values):
                before = found.get(currency, Sum(Money(0, currency), 0))
                found[currency] = Sum(before.amount + _towards(kind, minor, currency), before.bookings + bookings)
        return sorted((each for each in found.values() if each.bookings), key=lambda each: -each.bookings)

    async def sums_at_merchant(
        self, ledger_id: LedgerId, kind: BookingKind, merchant: str, period: Period
    ) -> list[Sum]:
        values = {**_span(ledger_id, period), "kind": kind, "merchant": merchant}
        rows = await self._session.all("books.sum_at_merchant", values)
        return [Sum(Money(minor, currency), bookings) for currency, minor, bookings in rows]

    async def slices(self, ledger_id: LedgerId, kind: BookingKind, period: Period) -> list[Slice]:
        found: dict[tuple[Place, str], Slice] = {}
        for span, first, last in runs_of(period):
            values = {**_span(ledger_id, Period(first, last)), "span": span, "kind": kind}
            for group, leaf, word, currency, minor, bookings in await self._session.all("books.sum_by_account", values):
                place = Place(group=group, leaf=leaf, word=word)
                before = found.get((place, currency), Slice(place, Money(0, currency), 0))
                amount = before.amount + _towards(kind, minor, currency)
                found[place, currency] = Slice(place, amount, before.bookings + bookings)
        return sorted((each for each in found.values() if each.bookings), key=lambda each: -each.amount.minor)

    async def usual_words(self, ledger_id: LedgerId, since: date, most: int) -> list[str]:
        values: dict[str, Value] = {"ledger_id": ledger_id, "since": since.isoformat(), "most": most}
        return [word for (word,) in await self._session.all("books.usual_words", values)]

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> int:
        """Removed bookings come along too: what removed them can still be undone."""
        moved = 0
        for *row, removed in await self._session.all("books.bookings_of", {"ledger_id": from_ledger}):
            booking = _booking(tuple(row))
            if not removed:
                await self._unpost(from_ledger, booking.id)
            accounts, laid = await self._accounts(to_ledger, booking.entry)
            keys: dict[str, Value] = {"id": booking.id, "from_ledger": from_ledger, "to_ledger": to_ledger}
            await self._session.run("books.move_booking", {**keys, "account_id": accounts.category})
            if not removed:
                await self._post(to_ledger, Booking(id=booking.id, entry=laid), accounts)
                moved += 1
        return moved


def _not_there() -> Conflict:
    return Conflict("the booking is not there: another ledger's, removed, or already back")


def _month(day: str) -> str:
    return day[:8] + "01"


def _spans(account_kind: str, day: str) -> tuple[tuple[str, str], ...]:
    """The running totals that a line counts into."""
    if account_kind == "asset":
        return (("ever", EVER),)
    return (("day", day), ("month", _month(day)))


def _towards(kind: BookingKind, minor: int, currency: str) -> Money:
    """Income accounts are credited: their totals are negative underneath and positive to people."""
    return Money(minor if kind == "expense" else -minor, currency)


def _span(ledger_id: LedgerId, period: Period) -> dict[str, Value]:
    return {"ledger_id": ledger_id, "first": period.first.isoformat(), "last": period.last.isoformat()}


def _where(ledger_id: LedgerId, scope: Scope, period: Period) -> dict[str, Value]:
    return {**_span(ledger_id, period), "scope": scope.kind, "key": scope.key}


def _columns(entry: Entry) -> dict[str, Value]:
    return {
        "kind": entry.kind,
        "booked_on": entry.booked_on.isoformat(),
        "amount_minor": entry.amount.minor,
        "currency": entry.amount.currency,
        "merchant": entry.merchant,
        "note": entry.note,
        "tags": "\n".join(entry.tags),
    }


def _booking(row: Row) -> Booking:
    row_id, kind, minor, currency, group, leaf, word, booked_on, merchant, note, tags = row
    entry = Entry(
        kind=kind,
        amount=Money(minor, currency),
        place=Place(group=group, leaf=leaf, word=word),
        booked_on=date.fromisoformat(booked_on),
        merchant=merchant,
        note=note,
        tags=tuple(tags.split("\n")) if tags else (),
    )
    return Booking(id=BookingId(row_id), entry=entry)
