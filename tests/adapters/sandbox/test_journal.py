"""The street's own record, in memory and for another process to read."""

from pathlib import Path

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest

from adapters.sandbox.journal import Journal, read_journal
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.street import Street
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.hands import Hands


async def test_both_directions_are_kept_in_order(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.say("coffee 4.50")
    await served.street.settled()
    await bot.send_message(1001, "$4.50 coffee.")
    with pytest.raises(BadRequest):
        await bot.send_message(4242, "who?")
    entries = [(e.direction, e.vendor, e.what, e.status) for e in served.street.journal][1:]
    assert entries == [
        ("webhook", "Telegram", "/telegram/webhook", 200),
        ("call", "Telegram", "sendMessage", 200),
        ("call", "Telegram", "sendMessage", 400),
    ]
    assert served.street.journal.calls("Telegram", "sendMessage")[0].parameters["text"] == "$4.50 coffee."


async def test_another_process_reads_the_same(tmp_path: Path, hands: Hands) -> None:
    path = tmp_path / "street" / "journal.jsonl"
    street = Street(sandbox_keys(), hands.now, journal_path=path)
    async with street.serve() as url, aiohttp.ClientSession() as session:
        await session.post(f"{url}/bot{street.keys.bot_token}/getMe")
        assert read_journal(path) == list(street.journal)
    assert street.keys.bot_token not in path.read_text()
    assert [(e.what, e.at) for e in read_journal(path)] == [("getMe", hands.now().timestamp())]


def test_a_line_cut_short_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(lambda: 0.0, path)
    journal.record("call", "Twilio", "POST Messages.json", {"Body": "one"}, (201, ""))
    journal.close()
    with path.open("ab") as file:
        file.write(b'{"at":1')
    assert [entry.parameters for entry in read_journal(path)] == [{"Body": "one"}]


def test_a_second_street_goes_on_where_the_first_ended(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    for body in ("one", "two"):
        journal = Journal(lambda: 0.0, path)
        journal.record("call", "Twilio", "POST Messages.json", {"Body": body}, (201, ""))
        journal.close()
    assert [entry.parameters["Body"] for entry in read_journal(path)] == ["one", "two"]
