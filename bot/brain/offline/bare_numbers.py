"""Doubts of a bare number: it can be an hour, a head count, a number of things, or the name of a lesson or a train."""

import itertools

from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause, is_money
from bot.brain.offline.day_words import MONTHS
from bot.brain.offline.phrases import LEADS
from bot.brain.offline.pieces import AMOUNT, HOUR, NUMBER, UNCLEAR
from bot.domain.money import exponent_of
from bot.domain.taxonomy import knows

_NEVER_BEFORE_A_PRICE = frozenset(
    "every worth in of from under over below above than within until till before after past like version".split()
)
_NEVER_AFTER_A_PRICE = frozenset("of away ish bed".split())
_LAST_HOUR = 12
_MOST_HEADS = 12
_MASSES = frozenset("groceries clothes drinks snacks fees taxes supplies chips crisps meds diapers nappies".split())
"""Plurals nobody counts: "12 groceries" is what they cost."""

LARGEST_BARE = 100_000
_SHORT = 4
_NUMBERED_FIRST = frozenset("lesson course class lecture exam quiz session module tutorial workshop seminar".split())
"""A small number after one of these is its own when nothing says what kind it is: "yoga class 12" has a price."""

_LEVELS = frozenset({101, 102, 103, 201, 202, 301, 302, 401})
_LINES = frozenset("train tram bus coach ferry metro subway flight".split())
_STOPS = frozenset("platform track gate stop bay terminal".split())


def is_worth_much(money: Amount) -> bool:
    """Whether a unit of this money buys something."""
    return exponent_of(money.currency) == 2 and money.currency not in ("INR", "PKR", "NGN", "PHP", "RUB")


def is_no_price(clause: Clause, money: list[Amount]) -> bool:
    """Whether the only number told can as well be an hour, a head count, a number of things or a mark."""
    if len(money) != 1:
        return 0 < len(money) == counted_things(clause)
    if money[0].marked or money[0].sign:
        return False
    words, whole = clause.words, money[0].whole
    at = _place_of_money(clause)
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if after == "to" and words[at + 2 : at + 3] in ([HOUR], [NUMBER], [AMOUNT]):
        return True
    if after in _NEVER_AFTER_A_PRICE or words[:2] in (["i", "have"], ["we", "have"]) or _is_doing(clause, at):
        return True
    if before in _NEVER_BEFORE_A_PRICE or (before == "at" and whole <= _LAST_HOUR):
        return True
    if before == "for" and whole <= _MOST_HEADS and not clause.asks:
        return True
    if _is_its_number(words, at, whole):
        return True
    if (before in ("a", "an") and at > 1) or (before == "got" and after in ("in", "on")):
        return True
    if whole >= LARGEST_BARE and is_worth_much(money[0]):
        return True
    return whole <= _MOST_HEADS and _is_count(words[at + 1 :])


def _is_its_number(words: list[str], at: int, whole: int) -> bool:
    """As "lesson 5", "course 101", "train 9 from platform 3"."""
    before = words[at - 1] if at else ""
    if before in _LINES:
        return any(lead in LEADS and stop in _STOPS for lead, stop in itertools.pairwise(words[at + 1 :]))
    return at == 1 and before in _NUMBERED_FIRST and (whole <= _MOST_HEADS or whole in _LEVELS)


def _place_of_money(clause: Clause) -> int:
    """Where the first sum stands."""
    return clause.words.index(AMOUNT) if AMOUNT in clause.words else clause.words.index(UNCLEAR)


def _is_doing(clause: Clause, at: int) -> bool:
    """As "bench pressed 80": a past tense PAM does not know stands before the number."""
    piece = clause.pieces[at - 1] if at else None
    if piece is None or piece.kind != "word" or len(piece.word) <= _SHORT:
        return False
    return piece.word.endswith("ed") and not knows(piece.word)


def tells_no_sum(clause: Clause, money: list[Amount]) -> bool:
    """As "gave the movie an 8", "bought time until 5", "took 2 aspirin": no price for all the verb says."""
    if len(money) != 1 or money[0].marked:
        return False
    at, words = _place_of_money(clause), clause.words
    before = words[at - 1] if at else ""
    if before in ("an", "until", "till", "since", "than") or words[max(at - 2, 0) : at] == ["out", "of"]:
        return True
    return before in ("took", "had", "ate", "drank") and money[0].whole <= _MOST_HEADS and len(words) > at + 1


def counted_things(clause: Clause) -> int:
    """How many of the numbers say how many things there were: both in "2 coffees and 3 muffins"."""
    return sum(is_counted(clause, at) for at, piece in enumerate(clause.pieces) if is_money(piece))


def is_counted(clause: Clause, at: int) -> bool:
    """Whether the number at ``at`` says how many there were of what follows."""
    amount = clause.pieces[at].value
    few = isinstance(amount, Amount) and not amount.marked and 0 < amount.whole <= _MOST_HEADS
    return few and _is_count(clause.words[at + 1 :])


def _is_count(after: list[str]) -> bool:
    """As "2 coffees", "3 tickets to the game": a plural follows at once."""
    for word in after[:2]:
        if word in LEADS or word in MONTHS:
            return False
        if word.endswith("s") and len(word) > 3 and not word.endswith("ss") and word not in _MASSES:
            return knows(word)
    return False
