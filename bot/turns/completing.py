"""An open question answered in words: an amount, names, a day and time, or the amount of one of its choices."""

import re
from collections.abc import Callable
from decimal import Decimal

from bot.domain.decision import Calls, Choice, Decision, SkillCall, Slots
from bot.ports.questions import OpenQuestion
from bot.skills.shared_expense import SPEAKER
from bot.turns.situation import filled

# Names in a row, parted as the languages PAM speaks do it.
BETWEEN_NAMES = re.compile(r"\s*(?:[,;&+/]|\b(?:and|und|et|y|e)\b)\s*", re.IGNORECASE)
LED_BY = re.compile(r"(?:with|mit|avec|con)\s+", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['.-])*(?: [^\W\d_](?:[^\W\d_]|['.-])*)?")
LONGEST_NAME = 40

Read = Callable[[str], Decision | None]


def completed(question: OpenQuestion, text: str, decision: Decision, read: Read) -> Calls | None:
    """What waits, with what the words give it; None when they are a message of their own."""
    if isinstance(decision, Calls) and any(_says_more(call) for call in decision.calls):
        return None
    asked = question.asked
    if asked.slot == "with":
        names = names_in(text) if isinstance(decision, Calls) and decision.calls[0].skill == "none" else ()
        return Calls(calls=filled(question, {"with": names})) if names else None
    if asked.slot == "when":
        when = _when_in(text, read)
        return Calls(calls=filled(question, when)) if when else None
    amount = _amount_in(text, read) if asked.slot == "amount" or asked.choices else None
    if amount is None:
        return None
    return Calls(calls=filled(question, amount)) if asked.slot == "amount" else _of_that_amount(asked.choices, amount)


def _says_more(call: SkillCall) -> bool:
    """Whether a call is a message of its own rather than an amount alone."""
    return call.skill not in ("none", "record_expense") or bool(call.slots.get("category"))


def _amount_in(text: str, read: Read) -> Slots | None:
    decision = read(f"spent {text}")
    if not isinstance(decision, Calls) or "amount" not in decision.calls[0].slots:
        return None
    return {name: value for name, value in decision.calls[0].slots.items() if name in ("amount", "currency")}


def _when_in(text: str, read: Read) -> Slots | None:
    """A day, a time or how it comes again, with nothing besides."""
    decision = read(f"remind me {text}")
    if not isinstance(decision, Calls) or decision.calls[0].skill != "remind" or "about" in decision.calls[0].slots:
        return None
    return decision.calls[0].slots


def _of_that_amount(choices: tuple[Choice, ...], amount: Slots) -> Calls | None:
    fitting = [choice for choice in choices if any(_has(call, amount["amount"]) for call in choice.calls)]
    return Calls(calls=fitting[0].calls) if len(fitting) == 1 else None


def _has(call: SkillCall, amount: object) -> bool:
    # What was kept with the question comes back as text.
    return "amount" in call.slots and Decimal(str(call.slots["amount"])) == amount


def names_in(text: str) -> tuple[str, ...]:
    """Names alone, one or several, without the speaker; nothing when there is any other word."""
    parts = [part for part in BETWEEN_NAMES.split(LED_BY.sub("", text.strip().rstrip(".!"), count=1)) if part]
    if not parts or not all(NAME.fullmatch(part) and len(part) <= LONGEST_NAME for part in parts):
        return ()
    return tuple(dict.fromkeys(part for part in parts if part.lower() not in SPEAKER))
