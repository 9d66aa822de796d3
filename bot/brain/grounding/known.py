"""What statements say, figure by figure: of what, in which days, in which sense."""

from datetime import date
from functools import lru_cache

import msgspec

from bot.brain.grounding.days import MONTHS, Days, also_named
from bot.brain.grounding.figures import NONE
from bot.brain.grounding.hearing import Hearing, Item
from bot.brain.grounding.joining import joined
from bot.brain.grounding.listener import Listener
from bot.brain.grounding.pieces import Piece, Run, Spoken, pieces_of, sentences_of
from bot.brain.grounding.tokens import tokens_of
from bot.domain.statement import Statement

Senses = frozenset[str]

# Which way money goes, or that it lies somewhere: one of them is said of every sum, or else it was spent.
CHANGES = {"more", "less"}
DIRECTIONS = frozenset(
    "in left over owe_me owe_them saved hold due missing safe ahead back budget share carried behind next overdue pace "
    "moved".split()
)
_NAMING = frozenset(
    "category merchant tag account person name names what word goal source heading means tags about own".split()
)


# No sentence of PAM's is half as long; of a longer line nothing is known.
LONGEST_LINE = 600


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a statement with all that it is said of.

    label    what stands before it on its line: prose has to name all of it
    owners   else what stands after it, on its line or above: prose has to name one
    runs     whatever the line and the one above it name
    around   the days of the line above it
    base     the days of the line's first figure, which a change is counted from
    needs_day   it is told by its day alone: a row of a course, a booking in a list
    line     which line it stands on; ``above`` which one that belongs to
    """

    spoken: Spoken
    label: tuple[Run, ...]
    owners: tuple[Run, ...]
    runs: tuple[Run, ...]
    days: Days
    base: Days
    against: Days
    around: Days
    senses: Senses
    units: frozenset[str]
    needs_day: bool
    is_than: bool
    is_row: bool
    line: int
    above: int


class Place(msgspec.Struct, frozen=True):
    """Where a line stands: its number, that of the line it is a row of or its own, and the statement's."""

    line: int
    heading: int
    statement: int


class Books(msgspec.Struct, frozen=True):
    """All that prose may be held against.

    places   of the lines, by their words as ``line_key`` has them
    """

    known: tuple[Known, ...] = ()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    days: Days = frozenset()
    runs: frozenset[Run] = frozenset()
    currencies: frozenset[str] = frozenset()
    senses_of: tuple[Senses, ...] = ()
    runs_of: tuple[frozenset[str], ...] = ()
    days_of: tuple[Days, ...] = ()
    places: dict[str, Place] = {}
    text: str = ""
    currency: str = ""


class _Line(msgspec.Struct):
    """A line of a statement as it was cut."""

    number: int
    pieces: list[Piece]
    is_row: bool
    is_whole: bool
    has_label: bool
    runs: tuple[Run, ...]
    days: Days
    senses: Senses
    facts: tuple[tuple[str, str], ...]


def books_of(statements: tuple[Statement, ...], listener: Listener) -> Books:
    """The same for every draft of one answer: whatever was asked, it is read once."""
    return _read(statements, msgspec.structs.replace(listener, question="", secret_text=()))


@lru_cache(maxsize=8)
def _read(statements: tuple[Statement, ...], listener: Listener) -> Books:
    names = _names(statements)
    lines: list[_Line] = []
    written: list[tuple[int, str]] = []
    for number, statement in enumerate(statements):
        for text in statement.text.split("\n"):
            if text.strip() and len(text) <= LONGEST_LINE:
                lines.append(_line(len(lines), text, statement.facts, listener, names))
                written.append((number, line_key(text)))
    known: list[Known] = []
    places: dict[str, Place] = {}
    above: _Line | None = None
    for line, (number, key) in zip(lines, written, strict=True):
        heading = above if line.is_row or line.is_whole else None
        places.setdefault(key, Place(line.number, heading.number if heading else line.number, number))
        known += _known_of(line, heading, listener.today)
        if not line.is_row:
            above = line
    text = "\n".join(statement.text for statement in statements)
    return Books(
        known=tuple(known),
        names=names,
        words=frozenset(token.key for token in tokens_of(text) if token.kind == "word"),
        days=also_named(frozenset(day for line in lines for day in line.days), listener.today),
        runs=frozenset(run for line in lines for run in line.runs),
        currencies=frozenset(each.spoken.figure.unit for each in known if each.spoken.figure.is_money),
        senses_of=tuple(line.senses for line in lines),
        runs_of=tuple(frozenset(stem for run in line.runs for stem in run) for line in lines),
        days_of=tuple(also_named(line.days, listener.today) for line in lines),
        places=places,
        text=text,
        currency=listener.currency,
    )


def line_key(text: str) -> str:
    """Equal for lines that say the same word for word, whatever marks they end with."""
    return " ".join(text.casefold().split()).rstrip(" .:;")


def meant(senses: set[str] | Senses) -> set[str]:
    """What somebody can spend is what is safe to spend."""
    if "can" in senses and senses & {"spent", "safe"}:
        return set(senses) - {"can", "spent"} | {"safe"}
    return set(senses)


