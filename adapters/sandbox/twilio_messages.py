"""Every SMS of the account, in the shape of Twilio's Message resource."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate

from adapters.sandbox.sms_segments import count_segments

API_VERSION = "2010-04-01"

ERRORS = {
    30003: "Unreachable destination handset",
    30004: "Message blocked",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
    30034: "US A2P 10DLC - Message from an Unregistered Number",
}


@dataclass
class Sms:
    """One message in either direction; ``status`` moves on with the carrier."""

    sid: str
    account_sid: str
    from_: str
    to: str
    body: str
    direction: str
    status: str
    created: float
    updated: float
    messaging_service_sid: str | None = None
    error_code: int | None = None

    @property
    def segments(self) -> int:
        return count_segments(self.body)

    def as_json(self) -> dict[str, object]:
        uri = f"/{API_VERSION}/Accounts/{self.account_sid}/Messages/{self.sid}"
        waiting = self.status in ("queued", "accepted")
        return {
            "account_sid": self.account_sid,
            "api_version": API_VERSION,
            "body": self.body,
            "date_created": _rfc2822(self.created),
            "date_sent": None if waiting else _rfc2822(self.updated),
            "date_updated": _rfc2822(self.updated),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": ERRORS.get(self.error_code) if self.error_code else None,
            "from": self.from_,
            "messaging_service_sid": self.messaging_service_sid,
            "num_media": "0",
            "num_segments": str(self.segments),
            "price": None,
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


class SmsBook:
    """All messages by sid, oldest first."""

    def __init__(self, account_sid: str, now: Callable[[], float]) -> None:
        self._account_sid = account_sid
        self._now = now
        self._by_sid: dict[str, Sms] = {}

    def write(self, from_: str, to: str, body: str, direction: str, status: str) -> Sms:
        now = self._now()
        sid = f"SM{secrets.token_hex(16)}"
        sms = Sms(sid, self._account_sid, from_, to, body, direction, status, created=now, updated=now)
        self._by_sid[sid] = sms
        return sms

    def move(self, sms: Sms, status: str, error_code: int | None = None) -> None:
        sms.status = status
        sms.error_code = error_code
        sms.updated = self._now()

    def find(self, sid: str) -> Sms | None:
        return self._by_sid.get(sid)

    def newest_first(self) -> list[Sms]:
        return list(reversed(self._by_sid.values()))

    def of_phone(self, number: str) -> list[Sms]:
        """What a phone sent and received, oldest first."""
        return [sms for sms in self._by_sid.values() if number in (sms.from_, sms.to)]


def _rfc2822(seconds: float) -> str:
    return formatdate(seconds).replace("-0000", "+0000")
