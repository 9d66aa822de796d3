"""The street outside PAM's house: her vendors on one loopback port, and the people who use them."""

import contextlib
from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from adapters.sandbox.carrier import Carrier
from adapters.sandbox.courier import Backoff, Courier
from adapters.sandbox.errands import Errands
from adapters.sandbox.faults import Faults
from adapters.sandbox.feed import Feed
from adapters.sandbox.front import Front
from adapters.sandbox.journal import Journal
from adapters.sandbox.keys import Keys
from adapters.sandbox.loopback_server import serve_on_loopback
from adapters.sandbox.openai_api import OpenAiApi
from adapters.sandbox.openai_world import OpenAi
from adapters.sandbox.people import Person
from adapters.sandbox.telegram_api import TelegramApi
from adapters.sandbox.telegram_chats import Chats
from adapters.sandbox.telegram_files import Files
from adapters.sandbox.telegram_limits import Limits
from adapters.sandbox.telegram_person import TelegramPerson
from adapters.sandbox.telegram_photos import Photos
from adapters.sandbox.telegram_taps import Taps
from adapters.sandbox.telegram_updates import Updates, Webhook
from adapters.sandbox.telegram_world import TelegramWorld
from adapters.sandbox.twilio_api import TwilioApi
from adapters.sandbox.twilio_delivery import TwilioDelivery
from adapters.sandbox.twilio_messages import SmsBook
from adapters.sandbox.twilio_phone import TwilioPhone
from adapters.sandbox.twilio_webhooks import TwilioWebhooks
from adapters.sandbox.twilio_world import TwilioWorld

BACKOFF = Backoff()


class Street:
    """The stand-ins and their people; ``clock`` is PAM's own, so that both live in the same moment.

    telegram, sms   a person's two phones: say, tap, edit, …
    openai          the pretend model: what it was asked and what it answers
    faults          the switches that break a vendor
    limits          Telegram's limits and the count of broken ones
    journal         every call in both directions
    feed            what the phones show
    """

    def __init__(
        self,
        keys: Keys,
        clock: Callable[[], datetime],
        *,
        journal_path: Path | None = None,
        backoff: Backoff = BACKOFF,
    ) -> None:
        def now() -> float:
            return clock().timestamp()

        self.keys = keys
        self.now = now
        self.feed = Feed()
        self.journal = Journal(now, journal_path)
        self.faults = Faults(lambda vendor, mode: self.feed.publish({"kind": "fault", "vendor": vendor, "mode": mode}))
        self.limits = Limits(now)
        self._courier = Courier(self.journal, self.faults)
        self._errands = Errands()
        self._front = Front(self.journal, self.faults)
        self._updates = Updates(self._courier, self.faults, backoff, now)
        files = Files()
        telegram = TelegramWorld(
            keys, Chats(now), self._updates, Taps(), self.limits, files, Photos(files), self.feed, now
        )
        self.telegram = TelegramPerson(telegram)
        self._telegram_api = TelegramApi(telegram)
        self._twilio = TwilioWorld(keys, SmsBook(keys.account_sid, now), Carrier(), self.feed, now)
        webhooks = TwilioWebhooks(self._courier, backoff, keys.auth_token)
        delivery = TwilioDelivery(self._twilio, webhooks, self.faults, self._errands)
        self.sms = TwilioPhone(self._twilio, webhooks, delivery, self._errands)
        self._twilio_api = TwilioApi(self._twilio, delivery)
        self.openai = OpenAi()
        self._openai_api = OpenAiApi(keys, self.openai, self.faults, now)

    def point_at(self, public_url: str) -> None:
        """PAM's address: as if her Telegram webhook and her number's inbound address had been set to it."""
        base = public_url.rstrip("/")
        self._updates.point(Webhook(f"{base}/telegram/webhook", self.keys.webhook_secret))
        self._twilio.inbound_url = f"{base}/sms/inbound"

    def forget_conversations(self, person: Person, number: str) -> None:
        """Both phones empty, as new ones are; what waits at a vendor is delivered all the same."""
        self.telegram.forget(person)
        self.feed.forget({person.id, number})

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """All vendors as one ASGI app; only ``serve`` can also hang up on a caller."""
        path = scope["path"]
        if path.startswith(("/bot", "/file/bot")):
            await self._front.receive(self._telegram_api, scope, receive, send)
        elif path.startswith("/2010-04-01/"):
            await self._front.receive(self._twilio_api, scope, receive, send)
        elif path.startswith("/v1/"):
            await self._front.receive(self._openai_api, scope, receive, send)
        else:
            await PlainTextResponse("Nobody lives here.", 404)(scope, receive, send)

    @contextlib.asynccontextmanager
    async def serve(self) -> AsyncGenerator[str]:
        """On a free port of 127.0.0.1 within the running loop; yields the address for the ``*_API_URL`` settings."""
        async with serve_on_loopback(self.app) as url:
            try:
                yield url
            finally:
                await self.close()

    async def settled(self) -> None:
        """Until every webhook was taken or given up."""
        await self.telegram.settled()
        await self.sms.settled()

    async def close(self) -> None:
        self.feed.close()
        await self._updates.close()
        await self._errands.close()
        await self._courier.close()
        self.journal.close()
