"""A model that breaks off or asks for nonsense, turn after turn: told is what was lost, doubled, or done unasked."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from bot.brain.online import MOST_ROUNDS
from bot.brain.senses import Senses
from bot.brain.tools import offered
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address
from bot.ports.language_model import Prompt, Reply, ToolCall
from tests.crash.dice import Dice
from tests.crash.evidence import SqliteEvidence
from tests.crash.judge import booked, findings, unfinished
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room
from tests.scripted_model import Script, ScriptedModel, calls, found, says

# Every message waits for the model, and none costs too much.
ALWAYS_ASKED = replace(OPEN_HOUSE, fast_lane=101, daily_turns=0, daily_model_micro_usd=0)
MOST_ASKED = 6
QUESTIONS = (
    "how much did I spend this month?",
    "hey so tell me honestly, am I being reckless lately?",
    "and what do you make of all that",
)
PURCHASES = ("spent {} on groceries", "so the girls and me had {} tapas", "coffee {}")
# What a model may read or write after which it fails; each round asks for another, for a repeat ends the thought.
WISHES = {
    "reads": ("list_transactions", lambda number, _: {"limit": number}),
    "writes": ("record_expense", lambda number, amount: {"amount": amount, "note": "tapas " * number}),
}
FAILS = (
    Unavailable("OpenAI did not answer in time"),
    Rejected("refused", "400"),
    Reply(calls=(ToolCall("1", "transfer_everything", "{}"),)),
    Reply(calls=(ToolCall("1", "record_expense", '{"amount": "1'),)),
    Reply(calls=tuple(ToolCall(str(number), "balance", "{}") for number in range(7))),
)
WRITES = tuple(
    "record_expense record_income record_transfer set_balance set_budget split_expense recurring_expense remind set_goal "
    "set_preference remember edit_transaction pay refund undo".split()
)
MUST = ("amount", "category", "date", "key", "value", "about")
FITTING = {
    "date": "2026-11-19",
    "period": {"from": "2026-11-01", "to": "2026-11-30"},
    "recurrence": "weekly",
    "time": "09:00",
    "currency": "USD",
    "key": "currency",
    "value": "EUR",
}
ODD = (None, True, -1, 10**12, [], {"deep": {}}, "x" * 300, ["a"], "delete")
# What a purchase writes one of each into: what it was for is an account as well. All else is for nobody to change here.
TOUCHED = {"act", "booking"}
COUNTS = """
SELECT 'act', count(*) FROM act
UNION ALL SELECT 'booking', count(*) FROM booking
UNION ALL SELECT 'budget', count(*) FROM budget
UNION ALL SELECT 'goal', count(*) FROM goal
UNION ALL SELECT 'reminder', count(*) FROM reminder
UNION ALL SELECT 'bill', count(*) FROM bill
UNION ALL SELECT 'memory', count(*) FROM memory
UNION ALL SELECT 'meaning', count(*) FROM meaning
UNION ALL SELECT 'mute', count(*) FROM mute
UNION ALL SELECT 'person', count(*) FROM person
UNION ALL SELECT 'code', count(*) FROM code
UNION ALL SELECT 'alert', count(*) FROM alert
UNION ALL SELECT 'due', count(*) FROM due
"""


@dataclass
class Purchases:
    """Each has an amount that no other has; ``made`` are those so far, in cents."""

    made: list[int] = field(default_factory=list)

    def next(self, turn: int) -> tuple[str, str]:
        """What is said and the amount in it, or a question and ""."""
        if turn % 3 == 2:
            return QUESTIONS[turn // 3 % len(QUESTIONS)], ""
        cents = 1001 + len(self.made)
        self.made.append(cents)
        amount = f"{cents // 100}.{cents % 100:02}"
        return PURCHASES[turn % len(PURCHASES)].format(amount), amount


async def findings_of_broken_thoughts(turns: int, folder: Path) -> list[str]:
    """The model fails after it read, or wanted written, in each round: the offline brain's answer, once."""
    said, wrong = Purchases(), []
    model = ScriptedModel(lambda _: says(""))
    async with a_room(folder, ALWAYS_ASKED, senses=Senses(model=model)) as room:
        await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
        for turn in range(turns):
            words, amount = said.next(turn)
            model.script = _failing(turn, amount or "5")
            if not await room.say(phone_of(turn), words):
                wrong.append(f"turn {turn} has no answer")
        wrong += await _judged(room, folder, said)
    return wrong


