"""Costs in SQL: a row a person, day and service, and one a month for the whole house."""

from datetime import date

from adapters.sql_store.session import Session, Value
from bot.domain.ids import PersonId
from bot.ports.costs import Hold, HouseMonth, Service, Used

# More than any sum: the largest number both engines keep.
NO_CAP = 2**63 - 1


class SqlCosts:
    """Fulfils ``bot.ports.costs.Costs``. The month is always written before the day, so that nobody waits in a ring."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def hold(self, hold: Hold, monthly_cap: int | None) -> bool:
        cap = NO_CAP if monthly_cap is None else monthly_cap
        month: dict[str, Value] = {"month": hold.month, "micro_usd": hold.micro_usd, "cap": cap}
        if not await self._session.run("costs.hold_of_month", month):
            return False
        await self._session.run("costs.hold", {**_row(hold), "counts": int(hold.counts), "micro_usd": hold.micro_usd})
        return True

    async def settle(self, hold: Hold, spent: Used) -> None:
        money: dict[str, Value] = {"micro_usd": spent.micro_usd, "held_micro_usd": hold.micro_usd}
        await self._session.run("costs.settle_month", {"month": hold.month, **money})
        used: dict[str, Value] = {"calls": spent.calls, "units_in": spent.units_in, "units_out": spent.units_out}
        await self._session.run("costs.settle", {**_row(hold), **money, **used})

    async def refuse(self, person_id: PersonId, day: date, service: Service) -> int:
        values: dict[str, Value] = {"person_id": person_id, "day": day.isoformat(), "service": service}
        row = await self._session.one("costs.refuse", values)
        assert row is not None
        return row[0]

    async def count_sms(self, person_id: PersonId, day: date, segments: int, cap: int | None) -> int:
        values: dict[str, Value] = {
            "person_id": person_id,
            "day": day.isoformat(),
            "segments": segments,
            "counts": 0 if cap is None else 1,
            "cap": NO_CAP if cap is None else cap,
        }
        row = await self._session.one("costs.count_sms", values)
        assert row is not None
        return row[0]

    async def of_day(self, person_id: PersonId, day: date) -> list[Used]:
        return await self.of_days(person_id, day, day)

    async def of_days(self, person_id: PersonId, first: date, last: date) -> list[Used]:
        values: dict[str, Value] = {"person_id": person_id, "first": first.isoformat(), "last": last.isoformat()}
        rows = await self._session.all("costs.of_days", values)
        return [
            Used(
                service=service,
                calls=calls,
                counted=counted,
                units_in=units_in,
                units_out=units_out,
                micro_usd=micro_usd,
                reserved_micro_usd=reserved,
            )
            for service, calls, counted, units_in, units_out, micro_usd, reserved in rows
        ]

    async def of_month(self, month: str) -> HouseMonth:
        values: dict[str, Value] = {"month": month, "first": f"{month}-01", "last": f"{month}-31"}
        row = await self._session.one("costs.of_month", values)
        assert row is not None
        return HouseMonth(*row)


def _row(hold: Hold) -> dict[str, Value]:
    return {"person_id": hold.person_id, "day": hold.day.isoformat(), "service": hold.service}
