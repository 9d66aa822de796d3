"""Reads the hour a part of the day stands for: "tonight" is 20:00, and a small hour beside it is one after noon."""

from bot.brain.offline.clause import Clause
from bot.brain.offline.pieces import Piece
from bot.brain.offline.when import Hour
from bot.domain.taxonomy import fold

_EVENING, _AFTERNOON, _NOON = "20:00", "15:00", "12:00"
_HOURS: dict[str, str] = {
    **dict.fromkeys("tonight night evening 2nite tonite abend abends nacht noche soir soiree nuit".split(), _EVENING),
    **dict.fromkeys("afternoon arvo nachmittag nachmittags tarde apres-midi".split(), _AFTERNOON),
    **dict.fromkeys("noon lunchtime midday mittag mittags mediodia midi".split(), _NOON),
}
"""In a person's own words, whatever language they are in."""

_JOINED = {"abend": _EVENING, "nachmittag": _AFTERNOON, "mittag": _NOON}
"""As in "Freitagabend"."""

_MORNINGS = frozenset("morning fruh vormittag manana matin".split())
_FIRST_OF_THE_MORNING = "06"
"""Who says "at 5" and nothing else means the afternoon."""


def hour_told(clause: Clause) -> str | None:
    """The hour that was said, else that of the part of the day; none for a morning, when PAM speaks anyway."""
    part = next(filter(None, map(_part_told, clause.pieces)), None)
    hour = clause.hour()
    if hour is None:
        return part
    late = part in (_EVENING, _AFTERNOON) and hour < "12" and not hour.startswith("00")
    if late or ("00:59" < hour < _FIRST_OF_THE_MORNING and _says_no_half_of_the_day(clause)):
        return f"{int(hour[:2]) + 12:02}{hour[2:]}"
    return hour


def _says_no_half_of_the_day(clause: Clause) -> bool:
    """As "at 3"; not "at 3 am", "03:00", "tomorrow morning at 5"."""
    hour = clause.first(Hour)
    bare = isinstance(hour, Hour) and hour.bare
    return bare and not any(" " in piece.raw and _last_word(piece) in _MORNINGS for piece in clause.pieces)


def _part_told(piece: Piece) -> str | None:
    word = _last_word(piece)
    return _HOURS.get(word) or next((hour for end, hour in _JOINED.items() if word.endswith(end)), None)


def _last_word(piece: Piece) -> str:
    return fold(piece.raw).rpartition(" ")[2] if piece.kind == "marked" else ""
