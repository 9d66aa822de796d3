"""Offers: the likely next step as a button in Telegram, bound to its message; nothing by SMS, nothing beside a question."""

from pathlib import Path

import pytest

from bot.domain.letter import Letter
from bot.domain.messages import IncomingMessage, Tap
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

USED = "That button is used or too old. Please say it in words."


def labels(letter: Letter) -> list[str]:
    return [button.label for button in letter.answer.buttons]


class Chat:
    """Telegram as Ann sees it: each message with its number, and the buttons under it."""

    def __init__(self, room: Room) -> None:
        self.room = room

    async def say(self, text: str) -> str:
        """The number of the message that answers."""
        await self.room.say(ANN_TELEGRAM, text)
        return f"telegram-{len(self.room.channels['telegram'].taken)}"

    async def tap(self, number: str, label: str) -> list[str]:
        """Presses a button; all that comes of it, the short notice first."""
        taken = self.room.channels["telegram"].taken
        letter = taken[int(number.removeprefix("telegram-")) - 1]
        token = next(button.token for button in letter.answer.buttons if button.label == label)
        before = len(taken)
        await self.room.tap(ANN_TELEGRAM, token, number)
        return [each.answer.plain for each in taken[before:]]


async def test_a_booking_in_telegram_offers_to_undo_it_and_by_sms_nothing_is_added(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for address in (ANN_TELEGRAM, ANN_SMS):
            await room.say(address, "coffee 4.50")
        assert labels(room.letters(ANN_TELEGRAM)[0]) == ["Undo"]
        assert labels(room.letters(ANN_SMS)[0]) == []


async def test_undo_takes_back_its_own_message_whole_even_when_others_followed(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        first = await chat.say("coffee 4, bagel 3.50")
        await chat.say("taxi 20")
        assert await chat.tap(first, "Undo") == ["Done.", "Undone: $4.00 coffee.\nUndone: $3.50 bagel."]
        assert room.letters(ANN_TELEGRAM)[-1].ref == first
        assert await room.say(ANN_TELEGRAM, "what did I spend today?") == ["$20.00 spent today.\ntaxi $20.00"]


async def test_an_offer_is_taken_once(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        booked = await chat.say("coffee 4.50")
        await chat.tap(booked, "Undo")
        assert await chat.tap(booked, "Undo") == [USED]


async def test_what_was_undone_in_words_is_not_undone_again(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        await chat.say("taxi 20")
        booked = await chat.say("coffee 4.50")
        await chat.say("undo")
        assert await chat.tap(booked, "Undo") == ["Done.", "Nothing of that is left to undo."]
        assert await room.say(ANN_TELEGRAM, "what did I spend today?") == ["$20.00 spent today.\ntaxi $20.00"]


@pytest.mark.parametrize(("hours", "answer"), [(23, "Undone: $4.50 coffee, yesterday."), (24, USED)])
async def test_an_offer_stands_for_a_day(tmp_path: Path, hours: int, answer: str) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        booked = await chat.say("coffee 4.50")
        room.clock.move(hours=hours)
        assert (await chat.tap(booked, "Undo"))[-1] == answer


async def test_an_offer_outlives_a_restart(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "coffee 4.50")
        token = room.letters(ANN_TELEGRAM)[0].answer.buttons[0].token
    async with a_room(tmp_path) as room:
        tap = Tap(token=token, message_ref="telegram-1", tap_id="tap")
        message = IncomingMessage(source="telegram", external_id="second life", sender=ANN_TELEGRAM, tap=tap)
        assert await room.deliver(message) == ["Undone: $4.50 coffee."]


async def test_an_offer_is_no_answer_and_closes_no_question(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        booked = await chat.say("coffee 4.50")
        asked = await chat.say("spent 20")
        assert labels(room.letters(ANN_TELEGRAM)[-1]) == ["coffee", "groceries", "eating out"]
        await chat.tap(booked, "Undo")
        assert (await chat.tap(asked, "groceries"))[-1] == "Changed: $20.00 other is now $20.00 groceries."


async def test_neither_a_number_nor_its_word_takes_an_offer(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        await chat.say("coffee 4.50")
        assert "not understand" in (await room.say(ANN_TELEGRAM, "1"))[0]


async def test_a_picture_comes_below_the_words_it_was_offered_under(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        chat = Chat(room)
        await chat.say("set a $400 grocery budget")
        told = await chat.say("how is my grocery budget doing?")
        await chat.tap(told, "Chart")
        drawn = room.letters(ANN_TELEGRAM)[-1]
        assert (drawn.kind, drawn.ref) == ("message", None)
        assert drawn.answer.chart
        assert labels(drawn) == []


async def test_by_sms_a_picture_is_words(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "set a $400 grocery budget")
        await room.say(ANN_SMS, "show my budget as a chart")
        assert room.letters(ANN_SMS)[-1].answer.chart is None
        assert room.letters(ANN_SMS)[-1].answer.plain == "Groceries: $400.00 of $400.00 left this month (0 % spent)."
