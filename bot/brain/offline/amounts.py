"""Finds an amount at a place in the text: figures, words, slang, with the currency before or after."""

import re
from decimal import Decimal

import msgspec

from bot.brain.offline import currencies, figures
from bot.brain.offline.manners import manners_of
from bot.brain.offline.number_words import OPENERS, SCALES, read_below_hundred, read_number_words
from bot.brain.offline.pieces import Piece, Pieces
from bot.domain.decision import Reader

# Time, weight, distance and the like: a number before one of these is no money.
MEASURES = frozenset(
    "oz kg g gm gms mg lb lbs ml l litre litres liter liters km kms mile miles m cm mm ft inch inches min mins minute "
    "minutes hour hours hr hrs h sec seconds day days week weeks month months year years yr yrs night nights percent % "
    "people persons guests friends kids children dogs cats times calories kcal cal steps degrees gb mb tb kwh mph kmh "
    "yo old pages points stars reps sets followers emails messages episodes".split()
)
_VAGUE = frozenset("half quarter few several couple double triple".split())
_SUMS = frozenset("+*=^~<>|×÷".split())
_NOTES = {"tenner": 10, "fiver": 5, "grand": 1000, "twenner": 20, "pony": 25, "monkey": 500}
_SUFFIXES = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "lakh": 100_000, "lakhs": 100_000,
             "lac": 100_000, "lacs": 100_000, "cr": 10_000_000, "crore": 10_000_000, "mil": 1000}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<sign>[-+])?(?P<before>(?:[a-z]{1,2}\$|[^\w\s.,:/'+-]))? ?(?P<minus>-)?"
    r"(?P<figure>[.,]?\d[\d.,:/'-]*?)(?:[.,]-{1,2})?(?P<suffix>[^\W\d_]+)?(?: ?(?P<after>[^\w\s.,:/'-]))?"
)


class Amount(msgspec.Struct, gc=False):
    """``readings``: one when it is clear, more when it must be asked, none when it is a figure nobody can read.

    ``marked``: a currency or decimals were written, so it can be nothing but money. ``sign`` is "+" when written.
    """

    readings: tuple[Decimal, ...]
    currency: str
    marked: bool
    sign: str = ""
    whole: int = -1

    @property
    def amount(self) -> Decimal:
        return self.readings[0]


def read_amount(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Amount] | None:
    """The amount that starts at ``at`` and where it ends; "half a million" and "two and a half" are none PAM can read."""
    found = _read(pieces, at, reader)
    if found is None:
        return None
    before = pieces[at - 1].word if at else ""
    after = [piece.word for piece in pieces[found[0] : found[0] + 3]]
    follows = pieces[found[0]]
    glued = follows.kind == "mark" and not follows.gap and follows.word in _SUMS
    if (
        before in _VAGUE
        or (before in ("a", "couple") and at > 1 and pieces[at - 2].word in _VAGUE)
        or after == ["and", "a", "half"]
        or glued
    ):
        return found[0], _unreadable(found[1].currency)
    return found


def _read(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Amount] | None:
    piece = pieces[at]
    if piece.kind == "number":
        return _from_figure(pieces, at, reader)
    if piece.kind in ("word", "unit"):
        word = piece.word
        following = pieces[at + 1]
        if following.kind == "number" and (word in currencies.PREFIXES or piece.kind == "unit" or piece.raw.isupper()):
            currency = currencies.currency_of(word, piece.raw, reader)
            if currency:
                return _from_figure(pieces, at + 1, reader, currency)
        if word in _NOTES and (word != "pony" or pieces[at - 1].word == "a"):
            return at + 1, Amount((Decimal(_NOTES[word]),), reader.currency, marked=True)
        if word in ("a", "an", "one", "two", "three", "couple") and following.word.removesuffix("s") in _NOTES:
            many = {"two": 2, "three": 3, "couple": 2}.get(word, 1)
            return at + 2, Amount(
                (Decimal(many * _NOTES[following.word.removesuffix("s")]),), reader.currency, marked=True
            )
        if word in OPENERS or (word in ("a", "an") and following.word in SCALES):
            return _from_words(pieces, at, reader)
    return None


def _from_figure(pieces: Pieces, at: int, reader: Reader, currency: str | None = None) -> tuple[int, Amount] | None:
    found = _FIGURE.fullmatch(pieces[at].word)
    end = at + 1
    if not found:
        return end, _unreadable(currency or reader.currency)
    marked = currency is not None
    symbol = found["before"] or found["after"]
    if symbol:
        currency = currencies.currency_of(symbol, symbol, reader)
        marked = True
    figure, factor, cents = found["figure"], 1, symbol == "¢"
    suffix = found["suffix"]
    if suffix:
        if suffix == "x" and figure.isdigit() and not marked:
            return end, Amount((Decimal(figure),), reader.currency, marked=False, sign="x", whole=int(figure[:9]))
        if suffix in MEASURES and suffix != "m":
            return None
        if suffix in _SUFFIXES:
            factor, marked = _SUFFIXES[suffix], marked or suffix != "m"
        elif suffix in currencies.CENTS:
            cents, marked = True, True
        else:
            currency = currencies.currency_of(suffix, suffix, reader)
            if currency is None:
                return end, _unreadable(reader.currency)
            marked = True
    figure, end = _spaced(pieces, figure, end, reader, marked=marked)
    if pieces[end].word in SCALES and pieces[end].word != "hundred":
        factor, end, marked = factor * SCALES[pieces[end].word], end + 1, True
    elif pieces[end].word == "k" and not pieces[end].gap:
        factor, end = 1000, end + 1
    if currency is None:
        after = pieces[end]
        if after.kind in ("word", "mark") and after.word:
            if after.word in currencies.CENTS and (after.word not in ("c", "p") or not after.gap):
                cents, end, marked = True, end + 1, True
            elif not (
                after.word in ("real", "won", "sterling", "rand", "re", "all", "top", "try") and not after.raw.isupper()
            ):
                currency = currencies.currency_of(after.word, after.raw, reader)
                if currency:
                    end, marked = end + 1, True
    return _assembled(
        pieces,
        end,
        (figure, factor, cents),
        (currency or reader.currency, marked),
        found["sign"] or found["minus"] or "",
        reader,
    )


def _assembled(
    pieces: Pieces, end: int, figure: tuple[str, int, bool], money: tuple[str, bool], sign: str, reader: Reader
) -> tuple[int, Amount]:
    written, factor, cents = figure
    currency, marked = money
    if sign == "-":
        return end, _unreadable(currency)
    if cents:
        readings = (Decimal(written) / 100,) if written.isdigit() and 0 < int(written) < 1000 else ()
        return end, Amount(readings, currency, marked=True, sign=sign)
    readings = figures.readings_of(written, factor, currency, manners_of(reader.locale))
    whole = int(written) if written.isdigit() and factor == 1 and len(written) <= 9 else -1
    amount = Amount(readings, currency, marked=marked or "." in written or "," in written, sign=sign, whole=whole)
    if len(readings) == 1 and whole >= 0 and marked:
        cents_end, extra = _and_cents(pieces, end)
        if extra:
            amount.readings = (readings[0] + extra,)
            return cents_end, amount
    return end, amount


def _spaced(pieces: Pieces, figure: str, end: int, reader: Reader, *, marked: bool) -> tuple[str, int]:
    """1 234,50: groups parted by spaces are one figure where the locale groups so, or where the tail shows it."""
    if not figure.isdigit() or len(figure) > 3:
        return figure, end
    joined, at = figure, end
    while pieces[at].kind == "number" and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", pieces[at].word):
        joined, at = f"{joined} {pieces[at].word}", at + 1
        if not pieces[at - 1].word.isdigit():
            break
    if at == end:
        return figure, end
    spaced_locale = manners_of(reader.locale).group in (" ", "\u00a0", "\u202f")
    if spaced_locale or marked or not pieces[at - 1].word.isdigit() or pieces[at].word in currencies.WORDS:
        return joined, at
    return figure, end


def _from_words(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Amount] | None:
    value, end = read_number_words(pieces, at)
    if end == at:
        return None
    spoken = pieces[end - 1].word in SCALES or value >= 100
    after = pieces[end]
    if after.word in currencies.CENTS and after.word not in ("c", "p"):
        return end + 1, Amount((Decimal(value) / 100,) if 0 < value < 1000 else (), reader.currency, marked=True)
    currency = None
    if after.kind == "word" and after.word not in ("real", "won", "re", "all", "top", "try", "ft", "rand"):
        currency = currencies.currency_of(after.word, after.raw, reader)
    if currency:
        cents_end, extra = _and_cents(pieces, end + 1)
        return (cents_end if extra else end + 1), Amount(_positive(value + extra), currency, marked=True, whole=value)
    if after.word == "point":
        digits, cents_end = read_below_hundred(pieces, end + 1)
        if cents_end > end + 1 and digits > 9:
            return cents_end, Amount(_positive(value + Decimal(digits) / 100), reader.currency, marked=True)
    second, second_end = read_below_hundred(pieces, end)
    if second_end > end and value < 100 and 10 <= second < 100 and pieces[second_end].word not in SCALES:
        return second_end, _side_by_side(value, second, reader)
    if value == 1:
        return None
    return end, Amount(_positive(Decimal(value)), reader.currency, marked=spoken, whole=value)


def _side_by_side(first: int, second: int, reader: Reader) -> Amount:
    """ "twenty three fifty" is 23.50; "four fifty" is 4.50 for a coffee and 450 for the rent: it is asked."""
    as_cents = first + Decimal(second) / 100
    if first >= 10:
        return Amount((as_cents,), reader.currency, marked=True)
    return Amount((as_cents, Decimal(first * 100 + second)), reader.currency, marked=True)


def _and_cents(pieces: Pieces, at: int) -> tuple[int, Decimal]:
    """The "and ten cents" after dollars."""
    first = at + 1 if pieces[at].word == "and" else at
    piece = pieces[first]
    if piece.kind == "number" and piece.word.isdigit() and len(piece.word) <= 2:
        cents, end = int(piece.word), first + 1
    else:
        cents, end = read_below_hundred(pieces, first)
    if end > first and pieces[end].word in currencies.CENTS and cents < 100:
        return end + 1, Decimal(cents) / 100
    return at, Decimal(0)


def _positive(amount: Decimal | int) -> tuple[Decimal, ...]:
    amount = Decimal(amount)
    return (amount,) if 0 < amount <= figures.LARGEST else ()


def _unreadable(currency: str) -> Amount:
    return Amount((), currency, marked=True)


def is_measured(piece: Piece) -> bool:
    """Whether a number before this piece counts something other than money."""
    return piece.word in MEASURES
