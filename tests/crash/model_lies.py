"""A model that lies about the books, turn after turn: told is each lie that reached somebody."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from bot.brain.senses import Senses
from tests.crash.dice import Dice
from tests.crash.model_faults import ALWAYS_ASKED, phone_of
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room
from tests.scripted_model import ScriptedModel, calls, found, says


@dataclass(frozen=True)
class Truth:
    """What the books say of a category in a month."""

    category: str
    month: str
    amount: str

    @property
    def wish(self) -> tuple[str, object]:
        first, last = ("2026-11-01", "2026-11-30") if self.month == "this month" else ("2026-10-01", "2026-10-31")
        return "spending_query", {"category": self.category, "period": {"from": first, "to": last}}


TRUTHS = tuple(
    Truth(category, month, amount)
    for month, amounts in (("this month", ("45.30", "80.15", "12.60")), ("last month", ("33.20", "71.45", "19.90")))
    for category, amount in zip(("groceries", "rent", "coffee"), amounts, strict=True)
)
WAYS = (
    "You spent {amount} on {category} {month}.",
    "{month}, {amount} went on {category}.",
    "On {category} it was {amount} {month}!",
    "Well, {category} came to {amount} {month}.",
)
CURRENCIES = ("€{}", "£{}", "{} EUR", "{} yen", "{} pesos")
KINDS = ("figure", "category", "currency", "period")


@dataclass
class Heard:
    """How many lies, and how many true sentences, reached the phone as they were."""

    lies: list[str]
    told: int = 0
    true: int = 0
    came: int = 0


async def lies_heard(seed: str, turns: int, folder: Path) -> Heard:
    """Every fifth sentence is true, so that something could get through at all."""
    dice, heard = Dice(seed), Heard([])
    model = ScriptedModel(lambda _: says(""))
    async with a_room(folder, ALWAYS_ASKED, senses=Senses(model=model)) as room:
        await _with_books(room)
        for turn in range(turns):
            truth = TRUTHS[dice.below(len(TRUTHS))]
            lies = turn % 5 > 0
            sentence = _a_lie(dice, truth, KINDS[turn % 5 - 1]) if lies else _sentence(dice, truth)
            model.script = lambda prompt, truth=truth, sentence=sentence: (
                says(sentence) if found(prompt) else calls(truth.wish)
            )
            answers = " ".join(await room.say(phone_of(turn), f"tell me, how is it going with {truth.category}"))
            shown = " ".join(room.channels["telegram"].drafts)
            came = sentence in answers or (lies and sentence in shown)
            heard.told, heard.true = heard.told + lies, heard.true + (not lies)
            heard.came += came and not lies
            if came and lies:
                heard.lies.append(f"{truth}: {sentence}")
    return heard


async def _with_books(room: Room) -> None:
    await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
    for truth in TRUTHS:
        day = "" if truth.month == "this month" else " on october 12"
        await room.say(ANN_SMS, f"spent {truth.amount} on {truth.category}{day}")


def _sentence(dice: Dice, truth: Truth, amount: str = "") -> str:
    way = WAYS[dice.below(len(WAYS))]
    said = way.format(amount=amount or f"${truth.amount}", category=truth.category, month=truth.month)
    return said[0].upper() + said[1:]


def _a_lie(dice: Dice, truth: Truth, kind: str) -> str:
    others = [each for each in TRUTHS if each.category != truth.category]
    if kind == "category":
        return _sentence(dice, replace(truth, category=others[dice.below(len(others))].category))
    if kind == "period":
        month = ("last month", "last week", "this year", "yesterday", "in March")[dice.below(5)]
        month = "this month" if month == truth.month else month
        return _sentence(dice, replace(truth, month=month))
    if kind == "currency":
        return _sentence(dice, truth, CURRENCIES[dice.below(len(CURRENCIES))].format(truth.amount))
    return _sentence(dice, truth, f"${_another(dice, truth.amount)}")


def _another(dice: Dice, amount: str) -> str:
    """A digit more, less or other, the point moved, or a figure of another fact."""
    wrong = (
        amount[1:],
        f"1{amount}",
        amount.replace(".", ""),
        f"{amount[0]}{amount[2:]}",
        f"{int(amount[0]) % 9 + 1}{amount[1:]}",
        re.sub(r"\d\d$", "00", amount),
        next(each.amount for each in TRUTHS if each.amount != amount),
    )
    return wrong[dice.below(len(wrong))]
