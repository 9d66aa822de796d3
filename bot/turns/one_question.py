"""One question at a time: where a message leaves several things open, the later ones wait for the first answer."""

from collections.abc import Iterable

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall
from bot.ports.questions import Asked
from bot.skills.skill import Outcome

Done = tuple[SkillCall, Outcome]


def together(done: list[Done]) -> Outcome:
    """All that the calls of one message came to; the first question is asked."""
    outcomes = [outcome for _, outcome in done]
    asking = [(call, outcome.asked) for call, outcome in done if outcome.asked]
    later = tuple(again for call, asked in asking[1:] for again in _again(call, asked))
    return Outcome(
        lines=_lines(outcomes),
        asked=asks_first(asking[0][1], later) if asking else None,
        after=tuple(answer for outcome in outcomes for answer in outcome.after),
        urgent=any(outcome.urgent for outcome in outcomes),
        offers=_each_once(offer for outcome in outcomes for offer in outcome.offers),
        chart=next((outcome.chart for outcome in reversed(outcomes) if outcome.chart), None),
        waiting=tuple(line for outcome in outcomes for line in _without_question(outcome)),
    )


def asks_first(asked: Asked, later: tuple[SkillCall, ...]) -> Asked:
    """The question with what is asked once it is answered."""
    if not later:
        return asked
    choices = tuple(Choice(choice.label, (*choice.calls, *later)) for choice in asked.choices)
    return msgspec.structs.replace(asked, choices=choices, then=(*asked.then, *later))


def _again(call: SkillCall, asked: Asked) -> tuple[SkillCall, ...]:
    """What asks it once more: the calls that wait for a value, or the one that left a choice."""
    return (*(asked.missing or (call,)), *asked.then)


def _lines(outcomes: list[Outcome]) -> tuple[Line, ...]:
    """Everything said, and of the questions the first."""
    first = next((place for place, outcome in enumerate(outcomes) if outcome.asked), None)
    told = (outcome.lines if place == first else _without_question(outcome) for place, outcome in enumerate(outcomes))
    return tuple(line for lines in told for line in lines)


def _without_question(outcome: Outcome) -> tuple[Line, ...]:
    return outcome.waiting if outcome.asked else outcome.lines


def _each_once(offers: Iterable[Choice]) -> tuple[Choice, ...]:
    """Two bookings of one message are taken back by one button."""
    kept: list[Choice] = []
    for offer in offers:
        if offer not in kept:
            kept.append(offer)
    return tuple(kept)
