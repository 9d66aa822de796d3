"""What speaks against a reading though all its words are known: names of nothing, figures left over, opposites."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from bot.brain.offline import merchants
from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.categories import ADORNMENTS
from bot.brain.offline.explained_words import TELLING
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.money_verbs import SPENT
from bot.brain.offline.number_words import ONES, SCALES, TENS
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import LEADS, SMALL
from bot.brain.offline.pieces import END, Pieces
from bot.brain.offline.rules import ORDER_VERBS
from bot.brain.offline.short_forms import FILLERS
from bot.brain.offline.strangers import OTHER_ORDERS
from bot.domain.decision import SkillCall, Slots
from bot.domain.taxonomy import EVERYTHING, fold, knows, place_of

_NAMES = ("category", "merchant", "payee", "with", "goal", "person", "target")
_NAMES_NOTHING = (
    LEADS
    | SMALL
    | FILLERS
    | TELLING
    | ORDER_VERBS
    | OTHER_ORDERS
    | frozenset("back why how what which who when where best left paid he she got everybody plan earn share".split())
) - frozenset("out up and of the my in".split())
_OWN_ACCOUNT = ACCOUNT_NAMES | frozenset("credit debit card bill account".split())
_ASKED_FOR = frozenset("spending_query budget_status set_budget".split())
"""Here a word PAM does not know is hardly a category: "how are my budgets holding up"."""

_MANY_WORDS = 3
_SPENDING = frozenset("spend spent spending expenses".split())
_EARNING = frozenset("earn earned made make income".split())
_CAME = frozenset("got received made earned from get me".split())
_EACH = frozenset("each apiece pop piece head way night".split())
_SHAPES = frozenset({"bar", "line", "pie"})
_CHANGES = frozenset("lower reduce decrease raise increase cut".split())
_COMPARING = frozenset("vs versus compare compared than or".split())
_COMING = frozenset("comes coming arrives arriving".split())
_THRESHOLDS = frozenset("over above under below than".split())
_YES_OR_NO = frozenset("did do does have has is are am was".split())
_SUPERLATIVES = frozenset(
    (most, unit) for most in "expensive cheapest priciest biggest".split() for unit in ("day", "week", "month")
)
_ADVICE = frozenset("advice idea ideas tip tips".split())
_MOST_THINGS = 12

_COUNTED_OUT = frozenset("record_expense record_income record_transfer undo".split())
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NO_DIGIT = re.compile(r"\D")


def odd_names(call: SkillCall) -> Iterator[str]:
    """As a category "why" or "rent already", a payee "back maria", a category "sam": words that name no such thing."""
    if call.slots.get("about") in _NAMES_NOTHING:
        yield "about"
    for slot in _NAMES:
        value = call.slots.get(slot)
        for name in value if isinstance(value, tuple) else (value,):
            if isinstance(name, str) and name != "last" and _is_odd(name, slot, call.skill):
                yield name


def _is_odd(name: str, slot: str, skill: str) -> bool:
    if slot == "category" and skill == "record_expense" and is_of_own_account(name):
        return True
    if name in EVERYTHING:
        return slot == "with"
    if knows(name) or name in merchants.CATEGORY_OF:
        return False
    words = fold(name).split()
    if not _NAMES_NOTHING.isdisjoint(words):
        return True
    if slot != "category" or not words:
        return False
    if skill in _ASKED_FOR:
        return not all(knows(word) or word in merchants.CATEGORY_OF or word in ADORNMENTS for word in words)
    if len(words) >= _MANY_WORDS and place_of(name).group == "other":
        return True
    return skill == "record_expense" and (words[0] in FIRST_NAMES or words[0] in PERSONS)


def is_of_own_account(category: str) -> bool:
    """As "visa bill", "credit card": paid to an account of one's own it is no spending, or was counted before."""
    return _OWN_ACCOUNT.issuperset(category.split()) or place_of(category).leaf == "debt"


