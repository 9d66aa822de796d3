"""The first words of an answer shown while it is written: one try at a time, and not too often."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

ShowDraft = Callable[[str], Awaitable[None]]
# A chat takes one message a second and a few at once, https://core.telegram.org/bots/faq: a draft may count as one.
PAUSE_S = 1.0
# The first draft is there with the first word, and does not stand long as a lone one.
FIRST_PAUSE_S = 0.3
# For a draft that is on its way when the answer is there: overtaken by it, it would stand below it for a while.
LANDS_WITHIN_S = 0.5


class Draft:
    """``say`` returns at once, and is of use while ``is_ready``; after ``end`` nothing more is shown."""

    def __init__(self, show: ShowDraft) -> None:
        self._show = show
        self._shown = ""
        self._work: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()

    @property
    def is_ready(self) -> bool:
        """Whether words would be shown now: none are on their way, and the last stood for a while."""
        return self._work is None and not self._ended.is_set()

    def say(self, words: str) -> None:
        if self.is_ready and words != self._shown:
            self._work = asyncio.create_task(self._carry(words))

    async def end(self) -> None:
        self._ended.set()
        work = self._work
        if work is not None:
            await asyncio.wait([work], timeout=LANDS_WITHIN_S)
            work.cancel()

    async def _carry(self, words: str) -> None:
        pause_s = PAUSE_S if self._shown else FIRST_PAUSE_S
        try:
            await self._show(words)
            self._shown = words
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), pause_s)
        finally:
            self._work = None
