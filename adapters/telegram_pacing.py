"""When the next call to Telegram may go out: its limits per chat, per group and over all, and halts of the whole bot.

Limits from https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. Telegram counts a call
somewhere between its start and its answer; so that no delay on the way can break a limit, a past call is taken to have
counted at its answer, and the next one at its start.
"""

import asyncio
import heapq
import itertools
from collections import deque

from bot.domain.errors import Unavailable
from bot.kit.limits import Rate, Window

# One a second, and 20 a minute, with a little to spare for what a clock's resolution costs.
PER_CHAT = Rate(1.01, 3)
PER_GROUP = Rate(3.6, 3)
PER_SECOND = 30

# Who would wait longer is better off in the outbox than in this process's memory.
PATIENCE_S = 30.0

# What one process takes for itself while it cannot ask how much the others use.
STRICT_PARTS = 4

# With fewer chats it does not pay to look for idle ones.
FEW_CHATS = 512


class Chat:
    """One chat: what is left of its rate, whether a call is under way, and who waits, first come first."""

    __slots__ = ("_clear_at", "busy", "in_line", "rate", "waiting")

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self._clear_at = 0.0
        self.busy = False
        self.in_line = False
        self.waiting: deque[asyncio.Future[int]] = deque()

    def opens_at(self) -> float:
        return self._clear_at - (self.rate.burst - 1) * self.rate.interval_s

    def end(self, now: float) -> None:
        self.busy = False
        self._clear_at = max(self._clear_at, now) + self.rate.interval_s

    def is_idle(self, now: float) -> bool:
        return not self.busy and not self.waiting and self._clear_at <= now


def rate_of(chat_id: str) -> Rate:
    # Groups and channels have negative ids: https://core.telegram.org/api/bots/ids
    return PER_GROUP if chat_id.startswith("-") else PER_CHAT


