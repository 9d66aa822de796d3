"""Whether what a model wants written is what the person said: then it is done, else they are asked first."""

import re
from collections.abc import Iterable

from bot.brain.offline.heard import Heard, heard_in
from bot.brain.permissions import reads
from bot.domain.decision import NOTHING, Calls, Decision, Reader, SkillCall
from bot.domain.errors import Refused
from bot.domain.memory_shapes import name_written
from bot.domain.taxonomy import fold, knows

_BOOKINGS = frozenset({"record_expense", "record_income"})
_PLAIN_SLOTS = frozenset({"amount", "currency", "category", "date"})
_TALK = frozenset({"none", "greet", "thanks"})
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


def may_be_done(text: str, wanted: tuple[SkillCall, ...], offline: Decision, reader: Reader) -> bool:
    """Whether what a model wants written is done without asking: where both brains read the very same in the text.

    Where the offline brain reads nothing, one plainly told booking is done as well.
    """
    if offline is NOTHING:
        return len(wanted) == 1 and _is_told(wanted[0], heard_in(text, reader), reader)
    return isinstance(offline, Calls) and _sorted(wanted) == _sorted(writes(offline))


def writes(offline: Decision) -> tuple[SkillCall, ...]:
    """What the offline brain would have done, looks and talk aside."""
    read = offline.calls if isinstance(offline, Calls) else ()
    return tuple(call for call in read if not reads(call) and call.skill not in _TALK)


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


def _sorted(calls: tuple[SkillCall, ...]) -> list[str]:
    return sorted(f"{call.skill} {sorted(call.slots.items())}" for call in calls)


def _is_told(call: SkillCall, heard: Heard, reader: Reader) -> bool:
    """A booking with the only figure there is, of a kind of thing that is known, in plain words."""
    slots = call.slots
    category, day = str(slots.get("category", "")), slots.get("date", reader.today)
    return (
        call.skill in _BOOKINGS
        and slots.keys() <= _PLAIN_SLOTS
        and heard.is_plain
        and heard.figures == {slots.get("amount")}
        and knows(category)
        and _are_words_of(category, heard)
        and (day == reader.today or heard.days == {day})
        and slots.get("currency", reader.currency) == reader.currency
    )


def _are_words_of(value: str, heard: Heard) -> bool:
    words = _WORD.findall(fold(value))
    return bool(words) and all(_is_heard(word, heard.words) for word in words)


def _is_heard(word: str, heard: frozenset[str]) -> bool:
    return any(f"{word}{end}" in heard for end in _ENDINGS)
