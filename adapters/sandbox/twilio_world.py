"""One SMS account: its messages, its carrier, and where its webhooks go."""

from collections.abc import Callable
from dataclasses import dataclass

from adapters.sandbox.carrier import Carrier
from adapters.sandbox.feed import Feed
from adapters.sandbox.iso_time import iso_time
from adapters.sandbox.keys import Keys
from adapters.sandbox.twilio_messages import Sms, SmsBook


@dataclass
class TwilioWorld:
    """``inbound_url`` is what the number is configured to call; empty calls nobody."""

    keys: Keys
    book: SmsBook
    carrier: Carrier
    feed: Feed
    now: Callable[[], float]
    inbound_url: str = ""

    def show(self, sms: Sms) -> None:
        """On the page's right phone."""
        from_person = sms.direction == "inbound"
        self.feed.publish(
            {
                "kind": "message",
                "phone": "sms",
                "who": sms.from_ if from_person else sms.to,
                "id": sms.sid,
                "from": "person" if from_person else "pam",
                "text": sms.body,
                "buttons": [],
                "segments": sms.segments,
                "status": sms.status,
                "at": iso_time(self.now()),
            }
        )

    def move(self, sms: Sms, status: str, error_code: int | None = None) -> None:
        self.book.move(sms, status, error_code)
        self.feed.publish({"kind": "status", "phone": "sms", "who": sms.to, "id": sms.sid, "status": status})
