"""The words that are left when amounts, days and small words are taken out, each run with the word that led to it."""

import msgspec

from bot.brain.offline.merchants import CATEGORY_OF
from bot.brain.offline.pieces import EMOJI, Piece, Pieces
from bot.brain.offline.short_forms import FILLERS
from bot.domain.taxonomy import fold, knows, singular

LEADS = frozenset(
    "on for at from to with in of under as into by about towards toward @ between via per like per".split()
)
SMALL = frozenset(
    "cost costs i we my our the a an and or is was were are be been am it that this these those me us you your it's "
    "its am have has had do did does "
    "just also then some too again so now out up off over there here today all each apiece ea piece pop total really "
    "went popped nipped stopped swung myself ourselves "
    "much today's today only about around approximately roughly exactly maybe more another extra again etc "
    "altogether actually sorry oops whoops".split()
)
_TAILS = frozenset("out up and in off".split())
_PARTS = frozenset(", . ; : ! ? - / ( ) [ ] + = & \" ' …".split())


class Phrase(msgspec.Struct, gc=False):
    """Side-by-side words. ``lead`` is the preposition before them, or ""; ``marked`` tells an emoji gave it."""

    words: list[str]
    raws: list[str]
    lead: str
    at: int
    emoji: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def capital(self) -> bool:
        return bool(self.raws[0]) and self.raws[0][0].isupper()


def phrases(pieces: Pieces, skip: frozenset[str]) -> list[Phrase]:
    """The phrases of a clause; words in ``skip`` part them as small words do."""
    found: list[Phrase] = []
    lead, current = "", None
    for at, piece in enumerate(pieces):
        word, before = piece.word, pieces[at - 1].word if at else ""
        if piece.kind == "marked" and word == EMOJI:
            found.append(Phrase([str(piece.value)], [piece.raw], "", at, emoji=True))
            current = None
        elif piece.kind == "marked" or word in _PARTS or (piece.kind == "mark" and word not in LEADS):
            lead, current = "", None
        elif word in LEADS:
            lead, current = word, None
        elif current is not None and _goes_on(current, pieces, at):
            current.words.append(word)
            current.raws.append(piece.raw)
        elif word == "and":
            lead, current = (found[-1].lead if found else lead), None
        elif (word in SMALL or word in skip or word in FILLERS) and not (before in ("a", "an") and knows(word)):
            if word not in ("the", "a", "an", "my", "our", "some", "this", "that"):
                lead = lead if lead in ("at", "from", "@") else ""
            current = None
        elif current is None:
            current = Phrase([_own(piece)], [piece.raw], lead, at)
            found.append(current)
            lead = ""
        else:
            current.words.append(_own(piece))
            current.raws.append(piece.raw)
    return found


def _own(piece: Piece) -> str:
    """The word with the accents it was written with."""
    if piece.raw.isascii():
        return piece.word
    own = piece.raw.lower()
    return own if fold(own) == piece.word else piece.word


def _goes_on(current: Phrase, pieces: Pieces, at: int) -> bool:
    """Whether a small word belongs to the phrase: "eating out", "top up", "fish and chips"."""
    word = pieces[at].word
    if f"{current.words[-1]} {word}" in CATEGORY_OF:
        return True
    if word not in _TAILS:
        return False
    if word == "and":
        return at + 1 < len(pieces) and knows(f"{current.words[-1]} and {pieces[at + 1].word}")
    return knows(f"{current.words[-1]} {word}") or knows(f"{singular(current.words[-1])} {word}")


def plain(pieces: list[Piece]) -> str:
    """Pieces back as lower-case text in the person's own words."""
    return as_written(pieces).lower()


def as_written(pieces: list[Piece]) -> str:
    """Pieces back as the person wrote them, names and nouns with their capitals."""
    out = ""
    for piece in pieces:
        if piece.raw:
            out += (" " if out and piece.gap else "") + piece.raw
    return out.strip(" ,.!?:;-")
