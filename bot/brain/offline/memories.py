"""Reads what is to be remembered of a person, told of what is, or forgotten."""

from collections.abc import Callable

from bot.brain.offline.clause import Clause
from bot.brain.offline.memory_facts import OF_BIRTHDAYS, SPEAKER, celebrated, fact_in, name_in, nickname_in, raw_of
from bot.brain.offline.pieces import Pieces
from bot.domain.decision import Slots
from bot.domain.relations import relation_of

_LEADS = frozenset("remember note memorize memorise know forget that about do not".split())


def told(clause: Clause) -> Slots | None:
    """What was asked to be kept; without slots where it is nothing PAM keeps, None where it is about money."""
    if clause.amounts():
        return None
    rest = _without_lead(clause.pieces)
    return _sure(fact_in(rest, sure=True) or nickname_in(rest)) or {}


def said(clause: Clause) -> Slots | None:
    """A fact told in passing, or after a bare "remember"."""
    rest = _without_lead(clause.pieces)
    sure = len(rest) < len(clause.pieces)
    if clause.amounts() or not rest:
        return None
    fact = fact_in(rest, sure=sure)
    return _sure(fact) if sure else fact


def order(clause: Clause) -> Slots | None:
    """As "remember to always approve payments": no fact, and so nothing PAM keeps."""
    return None if clause.amounts() else {}


def _sure(fact: Slots | None) -> Slots | None:
    return {**fact, "sure": True} if fact else None


def _without_lead(pieces: Pieces) -> Pieces:
    at = 0
    while at < len(pieces) and pieces[at].word in _LEADS:
        at += 1
    return pieces[at:]


def recall_about(clause: Clause) -> Slots | None:
    return _of(clause.pieces[_last(clause, "about", "of", "on") + 1 :])


def recall_who(clause: Clause) -> Slots | None:
    """As "who is Ann", "who is my boss"; who the president is PAM does not know."""
    return _of(clause.pieces[2:])


def recall_when(clause: Clause) -> Slots | None:
    """Whose birthday is asked for."""
    skipped = OF_BIRTHDAYS | {"when", "do", "does", "am", "were"}
    whose = celebrated([piece for piece in clause.pieces if piece.word not in skipped])
    return None if whose is None else {"kind": "birthday", "subject": whose}


def _of(pieces: Pieces) -> Slots | None:
    words = [piece.word for piece in pieces]
    if len(words) == 1 and words[0] in SPEAKER:
        return {}
    if words[:1] == ["my"]:
        relation = relation_of(raw_of(pieces[1:]))
        return {"subject": relation} if relation else None
    name = name_in(pieces, sure=False)
    return {"subject": name} if name else None


def _last(clause: Clause, *words: str) -> int:
    return max((at for at, word in enumerate(clause.words) if word in words), default=-1)


def forget_told(clause: Clause) -> Slots | None:
    """As "forget that Ann is my sister", "forget that I work at Acme"."""
    rest = _without_lead(clause.pieces)
    fact = None if clause.amounts() else fact_in(rest, sure=True)
    return {name: fact[name] for name in ("kind", "subject") if name in fact} if fact else None


def forget_about(clause: Clause) -> Slots | None:
    """As "forget Ann", "forget my birthday", "forget everything you know about Ann"."""
    at = _last(clause, "about", "of", "on")
    rest = clause.pieces[at + 1 :] if at > 0 else _without_lead(clause.pieces)
    words = [piece.word for piece in rest]
    if words[-1:] == ["birthday"]:
        whose = celebrated(rest[:-1])
        return None if whose is None else {"kind": "birthday", "subject": whose}
    return _of(rest) or None


MEMORIES: dict[str, Callable[[Clause], Slots | None]] = {
    "remember/order": order,
    "remember/told": told,
    "remember/said": said,
    "recall_memories/about": recall_about,
    "recall_memories/who": recall_who,
    "recall_memories/when": recall_when,
    "recall_memories/work": lambda _: {"kind": "employer"},
    "recall_memories/home": lambda _: {"kind": "home"},
    "forget_memory/all": lambda _: {"all": True},
    "forget_memory/about": forget_about,
    "forget_memory/told": forget_told,
    "forget_memory/work": lambda _: {"kind": "employer"},
    "forget_memory/home": lambda _: {"kind": "home"},
}
