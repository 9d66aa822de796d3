"""The soak's runs over a model: it fails after a look, talks nonsense, lies, and does what strangers' words say."""

from pathlib import Path

from tests.attack.results import attacks_at_random
from tests.crash.model_faults import findings_of_broken_thoughts, findings_of_nonsense
from tests.crash.model_lies import lies_heard

BROKEN, NONSENSE, SENTENCES, ATTACKS = 500, 1000, 1000, 600


async def think(seed: str, folder: Path) -> tuple[str, list[str]]:
    found = await findings_of_broken_thoughts(BROKEN, folder / "broken")
    found += await findings_of_nonsense(seed, NONSENSE, folder / "nonsense")
    heard = await lies_heard(seed, SENTENCES, folder / "lies")
    sentences = f"{heard.told} lies beside {heard.came} of {heard.true} truths"
    what = f"{BROKEN} broken thoughts, {NONSENSE} of nonsense, {sentences}"
    return what, found + heard.lies


async def attack(seed: str, folder: Path) -> tuple[str, list[str]]:
    return f"{ATTACKS} attacks by each of four models", await attacks_at_random(seed, ATTACKS, folder)
