"""Reads what a person wants set: time zone, currency, language, quiet hours, name."""

from collections.abc import Callable

from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause
from bot.brain.offline.currencies import currency_of
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.pieces import AMOUNT, HOUR, NUMBER
from bot.brain.offline.when import LAST_OF_MONTH, Hour
from bot.brain.offline.word_meanings import forgotten_meaning, meaning_of_a_word
from bot.brain.offline.zones import ZONE_OF
from bot.domain.decision import Slots

_LANGUAGES = {
    **dict.fromkeys("english ingles anglais englisch".split(), "en"),
    **dict.fromkeys("spanish espanol espagnol spanisch".split(), "es"),
    **dict.fromkeys("french francais frances franzosisch".split(), "fr"),
    **dict.fromkeys("german deutsch aleman allemand".split(), "de"),
    "italian": "it",
    "portuguese": "pt",
    "hindi": "hi",
}
_OF_COUNTRIES = {
    "canadian": "CAD", "australian": "AUD", "aussie": "AUD", "american": "USD", "us": "USD", "singapore": "SGD",
    "british": "GBP", "sterling": "GBP", "indian": "INR", "pakistani": "PKR", "swiss": "CHF", "mexican": "MXN",
    "kiwi": "NZD", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "japanese": "JPY",
}  # fmt: skip
"""Whose dollars, pounds or crowns: it tells the currency better than the word itself."""
_ZONE_SMALL = frozenset(
    "set change update my the timezone time zone to is i am in now switch use tz please from for make moved "
    "just have moving relocated have here it and it's been".split()
)
_PLACE_SMALL = _ZONE_SMALL | {"me", "on", "onto", "put", "move", "zone"}

_ENDED = frozenset("off no not disable cancel remove stop".split())
_EVENING, _MORNING = "21:00", "08:00"
_LATE, _NOON = "06:00", "12:00"


def _zone(clause: Clause) -> Slots | None:
    """Where the person is now: who flies to Tokyo tomorrow is not there yet."""
    day = clause.past_day()
    if day and day > clause.reader.today:
        return None
    words = [piece.word for piece in clause.pieces if piece.kind == "word"]
    raw = "".join(piece.raw for piece in clause.pieces).lower()
    for name, zone in ZONE_OF.items():
        if "/" in name and name in raw:
            return {"key": "timezone", "value": zone}
    for size in (3, 2, 1):
        for first in range(len(words) - size + 1):
            name = " ".join(words[first : first + size])
            if name in ZONE_OF:
                return {"key": "timezone", "value": ZONE_OF[name]}
    said = "zone" in words or "timezone" in words
    rest = " ".join(word for word in words if word not in _ZONE_SMALL)
    return {"key": "timezone", "value": rest} if said and rest else {"key": "timezone"} if said else None


def _place(clause: Clause) -> Slots | None:
    """A zone only where nothing else is named: "put me on London time", but not "… on the London list"."""
    rest = " ".join(piece.word for piece in clause.pieces if piece.kind == "word" and piece.word not in _PLACE_SMALL)
    return {"key": "timezone", "value": ZONE_OF[rest]} if rest in ZONE_OF else None


def _currency(clause: Clause) -> Slots | None:
    of_a_country = next((_OF_COUNTRIES[word] for word in clause.words if word in _OF_COUNTRIES), None)
    if of_a_country:
        return {"key": "currency", "value": of_a_country}
    for piece in reversed(clause.pieces):
        if piece.kind in ("word", "mark", "unit"):
            code = currency_of(piece.word, piece.raw, clause.reader)
            if code is None and len(piece.raw) == 3:
                code = currency_of(piece.word, piece.raw.upper(), clause.reader)
            if code:
                return {"key": "currency", "value": code}
        if isinstance(piece.value, Amount):
            return None
    return {"key": "currency"} if "currency" in clause.words else None


def _language(clause: Clause) -> Slots | None:
    word = next((word for word in clause.words if word in _LANGUAGES), "")
    return {"key": "language", "value": _LANGUAGES[word]} if word else None


def _quiet(clause: Clause) -> Slots | None:
    hours = clause.hours()
    slots: Slots = {"key": "quiet_hours"}
    if hours:
        slots["value"] = _others(hours) if "only" in clause.words else hours
    elif clause.hour():
        slots["value"] = _open_hours(clause)
    elif "weekends" in clause.words or "weekend" in clause.words:
        slots["value"] = "weekends"
    elif "quiet" in clause.words and not _ENDED.isdisjoint(clause.words):
        slots["value"] = "off"
    return slots


def _others(hours: str) -> str:
    """As "only between 9 and 5": the quiet hours are the others, and an end before its start is in the afternoon."""
    first, _, last = hours.partition("-")
    if last <= first and last < "12":
        last = f"{int(last[:2]) + 12}{last[2:]}"
    return f"{last}-{first}"


def _open_hours(clause: Clause) -> str:
    """As "not after 10pm" and "not before 8am": the other end is that of a usual night."""
    words, said = clause.words, clause.first(Hour)
    hour = said.text if isinstance(said, Hour) else _EVENING
    if words[words.index(HOUR) - 1] in ("before", "until"):
        return f"{_EVENING}-{hour}"
    if isinstance(said, Hour) and said.bare and _NOON > hour >= _LATE:
        hour = f"{int(hour[:2]) + 12}{hour[2:]}"
    return f"{hour}-{_MORNING}"


def _name(clause: Clause) -> Slots | None:
    rest = [
        piece.raw
        for piece in clause.pieces
        if piece.kind == "word" and piece.word not in ("call", "me", "my", "name", "is")
    ]
    if not rest or len(rest) > 2 or not all(raw[:1].isupper() or raw in FIRST_NAMES for raw in rest):
        return None
    return {"key": "name", "value": " ".join(raw[:1].upper() + raw[1:] for raw in rest)}


def _payday(clause: Clause) -> Slots | None:
    """The day of the month a person is paid on; a sum beside it is income, a weekday no day of the month."""
    if clause.amounts():
        return None
    rule, _, said = (clause.every() or "").partition(":")
    day = clause.day()
    if rule == "monthly" and said:
        return {"key": "payday", "value": "31" if said == "last" else said}
    if day and day.monthday > 0:
        return {"key": "payday", "value": str(min(day.monthday, LAST_OF_MONTH - 1))}
    last = any(piece.raw.lower().endswith("last day") for piece in clause.pieces) or {"last", "day"} <= set(
        clause.words
    )
    return {"key": "payday", "value": "31"} if last else None


def _thresholds(clause: Clause) -> Slots | None:
    """Marks in per cent: "alert me at 60 and 90 percent"; a text without a per cent is about something else."""
    if not any("%" in piece.raw or piece.word == "percent" for piece in clause.pieces):
        return None
    figures = (piece.raw.rstrip("%") for piece in clause.pieces if piece.word in (AMOUNT, NUMBER))
    marks = [figure for figure in figures if figure.isdigit()]
    return {"key": "alert_thresholds", "value": " ".join(marks)} if marks else None


PREFERENCES: dict[str, Callable[[Clause], Slots | None]] = {
    "zone": _zone,
    "place": _place,
    "currency": _currency,
    "language": _language,
    "quiet": _quiet,
    "name": _name,
    "thresholds": _thresholds,
    "payday": _payday,
    "category": meaning_of_a_word,
    "forgotten": forgotten_meaning,
}
