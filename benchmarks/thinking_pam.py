"""PAM with a model, whole and in this process: her real doors and adapters over HTTP, the pretend street at the end."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.openai_model import OpenAiModel
from adapters.sandbox.feed import Event
from adapters.sandbox.keys import Keys, sandbox_keys
from adapters.sandbox.people import Person
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from benchmarks.cast import SECRET_KEY
from benchmarks.processes import free_port
from handlers.assembly.house import channels_of, doors_of, house_of, opened
from handlers.assembly.senses import senses_of
from handlers.assembly.store import migrate
from handlers.http.app import build_app
from handlers.http.server import PamServer
from handlers.settings import Settings

PATIENCE_S = 30.0


@dataclass(frozen=True)
class Answer:
    """``text`` is "" where none came; ``left_alone``: the model's breaker was open and let nobody through."""

    text: str
    seconds: float
    left_alone: bool


@dataclass(frozen=True)
class Phone:
    """Of a person who says one thing after another: a chat of Telegram's, or a number."""

    person: Person | None
    number: str
    heard: "asyncio.Queue[Event]"

    @property
    def who(self) -> object:
        return self.person.id if self.person else self.number


class ThinkingPam:
    """PAM at work, her vendors, and what each phone hears."""

    def __init__(self, street: Street, model: OpenAiModel, database: Path) -> None:
        self.street = street
        self.database = database
        self._model = model
        self._phones: dict[object, Phone] = {}

    def phone(self, number: int) -> Phone:
        """A chat where the number is even, else a number."""
        person = None if number % 2 else Person(7001 + number, "Ann")
        phone = Phone(person, f"+1415555{3000 + number}", asyncio.Queue())
        self._phones[phone.who] = phone
        return phone

    async def ask(self, phone: Phone, words: str) -> Answer:
        """Says it and waits for what PAM says next on this phone."""
        before, began = self._model.guard.snapshot, time.perf_counter()
        if phone.person:
            self.street.telegram.say(words, phone.person)
        else:
            self.street.sms.say(words, phone.number)
        try:
            event = await asyncio.wait_for(phone.heard.get(), PATIENCE_S)
        except TimeoutError:
            return Answer("", PATIENCE_S, left_alone=False)
        text = str(event.get("text") or event.get("html"))
        after = self._model.guard.snapshot
        left_alone = before.state == after.state == "open" and before.calls == after.calls
        return Answer(text, time.perf_counter() - began, left_alone=left_alone)

    async def listen(self) -> None:
        with self.street.feed.listening() as (_, live):
            while (event := await live.get()) is not None:
                phone = self._phones.get(event.get("who"))
                if phone and event["kind"] == "message" and event.get("from") == "pam":
                    phone.heard.put_nowait(event)


@asynccontextmanager
async def thinking_pam(folder: Path) -> AsyncGenerator[ThinkingPam]:
    """In a folder that is there."""
    street = Street(sandbox_keys(), SystemClock().now)
    async with street.serve() as vendors:
        settings = Settings.read(_environment(folder, street.keys, vendors), role="run")
        await asyncio.to_thread(migrate, settings)
        senses = senses_of(settings)
        assert isinstance(senses.model, OpenAiModel)
        await senses.model.warm_up()
        async with opened(settings, SystemClock(), channels_of(settings), house_of(settings), senses) as (pam, _):
            server = PamServer(build_app(doors_of(settings, pam), ready=_yes), host="127.0.0.1", port=settings.port)
            await server.start()
            street.point_at(settings.public_url or "")
            here = ThinkingPam(street, senses.model, folder / "pam.db")
            working, listening = asyncio.create_task(pam.work()), asyncio.create_task(here.listen())
            try:
                yield here
            finally:
                pam.rest()
                listening.cancel()
                await asyncio.gather(server.stop(), working)


async def _yes() -> bool:
    return True


def _environment(folder: Path, keys: Keys, vendors: str) -> dict[str, str]:
    """Nothing is capped: every message that may wait for the model does."""
    port = free_port()
    return {
        "DATABASE_URL": f"sqlite:///{folder / 'pam.db'}",
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PAM_SECRET_KEY": SECRET_KEY,
        "PAM_SIGNUP": "open",
        "PAM_DAILY_SMS": "0",
        "PAM_DAILY_TURNS": "0",
        "PAM_DAILY_MODEL_USD": "0",
        "TELEGRAM_BOT_TOKEN": keys.bot_token,
        "TELEGRAM_WEBHOOK_SECRET": keys.webhook_secret,
        "TELEGRAM_API_URL": vendors,
        "TWILIO_ACCOUNT_SID": keys.account_sid,
        "TWILIO_AUTH_TOKEN": keys.auth_token,
        "TWILIO_PHONE_NUMBER": keys.phone_number,
        "TWILIO_API_URL": vendors,
        "OPENAI_API_KEY": keys.openai_key,
        "OPENAI_BASE_URL": f"{vendors}/v1",
    }
