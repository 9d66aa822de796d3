"""Sentences and what PAM must understand by them, in tables beside this file: ``sentence  =>  skill slot=value ; skill``.

The first line of a table tells the reader's locale, currency and zone. The reader's day is Wednesday, 2026-11-18, 10:00;
the reader's own currency is left out, a question is ``? key / label / label``.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from bot.brain.offline import decide
from bot.domain.decision import Calls, Decision, Question, Reader, SkillCall
from bot.domain.period import Period

TABLES = sorted(Path(__file__).parent.glob("*.txt"))


def told(decision: Decision, currency: str) -> str:
    """A decision in the words of the tables."""
    if isinstance(decision, Question):
        return "? " + " / ".join((decision.key, *(choice.label for choice in decision.choices)))
    assert isinstance(decision, Calls)
    return " ; ".join(call_told(call, currency) for call in decision.calls)


def call_told(call: SkillCall, currency: str) -> str:
    slots = [
        f"{name}={value_told(value)}" for name, value in call.slots.items() if (name, value) != ("currency", currency)
    ]
    return " ".join([call.skill, *slots])


def value_told(value: object) -> str:
    if isinstance(value, Period):
        return f"{value.first}..{value.last}"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def rows() -> list[ParameterSet]:
    return [row for table in TABLES for row in rows_of(table)]


def rows_of(table: Path) -> Iterator[ParameterSet]:
    header, *lines = table.read_text(encoding="utf-8").splitlines()
    locale, currency, zone = header.removeprefix("# ").split()
    reader = Reader(date(2026, 11, 18), "10:00", zone, locale, currency)
    for line in lines:
        sentence, _, frames = line.rpartition("  =>  ")
        yield pytest.param(reader, sentence, frames, id=f"{table.stem}: {sentence}")


@pytest.mark.parametrize(("reader", "sentence", "frames"), rows())
def test_a_sentence_is_understood(reader: Reader, sentence: str, frames: str) -> None:
    assert told(decide(sentence, reader), reader.currency) == frames
