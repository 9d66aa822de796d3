"""The first words of an answer shown while it is written: the newest that may be shown, one try at a time."""

import asyncio
from collections.abc import Awaitable, Callable

ShowDraft = Callable[[str], Awaitable[None]]
# A chat takes one message a second and a few at once, https://core.telegram.org/bots/faq: a draft may count as one.
PAUSE_S = 1.0
# For a draft that is on its way when the answer is there: overtaken by it, it would stand below it for a while.
LANDS_WITHIN_S = 0.5


class Draft:
    """``say`` returns at once; after ``end`` nothing more is shown."""

    def __init__(self, show: ShowDraft) -> None:
        self._show = show
        self._newest = ""
        self._shown = ""
        self._work: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()

    def say(self, words: str) -> None:
        self._newest = words
        if self._work is None and words != self._shown:
            self._work = asyncio.create_task(self._carry())

    async def end(self) -> None:
        self._ended.set()
        work = self._work
        if work is not None:
            await asyncio.wait([work], timeout=LANDS_WITHIN_S)
            work.cancel()

    async def _carry(self) -> None:
        pause = asyncio.create_task(self._ended.wait())
        try:
            while self._newest != self._shown and not self._ended.is_set():
                words = self._newest
                await self._show(words)
                self._shown = words
                await asyncio.wait([pause], timeout=PAUSE_S)
        finally:
            pause.cancel()
            self._work = None
