"""Joins the pieces of a sentence that have no figure to those they belong to."""

from bot.brain.grounding.pieces import Piece, Sentence

_VERBS = frozenset({"spent", "in", "saved"})
_ECHOES = frozenset({"more", "less", "same"})


def joined(pieces: Sentence, language: str) -> Sentence:
    """The pieces with figures, with what stands before, after and between them; [] where there is no figure."""
    if language == "de":
        _bring_forward(pieces)
    places = [at for at, piece in enumerate(pieces) if piece.figures]
    if not places:
        return []
    for at, piece in enumerate(pieces):
        earlier = next((pieces[place] for place in reversed(places) if place < at), None)
        later = next((pieces[place] for place in places if place > at), None)
        if piece.figures:
            if piece.is_than and earlier and (earlier.senses | earlier.echoes) & _ECHOES:
                earlier.against |= piece.days
            continue
        if piece.is_bare:
            continue
        _join(piece, earlier, later)
    found = [pieces[at] for at in places]
    _date_back(found)
    return found


def _date_back(pieces: Sentence) -> None:
    """What stands last may be meant of all: "$80 on rent and $12 on coffee last month"."""
    days: set[str] = set()
    for piece in reversed(pieces):
        if piece.is_than:
            days = set()
            continue
        days = set(piece.days) or days
        piece.days |= days


def _bring_forward(pieces: Sentence) -> None:
    """In German the verb stands last: "Du hast 80 € für Miete und 12 € für Kaffee ausgegeben"."""
    verb: set[str] = set()
    for piece in reversed(pieces):
        if piece.senses & _VERBS:
            verb = (piece.senses & _VERBS) if "hold" not in piece.senses else set()
        elif verb and piece.figures and piece.senses <= {"hold"}:
            verb, piece.senses = (set() if piece.senses else verb), set(verb)


def _join(piece: Piece, earlier: Piece | None, later: Piece | None) -> None:
    if piece.is_than and not piece.runs and not piece.senses - _ECHOES:
        near = earlier or later
        assert near
        near.against |= piece.days
        near.units |= piece.units
    elif earlier and piece.senses and piece.senses <= _ECHOES and not piece.runs and not piece.units:
        earlier.echoes |= piece.senses
        earlier.against |= piece.days
    elif later and (earlier is None or piece.is_while):
        _add(piece, later, is_before=True)
    elif earlier:
        _add(piece, earlier, is_before=False)
        if later:
            _add(piece, later, is_before=True)


def _add(piece: Piece, to: Piece, *, is_before: bool) -> None:
    if is_before:
        to.before = piece.runs + to.before
    else:
        to.after = to.after + piece.runs
    to.days |= piece.days
    to.senses |= piece.senses
    to.units |= piece.units
    to.currencies |= piece.currencies
    to.is_total = to.is_total or piece.is_total
    if piece.loose_rate:
        bare = [each for each in to.figures if not each.rate and each.figure.unit != "%"]
        if bare:
            (bare[0] if is_before else bare[-1]).rate = piece.loose_rate
        else:
            to.senses.add("rate")
