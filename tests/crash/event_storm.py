"""A storm over events: shuffled, doubled, dropped, torn and forgotten, while handlers fail and their process dies."""

import shutil
from collections.abc import Awaitable
from pathlib import Path

from bot.domain.messages import IncomingMessage
from bot.services.announcing import MINDED_BY
from tests.crash.dice import Dice
from tests.crash.evidence import SqliteEvidence
from tests.crash.household import PEOPLE, Household, a_household
from tests.crash.judge import findings, unfinished
from tests.crash.rough import Died

MESSAGES = 12
# Deeds for each message: enough of them for a sweep to find what was lost meanwhile.
DEEDS = 5


async def findings_of(seed: str, prepared: Path, folder: Path) -> list[str]:
    """What is wrong after a storm with this seed, against the same day on a good bus."""
    said = said_by(Dice(f"{seed} said"))
    async with a_household(copied(prepared, folder / "calm"), None) as calm:
        for message in said:
            await calm.pam.messages.accept(message)
            await calm.publish()
            while calm.bus.waiting:
                await calm.pam.events.react(calm.bus.hand_over()[0])
        await calm.pam.settle()
    dice = Dice(f"{seed} storm")
    async with a_household(copied(prepared, folder / "storm"), dice) as household:
        await _storm(household, dice, said)
        await end(household)
        wrong = not_once(household)
    for what, lines in (("never", calm.heard - household.heard), ("again", household.heard - calm.heard)):
        wrong += [f"told {what}: {line}" for line in lines.items()]
    evidence = SqliteEvidence(folder / "storm" / "pam.db")
    wrong += findings(evidence) + unfinished(evidence)
    shutil.rmtree(folder)
    return wrong


def said_by(dice: Dice) -> list[IncomingMessage]:
    """Small things, and now and then a dear one."""
    messages = []
    for number in range(MESSAGES):
        whole = 60 + dice.below(30) if dice.one_in(4) else 3 + dice.below(7)
        text = f"{('coffee', 'taxi')[dice.below(2)]} {whole}.{10 + number}"
        sender = PEOPLE[dice.below(len(PEOPLE))]
        messages.append(IncomingMessage(source="sms", external_id=f"said-{number}", sender=sender, text=text))
    return messages


async def _storm(household: Household, dice: Dice, said: list[IncomingMessage]) -> None:
    rough, left = household.rough, said[::-1]
    deeds = (_deliver, _deliver, _sweep, _flush)
    while left:
        rough.fails = rough.dies = True
        if await _outlived(household.pam.messages.accept(left[-1])):
            left.pop()
        await _outlived(household.publish())
        for _ in range(dice.below(DEEDS)):
            await deeds[dice.below(len(deeds))](household, dice)


async def _deliver(household: Household, _dice: Dice) -> None:
    """Who dies says nothing of it to the bus, which hands it over again."""
    if not household.bus.waiting:
        return
    event, again = household.bus.hand_over()
    if not await _outlived(household.pam.events.react(event, again=again)):
        household.bus.waiting.append((event, True))


async def _sweep(household: Household, dice: Dice) -> None:
    """Nobody dies: what works side by side could not all be stopped at the same moment."""
    household.clock.move(seconds=dice.below(15))
    household.rough.dies = False
    await household.pam.events.loop().work_off()
    household.rough.dies = True


async def _flush(household: Household, dice: Dice) -> None:
    if dice.one_in(4):
        household.bus.waiting.clear()


async def _outlived(work: Awaitable[object]) -> bool:
    try:
        await work
    except Died:
        return False
    return True


async def end(household: Household) -> None:
    """All is well again: what waits is done, what was given up on is tried again, what comes late changes nothing."""
    pam, rough = household.pam, household.rough
    rough.fails = rough.dies = False
    for _ in range(2):
        await pam.settle()
        household.clock.move(minutes=2)
        await pam.settle()
        for dead in (await pam.accounts.dead()).deliveries:
            await pam.accounts.retry_event(dead.event_id)
    for event, again in household.bus.waiting:
        await pam.events.react(event, again=again)
    await pam.settle()


def not_once(household: Household) -> list[str]:
    """Each event by each that minds it, once a person whom it concerns."""
    posted = {(event.id, handler) for event in household.posted for handler in MINDED_BY[event.name]}
    minded = {(event_id, handler) for event_id, handler, _ in household.rough.kept}
    wrong = [f"never minded: {each}" for each in posted - minded]
    wrong += [f"minded and not posted: {each}" for each in minded - posted]
    return wrong + [f"minded {times} times: {each}" for each, times in household.rough.kept.items() if times > 1]


def copied(prepared: Path, folder: Path) -> Path:
    shutil.copytree(prepared, folder)
    return folder
