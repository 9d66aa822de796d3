"""Whether a figure of the prose is one of a statement's, and is said of what that statement says it of."""

import msgspec

from bot.brain.grounding.figures import NONE, Figure
from bot.brain.grounding.known import DIRECTIONS, Books, Known, meant
from bot.brain.grounding.listener import Why
from bot.brain.grounding.pieces import Piece, Run, Spoken
from bot.domain.taxonomy import knows

# What need not be said with a figure, and what stands in for what.
_UNSAID = frozenset({"spent", "hold", "rough", "budget", "largest", "smallest", "tagged", "until", "since"})
_BORNE_BY = {
    "hold": DIRECTIONS - {"in", "spent", "over", "missing", "due"},
    "budget": frozenset({"left", "over", "safe", "budget"}),
    "saved": frozenset({"saved"}),
    "rough": frozenset({"rough"}),
}
_CHANGES = frozenset({"more", "less"})
# Said of one figure alone, never of the next one too.
_OF_ONE = frozenset({"more", "less", "same", "largest", "smallest", "average"})


class Context(msgspec.Struct, frozen=True):
    """What the words before were about, where a clause does not say it anew; ``is_near``: in the same sentence."""

    runs: tuple[Run, ...] = ()
    days: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    is_near: bool = False

    def after(self, piece: Piece) -> "Context":
        return Context(
            runs=tuple(piece.runs) if piece.runs or piece.is_total else self.runs,
            days=frozenset(piece.days) or self.days,
            senses=frozenset(piece.senses - _OF_ONE),
            is_near=True,
        )


def owner_of(piece: Piece, spoken: Spoken, books: Books, context: Context) -> tuple[Known | None, Why]:
    """The statement's figure that bears this one; else why none does, by what came nearest."""
    alike = [known for known in books.known if _is_alike(spoken, known.spoken, books.currency)]
    if not alike:
        return None, _unlike(spoken.figure, books)
    nearest: Why = "wrong_owner"
    for known in alike:
        why = _fault(piece, spoken, known, books, context)
        if not why:
            return known, ""
        if why == "wrong_period":
            nearest = why
    return None, nearest


def _unlike(figure: Figure, books: Books) -> Why:
    same = any(each.spoken.figure.value == figure.value and figure.value for each in books.known)
    return "wrong_currency" if same and figure.is_money else "wrong_figure"


def _is_alike(said: Spoken, known: Spoken, currency: str) -> bool:
    """The same value of the same kind; a bare number that counts nothing is the person's own money."""
    ours, theirs = said.figure, known.figure
    if ours.value is None or ours.value != theirs.value or said.is_whole != known.is_whole or said.rate != known.rate:
        return False
    if NONE in (ours.unit, theirs.unit):
        return ours.value == 0
    if ours.unit or theirs.is_money:
        is_bare_money = not ours.unit and theirs.unit == currency and not ours.is_word and not said.noun
        return ours.unit == theirs.unit or is_bare_money
    return ours.unit == theirs.unit and said.noun == known.noun


def _fault(piece: Piece, spoken: Spoken, known: Known, books: Books, context: Context) -> Why:
    if not _is_owned(piece, known, books, context) or not _is_meant(piece, spoken, known, books, context):
        return "wrong_owner"
    return "" if _is_then(piece, known, context) else "wrong_period"


def _is_owned(piece: Piece, known: Known, books: Books, context: Context) -> bool:
    """Whether all that is named is named of this figure, and enough of it to tell it apart."""
    named = _stems(piece.runs)
    borne = _stems(known.runs)
    if not named <= borne:
        return False
    if not named and not piece.is_total and not _stems(context.runs) <= borne:
        return False
    is_alone = (piece.is_total and not named and not context.is_near) or known.spoken.figure.unit == NONE
    told = named if is_alone else named | (_stems(context.runs) & borne)
    if not all(set(run) <= told or _is_short(run, named, books) for run in known.label):
        return False
    if (
        not known.label
        and known.owners
        and not any(set(run) <= told or _is_short(run, named, books) for run in known.owners)
    ):
        return False
    return all(_is_whole_name(stem, named, known, books) for stem in named)


