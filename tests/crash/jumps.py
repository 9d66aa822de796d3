"""Clocks that jump, forward and back, while two of them watch what is due: a local day comes once, and none is lost."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from bot.pam import build_pam
from tests.clocks import FakeClock
from tests.crash.dice import Dice
from tests.crash.evidence import SqliteEvidence
from tests.crash.household import PEOPLE
from tests.house import OPEN_HOUSE, RecordingChannel, Room
from tests.kept import fresh_store

# In UTC, where people live who say nothing else.
DAILY = {"drink": time(8), "stretch": time(12), "write": time(22, 30)}
# Steps of a clock that is set, hours and days without a process, and the usual few minutes.
JUMPS_H = (1, -1, 24, -24, 6, 72, 0.1, 0.1)
A_DAY = timedelta(days=1)


async def findings_of_jumps(seed: str, jumps: int, folder: Path) -> list[str]:
    dice, clock = Dice(seed), FakeClock()
    store, phones = fresh_store(folder), RecordingChannel("sms")
    one, other = (build_pam(store, clock, {"sms": phones}, replace(OPEN_HOUSE, is_alone=False)) for _ in range(2))
    try:
        room = Room(one, clock, {"sms": phones})
        for about, at in DAILY.items():
            await room.say(PEOPLE[0], f"remind me every day at {at:%H:%M} to {about}")
        await room.say(PEOPLE[0], "send me a daily digest at 9")
        told = Counter[tuple[str, date]]()
        for _ in range(jumps):
            clock.move(hours=JUMPS_H[dice.below(len(JUMPS_H))])
            before = len(phones.taken)
            for pam in (one, other) if dice.one_in(2) else (other, one):
                await pam.ticks.tick()
            await one.settle()
            told.update(_told(phones, before, clock.now()))
    finally:
        await store.close()
    wrong = [f"told {times} times: {each}" for each, times in told.items() if times > 1]
    return wrong + _gaps(SqliteEvidence(folder / "pam.db"))


def _told(phones: RecordingChannel, since: int, now: datetime) -> list[tuple[str, date]]:
    """Each reminder that was told, with the newest of its days that has come."""
    texts = [letter.answer.plain for letter in phones.taken[since:]]
    return [
        (about, now.date() if now.time() >= at else now.date() - A_DAY)
        for text in texts
        for about, at in DAILY.items()
        if text.startswith("Reminder: ") and about in text
    ]


def _gaps(evidence: SqliteEvidence) -> list[str]:
    """Days of a rule that are neither done nor skipped for a reason."""
    days = defaultdict[str, list[date]](list)
    for rule, day, state, reason in evidence.rows(
        "SELECT rule, occurs_on, state, reason FROM occurrence ORDER BY 1, 2"
    ):
        if state == "done" or reason:
            days[rule].append(date.fromisoformat(day))
    return [
        f"{rule}: nothing became of the days between {earlier} and {later}"
        for rule, come in days.items()
        for earlier, later in pairwise(come)
        if later - earlier != A_DAY
    ] + ([] if len(days) > len(DAILY) else [f"only {list(days)} came at all"])
