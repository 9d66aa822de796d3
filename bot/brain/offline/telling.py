"""Decides whether a clause tells of money spent or received, or of something else that has a number in it."""

import itertools

from bot.brain.offline.amount import Amount
from bot.brain.offline.bare_numbers import is_no_price, tells_no_sum
from bot.brain.offline.clause import Clause
from bot.brain.offline.doubts import (
    is_habit,
    is_offered,
    is_owned_by_another,
    is_sold_by_another,
)
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.notes import PRICED, is_note
from bot.brain.offline.people import PERSONS
from bot.brain.offline.persons import done_by_others
from bot.brain.offline.phrases import LEADS
from bot.brain.offline.pieces import AMOUNT, NUMBER
from bot.brain.offline.receiving import is_income, place_of_receiving
from bot.brain.offline.strangers import NOT_BOOKED, OTHER_ORDERS
from bot.domain.taxonomy import knows

_PRICED_PAIRS = frozenset({("ran", "me"), ("ran", "us"), ("set", "me"), ("set", "us")})
_OTHERS = frozenset({"they", "he", "she"})
_SUMS_TOLD = frozenset("spent paid spend pay spending cost costed expense charged debited blew".split())
"""After these a number is a sum, whatever follows it."""

_COUNTING = frozenset("found had got ate drank won made took throw lost saw bought sold".split()) | SPENT - _SUMS_TOLD

_MANY_SENSES = frozenset("had took lost lent got dropped blew".split())
_EATING = frozenset("had ate drank got".split())
_MOST_THINGS = 12
_MOST_UNKNOWN = 100


def skill_told(clause: Clause, inherited: str) -> str | None:
    """record_expense, record_income or None. ``inherited``: the skill of the clause before, for "and 15 on parking"."""
    pieces, words = clause.pieces, clause.words
    if clause.asks or not NOT_BOOKED.isdisjoint(words) or is_habit(clause) or _is_of_others(words):
        return None
    money = clause.amounts()
    if _counts_things(clause, money) or _is_paid_by_others(words):
        return None
    if is_offered(words) or is_sold_by_another(words, money):
        return None
    if money and (any(amount.sign == "+" for amount in money) or is_income(words)):
        return None if done_by_others(pieces, place_of_receiving(words), receiving=True) else "record_income"
    if money and not _PRICED_PAIRS.isdisjoint(itertools.pairwise(words)):
        return "record_expense"
    if "returned" in words:
        return None
    if "lost" in words and any(amount.currency != clause.reader.currency for amount in money):
        return None
    verb = -1 if SPENT.isdisjoint(words) else next(at for at, word in enumerate(words) if word in SPENT)
    if verb >= 0 and words[verb] in _MANY_SENSES and done_by_others(pieces, verb, tools=RECORD):
        return None
    if verb >= 0 and not _is_noun(words, verb):
        return "record_expense" if _is_spent(clause, money, verb) else None
    if not money:
        return None
    return (inherited or "record_expense") if is_note(clause, money, inherited) else None


def _is_spent(clause: Clause, money: list[Amount], verb: int) -> bool:
    """Whether the verb tells of the writer's own money, and the number beside it of a sum."""
    pieces, words = clause.pieces, clause.words
    if verb > 1 and words[0] in OTHER_ORDERS:
        return False
    if words[verb] not in PRICED and done_by_others(pieces, verb, tools=RECORD):
        return False
    if words[verb] in _EATING and words[verb + 1 : verb + 2] != ["to"] and is_no_price(clause, money):
        return False
    return not tells_no_sum(clause, money) and (bool(money) or _is_bare_spending(words, verb))


def _counts_things(clause: Clause, money: list[Amount]) -> bool:
    """As "had 2 coffees", "won 3 games": a small number before a plural, and no sum beside it."""
    words = clause.words
    if len(money) != 1 or money[0].marked or money[0].whole <= 0 or _COUNTING.isdisjoint(words):
        return False
    after = words[words.index(AMOUNT) + 1 :][:2] if AMOUNT in words else []
    plural = next((word for word in after if word.endswith("s") and len(word) > 3), "")
    few = money[0].whole <= _MOST_THINGS or (not knows(plural) and money[0].whole <= _MOST_UNKNOWN)
    return bool(plural) and after[0] not in LEADS and few


def _is_of_others(words: list[str]) -> bool:
    """As "they cut my bonus to 500": what they did, unless it was done for the writer."""
    if ("made" in words and words[0] == "the") or is_owned_by_another(words):
        return "i" not in words
    return words[0] in _OTHERS and {"me", "us"}.isdisjoint(words)


def _is_paid_by_others(words: list[str]) -> bool:
    """As "the bill was paid by my dad"."""
    if "by" not in words:
        return False
    by = words.index("by")
    return words[by - 1 : by] == ["paid"] and not PERSONS.isdisjoint(words[by + 1 : by + 3])


def _is_noun(words: list[str], verb: int) -> bool:
    """As "pay" and "buy" in the present tense, or "had" without "I": no telling of what was spent."""
    word, before = words[verb], words[verb - 1] if verb else ""
    if word in ("pay", "buy", "spend"):
        return True
    if word == "got" and words[verb + 1 : verb + 2] and words[verb + 1].endswith("ed"):
        return True
    return word in _MANY_SENSES and verb > 0 and before not in ("i", "we", "just", "and")


def _is_bare_spending(words: list[str], verb: int) -> bool:
    """As "spent on groceries": a booking whose amount must be asked for."""
    if words[verb] not in ("spent", "bought", "paid") or verb > 1 or NUMBER in words:
        return False
    rest = [word for word in words[verb + 1 :] if word not in ("some", "a", "an", "the", "my")]
    return bool(rest) and (rest[0] in ("on", "for") or knows(rest[0]) or (knows(" ".join(rest)) and "in" not in rest))
