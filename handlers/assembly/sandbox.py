"""The whole of PAM on one machine: the real doors and adapters, the pretend street, and the page with two phones."""

import asyncio
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace
from starlette.routing import Router
from starlette.types import ASGIApp

from adapters.chart_painter.svg import svg_of
from adapters.sandbox.keys import Keys, sandbox_keys
from adapters.sandbox.movable_clock import MovableClock
from adapters.sandbox.page_hooks import Hooks
from adapters.sandbox.page_server import page_routes
from adapters.sandbox.people import ANN, ANN_NUMBER
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from bot.domain.decision import SkillCall
from bot.domain.letter import Address
from bot.kit.secret import Secret
from bot.pam import Pam
from handlers.assembly.house import house_of, kept_secret, opened, set_up_logs
from handlers.assembly.moving_time import MovingTime
from handlers.assembly.serving import serve
from handlers.assembly.store import migrate
from handlers.logs import Logs
from handlers.settings import OpenAiSettings, Settings, TelegramSettings, TwilioSettings
from handlers.settings.openai import USUAL_EMBEDDING, USUAL_MODEL, USUAL_TRANSCRIPTION

# Every booking is looked at, and as a rule nothing comes of it; what does is told as an alert.
UNTOLD = frozenset({"event"})
# Between the pieces of what the pretend model says: as fast as it can, a draft would pass unseen.
SPOKEN_PACE_S = 0.08
DATA = Path("var/sandbox/pam.db")
# What the page's charts are, said as a brain would say it.
CHARTS = {
    "month": SkillCall("spending_query", {"chart": True}),
    "trend": SkillCall("spending_query", {"by": "month", "chart": True}),
    "budget": SkillCall("budget_status", {"chart": True}),
}
PHONES = (Address("telegram", str(ANN.id)), Address("sms", ANN_NUMBER))


async def run_sandbox(settings: Settings, *, port: int, show_page: bool) -> int:
    """The whole of PAM on this machine: the real doors, the pretend street, and the page with two phones."""
    clock = MovableClock(SystemClock().now)
    street = Street(sandbox_keys(), clock.now)
    street.openai.pace_s = SPOKEN_PACE_S
    async with street.serve() as vendors:
        own = _sandbox_settings(settings, street.keys, vendors, port)
        migrate(own)
        street.point_at(own.public_url or "")
        written = set_up_logs(own)

        def pages(pam: Pam) -> ASGIApp:
            return _page(street, pam, clock, Steps(written, pam.accounts.deeds_of, clock.now))

        async with opened(own, clock, {}, house_of(own)) as (pam, _):
            await pam.accounts.introduce(ANN.first_name, *PHONES)
        if show_page:
            # A terminal's own browser would hold up whoever opens it.
            opener = threading.Thread(target=webbrowser.open, args=(own.public_url or "",), daemon=True)
            asyncio.get_running_loop().call_later(0.5, opener.start)
        sys.stdout.write(f"PAM is at {own.public_url}/ - Ctrl-C ends her\n")
        sys.stdout.flush()
        return await serve(own, clock, house_of(own), pages, street.feed.close)


def _page(street: Street, pam: Pam, clock: MovableClock, steps: "Steps") -> ASGIApp:
    async def set_timezone(zone: str) -> None:
        await pam.accounts.set_timezone(PHONES[0], zone)

    async def start_over(language: str) -> None:
        await pam.looks.start_over(ANN.first_name, language, *PHONES)

    async def books() -> bytes:
        return msgspec.json.encode(await pam.looks.ledger_at(PHONES[0]))

    async def chart(name: str) -> bytes | None:
        call = CHARTS.get(name)
        drawn = await pam.looks.chart_at(PHONES[0], call) if call else None
        return svg_of(drawn).encode() if drawn else None

    hooks = Hooks(
        set_timezone=set_timezone,
        move_clock=MovingTime(clock, pam, PHONES[0]).move,
        books=books,
        chart=chart,
        start_over=start_over,
        steps=steps,
    )
    return Router(page_routes(street, hooks))


def _sandbox_settings(settings: Settings, keys: Keys, vendors: str, port: int) -> Settings:
    """The pretend street's keys and addresses; the data lies apart from a host's own."""
    return replace(
        settings,
        host="127.0.0.1",
        port=port,
        public_url=f"http://127.0.0.1:{port}",
        database_path=str(DATA),
        redis_url=None,
        secret_keys=(Secret(kept_secret(DATA.parent)),),
        telegram=TelegramSettings(Secret(keys.bot_token), Secret(keys.webhook_secret), vendors),
        twilio=TwilioSettings(
            account_sid=keys.account_sid,
            auth_token=Secret(keys.auth_token),
            number=keys.phone_number,
            messaging_service_sid=None,
            verify_service_sid=None,
            api_url=vendors,
        ),
        # A host's own model, where that was asked for.
        openai=settings.openai or _pretend_model(keys, vendors),
        signup="open",
        spending=replace(settings.spending, daily_sms=0),
        log_level="DEBUG",
    )


def _pretend_model(keys: Keys, vendors: str) -> OpenAiSettings:
    return OpenAiSettings(
        api_key=Secret(keys.openai_key),
        base_url=f"{vendors}/v1",
        wire="chat",
        model=USUAL_MODEL,
        embedding_model=USUAL_EMBEDDING,
        vision_model=USUAL_MODEL,
        transcription_model=USUAL_TRANSCRIPTION,
    )


class Steps:
    """What happened inside, for the page: the log records that name a stage, the ledger's with its own lines.

    ``now`` is the time on the phones, which may have been moved ahead of the log's.
    """

    def __init__(
        self, written: Logs, deeds_of: Callable[[str], Awaitable[list[str]]], now: Callable[[], datetime]
    ) -> None:
        self._deeds_of = deeds_of
        self._now = now
        self._listeners: set[asyncio.Queue[dict[str, str]]] = set()
        written.add_listener(self._hear)

    def _hear(self, fields: Mapping[str, object]) -> None:
        names = {"trace": "trace_id", "stage": "stage", "text": "message"}
        step = {name: str(fields.get(source, "")) for name, source in names.items()}
        # What is only looked at and taken back belongs to no trace.
        if step["stage"] in UNTOLD or not step["trace"]:
            return
        step["at"] = self._now().isoformat()
        for listener in self._listeners:
            listener.put_nowait(step)

    async def subscribe(self) -> AsyncIterator[dict[str, str]]:
        heard: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._listeners.add(heard)
        told = ""
        try:
            while True:
                step = await heard.get()
                if step["stage"] == "ledger":
                    # One message may do several things; all of them are told with the first.
                    if step["trace"] == told:
                        continue
                    told = step["trace"]
                    step["text"] = "; ".join(await self._deeds_of(step["trace"])) or step["text"]
                yield step
        finally:
            self._listeners.discard(heard)
