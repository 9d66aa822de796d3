"""The books in SQL: a booking, its balanced lines and the running totals are always written together."""

from datetime import date

import msgspec

from adapters.sql_store.booking_rows import booking_of, columns
from adapters.sql_store.session import Row, Value
from adapters.sql_store.totals import EVER, SqlTotals, is_merchant_alone, month_start, spans_of
from bot.domain.booking import AccountKind, Booking, Entry, account_key, kind_of, lines_of
from bot.domain.errors import Conflict
from bot.domain.ids import AccountId, BookingId, LedgerId, PersonId
from bot.domain.taxonomy import Place, word_key
from bot.ports.books import Flow, Search


class Accounts(msgspec.Struct, frozen=True):
    """The two accounts of a booking: its category's or the one it went to, and where the money is."""

    place: AccountId
    money: AccountId


class SqlBooks(SqlTotals):
    """Fulfils ``bot.ports.books.Books``."""

    async def add(self, ledger_id: LedgerId, person_id: PersonId, entry: Entry) -> Booking:
        accounts, laid = await self._accounts(ledger_id, entry)
        keys: dict[str, Value] = {"ledger_id": ledger_id, "person_id": person_id, **_account_keys(accounts)}
        row = await self._session.one("books.add_booking", {**columns(laid), **keys})
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

    async def lay(self, ledger_id: LedgerId, flow: Flow, place: Place) -> Place | None:
        keys: dict[str, Value] = {"ledger_id": ledger_id, "kind": flow, "folded": word_key(place.word)}
        row = await self._session.one("books.account", keys)
        if row is None:
            await self._account_row(ledger_id, flow, place)
            return None
        await self._session.run("books.lay_account", {**keys, "leaf": place.leaf, "grp": place.group})
        return Place(group=row[2], leaf=row[1], word=place.word)

    async def words(self, ledger_id: LedgerId, flow: Flow) -> list[Place]:
        rows = await self._session.all("books.words", {"ledger_id": ledger_id, "kind": flow})
        return [Place(group=group, leaf=leaf, word=word) for group, leaf, word in rows]

    async def booking(self, ledger_id: LedgerId, booking_id: BookingId) -> Booking | None:
        row = await self._session.one("books.booking", {"ledger_id": ledger_id, "id": booking_id})
        return booking_of(row) if row else None

    async def latest(self, ledger_id: LedgerId, most: int) -> list[Booking]:
        rows = await self._session.all("books.latest", {"ledger_id": ledger_id, "most": most})
        return [booking_of(row) for row in rows]

    async def search(self, ledger_id: LedgerId, search: Search) -> list[Booking]:
        values = {**self.where(ledger_id, search.which), "kind": search.kind or "", "most": search.most}
        if search.order == "newest":
            statement = "books.newest_at_merchant" if is_merchant_alone(search.which) else "books.newest_first"
            rows = await self._session.all(statement, values)
        else:
            order: dict[str, Value] = {"currency": search.currency, "direction": 1 if search.order == "largest" else -1}
            rows = await self._session.all("books.by_own_part", {**values, **order})
        return [booking_of(row) for row in rows]

    async def everything(self, ledger_id: LedgerId) -> list[Booking]:
        rows = await self._session.all("books.bookings_of", {"ledger_id": ledger_id})
        return [booking_of(row[:-1]) for row in rows if not row[-1]]

    async def usual_words(self, ledger_id: LedgerId, since: date, most: int) -> list[str]:
        values: dict[str, Value] = {"ledger_id": ledger_id, "since": since.isoformat(), "most": most}
        return [word for (word,) in await self._session.all("books.usual_words", values)]

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> int:
        """Removed bookings come along too: what removed them can still be undone."""
        moved = 0
        for *row, removed in await self._session.all("books.bookings_of", {"ledger_id": from_ledger}):
            booking = booking_of(tuple(row))
            if not removed:
                await self._unpost(from_ledger, booking.id)
            accounts, laid = await self._accounts(to_ledger, booking.entry)
            keys: dict[str, Value] = {"id": booking.id, "from_ledger": from_ledger, "to_ledger": to_ledger}
            await self._session.run("books.move_booking", {**keys, **_account_keys(accounts)})
            if not removed:
                await self._post(to_ledger, Booking(id=booking.id, entry=laid), accounts)
                moved += 1
        return moved

    async def _put(self, ledger_id: LedgerId, booking_id: BookingId, entry: Entry, *, was_removed: int) -> Booking:
        accounts, laid = await self._accounts(ledger_id, entry)
        keys: dict[str, Value] = {"id": booking_id, "ledger_id": ledger_id, **_account_keys(accounts)}
        put = await self._session.run("books.put_booking", {**columns(laid), **keys, "was_removed": was_removed})
        if put != 1:
            raise _not_there()
        booking = Booking(id=booking_id, entry=laid)
        await self._post(ledger_id, booking, accounts)
        return booking

    async def _post(self, ledger_id: LedgerId, booking: Booking, accounts: Accounts) -> None:
        """Writes the lines of a booking, which add up to nothing, and adds them to the totals."""
        entry = booking.entry
        for tag in dict.fromkeys(entry.tags):
            tagged: dict[str, Value] = {"ledger_id": ledger_id, "tag": tag, "booking_id": booking.id}
            await self._session.run("books.add_tag", tagged)
        if not is_ordinary(entry):
            await self._post_each(ledger_id, booking, accounts)
            return
        category_line, money_line = lines_of(entry)
        day = entry.booked_on.isoformat()
        values: dict[str, Value] = {
            "ledger_id": ledger_id,
            "booking_id": booking.id,
            **_account_keys(accounts),
            "amount_minor": category_line.amount.minor,
            "money_minor": money_line.amount.minor,
            "currency": category_line.amount.currency,
            "day": day,
            "month": month_start(day),
            "ever": EVER,
        }
        await self._session.run("books.add_lines", values)
        await self._session.run("books.add_to_totals", values)

    async def _post_each(self, ledger_id: LedgerId, booking: Booking, accounts: Accounts) -> None:
        """The same line by line, for what has other accounts than a category and one of the person's own."""
        entry = booking.entry
        for line in lines_of(entry):
            account_id: int = accounts.money if line.account == entry.account else accounts.place
            if line.account not in (entry.account, entry.place):
                account_id = (await self._account_row(ledger_id, line.account_kind, line.account))[0]
            values: dict[str, Value] = {
                "ledger_id": ledger_id,
                "booking_id": booking.id,
                "account_id": account_id,
                "amount_minor": line.amount.minor,
                "currency": line.amount.currency,
            }
            await self._session.run("books.add_line", values)
            for span, starts_on in spans_of(line.account_kind, entry.booked_on.isoformat()):
                counted: dict[str, Value] = {**values, "span": span, "starts_on": starts_on, "bookings": 1}
                await self._session.run("books.add_to_total", counted)

    async def _unpost(self, ledger_id: LedgerId, booking_id: BookingId) -> None:
        """Takes the lines out as they stand, whatever the caller believes the booking to be."""
        keys: dict[str, Value] = {"booking_id": booking_id, "ledger_id": ledger_id}
        dropped = await self._session.all("books.drop_lines", keys)
        if not dropped:
            raise _not_there()
        for account_id, minor, currency, kind, day in dropped:
            for span, starts_on in spans_of(kind, day):
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
        row = await self._session.one("books.tags_of", keys)
        for tag in row[0].split("\n") if row and row[0] else ():
            await self._session.run("books.drop_tags", {**keys, "tag": tag})

    async def _accounts(self, ledger_id: LedgerId, entry: Entry) -> tuple[Accounts, Entry]:
        """The accounts of an entry, and the entry laid where its word lies: one word never counts at two places."""
        kind, money_kind = kind_of(entry, entry.place), kind_of(entry, entry.account)
        keys: dict[str, Value] = {"ledger_id": ledger_id, "kind": kind, "folded": account_key(kind, entry.place.word)}
        money: dict[str, Value] = {
            "money_kind": money_kind,
            "money_folded": account_key(money_kind, entry.account.word),
        }
        row = await self._session.one("books.accounts", {**keys, **money})
        if row is None or row[3] is None:
            place = await self._account_row(ledger_id, kind, entry.place)
            row = (*place, (await self._account_row(ledger_id, money_kind, entry.account))[0])
        row_id, leaf, group, money_id = row
        if (leaf, group) != (entry.place.leaf, entry.place.group):
            entry = msgspec.structs.replace(entry, place=Place(group=group, leaf=leaf, word=entry.place.word))
        return Accounts(AccountId(row_id), AccountId(money_id)), entry

    async def _account_row(self, ledger_id: LedgerId, kind: AccountKind, place: Place) -> Row:
        values: dict[str, Value] = {"ledger_id": ledger_id, "kind": kind, "folded": account_key(kind, place.word)}
        row = await self._session.one("books.account", values)
        if row is None:
            laid = {"word": place.word, "leaf": place.leaf, "grp": place.group}
            row = await self._session.one("books.open_account", {**values, **laid})
            assert row is not None
        return row


def is_ordinary(entry: Entry) -> bool:
    """Whether its two lines are a category's and those of an account of the person's own."""
    return not entry.shares and entry.kind not in ("transfer", "balance") and entry.account.group == "assets"


def _account_keys(accounts: Accounts) -> dict[str, Value]:
    return {"account_id": accounts.place, "money_account_id": accounts.money}


def _not_there() -> Conflict:
    return Conflict("the booking is not there: another ledger's, removed, or already back")
