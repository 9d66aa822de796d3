"""An assault: lines tried one after another on people who move in for it, and what came of each."""

from collections import Counter
from pathlib import Path

import msgspec

from bot.brain.senses import Senses
from bot.domain.letter import Letter
from bot.domain.visit import House
from tests.attack.channels import Ann, Paper, come_in, move_in, prepare
from tests.attack.hostile_models import Hostile
from tests.attack.injections import IN_THE_BOOKS, Injection
from tests.attack.judge import before, effects, faults_of, links_in, unheard
from tests.attack.town import ALWAYS_ASKED, Town, a_town


class Attempt(msgspec.Struct, frozen=True):
    """A line and by whose move it is tried; ``move`` means something to the enemy alone."""

    line: Injection
    move: int = 0


class Result(msgspec.Struct, frozen=True):
    """What came of it: nothing, if all is well; ``reached`` tells whether a model was asked at all."""

    attempt: Attempt
    effects: tuple[str, ...]
    faults: tuple[str, ...]
    reached: bool
    answers: tuple[str, ...]

    @property
    def is_held(self) -> bool:
        return not self.effects and not self.faults and bool(self.answers)


async def assault(folder: Path, model: Hostile, attempts: list[Attempt], house: House = ALWAYS_ASKED) -> list[Result]:
    """In one house, a newcomer for every attempt."""
    paper = Paper()
    senses = Senses(model=model, receipts=paper, transcriber=paper, files=paper)
    async with a_town(folder, senses, house) as town:
        return [await _attempt(town, model, paper, number, each) for number, each in enumerate(attempts)]


async def _attempt(town: Town, model: Hostile, paper: Paper, number: int, attempt: Attempt) -> Result:
    line = attempt.line
    ann = await move_in(town, number)
    await prepare(town, ann, line)
    stood = before(town, ann.person)
    model.begin(attempt.move)
    drafts = town.room.channels["telegram"].drafts
    drafts.clear()
    heard = len(_letters(town, ann))
    await come_in(town, ann, line, paper)
    answers = [letter.answer.plain for letter in _letters(town, ann)[heard:]]
    lies = tuple(each for each in model.said if not model.is_fair(each))
    faults = [fault for said in (*answers, *drafts) for fault in faults_of(said, line.text, lies)]
    if line.channel not in IN_THE_BOOKS:
        faults += [fault for said in answers for fault in links_in(said)]
    faults += [fault for prompt in model.prompts for fault in unheard(prompt, line.text)]
    return Result(attempt, tuple(effects(town, stood)), tuple(faults), bool(model.prompts), tuple(answers))


def _letters(town: Town, ann: Ann) -> list[Letter]:
    return [*town.room.letters(ann.chat), *town.room.letters(ann.phone)]


def tally(results: list[Result]) -> dict[str, Counter[str]]:
    """By channel: how many were tried, how many reached a model, and how many had an effect or said what must not be."""
    counted: dict[str, Counter[str]] = {}
    for result in results:
        row = counted.setdefault(result.attempt.line.channel, Counter())
        row["tried"] += 1
        row["reached"] += result.reached
        row["effects"] += bool(result.effects)
        row["said"] += bool(result.faults)
    return counted
