"""Updates on their way to the bot: kept until fetched, or posted to its webhook until taken."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from adapters.sandbox.courier import Answer, Backoff, Courier, Parcel
from adapters.sandbox.errands import Errands
from adapters.sandbox.faults import Faults
from adapters.sandbox.telegram_refusal import NotOk
from adapters.sandbox.wire import phrase

Json = dict[str, object]

# Bot API: these kinds come only when asked for by name.
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40


@dataclass(frozen=True)
class Pending:
    """``raw`` instead of the update where it is to be sent as no Telegram would."""

    chat_id: int
    update: Json
    raw: bytes | None = None

    @property
    def sent(self) -> Json | msgspec.Raw:
        return self.update if self.raw is None else msgspec.Raw(self.raw)


@dataclass(frozen=True)
class LastError:
    at: int
    message: str


class Updates:
    """One bot's updates, numbered upwards; one chat's arrive in order, different chats' side by side."""

    def __init__(self, courier: Courier, faults: Faults, backoff: Backoff, now: Callable[[], float]) -> None:
        self._courier = courier
        self._faults = faults
        self._backoff = backoff
        self._now = now
        # Begun at the present second, so that a new street never repeats an id of the one before it.
        self._last_id = int(now())
        self._pending: dict[int, Pending] = {}
        self._queues: dict[int, deque[int]] = {}
        self._errands = Errands()
        self._in_flight = asyncio.Semaphore(1)
        self._poll: asyncio.Future[str] | None = None
        self.webhook: Webhook | None = None
        self.allowed: list[str] = []
        self.last_error: LastError | None = None

    @property
    def pending(self) -> int:
        return len(self._pending)

    def add(self, kind: str, content: Json, chat_id: int) -> int:
        """The new update's id; a kind the bot does not listen to is numbered and forgotten."""
        self._last_id += 1
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED
        if wanted:
            self._pending[self._last_id] = Pending(chat_id, {"update_id": self._last_id, kind: content})
            self._line_up(chat_id, self._last_id)
            self._wake("arrived")
        return self._last_id

    def add_raw(self, raw: bytes, chat_id: int) -> int:
        """The id under which these bytes wait, whatever stands in them."""
        self._last_id += 1
        self._pending[self._last_id] = Pending(chat_id, {"update_id": self._last_id}, raw)
        self._line_up(chat_id, self._last_id)
        self._wake("arrived")
        return self._last_id

    def point(self, webhook: Webhook | None, *, drop_pending: bool = False) -> None:
        """Where updates go from now on, those still waiting included; None is back to polling."""
        if drop_pending:
            self._pending.clear()
        self.webhook = webhook
        self.last_error = None
        self._queues = {}
        if webhook is None:
            return
        self._in_flight = asyncio.Semaphore(webhook.max_connections)
        self._wake("terminated by setWebhook request")
        for update_id, waiting in self._pending.items():
            self._line_up(waiting.chat_id, update_id)

    async def fetch(self, offset: int, limit: int, timeout_s: float) -> list[Json | msgspec.Raw]:
        """Long polling. Raises NotOk (409) when a webhook is set or another poll takes over."""
        if self.webhook is not None:
            raise NotOk(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
        self._wake("terminated by other getUpdates request; make sure that only one bot instance is running")
        self._confirm(offset)
        if self._pending or timeout_s <= 0:
            return self._first(limit)
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout_s):
                reason = await poll
        except TimeoutError:
            return []
        finally:
            if self._poll is poll:
                self._poll = None
        if reason.startswith("terminated"):
            raise NotOk(409, f"Conflict: {reason}")
        return self._first(limit)

    async def settled(self) -> None:
        """Until every update was taken by the webhook."""
        await self._errands.settled()

    async def close(self) -> None:
        self._wake("closed")
        await self._errands.close()

    def _wake(self, reason: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason)
        self._poll = None

    def _confirm(self, offset: int) -> None:
        """Everything below the offset is done with; a negative offset counts from the end."""
        if offset < 0:
            kept = list(self._pending)[offset:]
            offset = kept[0] if kept else 0
        for update_id in [known for known in self._pending if known < offset]:
            self._courier.note_fetched("Telegram", "getUpdates", self._pending.pop(update_id).update)

    def _first(self, limit: int) -> list[Json | msgspec.Raw]:
        return [waiting.sent for waiting in self._pending.values()][: max(1, min(limit, 100))]

    def _line_up(self, chat_id: int, update_id: int) -> None:
        if self.webhook is None:
            return
        queue = self._queues.get(chat_id)
        if queue is not None:
            queue.append(update_id)
            return
        self._queues[chat_id] = queue = deque([update_id])
        self._errands.start(self._deliver(chat_id, queue, self.webhook))

    async def _deliver(self, chat_id: int, queue: deque[int], webhook: Webhook) -> None:
        """One chat's updates, each until taken; ends when the queue is empty or the webhook is another."""
        failures = 0
        while queue and self.webhook is webhook:
            update_id = self._next(queue)
            waiting = self._pending.get(update_id)
            if waiting is None:
                queue.remove(update_id)
                continue
            async with self._in_flight:
                answer = await self._courier.post(_parcel(webhook, waiting))
            if answer.taken:
                self._pending.pop(update_id, None)
                queue.remove(update_id)
                failures = 0
                continue
            failures += 1
            self.last_error = LastError(int(self._now()), _trouble(answer))
            await asyncio.sleep(self._backoff.wait_s(failures))
        if self._queues.get(chat_id) is queue:
            del self._queues[chat_id]

    def _next(self, queue: deque[int]) -> int:
        reordered = len(queue) > 1 and self._faults.take("Telegram", "reorder") is not None
        return queue[-1 if reordered else 0]


def _parcel(webhook: Webhook, waiting: Pending) -> Parcel:
    headers = {"Content-Type": "application/json"}
    if webhook.secret:
        headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
    return Parcel("Telegram", webhook.url, headers, msgspec.json.encode(waiting.sent), waiting.update)


def _trouble(answer: Answer) -> str:
    if answer.status == 0:
        return "Connection refused" if "Connector" in answer.trouble else "Connection timed out"
    return f"Wrong response from the webhook: {answer.status} {phrase(answer.status)}"
