"""Somebody who has updates to give: a script of answers, with every question and its time noted."""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from bot.domain.errors import PamError
from handlers.telegram_polling import TelegramPolling
from tests.handlers.http.standing import Notebook

Given = list[bytes] | PamError


@dataclass(frozen=True)
class Asked:
    at: float
    offset: int | None
    most: int


@dataclass
class ScriptedSource:
    """Plays ``script`` in order, then has nothing for ever; ``done`` is set when nothing is left."""

    script: deque[Given]
    removals: deque[PamError | None] = field(default_factory=deque)
    asked: list[Asked] = field(default_factory=list)
    removed_at: list[float] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def delete_webhook(self) -> None:
        self.removed_at.append(asyncio.get_running_loop().time())
        fault = self.removals.popleft() if self.removals else None
        if fault:
            raise fault

    async def get_updates(self, offset: int | None, most: int) -> list[bytes]:
        self.asked.append(Asked(asyncio.get_running_loop().time(), offset, most))
        if not self.script:
            self.done.set()
            await asyncio.get_running_loop().create_future()
        given = self.script.popleft()
        if isinstance(given, PamError):
            raise given
        return given

    @property
    def offsets(self) -> list[int | None]:
        return [each.offset for each in self.asked]

    @property
    def pauses_s(self) -> list[float]:
        return [later.at - sooner.at for sooner, later in zip(self.asked, self.asked[1:], strict=False)]


async def poll_all(notebook: Notebook, *script: Given, removals: tuple[PamError | None, ...] = ()) -> ScriptedSource:
    """Polls until the script is played and the question after it is asked."""
    source = ScriptedSource(deque(script), deque(removals))
    async with polling(TelegramPolling(source, accept=notebook.accept, keep_raw=notebook.keep_raw)):
        await source.done.wait()
    return source


@contextlib.asynccontextmanager
async def polling(door: TelegramPolling) -> AsyncGenerator[asyncio.Task[None]]:
    running = asyncio.create_task(door.run())
    try:
        yield running
    finally:
        running.cancel()
        await running


def update(number: int, text: str = "coffee 4.50", chat_id: int = 42) -> bytes:
    person = {"id": chat_id, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 7, "from": person, "chat": {"id": chat_id, "type": "private"}, "date": 1, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()
