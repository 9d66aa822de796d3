"""Parts a text into sentences, and sentences into clauses that can each stand alone."""

import itertools
from collections.abc import Callable

from bot.brain.offline.pieces import AMOUNT, DAY, UNCLEAR, Pieces
from bot.brain.offline.short_forms import FILLERS, OPENINGS
from bot.brain.offline.small_talk import HELLO_WORDS
from bot.domain.taxonomy import knows

LONGEST_CLAUSE = 60
_MOST_WORDS = 3
"""Of a thing in a list."""

_ENDS = frozenset(". ! ? ; \n".split(" "))
_JOINTS = frozenset("and then also plus & , + but".split())
_EDGES = frozenset(", : - . ! ? ' \" ( ) … \n & ; ¿ ¡ * _ ~ …".split(" "))
_HUMS = frozenset("um uh please like er erm kindly".split())
_OPENINGS: dict[str, tuple[tuple[str, ...], ...]] = {}
for _opening in sorted(OPENINGS, key=len, reverse=True):
    _OPENINGS[_opening[0]] = (*_OPENINGS.get(_opening[0], ()), _opening)
_ABBREVIATIONS = frozenset("dr mr mrs ms st no prof jr sr vs approx inc rs".split())
_ASKING = frozenset(
    "what how when where why who which whose is are am do does did can could should would will was were has "
    "have whom any".split()
)
_NO_QUESTIONS = frozenset(
    [("do", word) for word in ("not", "a", "an", "it", AMOUNT)] + [("should", word) for word in ("have", "be", "say")]
)
"""They begin as questions do, and are none."""

_ASKED_LEAVE = frozenset("get have see export download set add change link undo".split())
_NOTED = frozenset("log record add note track set change".split())
_ONLY_BEFORE = {
    ("can", "i"): _ASKED_LEAVE,
    ("could", "i"): _ASKED_LEAVE,
    ("may", "i"): _ASKED_LEAVE,
    ("i", "need", "to"): _NOTED,
    ("need", "to"): _NOTED,
    ("that", "is"): frozenset({AMOUNT}),
    ("that", "will", "be"): frozenset({AMOUNT}),
    ("that", "would", "be"): frozenset({AMOUNT}),
    ("it", "will", "be"): frozenset({AMOUNT}),
}
"""Openings that are courtesy only before some words: "I need to log 20" is an order, "I need to pay rent" a worry."""
_KEPT_CAN = frozenset("afford spend safely buy make".split())


def sentences(pieces: Pieces) -> list[tuple[Pieces, bool]]:
    """Sentences and whether a question mark ended them; a sum alone ("Payday! 2300") goes with what was said before."""
    out: list[tuple[Pieces, bool]] = []
    current: Pieces = []
    for at, piece in enumerate(pieces):
        if piece.kind == "mark" and piece.word in _ENDS and not _goes_on(pieces, at):
            _end(out, current, question=piece.word == "?")
            current = []
        else:
            current.append(piece)
    _end(out, current, question=False)
    return out


def _end(out: list[tuple[Pieces, bool]], current: Pieces, *, question: bool) -> None:
    if not current:
        if question and out:
            out[-1] = (out[-1][0], True)
    elif (
        out and has_money(current) and not any(piece.kind == "word" for piece in current) and not has_money(out[-1][0])
    ):
        out[-1] = ([*out[-1][0], *current], question)
    else:
        out.append((current, question))


def _goes_on(pieces: Pieces, at: int) -> bool:
    """Whether a full stop ends nothing: "Dr. Lee", "spent 5. on food"."""
    if pieces[at].word != "." or not at:
        return False
    following = pieces[at + 1].word if at + 1 < len(pieces) else ""
    return pieces[at - 1].word in _ABBREVIATIONS or (has_money([pieces[at - 1]]) and following in ("on", "for", "at"))


def has_joint(sentence: Pieces) -> bool:
    """Whether a sentence has an "and" or comma it might be cut at."""
    return not _JOINTS.isdisjoint([piece.word for piece in sentence])


