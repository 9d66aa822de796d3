"""A model beside the offline brain, asked over real HTTP: both phones go on whether it answers, is away, or is mad."""

from pathlib import Path

from msgspec.structs import replace

from adapters.sandbox.faults import Fault
from adapters.sandbox.openai_mischief import NINE
from bot.brain.senses import Senses
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, a_room
from tests.scripted_model import ScriptedModel, says
from tests.shelves import Shelf
from tests.walks.town import a_thinking_town

UNSURE = "how is it going with my money?"
BASIC = "I am in basic mode for now."


async def test_what_the_offline_brain_cannot_read_is_answered_by_the_model_on_both_phones(shelf: Shelf) -> None:
    async with a_thinking_town(shelf) as town:
        await town.chat("coffee 4.50")
        await town.text("taxi 12.10")
        assert town.street.openai.asked == []
        with town.street.feed.listening() as (_, live):
            assert "$4.50" in await town.chat(UNSURE)
            shown = [live.get_nowait() for _ in range(live.qsize())]
        assert any(event and event["kind"] == "draft" for event in shown)
        assert "$12.10" in await town.text(UNSURE)
        assert [entry.status for entry in town.street.journal.calls("OpenAI", "POST chat")] == [200] * 4


async def test_a_model_that_is_away_is_told_once_and_is_back_by_itself(shelf: Shelf) -> None:
    async with a_thinking_town(shelf) as town:
        await town.text("hi")
        # Each message tries twice.
        town.street.faults.add("OpenAI", Fault("down", times=4))
        away = [await town.text("dropped 18.75 on darts at the pub") for _ in range(2)]
        assert [BASIC in each for each in away] == [True, False]
        assert all("$18.75" in each for each in away)
        assert "$37.50" in await town.text(UNSURE)
        assert [entry.status for entry in town.street.journal.calls("OpenAI", "POST chat")] == [0] * 4 + [200] * 2


async def test_whatever_is_wrong_with_the_answers_every_message_is_answered_and_booked_once(shelf: Shelf) -> None:
    quick = [mode for mode in NINE if mode not in ("hang", "drip")]
    async with a_thinking_town(shelf) as town:
        await town.text("hi")
        for number, mode in enumerate(quick):
            town.street.faults.add("OpenAI", Fault(mode))
            assert f"$18.{number}5" in await town.text(f"dropped 18.{number}5 on darts at the pub")
            town.street.faults.heal("OpenAI")
            # Good answers in between, so that the model is not left alone.
            assert ["spent this month" in await town.text(UNSURE) for _ in range(2)] == [True, True]
        told = await town.text(f"show my last {len(quick)} bookings")
        assert [told.count(f"$18.{number}5") for number in range(len(quick))] == [1] * len(quick)
        assert {entry.note for entry in town.street.journal.calls("OpenAI", "POST chat")} == {"", *quick}


async def test_a_day_on_which_nobody_writes_costs_nothing(tmp_path: Path) -> None:
    """Reminders, a digest and a budget that is crossed are told; the model is asked nothing."""
    model = ScriptedModel(lambda _: says("Hello."))
    house = replace(OPEN_HOUSE, fast_lane=0)
    async with a_room(tmp_path, house, senses=Senses(model=model)) as room:
        await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
        for words in (
            "remind me every day at 8:00 to drink",
            "send me a daily digest at 9",
            "rent 900 every month on the 19th",
            "set a budget of 10 for coffee",
            "coffee 11",
        ):
            await room.say(ANN_TELEGRAM, words)
        before = len(room.letters(ANN_TELEGRAM)) + len(room.letters(ANN_SMS))
        for _ in range(24 * 4):
            await room.pass_time(minutes=15)
        assert len(room.letters(ANN_TELEGRAM)) + len(room.letters(ANN_SMS)) - before >= 2
        assert model.prompts == []
