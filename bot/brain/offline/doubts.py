"""Doubts that what is told was paid, and by the writer: habits, offers, news, other people's prices."""

import itertools

from bot.brain.offline import merchants
from bot.brain.offline.amount import Amount
from bot.brain.offline.bare_numbers import LARGEST_BARE, is_worth_much
from bot.brain.offline.clause import Clause
from bot.brain.offline.people import PERSONS
from bot.brain.offline.pieces import AMOUNT, DAY, PERIOD

_HABITS = frozenset(
    "usually normally always typically generally often whenever nowadays average averages averaged minimum probably "
    "expecting waiting awaiting promised pending "
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
        "buying|mind paying|went up|gone up|goes up|charged twice|billed twice"
    ).split("|")
)
_ON_SALE = frozenset({("for", "sale"), ("on", "sale")})
_HABITUAL_FIRST = frozenset(first for first, _ in _HABITUAL_PAIRS)
_TAKEN_BACK = frozenset("refunded returned cancelled canceled reversed".split())
_UNDONE_PAIRS = frozenset(
    {("sold", "out"), *((by, done) for by in ("already", "i") for done in "logged recorded entered added".split())}
)
_LURES = frozenset("earn win claim get".split())
_FIRST = _LURES | {"the"}
_UNDOING = frozenset("but out already off invoice".split())
_AT_HOME = frozenset("son daughter kid wife husband partner girlfriend boyfriend".split())
"""What is bought for them is the writer's expense."""

_RELATED = PERSONS - _AT_HOME
_SPEAKER = frozenset({"me", "us", "i"})
_A_YEAR = 360
_MUCH = 5_000
_A_FORTUNE = 1_000_000
_IN_SHORT = ("m", "mn", "mio", "bn")
_NEAR_BY = frozenset({("next", "door"), ("the", "street"), ("our", "street"), ("my", "street"), ("the", "road")})
_OWN = frozenset("i we my our me us mine".split())
_STATED = frozenset("cost costs was is".split())
_GIFTS = frozenset("birthday gift gifts present presents day wedding card flowers".split())


def is_too_large(money: Amount) -> bool:
    """As "btc 65000": much for something PAM does not know, where a unit of money is worth much."""
    return money.whole > _MUCH and is_worth_much(money)


def is_habit(clause: Clause) -> bool:
    """Whether it is told what is usual, awaited or long past, not what was paid just now."""
    words = clause.words
    if not _HABITS.isdisjoint(words):
        return True
    if _has_pair(words) and "had" not in words:
        return True
    if (DAY in words or PERIOD in words) and _is_not_lately(clause):
        return True
    undoing = words[0] in _FIRST or not _UNDOING.isdisjoint(words) or ("on" in words and "was" in words)
    return undoing and _is_undone(words)


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
    owner = words[0] if words[0][-2:] == "'s" else words[1] if len(words) > 1 else ""
    if owner[-2:] != "'s" or owner[:-2] not in _RELATED or not _SPEAKER.isdisjoint(words):
        return False
    return _GIFTS.isdisjoint(words) or any(("wedding", verb) in itertools.pairwise(words) for verb in _STATED)


def is_a_fortune(clause: Clause, money: list[Amount]) -> bool:
    """As "$5 million lottery winner": news, unless a verb of spending says otherwise."""
    for amount in money:
        if amount.readings and amount.amount >= _A_FORTUNE and is_worth_much(amount):
            told = next(piece.raw.lower() for piece in clause.pieces if piece.value is amount)
            return "illion" in told or told.endswith(_IN_SHORT)
    return False


def is_sold_by_another(words: list[str], money: list[Amount]) -> bool:
    """As "house sold for $900k next door", "the painting sold for 300k"; "my bike sold for 80" is the writer's."""
    if "sold" not in words or ("sold", "for") not in itertools.pairwise(words):
        return False
    if not _NEAR_BY.isdisjoint(itertools.pairwise(words)):
        return True
    return _OWN.isdisjoint(words) and any(amount.readings and amount.amount >= LARGEST_BARE for amount in money)


def is_offered(words: list[str]) -> bool:
    """As "bike for sale 80", "selling my bike for 80": nobody has paid for it yet."""
    if "selling" not in words and ("sale" not in words or _ON_SALE.isdisjoint(itertools.pairwise(words))):
        return False
    return {"from", "made", "got", "earned", "received", "income", "sold"}.isdisjoint(words)
