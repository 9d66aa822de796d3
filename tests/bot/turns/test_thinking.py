"""What happens to a message, and to its person, while a model thinks about it."""

from pathlib import Path

from bot.brain.senses import Senses
from tests.house import ANN_SMS, ANN_TELEGRAM, a_room
from tests.scripted_model import ScriptedModel, in_turn, says

ODD = "so what do you make of it all then, hm"
CHAT = "I am here for you."


async def test_who_stopped_while_a_model_thought_is_not_written_to_and_stays_stopped(tmp_path: Path) -> None:
    model = ScriptedModel(in_turn(says(CHAT)))
    async with a_room(tmp_path, senses=Senses(model=model)) as room:
        await room.say(ANN_SMS, "hi")
        store = room.pam.messages.store

        async def the_carrier_hears_stop() -> None:
            async with store.transaction() as tx:
                known = await tx.people.meet(ANN_SMS, room.clock.now())
                await tx.people.set_state(known.id, "stopped")

        model.meanwhile = the_carrier_hears_stop
        assert await room.say(ANN_SMS, ODD) == []
        async with store.transaction() as tx:
            assert (await tx.people.meet(ANN_SMS, room.clock.now())).state == "stopped"


async def test_what_was_thought_is_not_thought_again_because_something_else_changed(tmp_path: Path) -> None:
    model = ScriptedModel(in_turn(says(CHAT)))
    async with a_room(tmp_path, senses=Senses(model=model)) as room:
        await room.say(ANN_TELEGRAM, "hi")

        async def they_travel() -> None:
            zone = ("Europe/Berlin", "Asia/Tokyo", "Europe/Paris")[len(model.prompts) % 3]
            await room.pam.accounts.set_timezone(ANN_TELEGRAM, zone)

        model.meanwhile = they_travel
        assert await room.say(ANN_TELEGRAM, ODD) == [CHAT]
        assert len(model.prompts) == 1
