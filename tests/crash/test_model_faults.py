"""Whatever a model does, and wherever it breaks off: each purchase is booked once, and nothing untrue is said."""

from dataclasses import replace
from pathlib import Path

from adapters.sandbox.faults import Fault
from tests.crash.judge import unfinished
from tests.crash.model_faults import findings_of_broken_thoughts, findings_of_nonsense
from tests.crash.model_lies import lies_heard
from tests.crash.pam_process import PamProcess, home_on
from tests.crash.town import a_town, neighbours
from tests.crash.verdict import verdict


async def test_a_model_that_fails_after_any_round_leaves_nothing_behind_and_nothing_out(tmp_path: Path) -> None:
    assert await findings_of_broken_thoughts(100, tmp_path) == []


async def test_nonsense_has_no_effect_beyond_what_the_person_said(tmp_path: Path) -> None:
    assert await findings_of_nonsense("nonsense", 100, tmp_path) == []


async def test_no_lie_about_the_books_gets_through(tmp_path: Path) -> None:
    heard = await lies_heard("lies", 200, tmp_path)
    assert heard.lies == []
    assert (heard.told, heard.true) == (160, 40)
    assert heard.came > 30


async def test_killed_while_the_model_thinks_a_message_is_answered_once_and_the_call_stays_paid(tmp_path: Path) -> None:
    async with a_town() as town:
        keys, phones = town.street.keys, neighbours(1)[0].phones
        home = home_on(tmp_path, keys, town.url)
        model = {"OPENAI_API_KEY": keys.openai_key, "OPENAI_BASE_URL": f"{town.url}/v1"}
        home = replace(home, environment={**home.environment, **model})
        town.street.point_at(home.public_url)
        async with PamProcess.living(home) as pam:
            for phone in phones:
                town.book(phone)
            await town.until_answered()
            town.street.faults.add("OpenAI", Fault("hang"))
            town.once(lambda entry: entry.vendor == "OpenAI", pam.strike)
            town.say(phones[0], "dropped 9.01 on darts at the pub", mark="$9.01", minor=901)
            await pam.ended()
        town.street.faults.replace("OpenAI", Fault("down"))
        town.life += 1
        async with PamProcess.living(home) as pam:
            await town.until_answered()
            assert await pam.until(lambda: not unfinished(home.evidence))
        assert verdict(town, home.evidence) == []
        # The first call was never answered: what was put aside for it is not given back. The second never got there.
        ((thoughts, held),) = home.evidence.rows(
            "SELECT counted, reserved_micro_usd > 0 FROM cost WHERE service = 'model'"
        )
        assert (thoughts, held) == (2, 1)
