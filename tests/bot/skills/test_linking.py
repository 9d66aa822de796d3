"""Two phones become one person: a code told on one and typed on the other."""

import re
from pathlib import Path

import msgspec

from bot.domain.letter import Address
from bot.domain.messages import Contact
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room

INVITE_ONLY = msgspec.structs.replace(OPEN_HOUSE, signup="invite")


def code_in(text: str) -> str:
    found = re.search(r"\b\d{6}\b", text)
    assert found
    return found[0]


async def ask_by_telegram(room: Room) -> str:
    """Asks for a code in Telegram and reads it on the phone."""
    await room.say(ANN_TELEGRAM, f"link {ANN_SMS.value}")
    return code_in(room.channels["sms"].texts(ANN_SMS)[-1])


async def test_a_number_is_linked_by_the_code_it_got(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert (await room.say(ANN_TELEGRAM, "link +14155550123"))[0].startswith("I sent a code by SMS")
        code = code_in(room.channels["sms"].texts(ANN_SMS)[-1])
        assert await room.say(ANN_TELEGRAM, code) == ["Linked. You are one person on both phones now."]
        await room.say(ANN_SMS, "coffee 4.50")
        assert await room.say(ANN_TELEGRAM, "undo") == ["Undone: $4.50 coffee."]


async def test_a_code_told_by_sms_links_the_telegram_it_is_typed_in(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 4.50")
        code = code_in((await room.say(ANN_SMS, "link"))[0])
        await room.say(ANN_TELEGRAM, "taxi 20")
        assert await room.say(ANN_TELEGRAM, code) == ["Linked. Both phones share one ledger now, 1 booking came along."]
        assert "$24.50 spent" in (await room.say(ANN_SMS, "what did I spend today?"))[0]


async def test_a_stranger_comes_in_with_the_code_of_their_other_phone(tmp_path: Path) -> None:
    async with a_room(tmp_path, INVITE_ONLY) as room:
        await room.say(ANN_SMS, await room.pam.accounts.invite())
        code = code_in((await room.say(ANN_SMS, "link"))[0])
        assert await room.say(ANN_TELEGRAM, f"/start {code}") == ["Linked. You are one person on both phones now."]
        await room.say(ANN_TELEGRAM, "coffee 4.50")
        assert await room.say(ANN_SMS, "undo") == ["Undone: $4.50 coffee."]


async def test_the_other_phone_is_told(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        code = await ask_by_telegram(room)
        await room.say(ANN_TELEGRAM, code)
        assert room.channels["sms"].texts(ANN_SMS)[-1] == "Your PAM is now also on Telegram."


async def test_a_code_works_once_and_all_failures_sound_alike(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        code = await ask_by_telegram(room)
        wrong = f"{(int(code) + 1) % 10**6:06}"
        (refused,) = await room.say(ANN_TELEGRAM, wrong)
        await room.say(ANN_TELEGRAM, code)
        assert await room.say(ANN_TELEGRAM, code) == [refused]


async def test_a_code_dies_after_five_minutes(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        code = await ask_by_telegram(room)
        room.clock.move(minutes=5, seconds=1)
        assert "does not work" in (await room.say(ANN_TELEGRAM, code))[0]


async def test_five_wrong_tries_kill_a_code(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        code = await ask_by_telegram(room)
        for step in range(1, 6):
            await room.say(ANN_TELEGRAM, f"{(int(code) + step) % 10**6:06}")
        assert "does not work" in (await room.say(ANN_TELEGRAM, code))[0]


async def test_a_code_is_good_only_where_it_was_asked_for(tmp_path: Path) -> None:
    thief = Address("telegram", "666")
    async with a_room(tmp_path) as room:
        await room.say(thief, "hello")
        code = await ask_by_telegram(room)
        assert "does not work" in (await room.say(thief, code))[0]
        assert "Linked" in (await room.say(ANN_TELEGRAM, code))[0]


async def test_a_shared_contact_links_nothing(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 4.50")
        await room.share(ANN_TELEGRAM, Contact(phone=ANN_SMS.value, own=False))
        assert await room.say(ANN_TELEGRAM, "what did I spend today?") == ["Nothing spent today."]


async def test_codes_are_not_sent_without_end(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for _ in range(3):
            await room.say(ANN_TELEGRAM, "link +14155550123")
        assert "enough codes" in (await room.say(ANN_TELEGRAM, "link +14155550123"))[0]
        assert len(room.channels["sms"].texts(ANN_SMS)) == 3


async def test_only_countries_the_host_allows_get_a_code(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, sms_countries=("US",))) as room:
        assert await room.say(ANN_TELEGRAM, "link +447911123456") == ["I may not send SMS to that country."]


async def test_unless_the_host_says_more_only_the_sending_numbers_country_gets_a_code(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, sms_number="+14155550100")) as room:
        assert await room.say(ANN_TELEGRAM, "link +447911123456") == ["I may not send SMS to that country."]
        assert "I sent a code" in (await room.say(ANN_TELEGRAM, "link +14155550123"))[0]


async def test_a_premium_number_gets_no_code(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert "not a phone number I can send to" in (await room.say(ANN_TELEGRAM, "link +19002345678"))[0]
