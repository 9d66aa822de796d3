"""The message turn: kept once, answered once, whoever interrupts."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from bot.brain.brain import Brain, Thought
from bot.brain.desk import Desk
from bot.domain.decision import Decision, Reader
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.visit import House
from bot.turns.answering import Answering
from tests.clocks import FakeClock
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, a_room

BOB = Address("sms", "+14155550199")


async def test_a_booking_is_said_back_with_what_is_left(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "set a $400 grocery budget")
        assert await room.say(ANN_SMS, "spent 45.30 on groceries") == [
            "$45.30 groceries. $354.70 of $400.00 left this month."
        ]


async def test_a_message_delivered_twice_is_booked_and_answered_once(tmp_path: Path) -> None:
    once = IncomingMessage(source="twilio", external_id="SM1", sender=ANN_SMS, text="coffee 4.50", proof="p")
    async with a_room(tmp_path) as room:
        assert await room.deliver(once) == ["$4.50 coffee."]
        assert await room.deliver(once) == []
        assert await room.say(ANN_SMS, "how much did I spend today?") == ["$4.50 spent today.\ncoffee $4.50"]


async def test_two_people_never_see_each_others_money(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "spent 45.30 on groceries")
        await room.say(ANN_SMS, "set a $400 grocery budget")
        assert await room.say(BOB, "what did I spend this month?") == ["Nothing spent this month."]
        assert (await room.say(BOB, "how much is left?"))[0].startswith("You have no budget yet.")
        assert await room.say(BOB, "undo") == ["There is nothing to undo from the last 24 hours."]
        assert (await room.say(BOB, "show my last 5 transactions"))[0].startswith("Nothing is booked yet.")
        assert (await room.say(BOB, "delete the groceries"))[0].startswith("I find no booking")


async def test_by_invitation_a_stranger_is_answered_once_a_day(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, signup="invite")) as room:
        (answer,) = await room.say(BOB, "spent 20 on lunch")
        assert "by invitation" in answer
        assert await room.say(BOB, "hello?") == []
        room.clock.move(hours=25)
        assert len(await room.say(BOB, "hello?")) == 1


async def test_an_invitation_works_once(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, signup="invite")) as room:
        code = await room.pam.accounts.invite()
        assert (await room.say(BOB, code.lower()))[0].startswith("Hello, I am PAM.")
        assert await room.say(BOB, "coffee 4.50") == ["$4.50 coffee."]
        (answer,) = await room.say(ANN_TELEGRAM, f"/start {code}")
        assert "by invitation" in answer


async def test_closed_takes_nobody(tmp_path: Path) -> None:
    async with a_room(tmp_path, msgspec.structs.replace(OPEN_HOUSE, signup="closed")) as room:
        assert "no new people" in (await room.say(BOB, "coffee 4.50"))[0]
        assert await room.say(BOB, await room.pam.accounts.invite()) == []
        assert await room.say(BOB, "coffee 4.50") == []


async def test_stop_ends_all_messages_and_start_brings_them_back(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 4.50")
        assert await room.say(ANN_SMS, "STOP") == []
        assert await room.say(ANN_SMS, "coffee 3.20") == []
        assert await room.say(ANN_SMS, "start") == []
        assert "$7.70" in (await room.say(ANN_SMS, "what did I spend today?"))[0]


@pytest.mark.parametrize("word", ["Alto", "arrêt", "ARRET", "Stopp", "abmelden", "ferma", "стоп", "dur"])
async def test_other_languages_words_for_stop_get_one_confirmation(tmp_path: Path, word: str) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 4.50")
        assert await room.say(ANN_SMS, word) == ["You will get no more messages from me. START brings me back."]
        assert await room.say(ANN_SMS, "coffee 3.20") == []


async def test_yes_is_an_ordinary_word_until_somebody_stopped(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "coffee 4.50")
        assert len(await room.say(ANN_SMS, "yes")) == 1
        await room.say(ANN_SMS, "STOP")
        assert await room.say(ANN_SMS, "yes") == []
        assert await room.say(ANN_SMS, "coffee 4.50") == ["$4.50 coffee."]


async def test_stop_drops_what_was_still_waiting(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Unavailable("down")
        await room.say(ANN_SMS, "coffee 4.50")
        room.channels["sms"].fault = None
        await room.say(ANN_SMS, "STOP")
        room.clock.move(hours=1)
        await room.settle()
        assert room.letters(ANN_SMS) == []


async def test_a_card_number_is_refused_and_nothing_of_it_used(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        (answer,) = await room.say(ANN_TELEGRAM, "spent 20 with [card ending 1111]", card_masked=True, ref="77")
        assert answer.startswith("Please never send card numbers")
        assert [letter.ref for letter in room.letters(ANN_TELEGRAM) if letter.kind == "delete"] == ["77"]
        assert await room.say(ANN_TELEGRAM, "what did I spend today?") == ["Nothing spent today."]


async def test_a_picture_without_words_is_answered(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_TELEGRAM, "") == ["I can only read text so far. Nothing was booked."]


async def test_at_the_days_sms_cap_one_notice_goes_out_and_bookings_go_on(tmp_path: Path) -> None:
    house = msgspec.structs.replace(OPEN_HOUSE, daily_sms=3)
    async with a_room(tmp_path, house) as room:
        for _ in range(2):
            assert await room.say(ANN_SMS, "coffee 1") == ["$1.00 coffee."]
        assert (await room.say(ANN_SMS, "coffee 1"))[0].startswith("That is today's last SMS")
        assert await room.say(ANN_SMS, "coffee 1") == []
        room.clock.move(days=1)
        assert "$4.00" in (await room.say(ANN_SMS, "what did I spend this month?"))[0]


async def test_what_has_no_skill_yet_is_answered_honestly(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert "cannot do that yet" in (await room.say(ANN_SMS, "export my data"))[0]
        assert "Nothing was paid" in (await room.say(ANN_SMS, "send $50 to Mike"))[0]


class BrokenBrain(Brain):
    def at_once(self, text: str, reader: Reader) -> Decision:
        raise ZeroDivisionError(text, reader)

    async def think(self, text: str, reader: Reader, desk: Desk | None, patience_s: float = 20.0) -> Thought:
        raise ZeroDivisionError(text, reader)


async def test_who_stopped_meanwhile_is_not_told_that_a_message_was_given_up_on(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        broken = msgspec.structs.replace(room.pam.messages, answering=Answering(BrokenBrain(), OPEN_HOUSE))
        await broken.accept(IncomingMessage(source="sms", external_id="SM1", sender=ANN_SMS, text="coffee 4.50"))
        for _ in range(4):
            await broken.loop().work_off()
            room.clock.move(minutes=1)
        async with room.pam.messages.store.transaction() as tx:
            caller = await tx.people.caller(ANN_SMS, room.clock.now())
            await tx.people.set_state(caller.known.id, "stopped")
        await broken.loop().work_off()
        await room.settle()
        assert room.channels["sms"].taken == []
        assert len((await room.pam.accounts.dead()).messages) == 1


async def test_a_brain_that_breaks_is_retried_then_told(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        broken = msgspec.structs.replace(room.pam.messages, answering=Answering(BrokenBrain(), OPEN_HOUSE))
        await broken.accept(IncomingMessage(source="sms", external_id="SM1", sender=ANN_SMS, text="coffee 4.50"))
        for _ in range(5):
            await broken.loop().work_off()
            room.clock.move(minutes=1)
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS)[0].startswith("Something went wrong on my side")
        assert [each.fault for each in (await room.pam.accounts.dead()).messages] == ["ZeroDivisionError"]


async def test_a_letter_is_tried_again_later_and_then_given_up(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Unavailable("down")
        await room.say(ANN_SMS, "coffee 4.50")
        for _ in range(6):
            room.clock.move(minutes=15)
            await room.settle()
        assert len(room.channels["sms"].refused) == 5
        (dead,) = (await room.pam.accounts.dead()).letters
        room.channels["sms"].fault = None
        assert await room.pam.accounts.retry_letter(dead.id)
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS) == ["$4.50 coffee."]


async def test_a_retried_letter_does_not_wait_less_than_the_vendor_asked(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Unavailable("slow down", retry_after_s=100)
        await room.say(ANN_SMS, "coffee 4.50")
        room.channels["sms"].fault = None
        room.clock.move(seconds=99)
        await room.settle()
        assert room.letters(ANN_SMS) == []
        room.clock.move(seconds=2)
        await room.settle()
        assert len(room.letters(ANN_SMS)) == 1


async def test_an_opted_out_number_is_written_to_no_more(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Rejected("opted_out", "21610")
        await room.say(ANN_SMS, "coffee 4.50")
        room.channels["sms"].fault = None
        assert await room.say(ANN_SMS, "coffee 3.20") == []
        assert (await room.pam.accounts.dead()).letters == []


async def test_answers_to_one_phone_keep_their_order_through_an_outage(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Unavailable("down")
        for amount in (1, 2, 3):
            await room.say(ANN_SMS, f"coffee {amount}")
        room.channels["sms"].fault = None
        room.clock.move(minutes=1)
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS) == ["$1.00 coffee.", "$2.00 coffee.", "$3.00 coffee."]


async def test_somebody_who_blocked_the_bot_is_back_with_their_next_message(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["telegram"].fault = Rejected("blocked")
        await room.say(ANN_TELEGRAM, "coffee 4.50")
        room.channels["telegram"].fault = None
        assert await room.say(ANN_TELEGRAM, "coffee 3.20") == ["$3.20 coffee."]


async def test_newcomers_take_the_houses_currency_and_zone(tmp_path: Path) -> None:
    house = House(signup="open", sms=True, daily_sms=0, currency="GBP", locale="en-GB", timezone="Asia/Tokyo")
    async with a_room(tmp_path, house, FakeClock(datetime(2026, 11, 18, 14, 59, tzinfo=UTC))) as room:
        assert await room.say(BOB, "coffee 4.50") == ["£4.50 coffee."]
        # Two minutes later it is the 19th in Tokyo, still the 18th in London.
        room.clock.move(minutes=2)
        assert await room.say(BOB, "show my last transaction") == ["Latest bookings:\nyesterday: £4.50 coffee"]


async def test_a_backlog_for_one_phone_goes_out_as_one_message(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["telegram"].fault = Unavailable("down")
        for amount in range(1, 8):
            await room.say(ANN_TELEGRAM, f"coffee {amount}")
        room.channels["telegram"].fault = None
        room.clock.move(minutes=1)
        await room.settle()
        assert room.channels["telegram"].texts(ANN_TELEGRAM) == [
            "\n".join(f"${amount}.00 coffee." for amount in range(1, 8))
        ]
        assert await room.pam.accounts.waiting() == (0, 0)


async def test_a_joined_backlog_that_is_not_taken_waits_as_a_whole(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        room.channels["sms"].fault = Unavailable("down")
        for amount in range(1, 8):
            await room.say(ANN_SMS, f"coffee {amount}")
        room.clock.move(minutes=1)
        await room.settle()
        room.channels["sms"].fault = None
        room.clock.move(minutes=5)
        await room.settle()
        told = "\n".join(room.channels["sms"].texts(ANN_SMS))
        assert told.split("\n") == [f"${amount}.00 coffee." for amount in range(1, 8)]


async def test_a_thought_that_takes_time_is_worked_off_by_the_loop(tmp_path: Path) -> None:
    class SlowBrain(Brain):
        def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
            return False

    async with a_room(tmp_path) as room:
        slow = msgspec.structs.replace(room.pam.messages, answering=Answering(SlowBrain(), OPEN_HOUSE))
        await slow.accept(IncomingMessage(source="sms", external_id="SM1", sender=ANN_SMS, text="coffee 4.50"))
        assert room.letters(ANN_SMS) == []
        # What comes behind it waits for it, however quickly it could be answered.
        await room.pam.messages.accept(IncomingMessage(source="sms", external_id="SM2", sender=ANN_SMS, text="undo"))
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS) == ["$4.50 coffee.", "Undone: $4.50 coffee."]


async def test_a_thought_that_takes_time_is_delivered_once(tmp_path: Path) -> None:
    class SlowBrain(Brain):
        def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
            return False

    once = IncomingMessage(source="sms", external_id="SM1", sender=ANN_SMS, text="coffee 4.50", proof="p")
    async with a_room(tmp_path) as room:
        slow = msgspec.structs.replace(room.pam.messages, answering=Answering(SlowBrain(), OPEN_HOUSE))
        assert await slow.accept(once)
        assert not await slow.accept(once)
        await room.settle()
        assert not await slow.accept(once)
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS) == ["$4.50 coffee."]


async def test_hours_from_now_are_counted_on_the_persons_own_clock(tmp_path: Path) -> None:
    times: list[str] = []

    class WatchedBrain(Brain):
        def at_once(self, text: str, reader: Reader) -> Decision:
            times.append(reader.time)
            return super().at_once(text, reader)

    house = House(signup="open", telegram=True, timezone="Asia/Kolkata")
    async with a_room(tmp_path, house) as room:
        watched = msgspec.structs.replace(room.pam.messages, answering=Answering(WatchedBrain(), house))
        await watched.accept(
            IncomingMessage(
                source="telegram", external_id="1", sender=ANN_TELEGRAM, text="remind me in 2 hours to call"
            )
        )
        await room.settle()
        assert times == ["22:30"]
        assert "12:30" in room.channels["telegram"].texts(ANN_TELEGRAM)[0]
