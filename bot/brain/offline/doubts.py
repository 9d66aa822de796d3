"""Doubts that a number beside a thing is what was paid for it: hours, heads, counts, habits, other people's prices."""

import itertools

from bot.brain.offline import merchants
from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause, is_money
from bot.brain.offline.day_words import MONTHS
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import LEADS
from bot.brain.offline.pieces import AMOUNT, DAY, HOUR, NUMBER, PERIOD
from bot.domain.money import exponent_of
from bot.domain.taxonomy import knows

_HABITS = frozenset(
    "usually normally always typically generally often whenever nowadays average minimum probably expecting "
    "waiting awaiting promised pending "
    "overdue due owed owes owe soon coming expires todo to-do list recipe".split()
)
_HABITUAL_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "these days|back then|last time|every time|each time|keep spending|keep paying|keep buying|kept paying|to "
        "pay|to buy|to spend|"
        "of paying|of buying|of spending|before buying|before paying|without paying|without buying|for paying|for "
        "buying|hate paying|"
        "hate spending|hate buying|believe paying|imagine paying|not paying|not buying|after buying|by paying|by "
        "buying|mind paying"
    ).split("|")
)
_HABITUAL_FIRST = frozenset(first for first, _ in _HABITUAL_PAIRS)
_TAKEN_BACK = frozenset("refunded returned cancelled canceled reversed".split())
_UNDONE_PAIRS = frozenset(
    {("sold", "out"), *(("already", done) for done in "logged booked recorded entered added".split())}
)
_LURES = frozenset("earn win claim get".split())
_FIRST = _LURES | {"the"}
_UNDOING = frozenset("but on out already off invoice".split())
_AT_HOME = frozenset("son daughter kid wife husband partner girlfriend boyfriend".split())
"""What is bought for them is the writer's expense."""

_A_YEAR = 360
_NEVER_BEFORE_A_PRICE = frozenset(
    "worth in of from under over below above than within until till before after past like version".split()
)
_LAST_HOUR = 12
_MOST_HEADS = 12
_MASSES = frozenset("groceries clothes drinks snacks fees taxes supplies chips crisps meds diapers nappies".split())
"""Plurals nobody counts: "12 groceries" is what they cost."""

_LARGEST_BARE = 100_000
_SHORT = 4
_MUCH = 5_000
_GIFTS = frozenset("birthday gift gifts present presents day wedding card flowers".split())


def is_too_large(money: Amount) -> bool:
    """As "btc 65000": much for something PAM does not know, where a unit of money is worth much."""
    return money.whole > _MUCH and _is_worth_much(money)


def _is_worth_much(money: Amount) -> bool:
    return exponent_of(money.currency) == 2 and money.currency not in ("INR", "PKR", "NGN", "PHP", "RUB")


def is_habit(clause: Clause) -> bool:
    """Whether it is told what is usual, awaited or long past, not what was paid just now."""
    words = clause.words
    if not _HABITS.isdisjoint(words):
        return True
    if _has_pair(words) and "had" not in words:
        return True
    if (DAY in words or PERIOD in words) and _is_not_lately(clause):
        return True
    return (words[0] in _FIRST or not _UNDOING.isdisjoint(words)) and _is_undone(words)


def _is_not_lately(clause: Clause) -> bool:
    """As "tomorrow", "next week", "due on the 1st", "in 2019"."""
    span, day = clause.span(), clause.past_day()
    if (day and day > clause.reader.today) or (span and span.past.days > _A_YEAR):
        return True
    times = [piece.raw.lower() for piece in clause.pieces if piece.word in (DAY, PERIOD)]
    return any(told.startswith(("next", "due")) for told in times)


def _has_pair(words: list[str]) -> bool:
    return not _HABITUAL_FIRST.isdisjoint(words) and not _HABITUAL_PAIRS.isdisjoint(itertools.pairwise(words))


