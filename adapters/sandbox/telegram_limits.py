"""Telegram's limits on a bot, with a count of every call that broke one."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

# Bot FAQ: about 30 messages a second over all chats, one a second in one chat, 20 a minute in a group.
OVERALL_PER_S = 30
CHAT_BURST = 3
CHAT_EVERY_S = 1.0
GROUP_PER_MINUTE = 20


@dataclass
class Limits:
    """Off until ``enforced``. Breaking one halts the whole bot for ``halt_s``: each call until then is a violation.

    Only messages count against the limits; a halt refuses every method but getUpdates.
    """

    now: Callable[[], float]
    enforced: bool = False
    halt_s: int = 3
    violations: int = 0
    halts: int = 0
    _halted_until: float = 0.0
    _overall: deque[float] = field(default_factory=deque)
    _by_chat: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def halt(self, seconds: int) -> None:
        """Telegram said 429: nothing may be asked for so long."""
        self.halts += 1
        self._halted_until = max(self._halted_until, self.now() + seconds)

    def refuse_while_halted(self) -> int | None:
        """Seconds to wait, None when calls are welcome."""
        left = self._halted_until - self.now()
        if not self.enforced or left <= 0:
            return None
        self.violations += 1
        return ceil(left)

    def count_message(self, chat_id: int) -> int | None:
        """Seconds to wait when this message is one too many, else it is counted."""
        if not self.enforced:
            return None
        now = self.now()
        chat = self._by_chat[chat_id]
        _forget(self._overall, now - 1.0)
        _forget(chat, now - 60.0)
        if self._too_many(chat, now, is_group=chat_id < 0):
            self.violations += 1
            self.halt(self.halt_s)
            return self.halt_s
        self._overall.append(now)
        chat.append(now)
        return None

    def _too_many(self, chat: deque[float], now: float, *, is_group: bool) -> bool:
        if len(self._overall) >= OVERALL_PER_S or (is_group and len(chat) >= GROUP_PER_MINUTE):
            return True
        return _tokens_left(chat, now) < 1.0


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def _tokens_left(times: deque[float], now: float) -> float:
    """A bucket of CHAT_BURST that gains one token every CHAT_EVERY_S, replayed over the last minute."""
    tokens, last = float(CHAT_BURST), now - 60.0
    for at in times:
        tokens = min(CHAT_BURST, tokens + (at - last) / CHAT_EVERY_S) - 1.0
        last = at
    return min(CHAT_BURST, tokens + (now - last) / CHAT_EVERY_S)
