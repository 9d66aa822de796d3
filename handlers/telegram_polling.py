"""The door for Telegram where it cannot call PAM: she asks what waits, and lets go of it once it is kept."""

import asyncio
import contextlib
from collections.abc import Awaitable, Coroutine
from typing import Protocol

from loguru import logger

from bot.domain.errors import Conflict, PamError, Unavailable
from bot.kit.backoff import backoff_s
from bot.kit.outcome import outcome_of
from handlers.telegram_fetched import Fetched, offset_after, read_fetched
from handlers.telegram_updates import Accept, KeepRaw, TelegramUpdate, message_from

# The most that getUpdates gives, https://core.telegram.org/bots/api#getupdates: so many are accepted side by side.
MOST = 100
# Telegram ends a poll when another begins: asked again at once, two pollers would end each other without end.
CONFLICT_S = 35.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 30.0
# After so many failures, three quarters of an hour, numbers may have begun anew: Telegram does so after a quiet week.
LONG_AWAY = 100
# Nothing, sooner than this, is from somebody who does not wait for updates.
HASTY_S = 0.2


class UpdateSource(Protocol):
    """Raises PamError; Conflict while somebody else gets the updates."""

    async def delete_webhook(self) -> None: ...

    async def get_updates(self, offset: int | None, most: int) -> list[bytes]:
        """Those from ``offset`` on, the rest is forgotten there; waits a while for the first."""
        ...


class TelegramPolling:
    """One poller. The offset moves only past what is on disk: what a crash leaves behind is brought again."""

    def __init__(self, source: UpdateSource, *, accept: Accept, keep_raw: KeepRaw) -> None:
        self._source = source
        self._accept = accept
        self._keep_raw = keep_raw
        self._offset: int | None = None
        self._failures = 0
        self._trouble = ""

    async def run(self) -> None:
        """Ends when it is cancelled; what was fetched by then is kept first. May be run again.

        Others may have polled meanwhile, so it begins where Telegram is: what comes twice is kept once.
        """
        self._offset = None
        with contextlib.suppress(asyncio.CancelledError):
            while not await self._went_well(self._source.delete_webhook()):
                pass
            logger.info("PAM asks Telegram for updates")
            while True:
                await self._went_well(self._poll())

    async def _poll(self) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        # After a failure one alone, and by turns all again: what is too much for one answer comes in pieces.
        raw = await self._source.get_updates(self._offset, 1 if self._failures % 2 else MOST)
        if not raw:
            # Numbers may begin anew after a quiet week, and below the old offset they would be forgotten unheard.
            self._offset = None
            await asyncio.sleep(max(0.0, HASTY_S - (loop.time() - began)))
            return
        fetched = [read_fetched(each) for each in raw]
        await _seen_through(self._keep(fetched))
        offset = offset_after([each.number for each in fetched], self._offset)
        if offset in (None, self._offset):
            raise Unavailable("the same updates come again and again")
        self._offset = offset

    async def _keep(self, fetched: list[Fetched]) -> None:
        """Returns once all are on disk: one chat's in order, different chats' side by side. Raises Unavailable."""
        lanes: dict[object, list[Fetched]] = {}
        for each in fetched:
            lanes.setdefault(each.lane, []).append(each)
        outcomes = await asyncio.gather(*map(self._keep_lane, lanes.values()), return_exceptions=True)
        for outcome in outcomes:
            if outcome is not None:
                raise outcome

    async def _keep_lane(self, lane: list[Fetched]) -> None:
        for each in lane:
            if each.update is None:
                await self._keep_raw("telegram", each.raw, each.fault)
                continue
            outcome = await outcome_of(self._take(each.update))
            if isinstance(outcome, PamError):
                raise Unavailable("an update cannot be kept") from outcome
            if isinstance(outcome, Exception):
                # Left there, it would hold up all that come behind it.
                logger.opt(exception=outcome).error("an update of Telegram's broke its door and is kept aside")
                await self._keep_raw("telegram", each.raw, type(outcome).__name__)

    async def _take(self, update: TelegramUpdate) -> None:
        message = message_from(update)
        if message is not None:
            await self._accept(message)

    async def _went_well(self, step: Awaitable[None]) -> bool:
        """False when it did not: told once, and waited out."""
        try:
            await step
        except Conflict as fault:
            self._failed()
            self._tell("somebody else gets the updates of PAM's bot, another poller or a webhook: {}", fault)
            await asyncio.sleep(CONFLICT_S)
        except PamError as fault:
            self._failed()
            self._tell("PAM gets no updates from Telegram for now: {}", fault)
            asked_s = fault.retry_after_s or 0.0 if isinstance(fault, Unavailable) else 0.0
            await asyncio.sleep(max(asked_s, backoff_s(self._failures, first_s=FIRST_PAUSE_S, cap_s=LONGEST_PAUSE_S)))
        else:
            if self._trouble:
                logger.info("PAM gets updates from Telegram again")
            self._failures, self._trouble = 0, ""
            return True
        return False

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= LONG_AWAY:
            self._offset = None

    def _tell(self, trouble: str, fault: PamError) -> None:
        if trouble != self._trouble:
            logger.warning(trouble, str(fault))
        self._trouble = trouble


async def _seen_through(work: Coroutine[None, None, None]) -> None:
    """Waits for its end even when whoever waits is cancelled."""
    task = asyncio.create_task(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise
