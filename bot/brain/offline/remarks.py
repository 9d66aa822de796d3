"""Reads what is added to a booking: a tag, a note, the account it was paid with, the shop it was at."""

from bot.brain.offline import currencies, merchants
from bot.brain.offline.account_names import name_at
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.noting import NOTES, said
from bot.brain.offline.pieces import Pieces
from bot.domain.decision import Slots
from bot.domain.taxonomy import knows

_UPDATE = "update"
_LAST = frozenset("that it this last one the latest previous entry booking expense transaction purchase my a".split())
_TAGGING = frozenset("tag tags tagged label with as add put on to under named called and both".split())
_NOTING = frozenset(": - saying that which says".split())
_TO_THE_LAST = (
    *(["to", word] for word in ("that", "it", "this")),
    *(["on", word] for word in ("that", "it")),
    ["to", "the", "last", "one"],
    ["the", "last", "one"],
)
_PAYING = frozenset(
    "that it this was is were paid with from on in by out of using my the i came should have been be".split()
)
_LEADING_IN = frozenset(
    "no not sorry actually oops whoops nope wait i meant mean it was that is at from , - should be been have "
    "correction my bad "
    "the a an this last latest one entry booking for its it's : yes".split()
)
_SAID_OF_CURRENCIES = frozenset("that it this was is in no sorry actually make should be have been ,".split())
_ARTICLES = frozenset("a an the my this one".split())
_TALKED_OF = frozenset({"fun", "going out", "good", "party", "show"})
"""Known as categories, but "actually fun" and "it was a party" are talk."""


def tagged(clause: Clause) -> Slots | None:
    """As "tag that with trip", "add the tag work to the uber"."""
    tags = clause.tags() or _tags_said(clause)
    if not tags or clause.amounts():
        return None
    named = [
        piece.raw.lower()
        for piece in clause.pieces
        if piece.kind == "word" and piece.word not in _LAST | _TAGGING and piece.raw.lower() not in tags
    ]
    return {"action": _UPDATE, "tags": tags, "target": " ".join(named) or "last"}


def _tags_said(clause: Clause) -> tuple[str, ...]:
    """The words after "with", after "the tag", or at the end."""
    words = clause.words
    if "with" in words or "as" in words:
        at = words.index("with" if "with" in words else "as") + 1
        at += words[at : at + 1] == ["tag"]
        rest = clause.pieces[at:]
    elif words[0] not in ("tag", "label"):
        at = next((at for at, word in enumerate(words) if word == "tag"), len(words)) + 1
        rest = clause.pieces[at : at + 1]
    else:
        rest = clause.pieces[-1:]
    return tuple(piece.raw.lower() for piece in rest if piece.kind == "word" and piece.word not in _LAST | _TAGGING)


def noted(clause: Clause) -> Slots | None:
    """As "add a note: birthday"; what has a sum beside a bare "note:" is a booking."""
    words = clause.words
    at = next(at for at, word in enumerate(words) if word in NOTES)
    if at == 0 and clause.amounts():
        return None
    rest: Pieces = clause.pieces[at + 1 :]
    for ending in _TO_THE_LAST:
        if words[at + 1 :][-len(ending) :] == ending:
            rest = rest[: -len(ending)]
        elif words[at + 1 :][: len(ending)] == ending:
            rest = rest[len(ending) :]
    while rest and rest[0].word in _NOTING | {"to", "it", "on"}:
        rest = rest[1:]
    text = said(rest)
    return {"action": _UPDATE, "note": text, "target": "last"} if text else None


def paid_with(clause: Clause) -> Slots | None:
    """As "that was with my visa": nothing else may be said beside the account."""
    pieces = clause.pieces
    for at in range(len(pieces)):
        end, name = name_at(pieces, at)
        rest = [piece for piece in (*pieces[:at], *pieces[end:]) if piece.word not in _PAYING]
        if name and not rest:
            return {"action": _UPDATE, "account": name, "target": "last"}
    return None


def in_currency(clause: Clause) -> Slots | None:
    """As "that was in euros", "it was pounds not dollars"."""
    if clause.amounts():
        return None
    kept = clause.pieces[: clause.words.index("not")] if "not" in clause.words else clause.pieces
    last = kept[-1]
    code = currencies.currency_of(last.word, last.raw, clause.reader)
    if code is None or not _SAID_OF_CURRENCIES.issuperset(piece.word for piece in kept[:-1]):
        return None
    return {"action": _UPDATE, "currency": code, "target": "last"}


def renamed(clause: Clause) -> Slots | None:
    """As "actually tesco", "not groceries, household": a shop or a category PAM knows, and nothing else."""
    words = clause.words
    if any(piece.kind == "marked" for piece in clause.pieces):
        return None
    if words[0] == "no" and words[1:2] not in ([","], ["it"], ["that"], ["at"], ["sorry"]):
        return None
    name = " ".join(_said_anew(words))
    slots: Slots = {"action": _UPDATE}
    if name in merchants.CATEGORY_OF:
        slots["merchant"] = name
    elif knows(name) and name not in _TALKED_OF and not _is_talk(words):
        slots["category"] = name
    else:
        return None
    put(slots, "target", "last")
    return slots


def _is_talk(words: list[str]) -> bool:
    """As "that was a lunch": only "that was lunch", or one with "no", "sorry", "actually" or "not", says what it is."""
    if words[:2] == ["that", "was"] and _ARTICLES.isdisjoint(words):
        return False
    return words[0] in ("it", "that", "this") and {"actually", "not", "sorry"}.isdisjoint(words)


def _said_anew(words: list[str]) -> list[str]:
    """The words that are new: those beside "not X" are old."""
    if "not" in words:
        at = words.index("not")
        before = [word for word in words[:at] if word not in _LEADING_IN]
        if before:
            return before
        after = words[at + 1 :]
        words = after[after.index(",") + 1 :] if "," in after else after[1:]
    return [word for word in words if word not in _LEADING_IN]
