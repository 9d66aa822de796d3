"""The door in one process, the thinking in another: what a web process is not sure of, a worker asks the model about."""

from dataclasses import replace
from pathlib import Path

from tests.crash.judge import unfinished
from tests.crash.pam_process import home_on, on_postgres
from tests.crash.roles import staff
from tests.crash.town import a_town, neighbours
from tests.postgres import databases

TELEGRAM, SMS = neighbours(1)[0].phones


async def test_a_worker_thinks_about_what_the_web_process_only_kept(tmp_path: Path) -> None:
    there = databases()
    database = there.take()
    async with a_town() as town:
        home = on_postgres(home_on(tmp_path, town.street.keys, town.url), there, database)
        model = {"OPENAI_API_KEY": town.street.keys.openai_key, "OPENAI_BASE_URL": f"{town.url}/v1"}
        home = replace(home, environment={**home.environment, **model})
        town.street.point_at(home.public_url)
        async with staff(home, "web", "worker") as house:
            town.say(TELEGRAM, "coffee 4.50", mark="$4.50")
            await town.until_answered()
            assert town.street.openai.asked == []
            town.say(TELEGRAM, "where is all my dough going, tell me", mark="$4.50")
            await town.until_answered()
            assert town.street.openai.asked
            assert await house.processes[1].until(lambda: not unfinished(home.evidence))
            house.tell_to_end()
            assert set(await house.ended()) == {0}
    there.give_back(database)