def list_parts(sentence: Pieces) -> list[Pieces]:
    """As "lunch 12 dinner 30" and "12 lunch 30 dinner": known things, each beside its sum; [] when it is no such list.

    A day told at the end goes with the last.
    """
    size = len(sentence) - (bool(sentence) and sentence[-1].word == DAY)
    sums = [at for at in range(size) if sentence[at].word == AMOUNT]
    if len(sums) < 2 or (sums[0] == 0) == (sums[-1] == size - 1):
        return []
    bounds = [*sums, size] if sums[0] == 0 else [0, *(at + 1 for at in sums)]
    parts = [sentence[first:end] for first, end in itertools.pairwise(bounds)]
    if not all(_is_thing([piece for piece in part if piece.word != AMOUNT]) for part in parts):
        return []
    parts[-1] = [*parts[-1], *sentence[size:]]
    return parts


def _is_thing(things: Pieces) -> bool:
    if not 0 < len(things) <= _MOST_WORDS or any(piece.kind != "word" for piece in things):
        return False
    return knows(" ".join(piece.word for piece in things)) or all(knows(piece.word) for piece in things)


def clauses(sentence: Pieces, stands: Callable[[Pieces], bool]) -> list[Pieces]:
    """A sentence cut at "and" and commas wherever both sides stand alone."""
    listed = list_parts(sentence)
    if listed:
        return listed
    out: list[Pieces] = []
    current: Pieces = []
    rest: list[Pieces] = [[]]
    joints: Pieces = []
    for piece in sentence:
        if piece.word in _JOINTS and piece.kind in ("word", "mark"):
            rest.append([])
            joints.append(piece)
        else:
            rest[-1].append(piece)
    current = rest[0]
    for joint, part in zip(joints, rest[1:], strict=True):
        if part and current and stands(current) and stands(part):
            out.append(current)
            current = part
        else:
            current = [*current, joint, *part]
    out.append(current)
    return out


def opened(pieces: Pieces) -> tuple[Pieces, bool]:
    """The clause without greeting, fillers and courtesy, and whether it was a polite request ("can you …")."""
    polite = False
    at, size = 0, len(pieces)
    while at < size:
        piece = pieces[at]
        if piece.word in _EDGES or (piece.word in FILLERS and piece.kind == "word"):
            at += 1
            continue
        if piece.word in HELLO_WORDS and at + 1 < size and (piece.word, pieces[at + 1].word) != ("there", "is"):
            at += 1
            continue
        taken = _opening_at(pieces, at)
        if taken == 0 or at + taken >= size:
            break
        polite = polite or pieces[at].word in ("can", "could", "would", "will")
        at += taken
    while (
        size > at + 1
        and pieces[size - 2].word not in ("for", "of", "about", "to")
        and (
            pieces[size - 1].word in _EDGES
            or (pieces[size - 1].word in FILLERS and pieces[size - 1].kind == "word")
            or pieces[size - 1].word == "thanks"
        )
    ):
        size -= 1
    kept = [piece for piece in pieces[at:size] if piece.word not in _HUMS or piece.kind != "word"]
    return kept, polite


def _opening_at(pieces: Pieces, at: int) -> int:
    for opening in _OPENINGS.get(pieces[at].word, ()):
        end = at + len(opening)
        if end < len(pieces) and all(pieces[at + number].word == word for number, word in enumerate(opening)):
            if pieces[end].word in _KEPT_CAN and opening[0] in ("can", "could", "i") and "you" not in opening:
                return 0
            allowed = _ONLY_BEFORE.get(opening)
            if allowed is not None and (
                pieces[end].word not in allowed or (AMOUNT in allowed and end + 1 == len(pieces))
            ):
                return 0
            if opening[0] == "i" and pieces[end].word in ("save", "limit", "spend", "buy", "know", "get"):
                return 0
            return len(opening)
    return 0


def asks(pieces: Pieces, *, marked: bool, polite: bool) -> bool:
    """Whether the clause has the form of a question."""
    if not pieces or polite:
        return False
    begun = (pieces[0].word, pieces[1].word if len(pieces) > 1 else "")
    forbidden = begun in _NO_QUESTIONS
    return marked or (pieces[0].word in _ASKING and not forbidden)


def has_money(pieces: Pieces) -> bool:
    words = [piece.word for piece in pieces]
    return AMOUNT in words or UNCLEAR in words
