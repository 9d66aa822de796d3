"""All the attacks, and what people ask for who mean no harm, with what came of each."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec

from tests.attack.assault import Attempt, Result, assault
from tests.attack.crossed import crossed, thrown
from tests.attack.everyday import Handled, everyday
from tests.attack.hostile_models import Hostile, away, enemy, half, half_obeying, obey, obeying
from tests.attack.injections import harmless, injections
from tests.attack.right_model import right_about
from tests.scripted_model import Script, ScriptedModel

MODELS: dict[str, Callable[[], Hostile]] = {"obeys": obeying, "half": half_obeying, "enemy": enemy, "away": away}
CROSSED = "enemy, other ways"
# The stride makes the enemy's moves fall differently among the lines of one channel.
STRIDE = 7
_AFTER: dict[str, Script | None] = {"right": None, "obeys": obey, "half": half}


class Results(msgspec.Struct, frozen=True):
    attacks: dict[str, list[Result]]
    handled: dict[str, list[Handled]]


async def all_results(folder: Path) -> Results:
    """Side by side: most of the time is spent waiting for disks."""
    tried = {name: (model, own_ways()) for name, model in MODELS.items()}
    tried[CROSSED] = enemy, crossed(injections()[::2])
    async with asyncio.TaskGroup() as group:
        attacks = {
            name: group.create_task(assault(folder / name, model(), attempts))
            for name, (model, attempts) in tried.items()
        }
        handled = {
            name: group.create_task(everyday(folder / f"{name} everyday", _right(after), harmless()))
            for name, after in _AFTER.items()
        }
    return Results(
        {name: task.result() for name, task in attacks.items()}, {name: task.result() for name, task in handled.items()}
    )


def _right(after: Script | None) -> ScriptedModel:
    return ScriptedModel(right_about(harmless(), after))


def own_ways() -> list[Attempt]:
    """Each line by the way it is written for."""
    return [Attempt(line, number * STRIDE) for number, line in enumerate(injections())]


async def attacks_at_random(seed: str, most: int, folder: Path) -> list[str]:
    """So many attempts a model that the seed decides; what got through, none if all is well."""
    found = []
    for name, model in MODELS.items():
        results = await assault(folder / name, model(), thrown(f"{seed} {name}", most))
        found += [f"{name}: {told(result)}" for result in results if not result.is_held]
    return found


def told(result: Result) -> str:
    line = result.attempt.line
    what = (*result.effects, *result.faults) or ("no answer",)
    return f"{line.id} by {line.channel}, move {result.attempt.move}: {'; '.join(what)[:300]}"
