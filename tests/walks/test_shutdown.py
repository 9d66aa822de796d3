"""PAM ends when she is told to, in order and in time, and will not begin on what she cannot do right."""

import asyncio
import signal
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp
import pytest

from adapters.sandbox.faults import Fault
from tests.crash.judge import unfinished
from tests.crash.pam_process import Home, PamProcess, home_on, on_postgres, on_redis
from tests.crash.roles import ENDS_WITHIN_S, staff
from tests.crash.town import Town, a_town, neighbours
from tests.crash.verdict import verdict
from tests.postgres import databases
from tests.redis import empty_redis
from tests.shelves import KINDS

CONFIGURATION_WRONG = 78
WAVE = 40


@dataclass(frozen=True)
class Evening:
    town: Town
    home: Home

    async def next_morning(self) -> list[str]:
        """PAM goes on where she stopped; everything that was found wrong at the end."""
        self.town.life += 1
        async with PamProcess.living(self.home) as pam:
            await self.town.until_answered()
            assert await pam.until(lambda: not unfinished(self.home.evidence))
            assert await pam.stop() == 0
        return verdict(self.town, self.home.evidence)


@pytest.fixture(params=KINDS)
async def evening(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Evening]:
    async with a_town() as town, _a_home(request.param, town, tmp_path) as home:
        town.street.point_at(home.public_url)
        yield Evening(town, home)


@asynccontextmanager
async def _a_home(kind: str, town: Town, folder: Path) -> AsyncGenerator[Home]:
    home = home_on(folder, town.street.keys, town.url)
    if kind == "sqlite":
        yield home
        return
    there = databases()
    name = there.take()
    yield on_postgres(home, there, name)
    there.give_back(name)


@pytest.fixture
async def home(tmp_path: Path) -> AsyncGenerator[Home]:
    """One whose data lies in a file."""
    async with a_town() as town, _a_home("sqlite", town, tmp_path) as home:
        yield home


async def _ending(pam: PamProcess) -> int:
    async with asyncio.timeout(ENDS_WITHIN_S):
        return await pam.ended()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_end_in_the_middle_of_work_she_loses_nothing(evening: Evening, told: signal.Signals) -> None:
    async with PamProcess.living(evening.home) as pam:
        evening.town.after_entries(WAVE // 2, lambda: pam.tell(told))
        for each in neighbours(WAVE // 2):
            for phone in each.phones:
                evening.town.book(phone)
        assert await _ending(pam) == 0
    assert await evening.next_morning() == []


async def test_every_role_told_to_end_in_the_middle_of_work_loses_nothing(tmp_path: Path) -> None:
    async with a_town() as town, _a_home("postgres", town, tmp_path) as home:
        town.street.point_at(home.public_url)
        evening = Evening(town, home)
        async with staff(on_redis(home, empty_redis().url), "web", "worker", "clock") as roles:
            town.after_entries(WAVE // 2, roles.tell_to_end)
            for each in neighbours(WAVE // 2):
                for phone in each.phones:
                    town.book(phone)
            assert set(await roles.ended()) == {0}
        assert await evening.next_morning() == []


async def test_told_twice_she_still_ends_in_order(evening: Evening) -> None:
    async with _with_a_letter_on_its_way(evening) as pam:
        pam.tell(signal.SIGTERM)
        pam.tell(signal.SIGTERM)
        assert await _ending(pam) == 0
    assert await evening.next_morning() == []


async def test_told_to_end_she_is_not_ready_while_she_still_works(evening: Evening) -> None:
    async with aiohttp.ClientSession(evening.home.public_url) as session, _with_a_letter_on_its_way(evening) as pam:
        assert await _is_ready(session)
        pam.tell(signal.SIGTERM)
        while await _is_ready(session):
            assert pam.lives
        assert pam.lives
        assert await _ending(pam) == 0


@asynccontextmanager
async def _with_a_letter_on_its_way(evening: Evening) -> AsyncGenerator[PamProcess]:
    """Twilio holds a letter and does not answer."""
    evening.town.street.faults.add("Twilio", Fault("slow", times=1, seconds=60))
    async with PamProcess.living(evening.home) as pam:
        telegram, sms = neighbours(1)[0].phones
        evening.town.book(sms)
        await evening.town.street.sms.settled()
        said = evening.town.book(telegram)
        await evening.town.until_heard(telegram, rf"\{said.mark}")
        yield pam


async def _is_ready(session: aiohttp.ClientSession) -> bool:
    try:
        async with session.get("/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


async def test_a_database_newer_than_the_code_is_not_touched(home: Home) -> None:
    async with PamProcess.living(home) as pam:
        await pam.stop()
    with closing(sqlite3.connect(home.database)) as later, later:
        later.execute("INSERT INTO schema_history (version, name, applied_at) VALUES (9999, 'of_a_later_version', 0)")
    before = home.database.read_bytes()

    pam = await PamProcess.begin(home)

    assert await pam.ended() == CONFIGURATION_WRONG
    assert pam.words == ("pam: DATABASE_URL names a database newer than this version of PAM: start the newer version\n")
    assert home.database.read_bytes() == before


async def test_wrong_settings_are_all_named_and_none_is_shown(home: Home) -> None:
    wrong = {
        "PAM_SECRET_KEY": "canary-1-short",
        "PUBLIC_URL": "http://canary-2.example/path",
        "TELEGRAM_WEBHOOK_SECRET": "canary 3 with spaces",
        "TWILIO_AUTH_TOKEN": "canary 4",
        "TWILIO_PHONE_NUMBER": "canary-5",
        "PAM_SIGNUP": "canary-6",
        "PAM_DAILY_SMS": "canary-7",
        "DATABASE_URL": "canary-8",
    }
    pam = await PamProcess.begin(replace(home, environment={**home.environment, **wrong}))

    assert await pam.ended() == CONFIGURATION_WRONG
    lines = pam.words.splitlines()
    assert [name for name in wrong if not any(line.startswith(f"pam: {name} ") for line in lines)] == []
    assert len(lines) == len(wrong)
    assert "canary" not in pam.words
    assert list(home.folder.iterdir()) == []
