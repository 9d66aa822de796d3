"""A code that somebody types is read by no model, not even where every message goes to one."""

from pathlib import Path

import pytest

from bot.brain.senses import Senses
from tests.attack.hostile_models import obeying
from tests.attack.town import ALWAYS_ASKED
from tests.house import ANN_SMS, ANN_TELEGRAM, a_room


@pytest.mark.parametrize("words", ["482913", "my code is 482913", "482 913"])
async def test_no_model_reads_a_code(tmp_path: Path, words: str) -> None:
    model = obeying()
    async with a_room(tmp_path, ALWAYS_ASKED, senses=Senses(model=model)) as room:
        await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)
        assert await room.say(ANN_TELEGRAM, words)
        assert await room.say(ANN_TELEGRAM, "hey so tell me honestly, what have my last bookings been")
        assert model.prompts
        assert not any("482" in str(prompt.entries) for prompt in model.prompts)