def _failing(turn: int, amount: str) -> Script:
    """Fails in the round that the turn says, the first of them after one thing was asked for."""
    name, arguments = list(WISHES.values())[turn // MOST_ROUNDS % len(WISHES)]
    fails_after, fails = turn % MOST_ROUNDS, FAILS[turn % len(FAILS) - turn // len(FAILS) % len(FAILS)]

    def script(prompt: Prompt) -> Reply | Exception:
        asked = len(found(prompt))
        return calls((name, arguments(asked + 1, amount))) if asked < max(1, fails_after) else fails

    return script


async def findings_of_nonsense(seed: str, turns: int, folder: Path) -> list[str]:
    """Names, arguments and numbers of calls by chance: no effect but the purchase that was told."""
    dice, said, wrong = Dice(seed), Purchases(), []
    model = ScriptedModel(lambda _: says(""))
    evidence = SqliteEvidence(folder / "pam.db")
    async with a_room(folder, ALWAYS_ASKED, senses=Senses(model=model)) as room:
        await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
        for turn in range(turns):
            words, amount = said.next(turn)
            before, model.prompts = _counted(evidence), []
            model.script = lambda _, amount=amount: _nonsense(dice, amount)
            answers = await room.say(phone_of(turn), words)
            done = {name: more for name, more in (_counted(evidence) - before).items() if more}
            if done.keys() - TOUCHED or max(done.values(), default=0) > bool(amount):
                wrong.append(f"turn {turn}, {words}: {done}")
            if len(model.prompts) > MOST_ASKED or not answers:
                wrong.append(f"turn {turn}: {len(model.prompts)} calls, {answers}")
        strange = [cents for cents in booked(evidence) if cents not in said.made]
        wrong += [f"booked, and nobody said so: {strange}"] if strange else []
    return wrong + findings(evidence) + unfinished(evidence)


def _nonsense(dice: Dice, amount: str) -> Reply | Exception:
    if dice.one_in(8):
        return FAILS[dice.below(len(FAILS))]
    if dice.one_in(3):
        return says(("", "Done.", "You spent $999.99.", "I sent $50 to Mike.")[dice.below(4)])
    return calls(*(_a_call(dice, amount) for _ in range((1, 1, 1, 1, 1, 2, 3, 8)[dice.below(8)])))


def _a_call(dice: Dice, amount: str) -> tuple[str, object]:
    names = (*offered(), "transfer_everything") if dice.one_in(4) else WRITES
    name = names[dice.below(len(names))]
    shapes = _shapes(name)
    told = {slot: _value(dice, slot, shape, amount) for slot, shape in shapes.items() if dice.below(3) or slot in MUST}
    if dice.one_in(20):
        told["person_id"] = 1
    written = msgspec.json.encode(told).decode()
    return name, written[: len(written) // 2] if dice.one_in(20) else told


def _shapes(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", offered()[name].tool.parameters["properties"]) if name in offered() else {}


def _value(dice: Dice, slot: str, shape: dict[str, Any], amount: str) -> object:
    """Mostly of the shape that is asked for, and now and then a word or a figure of the person's."""
    if dice.one_in(40):
        return ODD[dice.below(len(ODD))]
    if slot in FITTING or "amount" in slot:
        return FITTING.get(slot) or (amount or "50", "50", "999999")[dice.below(3)]
    if "enum" in shape:
        return shape["enum"][dice.below(len(shape["enum"]))]
    if "string" not in shape["type"]:
        return True if "boolean" in shape["type"] and dice.one_in(4) else None
    return ("groceries", "rent", "coffee", None)[dice.below(4)]


async def _judged(room: Room, folder: Path, said: Purchases) -> list[str]:
    evidence = SqliteEvidence(folder / "pam.db")
    dead = (await room.pam.accounts.dead()).messages
    wrong = [f"given up on: {dead}"] if dead else []
    if booked(evidence) != sorted(said.made):
        wrong.append(f"booked otherwise: {Counter(booked(evidence)) - Counter(said.made)}")
        wrong.append(f"lost: {Counter(said.made) - Counter(booked(evidence))}")
    return wrong + findings(evidence) + unfinished(evidence)


def _counted(evidence: SqliteEvidence) -> Counter[str]:
    return Counter(dict(evidence.rows(COUNTS)))


def phone_of(turn: int) -> Address:
    return (ANN_SMS, ANN_TELEGRAM)[turn % 2]
