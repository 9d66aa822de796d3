"""Somebody's first days with PAM, on both phones, over real HTTP."""

import re

from adapters.sandbox.faults import Fault
from tests.shelves import Shelf
from tests.walks.town import a_town


async def test_the_first_message_books_and_a_budget_follows_it_until_it_breaks(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        assert await town.text("spent 45.30 on groceries") == "$45.30 groceries."
        assert "Budget set: $400.00 groceries a month. $45.30 spent" in await town.text("set a $400 grocery budget")
        assert await town.text("spent 4.70 on groceries") == "$4.70 groceries. $350.00 of $400.00 left this month."
        assert "100 % spent" in await town.text("spent 350 on groceries", answers=2)
        assert "left this month" in await town.text("undo")


async def test_two_phones_become_one_person(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        await town.text("spent 45.30 on groceries")
        found = re.search(r"\b\d{6}\b", await town.text("link"))
        assert found
        assert "Linked" in await town.chat(found[0])
        assert "<b>$45.30</b> spent this month" in await town.chat("what did I spend this month?")
        assert await town.chat("undo") == "Undone: $45.30 groceries."


async def test_a_button_turns_its_message_into_the_answer(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        assert "Which category?" in await town.chat("spent 20")
        assert await town.tap("groceries") == "Changed: $20.00 other is now <b>$20.00 groceries</b>."


async def test_numbers_answer_questions_by_sms(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        assert "1 groceries" in await town.text("spent 20")
        assert await town.text("1") == "Changed: $20.00 other is now $20.00 groceries."


async def test_a_vendor_that_was_away_is_told_when_it_is_back(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        assert await town.text("coffee 1") == "$1.00 coffee."
        town.street.faults.add("Twilio", Fault("down"))
        town.street.sms.say("coffee 2")
        await town.street.settled()
        # Telegram goes on as if nothing had happened.
        assert await town.chat("hello")
        town.street.faults.heal("Twilio")
        town.clock.move(minutes=1)
        town.pam.wake()
        assert await town.text("coffee 3", answers=2) == "$3.00 coffee."
        assert [sms.body for sms in town.street.sms.messages() if sms.body.startswith("$")] == [
            "$1.00 coffee.",
            "$2.00 coffee.",
            "$3.00 coffee.",
        ]


async def test_markup_in_a_persons_words_stays_words(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        answer = await town.chat("spent 5 on <b>bold</b> & <a href='x'>link</a>")
        assert "<a" not in answer
        assert "<b>bold" not in answer
