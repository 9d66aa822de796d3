"""PAM put together: her store, her doors out and her doors in, from settings."""

import asyncio
import contextlib
import secrets
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import uvloop

from adapters.system_clock import SystemClock
from bot.brain.senses import NO_SENSES, Senses
from bot.domain.model_prices import is_listed
from bot.domain.visit import House, Signup
from bot.kit.keyring import Keyring
from bot.pam import Pam, build_pam
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from handlers import logs
from handlers.assembly.roles import is_alone
from handlers.assembly.store import SharedStore, open_store
from handlers.http.app import Door
from handlers.logs import Logs, tell_loop_fault
from handlers.settings import Settings, SettingsWrong, TelegramSettings, TwilioSettings

Answer = TypeVar("Answer")

KEPT_IN = "secret.key"
# Roles on one's own machine, which make themselves a key where none is given.
AT_HOME = frozenset({"chat", "sandbox"})


def in_loop(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs a role on uvloop: half the CPU of the standard loop for small requests."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.get_loop().set_exception_handler(tell_loop_fault)
        return runner.run(work)


def set_up_logs(settings: Settings) -> Logs:
    style = settings.log_format or ("text" if sys.stderr.isatty() else "json")
    return logs.set_up_logs(sys.stderr.buffer, level=settings.log_level, style=style, secrets=settings.secrets())


@asynccontextmanager
async def opened(
    settings: Settings,
    clock: Clock,
    channels: Mapping[str, Channel],
    house: House,
    senses: Senses = NO_SENSES,
) -> AsyncGenerator[tuple[Pam, SharedStore]]:
    """PAM and her store, for as long as the block lasts."""
    async with AsyncExitStack() as stack:
        store = await open_store(settings, keyring_of(settings))
        stack.push_async_callback(store.close)
        for channel in channels.values():
            stack.push_async_callback(channel.close)
        stack.push_async_callback(senses.close)
        pam = build_pam(store, clock, channels, house, senses=senses)
        bells = {"inbox": pam.messages.bell, "outbox": pam.dispatch.bell, "events": pam.events.bell}
        store.listen({name: bell.ring for name, bell in bells.items()})
        yield pam, store


def ask_once(settings: Settings, question: Callable[[Pam], Awaitable[Answer]]) -> Answer:
    """Asks PAM one thing, with no door open."""

    async def ask() -> Answer:
        async with opened(settings, SystemClock(), {}, house_of(settings)) as (pam, _):
            return await question(pam)

    return in_loop(ask())


def house_of(settings: Settings) -> House:
    return House(
        signup=msgspec.convert(settings.signup, Signup),
        sms=settings.twilio is not None,
        telegram=settings.telegram is not None,
        sms_countries=settings.sms_countries,
        sms_number=(settings.twilio.number or "") if settings.twilio else "",
        daily_sms=settings.spending.daily_sms,
        is_alone=is_alone(settings),
        has_model=settings.openai is not None,
        model_is_free=settings.openai is not None and settings.openai.is_own and not is_listed(settings.openai.model),
        fast_lane=settings.fast_lane,
        daily_model_micro_usd=settings.spending.daily_model_micro_usd,
        daily_turns=settings.spending.daily_turns,
        monthly_micro_usd=settings.spending.monthly_micro_usd,
        timezone=settings.default_timezone,
        locale=settings.default_locale,
        currency=settings.default_currency,
    )


def channels_of(settings: Settings) -> dict[str, Channel]:
    """The doors out that are configured; each imports its vendor's SDK when it is first used."""
    channels: dict[str, Channel] = {}
    if settings.telegram:
        from adapters.chart_painter.png import ChartPainter
        from adapters.telegram_channel import TELEGRAM, TelegramChannel

        telegram = TelegramChannel(
            settings.telegram.bot_token.reveal(),
            settings.telegram.api_url or TELEGRAM,
            paint=ChartPainter().png_of,
        )
        if settings.redis_url:
            from adapters.redis_limits import RedisPace

            telegram.share(RedisPace(settings.redis_url.reveal()))
        channels["telegram"] = telegram
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
    if settings.telegram and settings.public_url:
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


def keyring_of(settings: Settings) -> Keyring:
    if settings.secret_keys:
        return Keyring(tuple(key.reveal() for key in settings.secret_keys))
    folder = Path(settings.database_path).parent
    if settings.database_url or (settings.role not in AT_HOME and not (folder / KEPT_IN).exists()):
        # Under another key than the running PAM's an invitation would open nothing.
        raise SettingsWrong(("PAM_SECRET_KEY must be set as it is for pam run",))
    return Keyring((kept_secret(folder),))


def kept_secret(folder: Path) -> str:
    """A key of this folder's own, made when it is first asked for: for a chat or a sandbox on one's own machine."""
    path = folder / KEPT_IN
    with contextlib.suppress(FileExistsError):
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")