def _names(statements: tuple[Statement, ...]) -> frozenset[str]:
    return frozenset(
        token.key
        for statement in statements
        for name, value in statement.facts
        if name in _NAMING
        for token in tokens_of(value)
        if token.kind == "word" and not (name == "name" and token.key in MONTHS)
    )


def _line(
    number: int, text: str, facts: tuple[tuple[str, str], ...], listener: Listener, names: frozenset[str]
) -> _Line:
    items = _without_examples(Hearing(text, listener, names, is_statement=True).items())
    cut = [pieces_of(sentence) for sentence in sentences_of(items)]
    pieces = [piece for sentence in cut for piece in (joined(sentence, listener.language) or sentence)]
    first = items[0].kind if items else ""
    return _Line(
        number=number,
        pieces=pieces,
        is_row=text.rstrip()[-1] not in ".!?:",
        is_whole=pieces[0].is_total and bool(pieces[0].days) and not any(piece.runs for piece in pieces)
        if pieces
        else False,
        has_label=first == "thing" and any(item.kind == "colon" for item in items),
        runs=tuple(dict.fromkeys(run for piece in pieces for run in piece.runs)),
        days=frozenset(day for piece in pieces for day in piece.days | piece.against),
        senses=frozenset(sense for piece in pieces for sense in piece.senses | piece.echoes),
        facts=facts,
    )


def _without_examples(items: list[Item]) -> list[Item]:
    """What a person could say is not what is: "Say for example: my balance is 1200"."""
    end = next((at for at, item in enumerate(items) if item.kind == "example"), len(items))
    return items[:end]


def _known_of(line: _Line, above: _Line | None, today: date) -> list[Known]:
    found: list[Known] = []
    shown = [piece for piece in line.pieces if piece.figures]
    label = tuple(shown[0].before) if shown else ()
    is_first = above is not None and line.number == above.number + 1
    largest = above.senses & {"largest", "smallest"} if above and is_first else frozenset()
    limited = frozenset({"budget"} if any(spoken.is_whole for piece in shown for spoken in piece.figures) else ())
    base = _days(shown[0], line, above) if shown else frozenset()
    senses: set[str] = set()
    for at, piece in enumerate(shown):
        own = meant(piece.senses - (CHANGES if piece.is_than else set())) or (set() if piece.is_than else senses)
        senses = own or senses
        following = shown[at + 1] if at + 1 < len(shown) else None
        against = piece.against | (following.days if following and following.is_than else set())
        owners = tuple(piece.after) if piece.after and not piece.before else ()
        known = Known(
            spoken=piece.figures[0],
            label=tuple(piece.before) or (() if owners else label),
            owners=owners or tuple(piece.after) or line.runs or (above.runs if above else ()),
            runs=tuple(dict.fromkeys((*line.runs, *(above.runs if above else ())))),
            days=also_named(_days(piece, line, above), today),
            base=also_named(base, today),
            against=also_named(frozenset(against), today),
            around=also_named(above.days if above and line.is_row else frozenset(), today),
            senses=largest | limited,
            units=frozenset(piece.units),
            needs_day=line.is_row and bool(piece.days),
            is_than=piece.is_than,
            is_row=line.is_row,
            line=line.number,
            above=above.number if above else line.number,
        )
        told = [(spoken, known.senses | _senses(frozenset(own), spoken, line, above)) for spoken in piece.figures]
        found += [msgspec.structs.replace(known, spoken=spoken, senses=senses_of) for spoken, senses_of in told]
    return found


def _days(piece: Piece, line: _Line, above: _Line | None) -> Days:
    return frozenset(piece.days) or line.days or (above.days if above else frozenset())


def _senses(own: Senses, spoken: Spoken, line: _Line, above: _Line | None) -> Senses:
    if own & DIRECTIONS:
        return own
    if "left" in line.senses and spoken.rate:
        return own | {"safe"}
    told = own | (line.senses & {"in"}) | ((above.senses & {"in", "spent"}) if above else frozenset())
    names = {name for name, _ in line.facts}
    figures = [spoken for piece in line.pieces for spoken in piece.figures]
    if told & DIRECTIONS or (above is None and any(spoken.rate and spoken.rate not in _AVERAGED for spoken in figures)):
        return told
    if spoken.rate and ("goal" in names or (line.has_label and any(each.is_whole for each in figures))):
        return told
    if "goal" in names or ("spent" not in told and line.has_label and any(spoken.is_whole for spoken in figures)):
        return told | {"saved"}
    is_share = any(spoken.figure.unit == "%" for spoken in figures)
    if "account" in names and "spent" not in told and line.has_label:
        return told | {"hold"}
    if line.has_label and not (line.is_row or line.days or is_share or "category" in names):
        return told | {"hold"}
    gains = any(spoken.figure.is_gain for spoken in figures)
    if gains:
        return told | {"in"}
    if any(spoken.figure.unit == NONE for spoken in figures) or line.runs or line.days or "spent" in told or above:
        return told | {"spent"}
    return told | {"hold"}


_AVERAGED = frozenset({"day", "week", "month", "booking", "year"})
