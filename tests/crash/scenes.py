"""Short scenes with PAM as a process, each made to show one guard at work: or its absence."""

import signal
from collections.abc import Awaitable, Callable

from adapters.sandbox.faults import Fault
from adapters.sandbox.journal import Entry
from tests.crash.pam_process import Home, PamProcess, that_polls
from tests.crash.town import Town, neighbours
from tests.crash.verdict import doublings, losses

Scene = Callable[[Home, Town], Awaitable[list[str]]]

TELEGRAM, SMS = neighbours(1)[0].phones
# Longer than PAM's sweep over what may be claimed.
SLOW_S = 1.3


async def killed_at_the_acknowledgement(home: Home, town: Town) -> list[str]:
    """SIGKILL as soon as the vendors have their 200."""
    for vendor, phone in (("Twilio", SMS), ("Telegram", TELEGRAM)):
        async with PamProcess.living(home) as pam:
            town.once(_acknowledges(vendor), pam.strike)
            town.book(phone)
            assert await pam.ended() == -signal.SIGKILL
    return [loss for loss in losses(town, home.evidence) if "kept" in loss]


async def killed_when_it_is_let_go_of(home: Home, town: Town) -> list[str]:
    """SIGKILL as soon as Telegram hears that it need not keep an update for a PAM who asks."""
    async with PamProcess.living(that_polls(home)) as pam:
        town.once(_acknowledges("Telegram"), pam.strike)
        town.book(TELEGRAM)
        assert await pam.ended() == -signal.SIGKILL
    return [loss for loss in losses(town, home.evidence) if "kept" in loss]


async def delivered_twice(home: Home, town: Town) -> list[str]:
    """Both vendors deliver each message twice at the same moment."""
    town.street.faults.add("Telegram", Fault("repeat"))
    town.street.faults.add("Twilio", Fault("repeat"))
    return await _doublings_of_two(home, town)


async def slowly_sent(home: Home, town: Town) -> list[str]:
    """The vendors take their time with the first letter."""
    town.street.faults.add("Telegram", Fault("slow", times=1, seconds=SLOW_S))
    town.street.faults.add("Twilio", Fault("slow", times=1, seconds=SLOW_S))
    return await _doublings_of_two(home, town)


async def _doublings_of_two(home: Home, town: Town) -> list[str]:
    """One message on each phone, answered, and PAM ended in order."""
    async with PamProcess.living(home) as pam:
        town.book(SMS)
        town.book(TELEGRAM)
        await town.until_answered()
        assert await pam.stop() == 0
    return doublings(town, home.evidence)


def _acknowledges(vendor: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.vendor == vendor and entry.direction == "webhook" and 200 <= entry.status < 300
