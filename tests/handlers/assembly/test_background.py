"""What runs beside the doors, while the store ails."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from adapters.telegram_channel import TelegramChannel
from bot.domain.errors import Conflict, PamError, Unavailable
from bot.domain.visit import House
from bot.pam import build_pam
from bot.ports.store import Tx
from bot.turns.lead_turn import Lead, LeadTurn
from handlers.assembly.background import LOOK_WHO_POLLS_S, polling_work
from handlers.settings import Settings
from tests.clocks import FakeClock
from tests.virtual_time import run_in_virtual_time


class AilingStore:
    """No transaction of it begins."""

    def __init__(self, fault: PamError) -> None:
        self._fault = fault
        self.asked = 0

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        return self._begin()

    @asynccontextmanager
    async def _begin(self) -> AsyncGenerator[Tx]:
        self.asked += 1
        raise self._fault
        yield

    async def close(self) -> None:
        """Nothing was opened."""


@pytest.mark.parametrize("fault", [Unavailable("store"), Conflict("somebody else was first")])
def test_a_poller_asks_again_whatever_keeps_it_from_knowing_who_leads(fault: PamError) -> None:
    store = AilingStore(fault)

    async def poll() -> None:
        channels = {"telegram": TelegramChannel("1:token", "http://127.0.0.1:9")}
        pam = build_pam(store, FakeClock(), channels, House())
        leading = LeadTurn("telegram", store, FakeClock(), Lead(alone=False))
        (work,) = polling_work(Settings.read({}, role="chat"), channels, pam, leading)
        polling = asyncio.create_task(work)
        await asyncio.wait([polling], timeout=2.5 * LOOK_WHO_POLLS_S)
        polling.cancel()
        await asyncio.wait([polling])

    run_in_virtual_time(poll())
    assert store.asked == 3