def contradictions(call: SkillCall, told: list[str]) -> Iterator[str]:
    """Words that say the opposite of what is done, or more than that."""
    slots, words = call.slots, set(told)
    match call.skill:
        case "record_expense":
            yield from _against_spending(slots, words)
        case "record_income":
            yield from _against_receiving(words)
        case "split_expense" if "every" in words:
            yield "again and again"
        case "spending_query":
            yield from _beside_the_question(slots, words, told)
        case "list_transactions" if words & _THRESHOLDS or "every" in words:
            yield "only some"
        case "list_reminders" if "yesterday" in words or "did" in words:
            yield "past"
        case "pay" if words & {"off", "for"} or fold(str(slots.get("payee", ""))) in ACCOUNT_NAMES:
            yield "what for"
        case "set_budget":
            yield from _against_a_budget(slots, words)
        case "edit_transaction" if "target" in slots and str(slots.get("target_amount", "")) in _FEW:
            yield "several"
        case "edit_transaction" if {"make", "for"} <= words and "instead_of" not in slots:
            yield "a budget"
        case "remind" if "about" not in slots or (len(slots) == 1 and "before" in words):
            yield "what, and when"


def _against_spending(slots: Slots, words: set[str]) -> Iterator[str]:
    category = str(slots.get("category", ""))
    if words & {"until", "total"}:
        yield "so far"
    if place_of(category).group == "income" and category != "tip":
        yield "income"
    if "paid" in words and len(words & FIRST_NAMES) > 1:
        yield "for others"
    if not category and "merchant" not in slots and ("account" in slots or SPENT.isdisjoint(words)):
        yield "nothing bought"


def _against_receiving(words: set[str]) -> Iterator[str]:
    if words & {"tip", "tips"} and words.isdisjoint(_CAME):
        yield "tips"
    if not words.isdisjoint(_COMING) or words >= {"is", "salary"}:
        yield "to come"
    if words & {"fund", "goal", "pot"} and "from" not in words:
        yield "put by"


def _against_a_budget(slots: Slots, words: set[str]) -> Iterator[str]:
    if "aside" in words:
        yield "put by"
    if "amount" in slots and not words.isdisjoint(_CHANGES) and words.isdisjoint({"to", "at"}):
        yield "by how much"


def _beside_the_question(slots: Slots, words: set[str], told: list[str]) -> Iterator[str]:
    if not words.isdisjoint(_SPENDING) and not words.isdisjoint(_EARNING):
        yield "earned and spent"
    if slots.get("category") in _ADVICE and "give" in words:
        yield "advice"
    if "compare" not in slots and not words.isdisjoint(_COMPARING):
        yield "compared"
    if "chart" in slots and slots.get("category") in _SHAPES:
        yield "shape"
    if "period" not in slots and words & {"weekday", "weekdays", "weekend", "weekends"}:
        yield "some days"
    if told[0] in _YES_OR_NO and slots.keys() <= {"period", "kind"}:
        yield "yes or no"
    if "measure" in slots and not _SUPERLATIVES.isdisjoint(pairwise(told)):
        yield "time of the most"


_FEW = frozenset(map(str, range(2, _MOST_THINGS + 1)))


def figures_left(call: SkillCall, pieces: Pieces) -> bool:
    """Whether a figure was told that the call does not have: "4 + 3" read as 3, "2 tickets 15 a pop" as 15.

    The count of "2 coffees 9" is none, unless what each cost is told.
    """
    if call.skill not in _COUNTED_OUT or "date" in call.slots:
        return False
    words = {piece.word for piece in pieces}
    told = _figures(pieces, words, counts=call.skill == "undo" or not _EACH.isdisjoint(words))
    if not told or (len(told) == 1 and call.skill != "undo"):
        return False
    had = {_significant(str(value)) for value in call.slots.values()}
    if told <= had or _significant("".join(told)) in had:
        return False
    return not any(_significant(str(int(one) * int(other))) in had for one, other in combinations(told, 2))


def _figures(pieces: Pieces, words: set[str], *, counts: bool) -> set[str]:
    spelled_out = words.isdisjoint(TENS) and words.isdisjoint(SCALES)
    found: list[str] = []
    for piece, following in pairwise([*pieces, END]):
        if piece.kind == "number":
            written = _FIGURE.findall(piece.word)
        else:
            written = [str(ONES[piece.word])] if spelled_out and ONES.get(piece.word, 0) > 1 else []
        if counts or following.kind != "word" or not _FEW.issuperset(written):
            found += written
    return {_significant(figure) for figure in found} - {""}


def _significant(figure: str) -> str:
    """The digits that count, so that "1.234,50", "1234.5" and the "2k" of 2000 are told alike."""
    return _NO_DIGIT.sub("", figure).strip("0")