def _is_undone(words: list[str]) -> bool:
    """As "charged 20 but refunded", "dinner was on Bob", "win 500": nothing was paid in the end, or yet."""
    pairs = set(itertools.pairwise(words))
    if "but" in words and not _TAKEN_BACK.isdisjoint(words):
        return True
    if ("was", "on") in pairs and {"me", "us"}.isdisjoint(words) and words[-1] != "on":
        return True
    if (("out", "of") in pairs and words[-1] == AMOUNT) or not _UNDONE_PAIRS.isdisjoint(pairs):
        return True
    if words[0] == "the" and words[1:3] in ([AMOUNT, "was"], [AMOUNT, "is"]):
        return True
    if (AMOUNT, "off") in pairs and {"my", "the", "our"}.isdisjoint(words[words.index("off") :]):
        return True
    if "invoice" in words and {"paid", "received"}.isdisjoint(words):
        return True
    return words[0] in _LURES and words[1:2] == [AMOUNT]


def is_of_a_stranger(words: list[str]) -> bool:
    """As "mike's lunch was 20", "uber charges 20", "20 off your next order"."""
    if "your" in words:
        return True
    if "charges" in words[1:] and words[words.index("charges") - 1] in merchants.CATEGORY_OF:
        return True
    owner = words[0].endswith("'s") and words[0] not in merchants.CATEGORY_OF
    return owner and not {"was", "is", "were"}.isdisjoint(words) and _GIFTS.isdisjoint(words)


def is_owned_by_another(words: list[str]) -> bool:
    """As "my cousin's wedding cost 30000", "mom's pension is 900"."""
    owner = next((word for word in words[:2] if word.endswith("'s")), "")
    return (
        owner.removesuffix("'s") in PERSONS - _AT_HOME
        and _GIFTS.isdisjoint(words)
        and {"me", "us", "i"}.isdisjoint(words)
    )


def is_offered(words: list[str]) -> bool:
    """As "bike for sale 80", "selling my bike for 80": nobody has paid for it yet."""
    if "selling" not in words and {("for", "sale"), ("on", "sale")}.isdisjoint(itertools.pairwise(words)):
        return False
    return {"from", "made", "got", "earned", "received", "income", "sold"}.isdisjoint(words)


def is_no_price(clause: Clause, money: list[Amount]) -> bool:
    """Whether the only number told can as well be an hour, a head count, a number of things or a mark."""
    if len(money) != 1 or money[0].marked or money[0].sign:
        return False
    at = next(place for place, piece in enumerate(clause.pieces) if is_money(piece))
    words, whole = clause.words, money[0].whole
    before = words[at - 1] if at else ""
    if words[at + 1 : at + 2] == ["to"] and words[at + 2 : at + 3] in ([HOUR], [NUMBER], [AMOUNT]):
        return True
    if words[at + 1 : at + 2] == ["of"] or words[:2] in (["i", "have"], ["we", "have"]) or _is_doing(clause, at):
        return True
    if before in _NEVER_BEFORE_A_PRICE or (before == "at" and whole <= _LAST_HOUR):
        return True
    if before == "for" and whole <= _MOST_HEADS and not clause.asks:
        return True
    if (before in ("a", "an") and at > 1) or (before == "got" and words[at + 1 : at + 2] in (["in"], ["on"])):
        return True
    if whole >= _LARGEST_BARE and _is_worth_much(money[0]):
        return True
    return whole <= _MOST_HEADS and _is_count(words[at + 1 :])


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
    at = next(place for place, piece in enumerate(clause.pieces) if is_money(piece))
    words = clause.words
    before = words[at - 1] if at else ""
    if before in ("an", "until", "till", "since", "than") or words[max(at - 2, 0) : at] == ["out", "of"]:
        return True
    return before in ("took", "had", "ate", "drank") and money[0].whole <= _MOST_HEADS and len(words) > at + 1


def _is_count(after: list[str]) -> bool:
    """As "2 coffees", "3 tickets to the game": a plural follows at once."""
    for word in after[:2]:
        if word in LEADS or word in MONTHS:
            return False
        if word.endswith("s") and len(word) > 3 and not word.endswith("ss") and word not in _MASSES:
            return knows(word)
    return False
