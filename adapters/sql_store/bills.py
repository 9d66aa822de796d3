"""Bills in SQL."""

from datetime import date

from msgspec.structs import replace

from adapters.sql_store.session import Row, Session, Value
from bot.domain.bill import Bill
from bot.domain.ids import BillId, LedgerId, PersonId
from bot.domain.money import Money


class SqlBills:
    """Fulfils ``bot.ports.bills.Bills``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, ledger_id: LedgerId, person_id: PersonId, bill: Bill) -> Bill:
        row = await self._session.one("bills.add", {**_columns(ledger_id, bill), "person_id": person_id})
        assert row is not None
        return replace(bill, id=BillId(row[0]))

    async def change(self, ledger_id: LedgerId, bill: Bill) -> None:
        await self._session.run("bills.change", {**_columns(ledger_id, bill), "id": bill.id})

    async def all(self, ledger_id: LedgerId) -> list[Bill]:
        return [_bill(row) for row in await self._session.all("bills.all", {"ledger_id": ledger_id})]

    async def one(self, ledger_id: LedgerId, bill_id: BillId) -> Bill | None:
        row = await self._session.one("bills.one", {"ledger_id": ledger_id, "id": bill_id})
        return _bill(row) if row else None

    async def set_removed(self, ledger_id: LedgerId, bill_id: BillId, *, removed: bool) -> bool:
        values: dict[str, Value] = {"ledger_id": ledger_id, "id": bill_id, "removed": int(removed)}
        return await self._session.run("bills.set_removed", values) == 1

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None:
        values: dict[str, Value] = {"from_ledger": from_ledger, "to_ledger": to_ledger, "to_person": to_person}
        await self._session.run("bills.move", values)


def _columns(ledger_id: LedgerId, bill: Bill) -> dict[str, Value]:
    return {
        "ledger_id": ledger_id,
        "word": bill.word,
        "merchant": bill.merchant,
        "amount_minor": bill.amount.minor,
        "currency": bill.amount.currency,
        "recurrence": bill.recurrence,
        "starts_on": bill.starts_on.isoformat(),
        "paid_through": bill.paid_through.isoformat() if bill.paid_through else None,
        "found": int(bill.found),
    }


def _bill(row: Row) -> Bill:
    row_id, word, merchant, minor, currency, recurrence, starts_on, paid_through, found = row
    return Bill(
        id=BillId(row_id),
        word=word,
        merchant=merchant,
        amount=Money(minor, currency),
        recurrence=recurrence,
        starts_on=date.fromisoformat(starts_on),
        paid_through=date.fromisoformat(paid_through) if paid_through else None,
        found=bool(found),
    )
