"""The composition root: the only file that sees both sides of a port."""

import asyncio
import contextlib
import secrets
import signal
import sys
import webbrowser
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import uvloop
from loguru import logger
from msgspec.structs import replace
from starlette.types import ASGIApp

from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from adapters.system_clock import SystemClock
from bot.domain.errors import PamError
from bot.domain.letter import Address
from bot.domain.visit import House
from bot.kit.keyring import Keyring
from bot.pam import Pam, build_pam
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from handlers import logs
from handlers.http.app import Door, build_app
from handlers.http.server import PamServer
from handlers.logs import Logs
from handlers.settings import Secret, Settings, TelegramSettings, TwilioSettings

Answer = TypeVar("Answer")

# Telegram may be away when PAM starts; she answers SMS meanwhile and tries again.
REGISTER_AGAIN_S = (1, 2, 5, 10, 30)


def in_loop(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs a role on uvloop: half the CPU of the standard loop for small requests."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def set_up_logs(settings: Settings) -> Logs:
    style = settings.log_format or ("text" if sys.stderr.isatty() else "json")
    return logs.set_up_logs(sys.stderr.buffer, level=settings.log_level, style=style, secrets=settings.secrets())


def migrate(settings: Settings) -> int:
    """How many migrations it took."""
    return migrate_file(Path(settings.database_path))


@asynccontextmanager
async def opened(
    settings: Settings, clock: Clock, channels: Mapping[str, Channel], house: House
) -> AsyncGenerator[Pam]:
    """PAM over her store, for as long as the block lasts."""
    async with AsyncExitStack() as stack:
        store = SqliteStore.open(Path(settings.database_path), _keyring(settings))
        stack.push_async_callback(store.close)
        for channel in channels.values():
            stack.push_async_callback(channel.close)
        yield build_pam(store, clock, channels, house)


def ask_once(settings: Settings, question: Callable[[Pam], Awaitable[Answer]]) -> Answer:
    """Asks PAM one thing, with no door open."""

    async def ask() -> Answer:
        async with opened(settings, SystemClock(), {}, house_of(settings)) as pam:
            return await question(pam)

    return in_loop(ask())


def house_of(settings: Settings) -> House:
    return House(
        signup=settings.signup,
        sms=settings.twilio is not None,
        telegram=settings.telegram is not None,
        sms_countries=_countries(settings),
        daily_sms=settings.daily_sms,
        timezone=settings.default_timezone,
        locale=settings.default_locale,
        currency=settings.default_currency,
    )


def channels_of(settings: Settings) -> dict[str, Channel]:
    """The doors out that are configured; each imports its vendor's SDK when it is first used."""
    channels: dict[str, Channel] = {}
    if settings.telegram:
        from adapters.telegram_channel import TELEGRAM, TelegramChannel

        channels["telegram"] = TelegramChannel(
            settings.telegram.bot_token.reveal(), settings.telegram.api_url or TELEGRAM
        )
    if settings.twilio:
        from adapters.twilio_channel import TWILIO, TwilioAccount, TwilioChannel

        channels["sms"] = TwilioChannel(
            TwilioAccount(
                account_sid=settings.twilio.account_sid,
                auth_token=settings.twilio.auth_token.reveal(),
                sender=settings.twilio.messaging_service_sid or settings.twilio.number or "",
                public_url=settings.public_url or "",
                api_url=settings.twilio.api_url or TWILIO,
            )
        )
    return channels


def doors_of(settings: Settings, pam: Pam) -> dict[str, Door]:
    """The doors in that are configured."""
    doors: dict[str, Door] = {}
    if settings.telegram and settings.telegram.webhook_secret:
        doors |= _telegram_doors(settings.telegram, pam)
    if settings.twilio and settings.public_url:
        doors |= _sms_doors(settings.twilio, settings.public_url, pam)
    return doors


def _telegram_doors(telegram: TelegramSettings, pam: Pam) -> dict[str, Door]:
    from handlers.http.telegram_webhook import TelegramWebhook

    secret = telegram.webhook_secret.reveal() if telegram.webhook_secret else ""
    return TelegramWebhook(secret, accept=pam.messages.accept, keep_raw=pam.messages.keep_raw).doors()


def _sms_doors(twilio: TwilioSettings, public_url: str, pam: Pam) -> dict[str, Door]:
    from handlers.http.sms_webhook import SmsSettings, SmsWebhook

    told = SmsSettings(
        account_sid=twilio.account_sid,
        auth_token=twilio.auth_token.reveal(),
        public_url=public_url,
        number=twilio.number if not twilio.messaging_service_sid else None,
    )
    return SmsWebhook(told, accept=pam.messages.accept, report=pam.messages.report).doors()


async def run(settings: Settings) -> int:
    """Web and worker in one process until SIGTERM or Ctrl-C; exit code 0 within 8 s of it."""
    return await _serve(settings, SystemClock(), house_of(settings), None)


async def _serve(settings: Settings, clock: Clock, house: House, pages: Callable[[Pam], ASGIApp] | None) -> int:
    channels = channels_of(settings)
    async with opened(settings, clock, channels, house) as pam:
        stop = _stop_on_signals()

        async def ready() -> bool:
            return not stop.is_set()

        app = build_app(doors_of(settings, pam), ready=ready, pages=pages(pam) if pages else None)
        server = PamServer(app, host=settings.host, port=settings.port)
        await server.start()
        logger.info("PAM listens on http://{}:{}", settings.host, server.port)
        working = asyncio.create_task(pam.work())
        greeting = asyncio.create_task(_greet_vendors(settings, channels, house))
        await asyncio.wait([working, asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
        greeting.cancel()
        pam.rest()
        await asyncio.gather(server.stop(), working)
        logger.info("PAM has stopped")
    return 0


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


async def _greet_vendors(settings: Settings, channels: Mapping[str, Channel], house: House) -> None:
    """What is better done before the first message but must not hold it up: the webhook, the bot's name, the SDKs."""
    from adapters.telegram_channel import TelegramChannel

    telegram = channels.get("telegram")
    if not isinstance(telegram, TelegramChannel) or not settings.telegram or not settings.telegram.webhook_secret:
        return
    for wait_s in (*REGISTER_AGAIN_S, *[60] * 1000):
        try:
            await telegram.set_webhook(
                f"{settings.public_url}/telegram/webhook", settings.telegram.webhook_secret.reveal()
            )
            house.bot_username = await telegram.username()
        except PamError as fault:
            logger.warning("Telegram's webhook is not set yet: {}", str(fault))
            await asyncio.sleep(wait_s)
        else:
            logger.info("Telegram delivers to PAM")
            return


def _keyring(settings: Settings) -> Keyring:
    if settings.secret_keys:
        return Keyring(tuple(key.reveal() for key in settings.secret_keys))
    return Keyring((kept_secret(Path(settings.database_path).parent),))


def kept_secret(folder: Path) -> str:
    """A key of this folder's own, made when it is first asked for: for a chat or a sandbox on one's own machine."""
    path = folder / "secret.key"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")


def _countries(settings: Settings) -> tuple[str, ...]:
    """Where SMS may go: as the host says, else the sending number's own country."""
    if settings.sms_countries or not settings.twilio or not settings.twilio.number:
        return settings.sms_countries
    from bot.domain.phone_number import country_of

    country = country_of(settings.twilio.number)
    return (country,) if country else ()


async def chat_here(settings: Settings) -> int:
    """PAM in this terminal."""
    from adapters.console_channel import ConsoleChannel
    from handlers.console_chat import CONSOLE, chat

    house = house_of(settings)
    async with opened(settings, SystemClock(), {"console": ConsoleChannel(sys.stdout)}, house) as pam:
        await pam.accounts.introduce("", CONSOLE)
        await chat(sys.stdin, accept=pam.messages.accept, answered=pam.settle)
    return 0


async def run_sandbox(settings: Settings, *, port: int, show_page: bool) -> int:
    """The whole of PAM on this machine: the real doors, the pretend street, and the page with two phones."""
    from adapters.sandbox.keys import sandbox_keys
    from adapters.sandbox.movable_clock import MovableClock
    from adapters.sandbox.people import ANN, ANN_NUMBER
    from adapters.sandbox.street import Street

    clock = MovableClock(SystemClock().now)
    street = Street(sandbox_keys(), clock.now)
    async with street.serve() as vendors:
        own = _sandbox_settings(settings, street.keys, vendors, port)
        migrate(own)
        street.point_at(own.public_url or "")
        steps = _Steps(set_up_logs(own))
        phones = (Address("telegram", str(ANN.id)), Address("sms", ANN_NUMBER))

        def pages(pam: Pam) -> ASGIApp:
            return _page(street, pam, clock, steps, phones)

        async with opened(own, clock, {}, house_of(own)) as pam:
            await pam.accounts.introduce(ANN.first_name, *phones)
        if show_page:
            asyncio.get_running_loop().call_later(0.5, webbrowser.open, own.public_url or "")
        sys.stdout.write(f"PAM is at {own.public_url}/ - Ctrl-C ends her\n")
        sys.stdout.flush()
        return await _serve(own, clock, house_of(own), pages)


def _page(street: "Street", pam: Pam, clock: "MovableClock", steps: "_Steps", phones: tuple[Address, ...]) -> ASGIApp:
    from starlette.routing import Router

    from adapters.sandbox.page_server import Hooks, page_routes

    async def set_timezone(zone: str) -> None:
        await pam.accounts.set_timezone(phones[0], zone)

    async def move_clock(hours: float) -> str:
        moved = clock.move(hours)
        pam.wake()
        return moved.isoformat()

    return Router(page_routes(street, Hooks(set_timezone=set_timezone, move_clock=move_clock, steps=steps)))


def _sandbox_settings(settings: Settings, keys: "Keys", vendors: str, port: int) -> Settings:
    """The pretend street's keys and addresses; the data lies apart from a host's own."""
    data = Path("var/sandbox/pam.db")
    return replace(
        settings,
        host="127.0.0.1",
        port=port,
        public_url=f"http://127.0.0.1:{port}",
        database_path=str(data),
        secret_keys=(Secret(kept_secret(data.parent)),),
        telegram=TelegramSettings(Secret(keys.bot_token), Secret(keys.webhook_secret), vendors),
        twilio=TwilioSettings(
            account_sid=keys.account_sid,
            auth_token=Secret(keys.auth_token),
            number=keys.phone_number,
            messaging_service_sid=None,
            verify_service_sid=None,
            api_url=vendors,
        ),
        signup="open",
        daily_sms=0,
        log_level="DEBUG",
    )


class _Steps:
    """What happened inside, for the page: the log records that name a stage, handed on as they are written."""

    def __init__(self, written: Logs) -> None:
        self._listeners: set[asyncio.Queue[dict[str, str]]] = set()
        written.add_listener(self._hear)

    def _hear(self, fields: Mapping[str, object]) -> None:
        names = {"trace": "trace_id", "stage": "stage", "text": "message", "at": "at"}
        step = {name: str(fields.get(source, "")) for name, source in names.items()}
        for listener in self._listeners:
            listener.put_nowait(step)

    async def subscribe(self) -> AsyncIterator[dict[str, str]]:
        heard: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._listeners.add(heard)
        try:
            while True:
                yield await heard.get()
        finally:
            self._listeners.discard(heard)
