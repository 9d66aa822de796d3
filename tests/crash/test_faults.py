"""PAM as a process on a bad day: a halt of the bot, a flood of repeats, a locked database, a full disk."""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import msgspec
import pytest

from adapters.sandbox.faults import Fault
from adapters.sandbox.journal import Entry
from adapters.sandbox.twilio_signature import sign
from tests.crash.judge import booked, kept, unfinished
from tests.crash.pam_process import Home, PamProcess, home_on
from tests.crash.town import Phone, Town, a_town, neighbours
from tests.crash.verdict import disorder, verdict

AT_ONCE = 50
# What was on its way when the halt was called may still arrive, and is refused; then nothing does for two seconds.
UNDER_WAY_S = 0.5


@dataclass(frozen=True)
class Day:
    """A town with PAM at home and awake."""

    town: Town
    home: Home
    pam: PamProcess

    async def end(self) -> list[str]:
        """All is answered, PAM has gone; everything that was found wrong."""
        await self.town.until_answered()
        assert await self.pam.until(lambda: not unfinished(self.home.evidence))
        assert await self.pam.stop() == 0
        return verdict(self.town, self.home.evidence)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncGenerator[Day]:
    async with a_town() as town:
        home = home_on(tmp_path, town.street.keys, town.url)
        town.street.point_at(home.public_url)
        async with PamProcess.living(home) as pam:
            yield Day(town, home, pam)


async def test_a_halt_in_the_middle_of_a_burst_is_kept_and_every_chat_keeps_its_order(day: Day) -> None:
    street = day.town.street
    street.limits.enforced = True
    chats = [each.phones[0] for each in neighbours(25)]
    seen = len(street.journal)
    day.town.after_entries(60, lambda: street.faults.add("Telegram", Fault("limit", times=1, retry_after_s=2)))
    for _ in range(3):
        for chat in chats:
            day.town.book(chat)

    assert await day.end() == []
    calls = [entry for entry in list(street.journal)[seen:] if entry.what == "sendMessage"]
    refused = [entry.at for entry in calls if entry.status == 429]
    assert refused
    assert [at for at in refused if at - refused[0] > UNDER_WAY_S] == []
    assert disorder(day.town, chats) == []


async def test_fifty_deliveries_of_one_update_at_the_same_moment_are_one(day: Day) -> None:
    update = {
        "update_id": 77,
        "message": {
            "message_id": 5,
            "date": 1_790_000_000,
            "chat": {"id": 2001, "type": "private", "first_name": "Ann"},
            "from": {"id": 2001, "is_bot": False, "first_name": "Ann"},
            "text": "coffee 4.50",
        },
    }
    day.town.street.telegram.open(neighbours(1)[0].telegram)
    headers = {
        "X-Telegram-Bot-Api-Secret-Token": day.town.street.keys.webhook_secret,
        "Content-Type": "application/json",
    }
    async with aiohttp.ClientSession(day.home.public_url, headers=headers) as session:
        assert await _statuses(session, "/telegram/webhook", msgspec.json.encode(update)) == {200}
    await _is_booked_once(day, Phone("telegram", "2001"))


async def test_fifty_deliveries_of_one_sms_at_the_same_moment_are_one(day: Day) -> None:
    keys, number = day.town.street.keys, neighbours(1)[0].number
    sid = f"SM{7:032x}"
    fields = {
        "MessageSid": sid,
        "AccountSid": keys.account_sid,
        "From": number,
        "To": keys.phone_number,
        "Body": "coffee 4.50",
        "NumMedia": "0",
    }
    headers = {
        "X-Twilio-Signature": sign(keys.auth_token, f"{day.home.public_url}/sms/inbound", fields),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    async with aiohttp.ClientSession(day.home.public_url, headers=headers) as session:
        assert await _statuses(session, "/sms/inbound", urlencode(fields).encode()) == {200}
    await _is_booked_once(day, Phone("sms", number))


async def _statuses(session: aiohttp.ClientSession, path: str, body: bytes) -> set[int]:
    """The answers to so many deliveries of the same at the same moment."""

    async def deliver() -> int:
        async with session.post(path, data=body) as answer:
            return answer.status

    return set(await asyncio.gather(*(deliver() for _ in range(AT_ONCE))))


async def _is_booked_once(day: Day, phone: Phone) -> None:
    await day.town.until_heard(phone, r"\$4\.50")
    assert await day.end() == []
    assert booked(day.home.evidence) == [450]
    assert len(kept(day.home.evidence)) == 1
    assert len(day.town.heard) == 1


async def test_a_locked_database_is_answered_503_and_forgotten_once_it_is_free(day: Day) -> None:
    other = sqlite3.connect(day.home.database, isolation_level=None)
    with closing(other):
        other.execute("BEGIN EXCLUSIVE")
        day.town.once(_is_unavailable, lambda: other.execute("ROLLBACK"))
        for phone in neighbours(1)[0].phones:
            day.town.book(phone)
        assert await day.end() == []
    assert any(map(_is_unavailable, day.town.street.journal))


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="no limit can be set on a running process here")
async def test_a_full_disk_is_answered_503_and_forgotten_once_there_is_room(day: Day) -> None:
    """No file of hers may grow past what it is: a write fails with EFBIG where a full disk says ENOSPC."""
    room, none = (resource.RLIM_INFINITY, resource.RLIM_INFINITY), (4096, resource.RLIM_INFINITY)
    day.town.book(neighbours(1)[0].phones[0])
    await day.town.until_answered()

    resource.prlimit(day.pam.pid, resource.RLIMIT_FSIZE, none)
    day.town.once(_is_unavailable, lambda: resource.prlimit(day.pam.pid, resource.RLIMIT_FSIZE, room))
    for each in neighbours(5):
        for phone in each.phones:
            day.town.book(phone)
    assert await day.end() == []
    assert any(map(_is_unavailable, day.town.street.journal))


def _is_unavailable(entry: Entry) -> bool:
    return entry.direction == "webhook" and entry.status == 503
