"""PAM as several processes on one Postgres and one Redis, as a host with many people runs her."""

import asyncio
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.crash.pam_process import Home, PamProcess, Role

# The contract: SIGTERM and Ctrl-C end every role with exit 0 within 8 s.
ENDS_WITHIN_S = 8
ITS_WORD = b"clock: this one leads"


@dataclass(frozen=True)
class Staff:
    """The processes, in the order their roles were named."""

    processes: tuple[PamProcess, ...]
    _told: asyncio.Event = field(default_factory=asyncio.Event)

    def tell_to_end(self) -> None:
        for each in self.processes:
            each.tell(signal.SIGTERM)
        self._told.set()

    async def ended(self) -> list[int]:
        """Each one's exit code, once they were told to end. Raises TimeoutError."""
        await self._told.wait()
        async with asyncio.timeout(ENDS_WITHIN_S):
            return [await each.ended() for each in self.processes]


@asynccontextmanager
async def staff(home: Home, *roles: Role) -> AsyncGenerator[Staff]:
    """From when all are at work until the block ends, which none outlives."""
    begun = [await PamProcess.begin(home, role) for role in roles]
    try:
        for pam, role in zip(begun, roles, strict=True):
            await pam.until_at_work(role)
        yield Staff(tuple(begun))
    finally:
        for each in begun:
            await each.kill()


async def who_leads(*clocks: PamProcess) -> PamProcess:
    """The first of them to say that it leads."""
    saying = [asyncio.create_task(_says_it_leads(each)) for each in clocks]
    done, others = await asyncio.wait(saying, return_when=asyncio.FIRST_COMPLETED)
    for each in others:
        each.cancel()
    return done.pop().result()


async def _says_it_leads(clock: PamProcess) -> PamProcess:
    assert await clock.until(lambda: clock.said(ITS_WORD)), clock.words
    return clock


def last_to_lead(*clocks: PamProcess) -> PamProcess:
    """Her log begins each line with its instant."""
    return max(clocks, key=lambda clock: max((line for line in clock.log if ITS_WORD in line), default=b""))
