"""What a brain returns: calls to perform, a question to ask, or words to say."""

from datetime import date

import msgspec

Slots = dict[str, object]
"""Slot name to value: str, int, Decimal, date, Period or a tuple of str. Each skill converts them to its own type."""


class SkillCall(msgspec.Struct, frozen=True):
    """One thing to do: a skill's name and the slots the words gave. A missing slot stays missing."""

    skill: str
    slots: Slots = {}


class Calls(msgspec.Struct, frozen=True):
    """Do these, in this order. ``confidence`` in 0..1: how sure the brain is of the whole reading."""

    calls: tuple[SkillCall, ...]
    confidence: float = 1.0


class Choice(msgspec.Struct, frozen=True):
    """One way to read the message: what a person would call it, and the calls it stands for."""

    label: str
    calls: tuple[SkillCall, ...]


class Question(msgspec.Struct, frozen=True):
    """More than one reading, or something missing: ask, never guess.

    ``key`` names the wording, ``facts`` fill it; without choices the person answers in words.
    """

    key: str
    choices: tuple[Choice, ...] = ()
    facts: dict[str, str] = {}


class Phrased(msgspec.Struct, frozen=True):
    """Words a model phrased, held against what the calls say: ``lines`` are what they said when it was phrased.

    Where they say something else by now, theirs go out. ``with_lines``: the words leave out what they should tell.
    """

    text: str
    calls: tuple[SkillCall, ...] = ()
    lines: tuple[str, ...] = ()
    with_lines: bool = False


Decision = Calls | Question | Phrased

NOTHING = Calls(calls=(SkillCall("none"),), confidence=0.0)


class Reader(msgspec.Struct, frozen=True):
    """For whom a text is read: the person's day and time of day (``HH:MM``), manners and money."""

    today: date
    time: str
    timezone: str
    locale: str
    currency: str
    channel: str = ""
    language: str = "en"
