"""The books on Postgres: an ordinary booking is one statement, since each costs a way there and back."""

import msgspec

from adapters.sql_store.booking_rows import columns
from adapters.sql_store.books import SqlBooks, is_ordinary
from adapters.sql_store.session import Value
from adapters.sql_store.totals import EVER, month_start
from bot.domain.booking import Booking, Entry, account_key, kind_of, lines_of
from bot.domain.ids import BookingId, LedgerId, PersonId
from bot.domain.taxonomy import Place


class PostgresBooks(SqlBooks):
    """Fulfils ``bot.ports.books.Books``."""

    async def add(self, ledger_id: LedgerId, person_id: PersonId, entry: Entry) -> Booking:
        if not is_ordinary(entry):
            return await super().add(ledger_id, person_id, entry)
        place, account = entry.place, entry.account
        lines = lines_of(entry)
        placed, money = lines[0], lines[-1]
        values: dict[str, Value] = {
            **columns(entry),
            "ledger_id": ledger_id,
            "person_id": person_id,
            "folded": account_key(kind_of(entry, place), place.word),
            "word": place.word,
            "leaf": place.leaf,
            "grp": place.group,
            "money_folded": account_key("asset", account.word),
            "money_word": account.word,
            "money_leaf": account.leaf,
            "money_grp": account.group,
            "placed_minor": placed.amount.minor,
            "money_minor": money.amount.minor,
            "line_currency": placed.amount.currency,
            "month": month_start(entry.booked_on.isoformat()),
            "ever": EVER,
        }
        row = await self._session.one("books.record", values)
        assert row is not None
        row_id, leaf, group = row
        laid = entry
        if (leaf, group) != (place.leaf, place.group):
            laid = msgspec.structs.replace(entry, place=Place(group=group, leaf=leaf, word=place.word))
        return Booking(id=BookingId(row_id), entry=laid)
