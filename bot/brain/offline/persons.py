"""Whether somebody else than the writer is the doer of a verb."""

from bot.brain.offline import merchants
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import SMALL
from bot.brain.offline.pieces import Pieces
from bot.domain.taxonomy import knows

_BESIDE_VERBS = frozenset(
    "just also already only really then have has had did accidentally finally actually apparently even "
    "probably recently basically".split()
)
_OWNING = frozenset({"the", "my", "our", "his", "her", "their"})
_OF_SOMEBODY = frozenset("paid spent bought gave sent ate drank lost took ordered grabbed".split())
"""As in "the insurance paid 500": what stands before these pays itself, even where it is a word for an expense."""

_SPEAKER = frozenset({"i", "we"})
_SELF = frozenset({"i", "we", "and", "then", "me"})


def done_by_others(pieces: Pieces, verb: int, *, receiving: bool = False, tools: frozenset[str] = frozenset()) -> bool:
    """Whether somebody else than the writer stands before the verb as its doer. ``tools``: words that are no doer."""
    at = verb - 1
    while at >= 0 and (pieces[at].word in _BESIDE_VERBS or pieces[at].word.endswith("ly")):
        at -= 1
    if at < 0:
        return False
    if pieces[at].word == "and" and pieces[0].word in PERSONS and _SPEAKER.isdisjoint(p.word for p in pieces[:at]):
        return True
    piece = pieces[at]
    if piece.kind in ("marked", "mark") or piece.word in _SELF or piece.word in tools:
        return False
    if piece.word in PERSONS or piece.word.removesuffix("s") in PERSONS:
        return True
    if at == 1 and pieces[0].word in _OWNING and not receiving and pieces[verb].word in _OF_SOMEBODY:
        return True
    if receiving:
        return piece.raw[:1].isupper() and at > 0
    doer = [other.word for other in pieces[: at + 1] if other.kind == "word" and other.word not in SMALL]
    return bool(doer) and not any(knows(word) or word in merchants.CATEGORY_OF or word in tools for word in doer)
