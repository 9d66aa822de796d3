"""Tells a note of money ("coffee 4.50") from another text that has a number in it, where no verb says so."""

import itertools

from bot.brain.offline import categories
from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.amount import Amount
from bot.brain.offline.bare_numbers import is_no_price
from bot.brain.offline.clause import Clause, is_money
from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.doubts import is_a_fortune, is_of_a_stranger, is_too_large
from bot.brain.offline.happenings import HAPPENINGS
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import LEADS, phrases
from bot.brain.offline.pieces import AMOUNT, EMOJI, Piece, Pieces
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.strangers import OTHER_ORDERS
from bot.domain.taxonomy import knows

_OPEN_NOTES = RECORD - {
    "parked",
    "charges",
    "charged",
    "billed",
    "renews",
    "renewed",
    "debited",
    "set",
    "back",
    "came",
    "comes",
    "down",
    "under",
    "worth",
    "cost",
}
_PAYING = frozenset({"pay", "buy", "spend"})
_OPENING = _OPEN_NOTES | {"parked", "filled", "charged", "billed", "renewed", "debited"}
PRICED = frozenset("was were came cost costed totalled totaled totaling".split())
_OF_CURRENCIES = (
    CURRENCY_WORDS | {word + "s" for word in CURRENCY_WORDS} | LEADS | set("usd eur gbp inr cad aud jpy chf".split())
)
_BEFORE_NOUNS = frozenset("at from for with the a an my our".split())
_GROUPS = frozenset({"team", "company"})
"""As in "team lunch 95": a kind of lunch."""

_GOSSIP = frozenset("here costs price prices gallon rate inflation apr apy".split())
_UNITS = frozenset("litre liter litres liters kilo kg pound lb ounce oz mile km hour barrel head".split())
"""As in "petrol 1.85 a litre": what one of them costs."""

_COMPARED = frozenset("under below above over from than worth like".split())
_ELSE = frozenset(
    "ended owe owes owed convert costs is are ran run runs alarm has meet room gate version level season number "
    "floor degrees born age aged old "
    "score won win lost calories kcal weigh weighs tall high deep long mile miles km walk walked drove times plus "
    "minus divided percent channel windows "
    "android error line row column step option question answer sing tell live lives lived dial email zip postcode "
    "pin password "
    "be will can could should would must does how what when where who why which joke weather translate know think "
    "love want need their they people he she my's "
    "than beat scored goals wants says said year years hour hours minute minutes week weeks month months pm am "
    "o'clock january february april june july "
    "august let make makes take takes go goes going gets see sees saw feel felt since until turned turning "
    "budget budgets happy count approve made limit ceiling".split()
)
_ALSO_NOUNS = frozenset(
    "table flight bus phone iphone kids book play song drive read day days text call watch page seat chapter episode "
    "temperature march have "
    "meeting meet get come like there did do took took was were set".split()
)
"""Words that are nouns of a booking as well: they count against it only when nothing else speaks for it."""

_ELSEWHERE = _ELSE | _ALSO_NOUNS
_MOST_WORDS = {(True, True): 12, (True, False): 9, (False, True): 6, (False, False): 3}


def is_note(clause: Clause, money: list[Amount], inherited: str) -> bool:
    """As "coffee 4.50", "log $12 for parking": words and an amount, and nothing that speaks of something else."""
    words = clause.words
    content = [piece for piece in clause.pieces if piece.kind == "word"]
    if not content:
        return bool(inherited) or EMOJI in words
    opened = words[0] in _OPEN_NOTES or words[1:2] == ["expense"]
    if _names_no_thing([piece.word for piece in content]) or _is_order(words, opened=opened):
        return False
    if not _GOSSIP.isdisjoint(words) or _is_of_one(clause) or _is_compared(clause) or is_of_a_stranger(words):
        return False
    if _tells_of_happenings(words) or _is_paying_of_others(words):
        return False
    if is_a_fortune(clause, money):
        return False
    if words[0] not in _OPENING and CLASSES["@spend"].isdisjoint(words) and is_no_price(clause, money):
        return False
    return _is_about_money(clause, content, money, opened=opened)


