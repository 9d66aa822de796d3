"""Cuts items into sentences and pieces of a sentence: what is said of one figure, or of a few that belong together."""

import msgspec

from bot.brain.grounding.figures import NONE, Figure
from bot.brain.grounding.hearing import Item

Run = tuple[str, ...]
"""Words that name one thing, in their order: ("eating", "out")."""

_QUIET = frozenset(
    {"glue", "and", "while", "of", "currency", "total", "colon", "cut", "example", "than", "break", "open", "close"}
)
_OF_A_BUDGET = frozenset({"of", "is", "de", "von", "es", "est", "ist", "d"})
_COMPARES = frozenset({"more", "less", "same"})
_ALSO_RELATIVE = frozenset({"que", "als", "qu en"})
_AFTER_CHANGE = frozenset({"from", "over", "on", "de", "von", "gegenuber"})
_FROM = frozenset({"from", "von", "vom", "du", "del"})
_BY = frozenset({"by", "al", "au", "zum"})
_LONGEST_ASIDE = 20
_NOUNS = ("noun:", "unit:")


class Spoken(msgspec.Struct):
    """A figure as it stands in a sentence; ``noun`` is what it counts."""

    figure: Figure
    start: int
    rate: str = ""
    is_whole: bool = False
    noun: str = ""


class Piece(msgspec.Struct):
    """What stands between two cuts.

    before, after   what is named before and after the first figure
    against         the days it is compared with
    echoes          what is said of it afterwards: "the same as last month", ", up from"
    """

    start: int
    figures: list[Spoken] = []
    before: list[Run] = []
    after: list[Run] = []
    days: set[str] = set()
    senses: set[str] = set()
    units: set[str] = set()
    against: set[str] = set()
    echoes: set[str] = set()
    currencies: set[str] = set()
    is_than: bool = False
    is_while: bool = False
    is_total: bool = False
    loose_rate: str = ""

    @property
    def runs(self) -> list[Run]:
        return self.before + self.after

    @property
    def is_bare(self) -> bool:
        """Whether nothing in it tells anything apart."""
        return not (self.runs or self.days or self.senses or self.units or self.loose_rate or self.is_total)


Sentence = list[Piece]


def sentences_of(items: list[Item]) -> list[list[Item]]:
    found: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "break":
            found.append([])
        else:
            found[-1].append(item)
    return [items for items in found if items]


def pieces_of(items: list[Item]) -> Sentence:
    """The pieces of one sentence, each by itself."""
    parts: list[tuple[list[Item], str]] = []
    current: list[Item] = []
    opened_bare = False
    kind = ""
    for at, item in enumerate(items):
        cut = _cut_at(items, at, current)
        if item.kind == "open":
            opened_bare = not _has_figure(current)
        if item.kind == "close" and not (opened_bare or cut):
            continue
        if cut or (item.kind == "close" and opened_bare):
            parts.append((current, kind))
            current, kind = [], cut if cut in ("than", "while") else ""
        elif item.kind not in ("open", "close"):
            current.append(item)
    parts.append((current, kind))
    return [piece_of(part, kind) for part, kind in parts if part]


def _cut_at(items: list[Item], at: int, current: list[Item]) -> str:
    """What cuts here: a mark, a word that joins or compares; "" where nothing does."""
    item = items[at]
    if item.kind in ("cut", "and", "while"):
        return item.kind
    if item.kind == "than":
        is_meant = item.key not in _ALSO_RELATIVE or _has_sense(current)
        return "than" if is_meant else ""
    if item.kind in ("glue", "over", "of") and item.key in _AFTER_CHANGE and _has_sense(current):
        after = items[at + 1].kind if at + 1 < len(items) else ""
        return "than" if after == "day" else ""
    if item.kind == "colon":
        return "colon" if _has_figure(current) else ""
    if item.kind == "open" and _has_figure(current):
        inside = _inside(items[at + 1 : at + _LONGEST_ASIDE])
        return "open" if len(inside) != 1 and _has_figure(inside) else ""
    if item.kind == "close":
        inside = _inside(items[max(0, at - _LONGEST_ASIDE) : at][::-1])
        return "close" if len(inside) != 1 and _has_figure(inside) else ""
    return ""


