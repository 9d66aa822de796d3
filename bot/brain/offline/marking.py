"""Turns a text into pieces: every word as PAM spells it; amounts, days, periods and times marked with their value."""

from bot.brain.offline import amounts, days, repeats, spans
from bot.brain.offline.currencies import PREFIXES
from bot.brain.offline.day_words import MONTHS, WEEKDAYS
from bot.brain.offline.glosses import gloss_of
from bot.brain.offline.manners import manners_of
from bot.brain.offline.number_words import ALL as NUMBER_WORDS
from bot.brain.offline.number_words import read_below_hundred
from bot.brain.offline.pieces import (
    AMOUNT,
    DAY,
    EMAIL,
    END,
    EVERY,
    HOUR,
    HOURS,
    LINK,
    NUMBER,
    PEOPLE,
    PERIOD,
    PHONE,
    TAG,
    UNCLEAR,
    Piece,
    Pieces,
)
from bot.brain.offline.short_forms import SHORT
from bot.brain.offline.tokens import Token
from bot.brain.offline.vocabulary import SPELLING, VERBS
from bot.brain.offline.when import Day, Every
from bot.domain.decision import Reader
from bot.domain.taxonomy import fold

MOST_REPAIRS = 12

_MARKED_TOKENS = {"tag": TAG, "phone": PHONE, "email": EMAIL, "link": LINK}
_SPAN_FIRST = frozenset({"since", "between", "from"})
_EVERY_STARTERS = frozenset(
    "every each per a an / on of daily nightly weekly fortnightly biweekly bi-weekly monthly quarterly semiannually semi-annually "
    "half-yearly biannually yearly annually annual weekdays mondays tuesdays wednesdays thursdays fridays saturdays sundays".split()
)
_HOUR_STARTERS = frozenset("at around by noon midday midnight between from after".split())
_STARTERS = (
    days.STARTERS
    | spans.STARTERS
    | _EVERY_STARTERS
    | _HOUR_STARTERS
    | NUMBER_WORDS
    | PREFIXES
    | {"tenner", "fiver", "grand", "couple", "one", "two"}
)
_OWNING = frozenset(
    {"today", "yesterday", "tomorrow", "week", "month", "year", "weekend"} | WEEKDAYS.keys() | MONTHS.keys()
)
_NUMBERED = frozenset(
    "invoice order number ref reference inv account apartment apt unit flat room receipt acct top chapter page gate season episode version level bus flight channel row seat".split()
)
# French tells an order from a telling by its accent alone: "paye" is pay, "payé" is paid.
_UNACCENTED = {"paye": "pay"}
_TIMELY = frozenset(
    "remind reminder reminders alarm snooze quiet text texts message messages notifications alerts notify disturb meeting table".split()
)


def spelled(tokens: list[Token], reader: Reader) -> Pieces:
    """The tokens as pieces, short forms and glosses opened, misspelled words repaired."""
    language = manners_of(reader.locale).language
    shouted = all(token.raw.isupper() for token in tokens if token.kind == "word")
    pieces: Pieces = []
    repairs = MOST_REPAIRS
    for number, token in enumerate(tokens):
        word, kind = token.word, token.kind
        if kind != "word":
            opened = SHORT.get(word) if kind == "number" else None
            if opened:
                pieces.append(Piece(opened, token.raw, "word", token.gap))
            else:
                pieces.append(Piece(word, token.raw, kind, token.gap))
            continue
        key = _owned(word if word.isascii() else fold(word))
        opened = _UNACCENTED.get(word) if language == "fr" else None
        opened = (
            opened
            or SHORT.get(key)
            or (None if language == "en" and key.isascii() and key in SPELLING.known else gloss_of(key, language))
        )
        if opened is None:
            if not SPELLING.knows(key) and repairs and (shouted or number == 0 or not token.raw[0].isupper()):
                repairs -= 1
                key = SPELLING.repaired(key) or key
                key = SHORT.get(key, key)
            pieces.append(Piece(key, token.raw, "word", token.gap))
            continue
        first, *rest = opened.split()
        pieces.append(Piece(first, token.raw, "word", token.gap))
        pieces.extend(Piece(other, "", "word", gap=False) for other in rest)
    return pieces


def _owned(key: str) -> str:
    """ "yesterday's" and "last month's" say the day or period alone."""
    return key[:-2] if key.endswith("'s") and key[:-2] in _OWNING else key


def marked(pieces: Pieces, reader: Reader) -> Pieces:
    """The pieces with every amount, day, period, recurrence and time made one marked piece."""
    words = {piece.word for piece in pieces}
    timely = not words.isdisjoint(_TIMELY)
    size = len(pieces)
    pieces = [*pieces, END, END, END, END, END, END]
    out: Pieces = []
    at = 0
    while at < size:
        piece = pieces[at]
        if (
            piece.kind == "word"
            and piece.word not in _STARTERS
            and not (pieces[at + 1].kind == "number" and piece.raw.isupper())
        ):
            out.append(piece)
            at += 1
            continue
        end, value_word, value = (
            _read(pieces, at, reader, timely=timely) if piece.kind != "mark" or piece.word == "/" else (at, "", None)
        )
        if end > at:
            out.append(Piece(value_word, _raw(pieces, at, end), "marked", piece.gap, value))
            at = end
            continue
        if piece.kind in _MARKED_TOKENS:
            piece = Piece(_MARKED_TOKENS[piece.kind], piece.raw, "marked", piece.gap, piece.word)
        elif piece.kind == "number":
            piece = _number(pieces, at, out)
        out.append(piece)
        at += 1
    return _merged(out)


