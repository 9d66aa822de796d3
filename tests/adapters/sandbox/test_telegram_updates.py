"""The pretend Telegram brings what waits again until it is let go of, and rubbish when it is told to."""

import aiohttp
import pytest
from telegram import Bot

from tests.adapters.sandbox.conftest import Served


async def numbers_from(bot: Bot, offset: int | None = None) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset=offset)]


async def test_an_update_comes_again_until_it_is_let_go_of(bot: Bot, served: Served) -> None:
    journal = served.street.journal
    first = served.street.telegram.say("one")
    second = served.street.telegram.say("two")
    assert await numbers_from(bot) == [first, second]
    assert await numbers_from(bot, first) == [first, second]
    assert journal.webhooks("Telegram") == []
    assert await numbers_from(bot, second) == [second]
    assert [(entry.what, entry.parameters["update_id"]) for entry in journal.webhooks("Telegram")] == [
        ("getUpdates", first)
    ]
    assert await numbers_from(bot, second + 1) == []
    assert [entry.status for entry in journal.webhooks("Telegram")] == [200, 200]


@pytest.mark.parametrize("raw", [b'{"update_id":"none"}', b"{}", b"NaN"])
async def test_rubbish_comes_as_it_is_and_is_let_go_of_by_its_place(bot: Bot, served: Served, raw: bytes) -> None:
    number = served.street.telegram.send_raw(raw, 1)
    async with aiohttp.ClientSession() as session, session.get(f"{bot.base_url}/getUpdates") as answer:
        assert await answer.read() == b'{"ok":true,"result":[%s]}' % raw
    after = served.street.telegram.say("after")
    assert await numbers_from(bot, number + 1) == [after]


async def test_rubbish_is_posted_to_a_webhook_as_it_is(served: Served) -> None:
    served.point()
    served.street.telegram.send_raw(b'{"update_id":NaN}', 1)
    await served.street.telegram.settled()
    assert [told.body for told in served.house.told] == [b'{"update_id":NaN}']