def _inside(items: list[Item]) -> list[Item]:
    """The items up to the next bracket."""
    end = next((at for at, item in enumerate(items) if item.kind in ("open", "close")), len(items))
    return items[:end]


def _has_figure(items: list[Item]) -> bool:
    return any(item.kind == "figure" for item in items)


def _has_sense(items: list[Item]) -> bool:
    return any(item.kind in _COMPARES for item in items)


def piece_of(items: list[Item], kind: str) -> Piece:
    piece = Piece(items[0].start, is_than=kind == "than", is_while=kind == "while")
    run: list[str] = []
    for at, item in enumerate(items):
        if item.kind == "thing":
            run.append(item.key)
            continue
        _close(piece, run)
        run = []
        _take(piece, items, at)
    _close(piece, run)
    _bound(piece, items)
    return piece


def _bound(piece: Piece, items: list[Item]) -> None:
    """What begins or ends with a day is other days than that; from one day to another is a span like any."""
    places = [at for at, item in enumerate(items) if item.kind == "day"]
    if len(places) > 1:
        piece.senses -= {"since", "until"}
    elif places and places[0]:
        before = items[places[0] - 1]
        if before.key in _FROM and not piece.is_than:
            piece.senses.add("since")
        if before.key in _BY:
            piece.senses.add("until")


def _close(piece: Piece, run: list[str]) -> None:
    if run:
        (piece.after if piece.figures else piece.before).append(tuple(run))


def _take(piece: Piece, items: list[Item], at: int) -> None:
    item = items[at]
    if item.kind == "figure":
        assert item.figure
        spoken = Spoken(
            item.figure,
            item.start,
            noun=_noun(items, at),
            is_whole=_is_whole(items, at, has_earlier=bool(piece.figures)),
        )
        spoken.rate, piece.loose_rate = piece.loose_rate, ""
        piece.figures.append(spoken)
    elif item.kind == "day":
        piece.days.add(item.key)
    elif item.kind.startswith("rate:"):
        _rate(piece, item.kind[5:])
    elif item.kind.startswith("unit:"):
        piece.units.add(item.kind[5:])
    elif item.kind == "currency":
        piece.currencies.add(item.key)
    elif item.kind == "total":
        piece.is_total = True
    elif item.kind not in _QUIET and not item.kind.startswith("noun:"):
        piece.senses.add(item.kind)


def _rate(piece: Piece, rate: str) -> None:
    """Of the figure right before it, else of the next one."""
    bare = next((each for each in reversed(piece.figures) if not each.rate and each.figure.unit != "%"), None)
    if bare:
        bare.rate = rate
    else:
        piece.loose_rate = rate


def _noun(items: list[Item], at: int) -> str:
    """What a figure counts: the next noun, with or without names before it."""
    following = items[at + 1 : at + 4]
    for item in following:
        if item.kind.startswith(_NOUNS):
            return item.kind
        if item.kind != "thing":
            break
    if following and following[0].kind == "thing":
        return following[0].key
    return "more" if following and following[0].kind == "more" else ""


def _is_whole(items: list[Item], at: int, *, has_earlier: bool) -> bool:
    """Whether a figure is what another is a part of: "$80 of $400", "$45 over $400", "a budget of $400"."""
    figure = items[at].figure
    assert figure
    if figure.unit in ("%", "<%", NONE):
        return False
    if next((item.kind for item in items[at + 1 : at + 4] if item.kind != "thing"), "") == "budget":
        return True
    for item in reversed(items[max(0, at - 3) : at]):
        if item.kind in ("of", "over") and has_earlier:
            return item.kind == "of" or items[at - 1] is item
        if item.kind == "budget":
            return not any(
                each.kind in ("over", "left") for each in items[max(0, at - _LONGEST_ASIDE) : at + _LONGEST_ASIDE]
            )
        if item.kind not in ("glue", "of", "colon") or (item.kind == "glue" and item.key not in _OF_A_BUDGET
                                                         and not has_earlier):  # fmt: skip
            return False
    return False