def _names_no_thing(content: list[str]) -> bool:
    """As "checking 1200" and "60 usd to eur": nothing is named that could have been bought."""
    return (ACCOUNT_NAMES.issuperset(content) and content[0] != "savings") or _OF_CURRENCIES.issuperset(content)


def _is_of_one(clause: Clause) -> bool:
    """As "petrol 1.85 a litre", "babysitter 15 an hour": what one costs, not what was paid."""
    if _UNITS.isdisjoint(clause.words):
        return False
    return any(
        each.raw.lower() in ("a", "an", "per") and unit.word in _UNITS
        for each, unit in itertools.pairwise(clause.pieces)
    )


def _is_order(words: list[str], *, opened: bool) -> bool:
    """Whether something else is asked for or told than a note."""
    return (
        _is_reserving(words)
        or (words[0] == "write" and "down" not in words)
        or ("went" in words and not {"up", "down", "back"}.isdisjoint(words))
        or (not opened and ("instead" in words or words[0] in OTHER_ORDERS))
        or ("but" in words and "only" in words)
    )


def _is_about_money(clause: Clause, content: Pieces, money: list[Amount], *, opened: bool) -> bool:
    """Whether what is known of the words outweighs what they could be about besides."""
    words = clause.words
    known = _is_known(content, clause)
    marked = any(amount.marked for amount in money)
    doubtful = len(money) > 1 or is_too_large(money[0])
    if doubtful and not marked and not known:
        return False
    if _is_of_others(words) and not (known and marked):
        return False
    told = opened or not PRICED.isdisjoint(words)
    sure = known or marked or told
    if not _ELSEWHERE.isdisjoint(words) and any(
        (word in _ELSE and not (word == "run" and known)) or (word in _ALSO_NOUNS and not sure)
        for word in words
        if not (told and word == "number") and not (word == "week" and known)
    ):
        return False
    if not sure and {"at", "to", "for", "of"} & set(words[:2]):
        return False
    return len(content) <= (
        _MOST_WORDS[True, True] if told and (known or marked) else _MOST_WORDS[known, marked] + 2 * told
    )


def _is_paying_of_others(words: list[str]) -> bool:
    """As "tourists pay 30 for a taxi" and "buy coffee 4": what others pay, or what is still to be bought."""
    if words[0] in ("buy", "pay"):
        return True
    return not _PAYING.isdisjoint(words) and any(
        word in _PAYING and before not in ("i", "we", "just", "best") for before, word in itertools.pairwise(words)
    )


def _tells_of_happenings(words: list[str]) -> bool:
    return not HAPPENINGS.isdisjoint(words) and any(_happens(words, at) for at in range(len(words)))


def _happens(words: list[str], at: int) -> bool:
    """As "starts" and "woke": the clause tells of something that was done, not of a thing bought."""
    word, before = words[at], words[at - 1] if at else ""
    if word not in HAPPENINGS or word in RECORD or before in _BEFORE_NOUNS or (before, word) == ("to", "work"):
        return False
    return word == "pays" or not knows(word)


def _is_reserving(words: list[str]) -> bool:
    """As "book a table for 4" asks for a table; "book a $12 lunch" notes a sum."""
    return words[0] == "book" and words[1:2] != [AMOUNT] and words[1:2] != ["an"] and AMOUNT not in words[:3]


def _is_known(content: list[Piece], clause: Clause) -> bool:
    if any(knows(piece.word) for piece in content):
        return True
    return bool(categories.find(phrases(clause.pieces, SPENT | RECORD), booked=True).merchant)


def _is_compared(clause: Clause) -> bool:
    """As "a flight under $300" looks for one."""
    if _COMPARED.isdisjoint(clause.words):
        return False
    pieces = clause.pieces
    return any(is_money(piece) and before.word in _COMPARED for before, piece in itertools.pairwise(pieces))


def _is_of_others(words: list[str]) -> bool:
    return not PERSONS.isdisjoint(words) and any(
        word in PERSONS
        and (at == 0 or words[at - 1] not in LEADS)
        and not (word in _GROUPS and at + 1 < len(words) and knows(words[at + 1]))
        for at, word in enumerate(words)
    )
