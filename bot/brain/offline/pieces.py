"""What a text is made of after a first reading: words, and marked pieces that carry a value."""

import msgspec

AMOUNT = "<amount>"
UNCLEAR = "<unclear>"
NUMBER = "<number>"
DAY = "<day>"
PERIOD = "<period>"
EVERY = "<every>"
HOUR = "<hour>"
HOURS = "<hours>"
PEOPLE = "<people>"
TAG = "<tag>"
PHONE = "<phone>"
EMAIL = "<email>"
LINK = "<link>"
EMOJI = "<emoji>"


class Piece(msgspec.Struct, gc=False):
    """A word as PAM spells it, as the person wrote it, and what it stands for when it is marked.

    ``kind`` is the token's: word, number, mark … or "marked" when ``value`` is set.
    """

    word: str
    raw: str
    kind: str = "word"
    gap: bool = True
    value: object = None


Pieces = list[Piece]

END = Piece("", "", "end")


def texts(pieces: Pieces) -> str:
    """The pieces as the person wrote them."""
    out = ""
    for piece in pieces:
        out += (" " if out and piece.gap else "") + piece.raw
    return out