def _stems(runs: tuple[Run, ...] | list[Run]) -> set[str]:
    return {stem for run in runs for stem in run}


def _is_short(run: Run, named: set[str], books: Books) -> bool:
    """A name may be cut ("Ann" for "Ann Miller") where no other has that part; a word for a category may not."""
    parts = named & set(run)
    return bool(parts) and all(not knows(part) and _is_of_one(part, run, books) for part in parts)


def _is_of_one(part: str, run: Run, books: Books) -> bool:
    return all(other == run for other in books.runs if part in other)


def _is_whole_name(stem: str, named: set[str], known: Known, books: Books) -> bool:
    return any(set(run) <= named or _is_short(run, named, books) for run in known.runs if stem in run)


def _is_meant(piece: Piece, spoken: Spoken, known: Known, books: Books, context: Context) -> bool:
    """Whether it is said in the sense it stands there: left for left, owed for owed, more for more."""
    said = frozenset(meant(piece.senses))
    if "hold" in said and (said & {"spent", "in", "saved"} or not known.spoken.figure.unit):
        said -= {"hold"}
    senses = known.senses | ({"budget"} if known.spoken.is_whole else frozenset())
    if spoken.figure.is_gain:
        said |= {"in"}
    if "largest" in said and "largest" not in senses and _is_largest(known, books):
        said -= {"largest"}
    if known.spoken.is_whole and any(not each.is_whole for each in piece.figures):
        return True
    if not all(each in senses or senses & _also(each) for each in said):
        return False
    if known.spoken.is_whole and not (said & known.senses or not known.senses - _UNSAID or not said):
        return False
    told = said or context.senses
    if not said and not (context.senses - _UNSAID) <= senses | {"largest", "smallest"}:
        return False
    if not known.spoken.is_whole and not known.senses - _UNSAID <= told:
        return False
    return _is_echoed(piece, known, books) and piece.units <= known.units | _units(known)


def _also(sense: str) -> frozenset[str]:
    return _BORNE_BY.get(sense, frozenset())


def _units(known: Known) -> frozenset[str]:
    names = {"d": "day", "w": "week", "m": "month", "y": "year"}
    return frozenset(names[key[0]] for key in known.days | known.against if key[:2] in ("d:", "w:", "m:", "y:"))


def _is_largest(known: Known, books: Books) -> bool:
    """The largest of the parts that a total is told with; bookings and months stand in another order."""
    if not known.is_row or known.needs_day or known.spoken.figure.value is None:
        return False
    siblings = [each for each in books.known if each.above == known.above and each.is_row]
    values = [each.spoken.figure.value for each in siblings if each.spoken.figure.unit == known.spoken.figure.unit]
    most = [value for value in values if value is not None and value >= known.spoken.figure.value]
    return len(siblings) > 1 and len(most) == 1 and known.line == min(each.line for each in siblings)


def _is_echoed(piece: Piece, known: Known, books: Books) -> bool:
    """What is said afterwards of how it changed is said of the later days, and of this very line."""
    return not piece.echoes or (not known.is_than and piece.echoes <= books.senses_of[known.line])


def _is_then(piece: Piece, known: Known, context: Context) -> bool:
    """Whether the days are its days; of a change, those it is counted from and those it is counted against."""
    is_change = bool(known.senses & _CHANGES) and bool(known.against)
    days = known.base if is_change else known.days
    if not piece.days <= days | known.around:
        return False
    is_told = bool(piece.days) or (is_change and bool(piece.against))
    if not is_told and days and not context.days <= days | known.around:
        return False
    if known.needs_day and not (piece.days or context.days) & days:
        return False
    return piece.against <= known.against
