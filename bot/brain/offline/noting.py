"""Reads the note a person adds to a booking: "lunch 12, note: treat for mum"."""

from bot.brain.offline.pieces import Piece, Pieces

NOTES = frozenset({"note", "memo", "comment"})


def note_at(pieces: Pieces) -> int:
    """Where "note:" stands, -1 when no note is told."""
    if NOTES.isdisjoint([piece.word for piece in pieces]):
        return -1
    for at, piece in enumerate(pieces[:-2]):
        if piece.word in NOTES and pieces[at + 1].word in (":", "-", "saying"):
            return at
    return -1


def without_note(pieces: Pieces) -> tuple[Pieces, str]:
    """The pieces before the note, and the note in the person's own words."""
    at = note_at(pieces)
    return (pieces[:at], said(pieces[at + 2 :])) if at > 0 else (pieces, "")


def said(pieces: list[Piece]) -> str:
    """The words as they were written, without the marks around them."""
    out = ""
    for piece in pieces:
        if piece.raw:
            out += (" " if out and piece.gap else "") + piece.raw
    return out.strip(" ,.!?:;-\"'")
