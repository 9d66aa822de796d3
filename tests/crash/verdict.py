"""Compares what the town saw with what PAM's database says: nothing lost, nothing twice."""

from collections import Counter
from collections.abc import Iterable

from tests.crash.evidence import Evidence
from tests.crash.judge import booked, findings, kept, unfinished
from tests.crash.town import Phone, Town


def verdict(town: Town, evidence: Evidence) -> list[str]:
    """Every finding at the end of a run; none when each acknowledged message was booked and answered once."""
    return [*unfinished(evidence), *findings(evidence), *losses(town, evidence), *doublings(town, evidence)]


def losses(town: Town, evidence: Evidence) -> list[str]:
    """What was acknowledged and is not there, or was booked and never told."""
    lost = [f"acknowledged and not kept: {each}" for each in town.acknowledged - set(kept(evidence))]
    missing = Counter(
        said.minor for said in town.said if said.minor and _is_acknowledged(town, said.source, said.external_id)
    )
    lost += [f"acknowledged and not booked: {minor}" for minor in missing - Counter(booked(evidence))]
    return lost + [f"never answered: {said.text}" for said in town.unanswered]


def doublings(town: Town, evidence: Evidence) -> list[str]:
    """What is there more than once, or was told more than once within one life."""
    twice = [f"kept {times} times: {each}" for each, times in Counter(kept(evidence)).items() if times > 1]
    twice += [f"booked {times} times: {minor}" for minor, times in Counter(booked(evidence)).items() if times > 1]
    return twice + [f"told twice in one life: {heard}" for heard in town.said_twice()]


def disorder(town: Town, phones: Iterable[Phone]) -> list[str]:
    """Who was first told the answers in another order than they asked."""
    found = []
    for phone in phones:
        asked = [said.mark for said in town.said if said.phone == phone]
        lines = [heard.text for heard in town.heard if heard.phone == phone]
        told = dict.fromkeys(mark for line in lines for mark in asked if mark in line)
        if list(told) != asked:
            found.append(f"told out of order: {phone}, {list(told)} of {asked}")
    return found


def _is_acknowledged(town: Town, source: str, external_id: str) -> bool:
    return (source, external_id) in town.acknowledged