def _raw(pieces: Pieces, at: int, end: int) -> str:
    return "".join((" " if number and piece.gap else "") + piece.raw for number, piece in enumerate(pieces[at:end]))


def _read(pieces: Pieces, at: int, reader: Reader, *, timely: bool) -> tuple[int, str, object]:
    piece = pieces[at]
    word = piece.word
    number = piece.kind == "number"
    if word in _SPAN_FIRST:
        span = spans.read_span(pieces, at, reader)
        if span:
            return span[0], PERIOD, span[1]
    if timely and (number or word in _HOUR_STARTERS):
        hours = repeats.read_hours(pieces, at)
        if hours:
            return hours[0], HOURS, hours[1]
    if number or word in days.STARTERS:
        day = days.read_day(pieces, at, reader)
        if day:
            return day[0], DAY, day[1]
    if word in _EVERY_STARTERS:
        every = repeats.read_every(pieces, at, reader)
        if every:
            return every[0], EVERY, every[1]
    if word in spans.STARTERS:
        span = spans.read_span(pieces, at, reader)
        if span:
            return span[0], PERIOD, span[1]
    if timely and word == "in":
        later = repeats.read_later(pieces, at, reader)
        if later:
            return later[0], HOUR, later[1]
    if number or word in _HOUR_STARTERS:
        hour = repeats.read_hour(pieces, at)
        if hour and (
            timely or pieces[hour[0] - 1].raw.strip("0123456789:.").lower() != "" or ":" in pieces[hour[0] - 1].raw
        ):
            return hour[0], HOUR, hour[1]
    return _count_or_amount(pieces, at, reader)


def _count_or_amount(pieces: Pieces, at: int, reader: Reader) -> tuple[int, str, object]:
    piece = pieces[at]
    if piece.kind == "number" and piece.word in ("2", "4") and _is_short_for(pieces, at):
        return at + 1, "to" if piece.word == "2" else "for", None
    value, end = (int(piece.word), at + 1) if piece.word.isdigit() and len(piece.word) < 4 else (0, at)
    if end == at and piece.kind == "word":
        value, end = read_below_hundred(pieces, at)
    if end > at:
        following = pieces[end].word
        if following in ("people", "persons", "ways", "way", "friends", "of") and following != "of" and value:
            return end + 1, PEOPLE, value + (1 if following == "friends" else 0)
        if following in amounts.MEASURES or (following == "-" and pieces[end + 1].word in amounts.MEASURES):
            return end, NUMBER, value
        before = pieces[at - 1].word if at else ""
        if before in ("between", "among") and 1 < value <= 30 and following in ("", "of", ",", "."):
            return end + (1 if following == "of" else 0), PEOPLE, value
    if piece.word.isdigit() and at and pieces[at - 1].word in _NUMBERED:
        return at + 1, NUMBER, None
    found = amounts.read_amount(pieces, at, reader)
    if found is None:
        return at, "", None
    end, amount = found
    return end, AMOUNT if amount.readings else UNCLEAR, amount


def _is_short_for(pieces: Pieces, at: int) -> bool:
    """A lone 2 or 4 that is typed for "to" or "for"."""
    before, after = pieces[at - 1] if at else END, pieces[at + 1]
    if pieces[at].word == "2":
        return after.kind == "number" or (
            after.kind == "word"
            and (before.word == "me" or after.word in VERBS)
            and after.gap
            and after.word not in amounts.MEASURES
        )
    return (
        after.kind == "word"
        and after.gap
        and (before.kind == "number" or (before.word in VERBS and pieces[at + 2].kind == "number"))
    )


def _number(pieces: Pieces, at: int, out: Pieces) -> Piece:
    piece = pieces[at]
    return Piece(NUMBER, piece.raw, "marked", piece.gap, None)


def _merged(pieces: Pieces) -> Pieces:
    """ "on the 1st" beside "of each month" is one recurrence."""
    out: Pieces = []
    for piece in pieces:
        before = out[-1] if out else END
        pair = (before.value, piece.value)
        if isinstance(pair[0], Day) and isinstance(pair[1], Every):
            rule = _on(pair[1].rule, pair[0])
            if rule:
                out[-1] = Piece(EVERY, f"{before.raw} {piece.raw}", "marked", before.gap, Every(rule))
                continue
        out.append(piece)
    return out


def _on(rule: str, day: Day) -> str | None:
    if rule == "monthly" and day.monthday > 0:
        return f"monthly:{'last' if day.monthday == 32 else day.monthday}"
    if rule in ("weekly", "biweekly") and day.weekday >= 0:
        return f"{rule}:{('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[day.weekday]}"
    return None
