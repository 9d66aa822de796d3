"""Letters to a Telegram that is sick, full or halted come back untried, unless something of them went out."""

import contextlib
from collections.abc import AsyncGenerator

import pytest

from adapters.telegram_channel import TelegramChannel
from adapters.telegram_pacing import PATIENCE_S
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address
from bot.kit.breaker import LEAST_CALLS
from tests.adapters.letters import letter
from tests.adapters.scripted_vendor import Answer, ScriptedVendor
from tests.adapters.test_telegram_channel import TOKEN, message, refused
from tests.adapters.test_telegram_shared_pacing import Pace

OUT_OF_ORDER = refused(502, "Bad Gateway")
HALT = refused(429, "Too Many Requests", retry_after=7)
LONG = "word " * 1500


@contextlib.asynccontextmanager
async def telegram(pace: Pace, *script: Answer) -> AsyncGenerator[tuple[TelegramChannel, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        channel = TelegramChannel(TOKEN, vendor.url)
        channel.share(pace)
        try:
            yield channel, vendor
        finally:
            await channel.close()


async def test_a_sick_telegram_is_left_alone_which_is_no_halt() -> None:
    pace = Pace()
    async with telegram(pace, OUT_OF_ORDER) as (channel, vendor):
        for chat in range(LEAST_CALLS):
            with pytest.raises(Unavailable) as failed:
                await channel.send(letter(to=Address("telegram", str(chat))))
            assert failed.value.tried
        with pytest.raises(Unavailable) as left_alone:
            await channel.send(letter())

    assert len(vendor.asked) == LEAST_CALLS
    assert not left_alone.value.tried
    assert 0 < (left_alone.value.retry_after_s or 0) <= 5
    assert pace.halts == []


@pytest.mark.parametrize("answer", [HALT, refused(400, "Bad Request: chat not found"), refused(401, "Unauthorized")])
async def test_who_answers_is_not_sick(answer: Answer) -> None:
    async with telegram(Pace(), *[answer] * LEAST_CALLS, message(7)) as (channel, vendor):
        with contextlib.suppress(Unavailable, Rejected):
            await channel.send(letter())
        assert channel.guard.snapshot.failures == 0
        assert len(vendor.asked) == 1


async def test_a_halt_is_everybodys() -> None:
    pace = Pace()
    async with telegram(pace, HALT) as (channel, _):
        with pytest.raises(Unavailable) as halted:
            await channel.send(letter())

    assert (halted.value.tried, halted.value.retry_after_s) == (True, 7)
    assert pace.halts == [7]


@pytest.mark.parametrize(("leave", "tried"), [([], False), ([0.0], True)])
async def test_a_letter_is_tried_once_a_part_of_it_went_out(leave: list[float], tried: bool) -> None:  # noqa: FBT001
    pace = Pace(*leave, PATIENCE_S + 1)
    async with telegram(pace, message(7)) as (channel, vendor):
        with pytest.raises(Unavailable) as sent_away:
            await channel.send(letter(LONG))

    assert len(vendor.asked) == len(leave)
    assert sent_away.value.tried == tried
