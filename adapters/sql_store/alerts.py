"""Alerts in SQL: raised once, with what became of them."""

from datetime import date, datetime

import msgspec

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.alert import Alert, AlertState, KeptAlert
from bot.domain.ids import AlertId, PersonId
from bot.ports.alerts import Mute

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, int | str]).decode


class SqlAlerts:
    """Fulfils ``bot.ports.alerts.Alerts``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def raise_once(self, person_id: PersonId, alert: Alert, *, at: datetime, trace_id: str) -> KeptAlert | None:
        values: dict[str, Value] = {
            "person_id": person_id,
            "kind": alert.kind,
            "subject": alert.subject,
            "period": alert.period.isoformat(),
            "threshold": alert.threshold,
            "now": to_ms(at),
            "trace_id": trace_id,
            "facts": _encode(alert.facts).decode(),
        }
        row = await self._session.one("alerts.raise_once", values)
        if row is None:
            return None
        return KeptAlert(
            id=AlertId(row[0]), person_id=person_id, alert=alert, state="raised", raised_at=at, trace_id=trace_id
        )

    async def settle(self, alert_id: AlertId, state: AlertState, *, at: datetime, reason: str = "") -> None:
        await self._session.run("alerts.settle", {"id": alert_id, "state": state, "now": to_ms(at), "reason": reason})

    async def one(self, person_id: PersonId, alert_id: AlertId) -> KeptAlert | None:
        row = await self._session.one("alerts.one", {"person_id": person_id, "id": alert_id})
        return _kept(row) if row else None

    async def held(self, person_id: PersonId) -> list[KeptAlert]:
        return [_kept(row) for row in await self._session.all("alerts.held", {"person_id": person_id})]

    async def told(self, person_id: PersonId, since: datetime) -> list[KeptAlert]:
        rows = await self._session.all("alerts.told", {"person_id": person_id, "since": to_ms(since)})
        return [_kept(row) for row in rows]

    async def mute(self, person_id: PersonId, mute: Mute) -> None:
        values: dict[str, Value] = {"person_id": person_id, "about": mute.about, "until": to_ms(mute.until)}
        await self._session.run("alerts.mute", values)

    async def mutes(self, person_id: PersonId, at: datetime) -> list[Mute]:
        rows = await self._session.all("alerts.mutes", {"person_id": person_id, "now": to_ms(at)})
        return [Mute(about, from_ms(until)) for about, until in rows]

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        people: dict[str, Value] = {"from_person": from_person, "to_person": to_person}
        for name in ("alerts.move", "alerts.move_mutes"):
            await self._session.run(name, people)


def _kept(row: Row) -> KeptAlert:
    row_id, person_id, kind, subject, period, threshold, state, reason, raised_at, told_at, trace_id, facts = row
    alert = Alert(
        kind=kind,
        subject=subject,
        period=date.fromisoformat(period),
        threshold=threshold,
        facts=_decode(facts),
    )
    return KeptAlert(
        id=AlertId(row_id),
        person_id=PersonId(person_id),
        alert=alert,
        state=state,
        raised_at=from_ms(raised_at),
        told_at=None if told_at is None else from_ms(told_at),
        reason=reason,
        trace_id=trace_id,
    )
