"""How fast all processes together may call a vendor: counted in Redis, by its clock; who asks at once asks together."""

import asyncio

from redis.exceptions import ResponseError

from adapters.guard import Guard
from adapters.redis_line import Command, Line, refused
from bot.domain.errors import Unavailable
from bot.kit.breaker import Rules
from bot.kit.limits import Rate

# Nobody waits for Redis: without an answer by then all who asked go on alone.
ANSWER_S = 0.05
# Found again within seconds of its return; 10 calls that hang cost half a second before it is left alone.
RULES = Rules(slow_s=ANSWER_S, probe_s=2 * ANSWER_S, first_open_s=1.0, longest_open_s=5.0)

# A call counts at the vendor somewhat after it was let go here, one more and one less so: what the seconds are longer.
SPREAD_MS = 100

# The braces keep them on one server of several.
HALTED, CALLS, LINE = "pam:{pace}:halted", "pam:{pace}:calls", "pam:{pace}:line:"

# KEYS: the halt, the last calls, this line's. ARGV: interval and burst of the line, calls over all in how many ms.
# Answers how many ms too early it is; 0 is leave, and counted.
ASK = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local early = redis.call('PTTL', KEYS[1])
local oldest = redis.call('LINDEX', KEYS[2], ARGV[3] - 1)
if oldest then early = math.max(early, oldest + ARGV[4] - now) end
local clear = tonumber(redis.call('GET', KEYS[3]) or 0)
early = math.max(early, clear - (ARGV[2] - 1) * ARGV[1] - now)
if early > 0 then return math.ceil(early) end
redis.call('LPUSH', KEYS[2], now)
redis.call('LTRIM', KEYS[2], 0, ARGV[3] - 1)
redis.call('PEXPIRE', KEYS[2], ARGV[4])
clear = math.max(clear, now) + ARGV[1]
redis.call('SET', KEYS[3], clear, 'PX', clear - now)
return 0
"""

# A shorter halt does not end a longer one.
HALT = "if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '', 'PX', ARGV[1]) end"


class RedisPace:
    """Fulfils ``adapters.telegram_shared_pacing.SharedPace``; what it keeps is gone by itself once it is of no use."""

    def __init__(self, url: str) -> None:
        self._line = Line(url)
        self._one_at_a_time = asyncio.Lock()
        self._waiting: list[tuple[Command, asyncio.Future[int | None]]] = []
        self._guard = Guard("Redis (limits)", ANSWER_S, attempts=1, rules=RULES)

    async def ask(self, line: str, rate: Rate, per_second: int) -> float | None:
        """Seconds until it may be asked again, 0 is leave to go; None while Redis does not say."""
        keys = (HALTED, CALLS, LINE + line)
        interval_ms = round(rate.interval_s * 1000) + SPREAD_MS
        numbers = (interval_ms, rate.burst, per_second, 1000 + SPREAD_MS)
        early_ms = await self._told("EVAL", ASK, len(keys), *keys, *numbers)
        return None if early_ms is None else early_ms / 1000

    async def halt(self, seconds: float) -> None:
        """Nobody anywhere has leave for so long; without Redis nobody else hears of it."""
        await self._told("EVAL", HALT, 1, HALTED, round(seconds * 1000))

    async def close(self) -> None:
        await self._line.close()

    async def _told(self, *command: str | int) -> int | None:
        """Waits for two round trips at the most: for the one under way, and for the one with this question."""
        told: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((command, told))
        async with self._one_at_a_time:
            if not told.done():
                await self._ask_all()
        return await told

    async def _ask_all(self) -> None:
        """For everybody who waits; those whose asker was cancelled half-way are told nothing."""
        asked, self._waiting = self._waiting, []
        answers: list[int | None] = [None] * len(asked)
        try:
            answers = await self._guard.call(lambda: self._asked([command for command, _ in asked]))
        except Unavailable:
            pass
        finally:
            for (_, told), answer in zip(asked, answers, strict=True):
                if not told.done():
                    told.set_result(answer)

    async def _asked(self, commands: list[Command]) -> list[int | None]:
        try:
            return await self._line.ask(commands, ANSWER_S)
        except ResponseError as no:
            raise refused(no) from no
