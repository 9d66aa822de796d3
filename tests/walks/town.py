"""The whole way, in one process: real doors, real adapters and SDKs over HTTP, the pretend street at the other end."""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from msgspec.structs import replace

from adapters.sandbox.keys import Keys, sandbox_keys
from adapters.sandbox.people import ANN, ANN_NUMBER, Person
from adapters.sandbox.street import Street
from bot.pam import Pam
from handlers.assembly.house import channels_of, doors_of, house_of, opened
from handlers.assembly.senses import senses_of
from handlers.http.app import build_app
from handlers.http.server import PamServer
from handlers.settings import Settings
from tests.clocks import FakeClock
from tests.kept import SECRET
from tests.shelves import Shelf

Event = dict[str, object]


class Town:
    """PAM at work, and the phones of whoever writes to her."""

    def __init__(self, street: Street, pam: Pam, clock: FakeClock) -> None:
        self.street = street
        self.pam = pam
        self.clock = clock

    async def text(self, words: str, number: str = ANN_NUMBER, *, answers: int = 1) -> str:
        """Sends an SMS and reads the last of so many messages that follow."""
        return await self._heard(lambda: self.street.sms.say(words, number), "sms", answers)

    async def chat(self, words: str, user: Person = ANN, *, answers: int = 1) -> str:
        return await self._heard(lambda: self.street.telegram.say(words, user), "telegram", answers)

    async def tap(self, label: str, user: Person = ANN) -> str:
        """Presses a button under the last message that has it and reads what the message turns into."""
        message_id, data = self._button(label, user)
        return await self._heard(lambda: self.street.telegram.tap(message_id, data, user), "telegram", 1)

    def _button(self, label: str, user: Person) -> tuple[int, str]:
        for message in reversed(self.street.telegram.messages(user)):
            rows = message.keyboard.inline_keyboard if message.keyboard else []
            for button in (button for row in rows for button in row):
                if button.text == label and button.callback_data:
                    return message.id, button.callback_data
        raise LookupError(label)

    async def _heard(self, act: Callable[[], object], phone: str, answers: int) -> str:
        with self.street.feed.listening() as (_, live):
            act()
            while True:
                event = await asyncio.wait_for(live.get(), 20)
                if event is None:
                    raise EOFError
                if event.get("phone") == phone and event.get("from") == "pam" and event["kind"] in ("message", "edit"):
                    answers -= 1
                    if not answers:
                        return str(event.get("text") or event.get("html"))


def a_town(shelf: Shelf, **changed: object) -> AbstractAsyncContextManager[Town]:
    """A house on this shelf and a free port, its vendors on another."""
    return _a_town(shelf, changed, thinks=False)


def a_thinking_town(shelf: Shelf) -> AbstractAsyncContextManager[Town]:
    """The same with the street's pretend model."""
    return _a_town(shelf, {}, thinks=True)


@asynccontextmanager
async def _a_town(shelf: Shelf, changed: Mapping[str, object], *, thinks: bool) -> AsyncGenerator[Town]:
    clock = FakeClock()
    street = Street(sandbox_keys(), clock.now)
    async with street.serve() as vendors:
        model = {"OPENAI_API_KEY": street.keys.openai_key, "OPENAI_BASE_URL": f"{vendors}/v1"} if thinks else {}
        settings = replace(_settings(shelf.url, street.keys, vendors, model), **changed)
        channels = channels_of(settings)
        async with opened(settings, clock, channels, house_of(settings), senses_of(settings)) as (pam, _):
            server = PamServer(build_app(doors_of(settings, pam), ready=_yes), host="127.0.0.1", port=settings.port)
            await server.start()
            street.point_at(settings.public_url or "")
            working = asyncio.create_task(pam.work())
            try:
                yield Town(street, pam, clock)
            finally:
                pam.rest()
                await asyncio.gather(server.stop(), working)


async def _yes() -> bool:
    return True


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _settings(database_url: str, keys: Keys, vendors: str, model: dict[str, str]) -> Settings:
    port = free_port()
    environ = {
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PAM_SECRET_KEY": SECRET,
        "PAM_SIGNUP": "open",
        "PAM_DAILY_SMS": "0",
        "TELEGRAM_BOT_TOKEN": keys.bot_token,
        "TELEGRAM_WEBHOOK_SECRET": keys.webhook_secret,
        "TELEGRAM_API_URL": vendors,
        "TWILIO_ACCOUNT_SID": keys.account_sid,
        "TWILIO_AUTH_TOKEN": keys.auth_token,
        "TWILIO_PHONE_NUMBER": keys.phone_number,
        "TWILIO_API_URL": vendors,
        **model,
    }
    return Settings.read(environ, role="run")
