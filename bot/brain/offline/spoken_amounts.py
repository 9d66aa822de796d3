"""Reads an amount said in words: forty two dollars and ten cents, twenty three fifty, a hundred and twenty."""

from decimal import Decimal

from bot.brain.offline import currencies
from bot.brain.offline.amount import Amount, unreadable
from bot.brain.offline.cents import and_cents
from bot.brain.offline.figures import LARGEST
from bot.brain.offline.number_words import ONES, OPENERS, SCALES, read_below_hundred, read_number_words
from bot.brain.offline.pieces import Pieces
from bot.domain.decision import Reader

Found = tuple[int, Amount]


def read_spoken(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """The amount whose words start at ``at``; a bare "one" is none."""
    word = pieces[at].word
    if word not in OPENERS and not (word in ("a", "an") and pieces[at + 1].word in SCALES):
        return None
    value, end = read_number_words(pieces, at)
    if end == at:
        return None
    after = pieces[end].word
    if after in currencies.CENTS and after not in ("c", "p"):
        return end + 1, Amount((Decimal(value) / 100,) if 0 < value < 1000 else (), reader.currency, marked=True)
    return (
        _with_currency(pieces, value, end, reader)
        or _with_point(pieces, value, end, reader)
        or _side_by_side(pieces, value, end, reader)
        or _bare(pieces, value, end, reader)
    )


def _with_currency(pieces: Pieces, value: int, end: int, reader: Reader) -> Found | None:
    after = pieces[end]
    if after.kind != "word" or currencies.is_plain_word(after.word, after.raw):
        return None
    currency = currencies.currency_of(after.word, after.raw, reader)
    if currency is None:
        return None
    end, cents = and_cents(pieces, end + 1)
    return end, Amount(_positive(value + cents), currency, marked=True, whole=value)


def _with_point(pieces: Pieces, value: int, end: int, reader: Reader) -> Found | None:
    """twelve point fifty, twelve point five."""
    if pieces[end].word != "point":
        return None
    hundredths, after = read_below_hundred(pieces, end + 1)
    if after == end + 1 or pieces[after].word in ONES:
        return end + 1, unreadable(reader.currency)
    hundredths *= 10 if hundredths < 10 else 1
    return after, Amount(_positive(value + Decimal(hundredths) / 100), reader.currency, marked=True)


def _side_by_side(pieces: Pieces, value: int, end: int, reader: Reader) -> Found | None:
    """Of "twenty three fifty" 23.50; "four fifty" is 4.50 for a coffee and 450 for the rent: it is asked."""
    second, after = read_below_hundred(pieces, end)
    if value >= 100 or not 10 <= second < 100 or pieces[after].word in SCALES:
        return None
    as_cents = value + Decimal(second) / 100
    readings = (as_cents,) if value >= 10 else (as_cents, Decimal(value * 100 + second))
    return after, Amount(readings, reader.currency, marked=True)


def _bare(pieces: Pieces, value: int, end: int, reader: Reader) -> Found | None:
    if value == 1:
        return None
    spoken_as_money = value >= 100 or pieces[end - 1].word in SCALES
    return end, Amount(_positive(Decimal(value)), reader.currency, marked=spoken_as_money, whole=value)


def _positive(amount: Decimal) -> tuple[Decimal, ...]:
    return (amount,) if 0 < amount <= LARGEST else ()
