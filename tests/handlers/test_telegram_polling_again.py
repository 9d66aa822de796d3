"""A poller is stopped and begun again as the lead changes hands."""

import asyncio
from collections import deque

from bot.domain.errors import Conflict
from handlers.telegram_polling import CONFLICT_S, TelegramPolling
from tests.handlers.http.standing import Notebook
from tests.handlers.polled import ScriptedSource, polling, update
from tests.virtual_time import run_in_virtual_time


def test_stopped_and_begun_again_she_goes_on_where_telegram_is() -> None:
    async def twice() -> tuple[ScriptedSource, Notebook]:
        notebook = Notebook()
        source = ScriptedSource(deque([[update(5)]]))
        door = TelegramPolling(source, accept=notebook.accept, keep_raw=notebook.keep_raw)
        for more in ([], [[update(2)]]):
            source.script.extend(more)
            source.done.clear()
            async with polling(door):
                await source.done.wait()
        return source, notebook

    source, notebook = run_in_virtual_time(twice())
    assert source.offsets == [None, 6, None, 3]
    assert [said.external_id for said in notebook.messages] == ["5", "2"]
    assert len(source.removed_at) == 2


def test_stopped_while_she_waits_out_a_conflict_she_ends_at_once() -> None:
    async def end() -> None:
        source = ScriptedSource(deque([Conflict("terminated by other getUpdates request")]))
        door = TelegramPolling(source, accept=Notebook().accept, keep_raw=Notebook().keep_raw)
        async with polling(door):
            await asyncio.sleep(CONFLICT_S / 2)
        assert asyncio.get_running_loop().time() == CONFLICT_S / 2

    run_in_virtual_time(end())
