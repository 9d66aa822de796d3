"""Whether what a model wants written is what the person said: then it is done, else they are asked first."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.brain.offline.heard import Heard, heard_in
from bot.brain.permissions import takes_away
from bot.domain.decision import NOTHING, Calls, Decision, Question, Reader, SkillCall
from bot.domain.errors import Refused
from bot.domain.memory_shapes import name_written
from bot.domain.period import Period
from bot.domain.taxonomy import fold, knows

# Words for a kind of thing: a model may choose the published one where the person's own word is another.
_KINDS = frozenset({"category"})
# Of a fixed set: what is not the person's word is a way of saying it.
_ENUMERATED = frozenset({"interval", "kind", "action", "recurrence", "key", "currency", "time"})
_BOOKINGS = frozenset({"record_expense", "record_income"})
# What a person names as they like; all else is of a fixed shape.
_FREE = frozenset(
    "category merchant person account from_account to_account goal tag tags note about target subject word means with "
    "payer".split()
)
# Money, links, marks and a second sentence stand in no name.
_NO_NAME = re.compile(r"[$€£¥%@:;!?<>{}\[\]⟦⟧_\\|/]|[.,] ")
_WORD = re.compile(r"[^\W_]+")
# "taxi" for "taxis", "lunch" for "lunches".
_ENDINGS = ("", "s", "es", "n", "e")


def says_so(text: str, call: SkillCall, offline: Decision, reader: Reader) -> bool:
    """The offline brain read the very same; or all of the call stands in the text, and the text asks for it.

    A figure of the person's own is no wish yet: "is 200 too much for groceries?" sets no budget.
    """
    if isinstance(offline, Calls) and call in offline.calls:
        return True
    if takes_away(call):
        return False
    heard = heard_in(text, reader)
    if call.skill not in _wishes(offline) and not (offline is NOTHING and _is_told(call, heard)):
        return False
    return all(_is_said(name, value, heard, reader) for name, value in call.slots.items())


def is_strange(call: SkillCall, heard: frozenset[str]) -> str:
    """The slot whose words nobody said and that look like no name: whoever reads them back would say anything.

    ``heard`` are the words of the person and of the books, folded; "" where there is no such slot.
    """
    for name, value in call.slots.items():
        if name not in _FREE and (name, call.slots.get("key")) != ("value", "name"):
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if not _may_be_a_name(str(each), heard):
                return name
    return ""


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Folded, as ``is_strange`` wants them."""
    return frozenset(word for text in texts for word in _WORD.findall(fold(text)))


def _may_be_a_name(value: str, heard: frozenset[str]) -> bool:
    strange = " ".join(word for word in _WORD.findall(fold(value)) if not _is_heard(word, heard))
    if not strange or knows(value):
        return True
    try:
        name_written(strange)
    except Refused:
        return False
    return not _NO_NAME.search(value)


def _wishes(offline: Decision) -> set[str]:
    """What the offline brain takes the text for, whichever way it is read."""
    if isinstance(offline, Question):
        return {call.skill for choice in offline.choices for call in choice.calls}
    return {call.skill for call in offline.calls}


def _is_told(call: SkillCall, heard: Heard) -> bool:
    """A booking of a kind of thing that is known, in plain words the offline brain has no pattern for."""
    category = str(call.slots.get("category", ""))
    return call.skill in _BOOKINGS and heard.is_plain and knows(category) and _are_words_of(category, heard)


def _is_said(name: str, value: object, heard: Heard, reader: Reader) -> bool:
    if isinstance(value, bool):
        return True
    if isinstance(value, Decimal | int):
        return Decimal(value) in heard.figures
    if isinstance(value, date):
        return value == reader.today or value in heard.days
    if isinstance(value, Period):
        return value in heard.periods
    if isinstance(value, tuple):
        return all(_is_said(name, each, heard, reader) for each in value)
    if name == "currency":
        return value == reader.currency or fold(str(value)) in heard.words
    if name in _ENUMERATED:
        return name not in ("recurrence", "time", "key", "action")
    return (name in _KINDS and knows(str(value))) or _are_words_of(str(value), heard)


def _are_words_of(value: str, heard: Heard) -> bool:
    words = _WORD.findall(fold(value))
    return bool(words) and all(_is_heard(word, heard.words) for word in words)


def _is_heard(word: str, heard: frozenset[str]) -> bool:
    return any(f"{word}{end}" in heard for end in _ENDINGS)
