"""Every SMS is counted as it is posted: what goes out and nothing else, with its segments."""

from pathlib import Path

import msgspec

from bot.domain.letter import Address
from bot.ports.costs import Used
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room


async def used_today(room: Room, address: Address) -> list[Used]:
    now = room.clock.now()
    async with room.pam.ticks.store.transaction() as tx:
        person = (await tx.people.caller(address, now)).person
        return await tx.costs.of_day(person.id, person.today(now)) if person else []


async def test_at_the_days_cap_what_goes_out_is_counted_and_what_does_not_is_none(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, daily_sms=3)) as room:
        answers = [await room.say(ANN_SMS, "coffee 1") for _ in range(6)]
        assert [len(each) for each in answers] == [1, 1, 1, 0, 0, 0]
        assert await used_today(room, ANN_SMS) == [Used(service="sms", calls=3, counted=6, units_out=3)]


async def test_without_a_cap_they_are_counted_all_the_same_and_nothing_of_telegram_is(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 1")
        await room.say(ANN_SMS, "coffee 1 with Zoë and Иван")
        await room.say(ANN_TELEGRAM, "coffee 1")
        (used,) = await used_today(room, ANN_SMS)
        assert (used.calls, used.counted) == (2, 0)
        assert used.units_out == 2
        assert await used_today(room, ANN_TELEGRAM) == []


async def test_a_code_is_counted_and_no_cap_stops_it(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, daily_sms=1)) as room:
        await room.say(ANN_TELEGRAM, f"link {ANN_SMS.value}")
        assert len(room.letters(ANN_SMS)) == 1
        # It is on the account of whoever asked for it.
        assert await used_today(room, ANN_TELEGRAM) == [Used(service="sms", calls=1, units_out=1)]
