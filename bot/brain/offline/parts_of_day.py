"""Reads the hour a part of the day stands for: "tonight" is 20:00, and a small hour beside it is one after noon."""

from bot.brain.offline.clause import Clause
from bot.brain.offline.pieces import Piece
from bot.domain.taxonomy import fold

_EVENING, _AFTERNOON, _NOON = "20:00", "15:00", "12:00"
_HOURS: dict[str, str] = {
    **dict.fromkeys("tonight night evening 2nite tonite abend abends nacht noche soir soiree nuit".split(), _EVENING),
    **dict.fromkeys("afternoon arvo nachmittag nachmittags tarde apres-midi".split(), _AFTERNOON),
    **dict.fromkeys("noon lunchtime midday mittag mittags mediodia midi".split(), _NOON),
}
"""In a person's own words, whatever language they are in."""


def hour_told(clause: Clause) -> str | None:
    """The hour that was said, else that of the part of the day; none for a morning, when PAM speaks anyway."""
    part = next((_HOURS[word] for word in map(_last_word, clause.pieces) if word in _HOURS), None)
    hour = clause.hour()
    if hour is None:
        return part
    if part in (_EVENING, _AFTERNOON) and hour < "12" and not hour.startswith("00"):
        return f"{int(hour[:2]) + 12:02}{hour[2:]}"
    return hour


def _last_word(piece: Piece) -> str:
    return fold(piece.raw).rpartition(" ")[2] if piece.kind == "marked" else ""
