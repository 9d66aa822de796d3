"""Tells money that comes in from money that goes out, and where it came from."""

import itertools

from bot.brain.offline.people import PERSONS, RELATIVES
from bot.brain.offline.pieces import AMOUNT
from bot.domain.taxonomy import place_of

_WORDS_OF_INCOME = frozenset(
    "unemployment scholarship inheritance "
    "flogged hocked cashed rebate received earned earn received salary paycheck paycheque "
    "wages wage payday income refund refunded bonus payslip "
    "payroll stipend dividend credited deposited "
    "reimbursed cashback winnings tips sold selling pension freelance reimbursement dividends deposit sale".split()
)
_OPEN_INCOME = frozenset("commission payday income salary paycheck wages bonus won earnings".split())
_GIVERS = frozenset(
    "gave sent paid gifted handed venmoed zelled transferred lent returned reimbursed repaid slipped".split()
)
_MEANS = frozenset("venmo zelle paypal transfer payment deposit cash cheque check".split())
_SOURCES = frozenset(
    "salary wages paycheck bonus refund tips freelance dividend interest gift pension stipend commission".split()
)
_PAIRS_OF_INCOME = frozenset(
    {("got", "paid"), ("get", "paid"), ("getting", "paid"), ("been", "paid"), ("money", "from"), ("cash", "back")}
)
_WAGES_PAID = frozenset(
    (worker, pay)
    for worker in ("maid driver cook nanny gardener cleaner staff helper watchman".split())
    for pay in ("salary", "wages")
)
"""Wages a person pays."""

_GOING_OUT = frozenset("spent bought owe spend".split())
_PAYERS = frozenset("client customer tenant lodger employer gig".split())
_FEASTS = frozenset("birthday christmas xmas diwali eid wedding graduation".split())
_ARRIVED = frozenset("came landed arrived hit got in credited".split())
_REGULAR = frozenset(
    {("get", "paid"), ("got", "paid"), ("i", "earn"), ("i", "make"), ("i", "receive"), ("getting", "paid")}
)
_REGULAR_WORDS = frozenset("salary paycheck wages pension stipend".split())
_DOERS = ("got", "received", "earned", "made", "won", "sold", "receive", "earn")
RECEIVED = (
    _WORDS_OF_INCOME
    | _OPEN_INCOME
    | _GIVERS
    | {"paid", "money", "found", "bought", "return", "cash", "from", "made", "got"}
)
"""Without one of these nothing was received."""


def is_income(words: list[str]) -> bool:
    """Whether an amount in these words came to the person."""
    if RECEIVED.isdisjoint(words):
        return False
    pairs = set(itertools.pairwise(words))
    if any(pair in _WAGES_PAID for pair in pairs):
        return False
    if words[:2] == ["payday", "is"]:
        return False
    if words[0] in _OPEN_INCOME or pairs & _PAIRS_OF_INCOME:
        return True
    if ("paid", "into") in pairs and "i" not in words:
        return True
    if any(giver in _GIVERS and taker in ("me", "us") for giver, taker in pairs):
        return True
    if not _GOING_OUT.isdisjoint(words):
        # "brought" is what people mean by most "bought", so "brought in 340" comes here as "bought in".
        return any(("bought", way) in pairs and (way, AMOUNT) in pairs for way in ("in", "home"))
    if "paid" in words:
        return (
            "salary" in words
            or ("i" not in words and not _PAYERS.isdisjoint(words))
            or ("was" in words and "i" in words)
        )
    return _came_in(words, pairs)


def _came_in(words: list[str], pairs: set[tuple[str, str]]) -> bool:
    """Whether the words of receiving say so, when nobody is said to have paid or spent."""
    if ("got", AMOUNT) in pairs and not _FEASTS.isdisjoint(words):
        return True
    if ("tax", "return") in pairs and not _ARRIVED.isdisjoint(words):
        return True
    if (words[0] == "found" and AMOUNT in words[1:3]) or any(
        means in _MEANS and lead == "from" for means, lead in pairs
    ):
        return True
    if any(lead == "from" and giver in PERSONS | RELATIVES for lead, giver in pairs):
        return "gave" not in words
    if not _WORDS_OF_INCOME.isdisjoint(words):
        return True
    if "made" in words and (not {"selling", "from"}.isdisjoint(words) or AMOUNT in words[words.index("made") :][1:3]):
        return True
    return "got" in words and ("from" in words or "back" in words)


def is_regular_income(words: list[str]) -> bool:
    """As "I get paid 3000 every month", "salary 3000 monthly"."""
    return any(pair in _REGULAR for pair in itertools.pairwise(words)) or not _REGULAR_WORDS.isdisjoint(words)


def place_of_receiving(words: list[str]) -> int:
    """Where the verb of receiving stands, -1 when there is none."""
    return next((at for at, word in enumerate(words) if word in _DOERS), -1)


def source_of(words: list[str], category: str) -> str:
    """What kind of income it is, when the words say so."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "tax" and following == "refund":
            return "tax refund"
        if word in _SOURCES:
            return word
    if category and place_of(category).group == "income":
        return category
    if "payday" in words or any(pair in _PAIRS_OF_INCOME for pair in itertools.pairwise(words)):
        return "salary"
    return "gift" if "gave" in words or "gifted" in words else ""
