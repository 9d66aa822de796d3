"""Decides whether a clause tells of money spent or received, or of something else that has a number in it."""

import itertools

from bot.brain.offline import categories
from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause, is_money
from bot.brain.offline.people import PERSONS
from bot.brain.offline.persons import done_by_others
from bot.brain.offline.phrases import LEADS, phrases
from bot.brain.offline.pieces import AMOUNT, EMOJI, NUMBER, Piece
from bot.brain.offline.receiving import is_income, place_of_receiving
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.strangers import NOT_BOOKED, OTHER_ORDERS
from bot.domain.taxonomy import knows

SPENT = CLASSES["@spent"]
RECORD = frozenset(
    "log record add put note book enter track register save write spent paid expense expenses an transaction cost "
    "down came comes "
    "swiped used via entry jot worth purchase new under charge back recurring standing repeating category "
    "parked charges charged billed renews renewed debited tracking bookkeeping set".split()
)
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
_PRICED = frozenset("was were came cost costed totalled totaled totaling".split())
_PRICED_PAIRS = frozenset({("ran", "me"), ("ran", "us"), ("set", "me"), ("set", "us")})
_COUNTING = frozenset("found had got ate drank won made took throw lost saw bought".split())
_MOST_THINGS = 12
_GOSSIP = frozenset("costs price prices gallon".split())
_COMPARED = frozenset("under below above over".split())
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
    "happy count approve made limit ceiling".split()
)
_ALSO_NOUNS = frozenset(
    "table flight bus phone iphone kids book play song drive read day days text call watch page seat chapter episode "
    "temperature march have "
    "meeting meet get come like there did do took took was were set".split()
)
"""Words that are nouns of a booking as well: they count against it only when nothing else speaks for it."""
_MOST_WORDS = {(True, True): 12, (True, False): 9, (False, True): 6, (False, False): 3}


def skill_told(clause: Clause, inherited: str) -> str | None:
    """record_expense, record_income or None. ``inherited``: the skill of the clause before, for "and 15 on parking"."""
    pieces, words = clause.pieces, clause.words
    if clause.asks or not NOT_BOOKED.isdisjoint(words):
        return None
    money = [piece.value for piece in pieces if is_money(piece) and isinstance(piece.value, Amount)]
    if _counts_things(clause, money) or _is_paid_by_others(words):
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
    if verb >= 0 and not _is_noun(words, verb):
        if verb > 1 and words[0] in OTHER_ORDERS:
            return None
        if words[verb] not in _PRICED and done_by_others(pieces, verb, tools=RECORD):
            return None
        return "record_expense" if money or _is_bare_spending(words, verb) else None
    if not money:
        return None
    return (inherited or "record_expense") if _is_note(clause, money, inherited) else None


def _counts_things(clause: Clause, money: list[Amount]) -> bool:
    """As "had 2 coffees", "won 3 games": a small number before a plural, and no sum beside it."""
    words = clause.words
    if len(money) != 1 or _COUNTING.isdisjoint(words) or money[0].marked or not 0 < money[0].whole <= _MOST_THINGS:
        return False
    after = words[words.index(AMOUNT) + 1 :][:2] if AMOUNT in words else []
    return bool(after) and after[0] not in LEADS and any(word.endswith("s") and len(word) > 3 for word in after)


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
    return word in ("had", "took", "lost", "lent", "got") and verb > 0 and before not in ("i", "we", "just", "and")


def _is_bare_spending(words: list[str], verb: int) -> bool:
    """As "spent on groceries": a booking whose amount must be asked for."""
    if words[verb] not in ("spent", "bought", "paid") or verb > 1 or NUMBER in words:
        return False
    rest = [word for word in words[verb + 1 :] if word not in ("some", "a", "an", "the", "my")]
    return bool(rest) and (rest[0] in ("on", "for") or knows(rest[0]) or (knows(" ".join(rest)) and "in" not in rest))


def _is_note(clause: Clause, money: list[Amount], inherited: str) -> bool:
    """As "coffee 4.50", "log $12 for parking": words and an amount, and nothing that speaks of something else."""
    words, pieces = clause.words, clause.pieces
    content = [piece for piece in pieces if piece.kind == "word"]
    if not content:
        return bool(inherited) or EMOJI in words
    opened = words[0] in _OPEN_NOTES or words[1:2] == ["expense"]
    if (
        _is_reserving(words)
        or ("went" in words and not {"up", "down"}.isdisjoint(words))
        or ("instead" in words and not opened)
        or {"but", "only"} <= set(words)
    ):
        return False
    if (not opened and words[0] in OTHER_ORDERS) or not _GOSSIP.isdisjoint(words) or _is_compared(clause):
        return False
    known = _is_known(content, clause)
    marked = any(amount.marked for amount in money)
    if len(money) > 1 and not marked and not known:
        return False
    if _is_of_others(words) and not (known and marked):
        return False
    told = opened or not _PRICED.isdisjoint(words)
    sure = known or marked or told
    if any(
        (word in _ELSE and not (word == "run" and known)) or (word in _ALSO_NOUNS and not sure)
        for word in words
        if not (told and word == "number")
    ):
        return False
    if not sure and {"at", "to", "for", "of"} & set(words[:2]):
        return False
    return len(content) <= (
        _MOST_WORDS[True, True] if told and (known or marked) else _MOST_WORDS[known, marked] + 2 * told
    )


def _is_reserving(words: list[str]) -> bool:
    """As "book a table for 4" asks for a table; "book a $12 lunch" notes a sum."""
    return words[0] == "book" and words[1:2] != [AMOUNT] and words[1:2] != ["an"] and AMOUNT not in words[:3]


def _is_known(content: list[Piece], clause: Clause) -> bool:
    if any(knows(piece.word) for piece in content):
        return True
    return bool(categories.find(phrases(clause.pieces, SPENT | RECORD), booked=True).merchant)


def _is_compared(clause: Clause) -> bool:
    """As "a flight under $300" looks for one."""
    pieces = clause.pieces
    return any(is_money(piece) and before.word in _COMPARED for before, piece in itertools.pairwise(pieces))


def _is_of_others(words: list[str]) -> bool:
    return any(word in PERSONS and (at == 0 or words[at - 1] not in LEADS) for at, word in enumerate(words))
