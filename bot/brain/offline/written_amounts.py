"""Reads an amount written in digits: $45.30, 45,30 €, Rs 450, 12k, 1 234,50, 50p, 35 lakh, CHF 12.-."""

import re
from decimal import Decimal

import msgspec

from bot.brain.offline import currencies, figures
from bot.brain.offline.amount import MEASURES, Amount, unreadable
from bot.brain.offline.cents import and_cents
from bot.brain.offline.manners import manners_of
from bot.brain.offline.number_words import SCALES
from bot.brain.offline.pieces import Piece, Pieces
from bot.domain.decision import Reader
from bot.domain.money import exponent_of

_SUFFIXES = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "lakh": 100_000, "lakhs": 100_000,
             "lac": 100_000, "lacs": 100_000, "cr": 10_000_000, "crore": 10_000_000, "mil": 1000}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<sign>[-+])?(?P<before>(?:[a-z]{1,2}\$|[^\w\s.,:/'+-]))? ?(?P<minus>-)?"
    r"(?P<figure>[.,]?\d[\d.,:/'-]*?)(?:[.,]-{1,2})?(?P<suffix>[^\W\d_]+)?(?: ?(?P<after>[^\w\s.,:/'-]))?"
)
_GROUP = re.compile(r"(?P<figure>\d{3}(?:[.,]\d{1,2})?)(?: ?(?P<symbol>[^\w\s.,:/'-]))?")
_SHORT_FIGURE = 9
_SPACES = (" ", "\u00a0", "\u202f")

Found = tuple[int, Amount]


class _Written(msgspec.Struct, gc=False):
    """What stands there: the figure, what multiplies it, its currency if told, and where it ends."""

    figure: str
    end: int
    factor: int = 1
    cents: bool = False
    currency: str | None = None
    marked: bool = False
    sign: str = ""


def read_prefixed(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """Rs 450, USD 15, CHF 12.-: the currency's word stands before the figure."""
    piece, following = pieces[at], pieces[at + 1]
    if following.kind != "number" or not (
        piece.kind == "unit" or piece.word in currencies.PREFIXES or piece.raw.isupper()
    ):
        return None
    currency = currencies.currency_of(piece.word, piece.raw, reader)
    return read_written(pieces, at + 1, reader, currency) if currency else None


def read_written(pieces: Pieces, at: int, reader: Reader, currency: str | None = None) -> Found | None:
    """The amount whose figure stands at ``at``; None when it counts something else than money (5 miles, 80 %)."""
    plain = _plain(pieces, at, reader) if currency is None else None
    if plain:
        return at + 1, plain
    found = _FIGURE.fullmatch(pieces[at].word)
    if not found:
        return at + 1, unreadable(currency or reader.currency)
    written = _Written(
        found["figure"], at + 1, currency=currency, marked=currency is not None, sign=found["sign"] or ""
    )
    symbol, suffix = found["before"] or found["after"], found["suffix"]
    if symbol == "%" or (suffix in MEASURES and suffix != "m"):
        return None
    if suffix == "x" and written.figure.isdigit() and not symbol:
        return at + 1, _count(written.figure, reader)
    if not (_take_symbol(written, symbol, reader) and _take_suffix(written, suffix, reader)):
        return at + 1, unreadable(reader.currency)
    _take_groups(written, pieces, reader)
    _take_scale(written, pieces)
    _take_currency(written, pieces, reader)
    if found["minus"] or found["sign"] == "-":
        return _below_zero(written, pieces, reader)
    return _amount(written, pieces, reader)


def _plain(pieces: Pieces, at: int, reader: Reader) -> Amount | None:
    """Most sums are a plain figure with a plain word or nothing behind it: read at once, in a third of the time."""
    figure, after = pieces[at].word, pieces[at + 1]
    whole, _, cents = figure.partition(".")
    if not (whole.isdecimal() and whole[0] != "0" and len(whole) < _SHORT_FIGURE):
        return None
    if "." in figure and not (0 < len(cents) <= exponent_of(reader.currency) and cents.isdecimal() and len(cents) < 3):
        return None
    if after.kind != "end" and (after.kind != "word" or _goes_on(after, reader)):
        return None
    return Amount((Decimal(figure),), reader.currency, marked=bool(cents), whole=-1 if cents else int(whole))


def _goes_on(after: Piece, reader: Reader) -> bool:
    """Whether a word belongs to the figure before it: a scale, a currency, cents."""
    word = after.word
    return (
        word in SCALES
        or word == "k"
        or word in currencies.CENTS
        or currencies.currency_of(word, after.raw, reader) is not None
    )


def _below_zero(written: _Written, pieces: Pieces, reader: Reader) -> Found:
    """What is below zero is no amount, but a balance can be."""
    end, amount = _amount(written, pieces, reader)
    return end, Amount((), amount.currency, marked=True, sign="-", below=amount.readings)


def _count(figure: str, reader: Reader) -> Amount:
    count = int(figure[:9])
    return Amount((Decimal(count),), reader.currency, marked=False, sign="x", whole=count)


def _take_symbol(written: _Written, symbol: str | None, reader: Reader) -> bool:
    if symbol == "¢":
        written.cents = written.marked = True
    elif symbol:
        written.currency = currencies.currency_of(symbol, symbol, reader)
        written.marked = True
        return written.currency is not None
    return True


def _take_suffix(written: _Written, suffix: str | None, reader: Reader) -> bool:
    """What is written onto the figure: 12k, 50p, 20eur. False when it means nothing PAM knows."""
    if not suffix:
        return True
    if suffix in _SUFFIXES:
        written.factor = _SUFFIXES[suffix]
        written.marked = written.marked or suffix != "m"
    elif suffix in currencies.CENTS:
        written.cents = written.marked = True
    else:
        written.currency = currencies.currency_of(suffix, suffix, reader)
        written.marked = True
        return written.currency is not None
    return True


def _take_groups(written: _Written, pieces: Pieces, reader: Reader) -> None:
    """1 234,50: groups parted by spaces are one figure where the locale groups so, or where the tail shows it."""
    if not written.figure.isdigit() or len(written.figure) > 3:
        return
    joined, at, symbol = written.figure, written.end, None
    while at == written.end or pieces[at - 1].word.isdigit():
        group = _GROUP.fullmatch(pieces[at].word) if pieces[at].kind == "number" else None
        if group is None:
            break
        joined, at, symbol = f"{joined} {group['figure']}", at + 1, group["symbol"]
    if at == written.end:
        return
    shown = written.marked or not pieces[at - 1].word.isdigit() or pieces[at].word in currencies.WORDS
    if shown or manners_of(reader.locale).group in _SPACES:
        written.figure, written.end = joined, at
        _take_symbol(written, symbol, reader)


def _take_scale(written: _Written, pieces: Pieces) -> None:
    """35 lakh, 2 grand, 12 k."""
    following = pieces[written.end]
    if following.word in SCALES and following.word != "hundred":
        written.factor *= SCALES[following.word]
    elif following.word == "k" and not following.gap:
        written.factor = 1000
    else:
        return
    written.end += 1
    written.marked = True


def _take_currency(written: _Written, pieces: Pieces, reader: Reader) -> None:
    """20 bucks, 450 rs, 15 EUR, 75 cents."""
    after = pieces[written.end]
    if written.currency or after.kind not in ("word", "mark") or not after.word:
        return
    if after.word in currencies.CENTS and (after.word not in ("c", "p") or not after.gap):
        written.cents = True
    elif currencies.is_plain_word(after.word, after.raw):
        return
    else:
        written.currency = currencies.currency_of(after.word, after.raw, reader)
        if written.currency is None:
            return
    written.end += 1
    written.marked = True


def _amount(written: _Written, pieces: Pieces, reader: Reader) -> Found:
    figure, currency = written.figure, written.currency or reader.currency
    if written.cents:
        readings = (Decimal(figure) / 100,) if figure.isdigit() and 0 < int(figure[:9]) < 1000 else ()
        return written.end, Amount(readings, currency, marked=True, sign=written.sign)
    readings = figures.readings_of(figure, written.factor, currency, manners_of(reader.locale))
    whole = int(figure) if figure.isdigit() and written.factor == 1 and len(figure) <= 9 else -1
    if len(readings) == 1 and whole >= 0 and written.marked:
        end, cents = and_cents(pieces, written.end)
        if cents:
            return end, Amount((readings[0] + cents,), currency, marked=True)
    marked = written.marked or "." in figure or "," in figure
    nothing = () if readings or figure.strip("0.,") else (Decimal(0),)
    return written.end, Amount(readings, currency, marked=marked, sign=written.sign, whole=whole, below=nothing)
