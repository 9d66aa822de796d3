"""A look at the ledger from beside the phones, and a fresh start."""

from pathlib import Path

from bot.domain.decision import SkillCall
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room


async def moved_in(room: Room) -> None:
    await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)


async def test_a_stranger_has_no_ledger_to_look_at(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.pam.looks.ledger_at(ANN_SMS) is None
        assert await room.pam.looks.chart_at(ANN_SMS, SkillCall("spending_query", {"chart": True})) is None


async def test_what_was_booked_is_there_written_the_persons_way(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await moved_in(room)
        await room.say(ANN_SMS, "set a $400 grocery budget")
        await room.say(ANN_SMS, "spent 45.30 on groceries")
        look = await room.pam.looks.ledger_at(ANN_TELEGRAM)
        assert look is not None
        assert [(row.category, row.amount, row.account) for row in look.bookings] == [("groceries", "$45.30", "main")]
        assert look.accounts == (("main", "-$45.30"),)
        assert "$354.70" in look.budgets[0]
        assert [told.deed for told in look.journal] == [
            "groceries +$45.30, main -$45.30",
            "budget groceries: $400.00 monthly",
        ]


async def test_what_will_be_said_unasked_is_there_the_soonest_first(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await moved_in(room)
        await room.say(ANN_SMS, "rent is 1200 due on the 1st every month")
        await room.say(ANN_SMS, "remind me in 2 hours to stretch")
        await room.say(ANN_SMS, "save 5000 for a vacation")
        look = await room.pam.looks.ledger_at(ANN_TELEGRAM)
        assert look is not None
        assert [(each.rule, each.about) for each in look.coming] == [("reminder", "stretch"), ("bill", "Rent")]
        assert await room.pam.looks.next_due(ANN_TELEGRAM) == look.coming[0].at
        assert "$1,200.00" in look.bills[0]
        assert "$5,000.00" in look.goals[0]


async def test_an_undone_act_is_told_as_undone(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await moved_in(room)
        await room.say(ANN_SMS, "coffee 4.50")
        await room.say(ANN_SMS, "undo")
        look = await room.pam.looks.ledger_at(ANN_SMS)
        assert look is not None
        assert look.bookings == ()
        assert [told.undone for told in look.journal] == [False, True]


async def test_after_a_fresh_start_the_phones_are_somebodys_with_nothing(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await moved_in(room)
        await room.say(ANN_SMS, "coffee 4.50")
        await room.say(ANN_TELEGRAM, "spent 20")
        await room.pam.looks.start_over("Ann", "de", ANN_TELEGRAM, ANN_SMS)
        look = await room.pam.looks.ledger_at(ANN_SMS)
        assert look is not None
        assert (look.language, look.bookings, look.journal) == ("de", (), ())
        assert await room.say(ANN_SMS, "undo") != []
        people = await room.pam.accounts.people()
        assert [len(known) for _, known in people] == [2]
