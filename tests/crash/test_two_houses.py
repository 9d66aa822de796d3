"""Two PAMs on one Postgres with every webhook at either: one chat's order is kept, and nothing is there twice."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.sandbox.faults import Fault, Vendor
from tests.crash.judge import unfinished
from tests.crash.mutations import LETTER_LEASE_IGNORED_ON_POSTGRES, THOUGHTFUL, mutated
from tests.crash.pam_process import Home, PamProcess, at_the_same, home_on, on_postgres
from tests.crash.storm import book
from tests.crash.town import Town, a_town, neighbours
from tests.crash.two_houses import two_houses
from tests.crash.verdict import disorder, verdict
from tests.postgres import databases

PHONES = [phone for each in neighbours(10) for phone in each.phones]
EACH_SAYS = 3
VENDORS: tuple[Vendor, ...] = ("Telegram", "Twilio")
SLOW_S = 0.2


@dataclass(frozen=True)
class Day:
    town: Town
    home: Home


@pytest.fixture
async def day(tmp_path: Path) -> AsyncGenerator[Day]:
    there = databases()
    name = there.take()
    async with a_town() as town:
        yield Day(town, on_postgres(home_on(tmp_path / "home", town.street.keys, town.url), there, name))
    there.give_back(name)


async def test_two_at_once_keep_each_chats_order_and_do_nothing_twice(day: Day, tmp_path: Path) -> None:
    assert await _found_where_two_live(day, mutated(tmp_path / "source", THOUGHTFUL)) == []
    assert disorder(day.town, PHONES[::2]) == []


async def test_where_letters_are_claimed_that_the_other_holds_it_is_found(day: Day, tmp_path: Path) -> None:
    found = await _found_where_two_live(day, mutated(tmp_path / "source", LETTER_LEASE_IGNORED_ON_POSTGRES))
    assert [each for each in found if each.startswith(LETTER_LEASE_IGNORED_ON_POSTGRES.found_as)]


async def _found_where_two_live(day: Day, source: Path) -> list[str]:
    """Everything that was found wrong; one of the two lives on this code, the other as she is."""
    for vendor in VENDORS:
        day.town.street.faults.add(vendor, Fault("slow", seconds=SLOW_S))
    async with two_houses(day.home, day.town) as street:
        one, other = street.homes
        async with PamProcess.living(at_the_same(one, source)) as first, PamProcess.living(other) as second:
            book(day.town, PHONES * EACH_SAYS)
            await day.town.until(lambda: bool(street.doorstep.twice) or not day.town.unanswered)
            if street.doorstep.twice:
                return [f"two letters under way to {phone}" for phone in street.doorstep.twice]
            await day.town.until_answered()
            for pam in (first, second):
                assert await pam.until(lambda: not unfinished(day.home.evidence))
                assert await pam.stop() == 0
        assert all(street.crossing.taken.values())
    return verdict(day.town, day.home.evidence)
