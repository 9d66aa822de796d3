"""The line to OpenAI for one kind of question: guarded, with one more try where that can help."""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from adapters.guard import Guard, NeverSent
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.faults import Stumbled
from adapters.openai_wire.shapes import Listening
from bot.domain.errors import Unavailable
from bot.kit.backoff import backoff_s
from bot.kit.breaker import Rules

Result = TypeVar("Result")

# Between two tries of a refused key, and the longest that a pause is kept to.
REST_S = 60.0
# A stumble is mostly of one server among many.
AGAIN_S = 0.2
# A person waits out the deadline with each call that hangs, and who is alone makes few.
LEAST_CALLS = 4
# No model answers sooner: with less time left another try only costs.
LEAST_S = 1.0
# 700 tokens in events of their own come to some 210 KB, and Responses repeats our 23 KB of tools three times.
LARGEST_ANSWER = 2**20


class Calls(Protocol):
    """What a line asks of the SDK, as ``adapters/openai_wire/http.py`` tells."""

    async def post(self, path: str, body: bytes) -> bytes: ...

    async def follow(self, path: str, body: bytes, listening: Listening) -> bytes: ...

    async def upload(self, path: str, fields: dict[str, str], file: tuple[str, bytes, str]) -> bytes: ...

    async def close(self) -> None: ...


class OpenAiLine:
    """Belongs to one event loop. The SDK, half a second of import, is loaded in a thread by the first call."""

    def __init__(
        self, account: OpenAiAccount, name: str, deadline_s: float, largest_answer: int = LARGEST_ANSWER
    ) -> None:
        self._account = account
        self._largest_answer = largest_answer
        self._deadline_s = deadline_s
        self._http: Calls | None = None
        # An honest answer takes seconds: only one that never comes is slow.
        rules = Rules(slow_s=deadline_s, probe_s=deadline_s, least_calls=LEAST_CALLS)
        self.guard = Guard(name, deadline_s, attempts=1, rules=rules, rest_s=REST_S)

    async def call(self, work: Callable[[Calls], Awaitable[Result]]) -> Result:
        """What ``work`` makes of an answer. Raises Unavailable and Rejected, at once while OpenAI is left alone."""
        http = self._http or await self._loaded()
        return await self.guard.call(lambda: self._once_more(lambda: work(http)))

    async def warm_up(self) -> None:
        await self._loaded()

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def _loaded(self) -> Calls:
        await asyncio.to_thread(importlib.import_module, "adapters.openai_wire.http")
        from adapters.openai_wire.http import OpenAiHttp

        self._http = self._http or OpenAiHttp(self._account, self._largest_answer)
        return self._http

    async def _once_more(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Tries again after a stumble, or after the pause asked for, where an answer would still come in time."""
        now = asyncio.get_running_loop().time
        ends = now() + self._deadline_s
        try:
            return await work()
        except Unavailable as fault:
            pause_s = fault.retry_after_s
            if pause_s is not None:
                # At once, so that nobody else calls in the pause.
                self.guard.rest(pause_s)
            elif isinstance(fault, NeverSent | Stumbled):
                pause_s = backoff_s(1, first_s=AGAIN_S, cap_s=AGAIN_S)
            if pause_s is None or now() + pause_s + LEAST_S > ends:
                raise
        await asyncio.sleep(pause_s)
        return await work()