class Pacing:
    """``await turn(chat)`` before a call and ``done(chat)`` after it: one call a chat at a time, in the order asked.

    Belongs to one event loop. ``halt`` stops everybody; one timer releases, the chat that could go first before others.
    """

    def __init__(self, per_second: int = PER_SECOND) -> None:
        self._per_second = per_second
        self._parts = 1
        self._overall = Window(per_second)
        self._chats: dict[str, Chat] = {}
        self._sweep_at = FEW_CHATS
        self._lined_up: list[tuple[float, int, Chat]] = []
        self._ticket = itertools.count()
        self._halted_until = 0.0
        self._halts = 0
        self._timer: asyncio.TimerHandle | None = None
        self._timer_due = 0.0

    async def turn(self, chat_id: str) -> None:
        """Returns when the next call to this chat may go out. Raises Unavailable when a halt outlasts patience."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        chat = self._chat(chat_id, now)
        if not (chat.busy or chat.waiting or chat.opens_at() > now) and self.is_free():
            self._begin(chat, now)
            return
        if self._halted_until - now > PATIENCE_S:
            raise pause(self._halted_until - now)
        place: asyncio.Future[int] = loop.create_future()
        chat.waiting.append(place)
        self._line_up(chat, now)
        # A halt may come between the release and this task's waking.
        if await self._woken(chat, place) != self._halts:
            await self.again(chat_id)

    async def again(self, chat_id: str) -> None:
        """For whose turn it is, but may not go out after all: back to the head of the chat, until the next turn."""
        chat = self._chats[chat_id]
        released_in = -1
        while released_in != self._halts:
            place = asyncio.get_running_loop().create_future()
            chat.waiting.appendleft(place)
            self._give_back(chat)
            released_in = await self._woken(chat, place)

    def keep_to_one_in(self, parts: int) -> None:
        """To a share of all limits, for others may be at work of whom nothing is known; 1 is to all of them again."""
        if parts == self._parts:
            return
        self._parts = parts
        self._overall.resize(self._per_second // parts)
        now = asyncio.get_running_loop().time()
        for chat_id, chat in self._chats.items():
            chat.rate = rate_of(chat_id).parted(parts)
        self._lined_up = [(max(now, chat.opens_at()), ticket, chat) for _, ticket, chat in self._lined_up]
        heapq.heapify(self._lined_up)
        self._set_timer()

    @property
    def is_strict(self) -> bool:
        return self._parts > 1

    def done(self, chat_id: str) -> None:
        """The call to this chat is over, well or not."""
        self._end(self._chats[chat_id])

    def is_free(self) -> bool:
        """Whether a call to a chat that is not busy would pass now: no halt, room over all, nobody to overtake."""
        now = asyncio.get_running_loop().time()
        overtakes = bool(self._lined_up) and self._lined_up[0][0] <= now
        return not overtakes and self._opens_at() <= now

    def halt(self, seconds: float, chat_id: str) -> None:
        """Nobody passes for so long; ``chat_id`` is the chat whose call was refused.

        Those behind that call are sent away as it was, so that they come back in order; past patience everybody is.
        """
        now = asyncio.get_running_loop().time()
        self._halts += 1
        self._halted_until = max(self._halted_until, now + seconds)
        sent_away = self._chats.values() if seconds > PATIENCE_S else [self._chat(chat_id, now)]
        for chat in sent_away:
            for place in chat.waiting:
                if not place.done():
                    place.set_exception(pause(seconds))
            chat.waiting.clear()

    async def close(self) -> None:
        """Nothing to let go of: who waits is the caller's."""

    @property
    def chats_known(self) -> int:
        return len(self._chats)

    def _opens_at(self) -> float:
        return max(self._halted_until, self._overall.opens_at())

    def _begin(self, chat: Chat, now: float) -> None:
        chat.busy = True
        self._overall.begin(now)

    def _end(self, chat: Chat) -> None:
        now = asyncio.get_running_loop().time()
        chat.end(now)
        self._overall.end(now)
        self._line_up(chat, now)
        self._set_timer()

    def _give_back(self, chat: Chat) -> None:
        chat.busy = False
        self._overall.take_back()
        self._line_up(chat, asyncio.get_running_loop().time())
        self._set_timer()

    async def _woken(self, chat: Chat, place: asyncio.Future[int]) -> int:
        try:
            return await place
        except asyncio.CancelledError:
            was_released = place.done() and not place.cancelled() and place.exception() is None
            if was_released:
                self._give_back(chat)
            raise

    def _line_up(self, chat: Chat, now: float) -> None:
        """A chat stands in line once, while somebody waits and no call is under way."""
        if chat.busy or chat.in_line or not chat.waiting:
            return
        chat.in_line = True
        heapq.heappush(self._lined_up, (max(now, chat.opens_at()), next(self._ticket), chat))
        self._set_timer()

    def _set_timer(self) -> None:
        if not self._lined_up:
            return
        due = max(self._opens_at(), self._lined_up[0][0])
        if self._timer is not None:
            if self._timer_due <= due:
                return
            self._timer.cancel()
            self._timer = None
        # With all room taken by calls under way the next of them to end sets the timer.
        if due != float("inf"):
            # Kept here: for a moment that has all but come, uvloop hands back a handle that knows no time.
            self._timer_due = due
            self._timer = asyncio.get_running_loop().call_at(due, self._release, due)

    def _release(self, due: float) -> None:
        self._timer = None
        # A loop may call a shade early, by its clock's resolution.
        now = max(asyncio.get_running_loop().time(), due)
        while self._lined_up and max(self._opens_at(), self._lined_up[0][0]) <= now:
            _, _, chat = heapq.heappop(self._lined_up)
            chat.in_line = False
            while chat.waiting:
                place = chat.waiting.popleft()
                if not place.done():
                    self._begin(chat, now)
                    place.set_result(self._halts)
                    break
        self._set_timer()

    def _chat(self, chat_id: str, now: float) -> Chat:
        found = self._chats.get(chat_id)
        if found is None:
            if len(self._chats) >= self._sweep_at:
                self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}
                self._sweep_at = max(FEW_CHATS, 2 * len(self._chats))
            found = self._chats[chat_id] = Chat(rate_of(chat_id).parted(self._parts))
        return found


def pause(seconds: float) -> Unavailable:
    return Unavailable("Telegram asked for a pause", retry_after_s=seconds, tried=False)
