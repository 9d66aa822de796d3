"""An evening out: who owes whom by SMS, a slip undone by a button in Telegram, over real HTTP."""

from tests.shelves import Shelf
from tests.walks.town import a_town


async def test_dinner_is_shared_and_settled_by_sms(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        assert await town.text("set a dining budget of 400") == "Budget set: $400.00 dining a month."
        assert await town.text("split 90 for dinner with bob and cem") == (
            "$90.00 dinner. Your part: $30.00. Bob, Cem: each owes you $30.00. "
            "Dining: $370.00 of $400.00 left this month."
        )
        assert "In all you are owed $60.00." in await town.text("who owes me?")
        assert await town.text("settle up with Bob") == "Bob paid you back $30.00. You and Bob are even."
        assert await town.text("who owes me?") == "Cem owes you $30.00."
        assert await town.text("undo") == "Undone: $30.00 Bob -> your main account."
        assert "In all you are owed $60.00." in await town.text("who owes me?")


async def test_each_booking_in_telegram_is_undone_by_the_button_under_it(shelf: Shelf) -> None:
    async with a_town(shelf) as town:
        await town.chat("coffee 4.50")
        await town.chat("taxi 20")
        assert await town.tap("Undo") == "Undone: $20.00 taxi."
        assert await town.tap("Undo") == "Undone: $4.50 coffee."
        assert await town.chat("what did I spend today?") == "Nothing spent today."
