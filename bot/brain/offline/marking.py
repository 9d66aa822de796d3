"""Marks what carries a value in a text: amounts, days, periods, recurrences and times become one piece each."""

from collections.abc import Callable

from bot.brain.offline import counting, days, hours, repeats, spans
from bot.brain.offline.currencies import PREFIXES
from bot.brain.offline.day_words import CODES, MONTHS, PARTS_OF_DAY, UNITS
from bot.brain.offline.number_words import ALL as NUMBER_WORDS
from bot.brain.offline.pieces import (
    DAY,
    EMAIL,
    END,
    EVERY,
    HOUR,
    HOURS,
    LINK,
    PERIOD,
    PHONE,
    TAG,
    Piece,
    Pieces,
)
from bot.brain.offline.tokens import SYMBOLS
from bot.brain.offline.when import Day, Every
from bot.domain.decision import Reader

_MARKED_TOKENS = {"tag": TAG, "phone": PHONE, "email": EMAIL, "link": LINK}
_TIMELY = frozenset(
    "remind reminder reminders alarm snooze quiet text texts message messages notifications alerts notify disturb "
    "meeting table ping bother contact buzz digest summary recap review forget".split()
)
"""With one of these a bare number after "at" is an hour, else it is a price."""

_TIMES = UNITS.keys() | MONTHS.keys() | {"of", "de", "am", "pm", "a.m", "p.m", "o'clock", "uhr"}
"""With one of these behind it a number may be a day or an hour."""

_LOOKAHEAD = (END,) * 6

_Read = Callable[[Pieces, int, Reader], tuple[int, object] | None]
_NONE: frozenset[str] = frozenset()
_SPAN_FIRST = frozenset({"since", "between", "from"})
_ALWAYS: tuple[tuple[str, frozenset[str], bool, _Read], ...] = (
    (PERIOD, _SPAN_FIRST, False, spans.read_span),
    (DAY, days.STARTERS, True, days.read_day),
    (EVERY, repeats.STARTERS, False, repeats.read_every),
    (PERIOD, spans.STARTERS, False, spans.read_span),
    (HOUR, hours.STARTERS, True, hours.read_plain_hour),
)
_WHEN_TIMELY: tuple[tuple[str, frozenset[str], bool, _Read], ...] = (
    _ALWAYS[0],
    (HOURS, hours.STARTERS, True, hours.read_hours),
    *_ALWAYS[1:4],
    (HOUR, hours.STARTERS | {"in"}, True, hours.read_hour),
)
_STARTERS = (
    days.STARTERS
    | spans.STARTERS
    | repeats.STARTERS
    | hours.STARTERS
    | NUMBER_WORDS
    | PREFIXES
    | {"tenner", "fiver", "couple"}
)
_LEADS = days.LEADS | spans.LEADS - {"far", "so"}
_LED = _STARTERS | UNITS.keys() | PARTS_OF_DAY
"""Only before one of these, or a number, does "on" or "for" lead to a time."""


def marked(pieces: Pieces, reader: Reader, words: frozenset[str]) -> Pieces:
    """The pieces with every value made one marked piece; ``words``: all of theirs."""
    timely = not _TIMELY.isdisjoint(words)
    size = len(pieces)
    ahead: Pieces = [*pieces, *_LOOKAHEAD]
    out: Pieces = []
    at = 0
    while at < size:
        piece = ahead[at]
        found = _read(ahead, at, reader, timely=timely) if _may_start(piece, ahead[at + 1]) else None
        if found:
            end, kind, value = found
            if value is None and kind in ("to", "for"):
                out.append(Piece(kind, piece.raw, "word", piece.gap))
            else:
                out.append(Piece(kind, _raw(ahead, at, end), "marked", piece.gap, value))
            at = end
            continue
        if piece.kind in _MARKED_TOKENS:
            piece = Piece(_MARKED_TOKENS[piece.kind], piece.raw, "marked", piece.gap, piece.word)
        out.append(piece)
        at += 1
    return _merged(out)


def _may_start(piece: Piece, following: Piece) -> bool:
    if piece.kind == "word":
        if piece.word[0] == "x" and piece.word[1:].isdigit():
            return True
        if piece.word in _LEADS and following.kind == "word" and following.word not in _LED:
            return False
        return piece.word in _STARTERS or (following.kind == "number" and piece.raw.isupper())
    return piece.kind in ("number", "unit") or piece.word == "/"


def _read(pieces: Pieces, at: int, reader: Reader, *, timely: bool) -> counting.Marked | None:
    piece = pieces[at]
    word, number = piece.word, piece.kind == "number"
    if number and not timely and _is_plain_sum(word, pieces[at + 1], reader):
        return counting.read_number(pieces, at, reader)
    for kind, starters, numbers, read in _WHEN_TIMELY if timely else _ALWAYS:
        if word in starters or (number and numbers):
            found = read(pieces, at, reader)
            if found:
                return found[0], kind, found[1]
    return counting.read_number(pieces, at, reader)


def _is_plain_sum(word: str, following: Piece, reader: Reader) -> bool:
    """As $60, 4.50 and the 12 of "lunch 12": neither a day nor an hour begins so, but in German 15.11 is a day."""
    if word.isdecimal():
        return following.kind in ("end", "word") and following.word not in _TIMES
    return word[0] in SYMBOLS or ("." in word and word.replace(".", "", 1).isdigit() and reader.locale[:2] != "de")


def _raw(pieces: Pieces, at: int, end: int) -> str:
    return "".join((" " if number and piece.gap else "") + piece.raw for number, piece in enumerate(pieces[at:end]))


def _merged(pieces: Pieces) -> Pieces:
    """As "on the 1st" beside "of each month" is one recurrence."""
    out: Pieces = []
    for piece in pieces:
        before = out[-1] if out else END
        if isinstance(piece.value, Every) and isinstance(before.value, Day):
            rule = _on(piece.value.rule, before.value)
            if rule:
                out[-1] = Piece(EVERY, f"{before.raw} {piece.raw}", "marked", before.gap, Every(rule))
                continue
        out.append(piece)
    return out


def _on(rule: str, day: Day) -> str | None:
    if rule == "monthly" and day.monthday > 0:
        return f"monthly:{day.said_monthday}"
    if rule in ("weekly", "biweekly") and day.weekday >= 0:
        return f"{rule}:{CODES[day.weekday]}"
    return None
