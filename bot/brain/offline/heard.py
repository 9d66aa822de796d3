"""What a text says in so many words: its amounts, its days, its words; whoever reads it must find the same there."""

from datetime import date
from decimal import Decimal

import msgspec

from bot.brain.offline import clauses, guards
from bot.brain.offline.amount import Amount
from bot.brain.offline.manners import manners_of
from bot.brain.offline.marking import marked
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.tidy import UNREADABLE, tidy
from bot.brain.offline.tokens import tokenise
from bot.brain.offline.tongues import languages_of
from bot.brain.offline.when import Day, Span
from bot.brain.offline.wording import spelled
from bot.domain.decision import Reader
from bot.domain.period import Period
from bot.domain.taxonomy import fold

_LONGEST = 400
_BEFORE = frozenset("so well hey ok okay and but hm hmm now then um uh , : -".split())


class Heard(msgspec.Struct, frozen=True):
    """``figures`` are the amounts and counts that can be read one way only.

    ``is_plain``: nothing is denied, imagined, asked, quoted or said to a machine.
    """

    words: frozenset[str]
    figures: frozenset[Decimal]
    days: frozenset[date]
    periods: frozenset[Period]
    is_plain: bool = True


def heard_in(text: str, reader: Reader) -> Heard:
    tidied = tidy(text)
    tokens = tokenise(tidied) if UNREADABLE not in tidied else []
    words = frozenset(fold(token.raw) for token in tokens) | frozenset(fold(text).split())
    is_plain = not ("?" in tidied or guards.is_trick(tidied, words) or guards.is_quoted(tidied, words))
    figures: set[Decimal] = set()
    days: set[date] = set()
    periods: set[Period] = set()
    for language in languages_of(tokens, manners_of(reader.locale).language) if 0 < len(tokens) <= _LONGEST else ():
        pieces = spelled(tokens, language)
        is_plain = is_plain and not (guards.is_negated(pieces) or guards.is_imagined(pieces) or _asks(pieces))
        for piece in marked(pieces, reader, frozenset(piece.word for piece in pieces)):
            value = piece.value
            if isinstance(value, Amount) and len(value.readings) == 1:
                figures.add(value.amount)
            elif isinstance(value, int | Decimal):
                figures.add(Decimal(value))
            elif isinstance(value, Day):
                days |= {value.past, value.future}
            elif isinstance(value, Span):
                periods |= {value.past, value.future}
            elif piece.kind == "number" and piece.word.isdecimal():
                figures.add(Decimal(piece.word))
    return Heard(words, frozenset(figures), frozenset(days), frozenset(periods), is_plain)


def _asks(pieces: Pieces) -> bool:
    """As in "so did i spend 300 on rent or what": what comes before the question says nothing."""
    first = next((at for at, piece in enumerate(pieces) if piece.word not in _BEFORE), 0)
    return clauses.asks(pieces[first:], marked=False, polite=False)
