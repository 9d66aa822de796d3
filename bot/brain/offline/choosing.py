"""Chooses the skill a clause asks for: the first rule that fits and whose slots make sense, else a booking."""

from collections.abc import Iterator

from bot.brain.offline import asking, budgeting, guards, requests
from bot.brain.offline.bare_numbers import counted_things
from bot.brain.offline.bookings import read_booking
from bot.brain.offline.clause import Clause
from bot.brain.offline.money_verbs import SPENT
from bot.brain.offline.pieces import AMOUNT, EMOJI, UNCLEAR
from bot.brain.offline.rules import INDEX, OPENS, ORDER_VERBS, RULES, Rule
from bot.brain.offline.strangers import NEVER_WITH
from bot.domain.decision import SkillCall
from bot.domain.taxonomy import knows

CRITICAL = frozenset("pay subscribe cancel_subscription delete_my_data export_data link_account refund".split())
"""What must never be done for a text that does not plainly ask for it."""

_BOOKS = frozenset("record_expense record_income recurring_expense split_expense record_transfer".split())
_QUERIES = frozenset(
    "spending_query budget_status list_transactions balance forecast goal_status list_reminders subscription_status "
    "help explain_alert tell_cost recall_memories".split()
)
_GREEDY = frozenset("remind cancel_reminder snooze_alert link_account delete_my_data set_preference".split())
"""These take the rest of their sentence: what follows "and" belongs to the reminder."""

_GREEDY_WAYS = frozenset(
    {"split_expense/payer", "split_expense/even", "edit_transaction/note", "edit_transaction/renamed"}
)
_ASKED_WAYS = frozenset(
    {
        "split_expense/owed",
        "set_preference/category",
        "set_preference/review",
        "cancel_reminder/did",
        "recurring_expense/list",
        "recurring_expense/when",
    }
)
"""Ways of a skill that changes things, by which it is only asked."""

_ON_CONDITION = frozenset({"set_preference/review", "set_preference/fallback"})
"""Ways whose own words hold an "if": "ask me if I missed anything", "text me if telegram is down"."""

_ADDING = frozenset({"and", "also", "then", "plus", "&"})
_SORRY = frozenset("no sorry oops whoops wait actually correction , : -".split())
_NO_WORDS: frozenset[str] = frozenset()
_SHORT = 6
_NO_CONTENT = frozenset("not it was no to for on i meant".split())


def choose(clause: Clause, before: str) -> SkillCall | None:
    """The call a clause asks for, or None. ``before``: the skill of the clause before, which an elliptic one shares."""
    words = clause.words
    for rule in _fitting(clause):
        if "if" in words and not _may_be_conditional(rule):
            return None
        if rule.skill in CRITICAL | _BOOKS and rule.name not in _ASKED_WAYS and guards.is_imagined(clause.pieces):
            return None
        if NEVER_WITH.get(rule.skill, _NO_WORDS).isdisjoint(words):
            slots = requests.fill(rule.name, clause)
            if slots is not None:
                return SkillCall(rule.skill, slots)
    corrected = _after_sorry(clause)
    if corrected:
        return corrected
    if before == "set_budget" and clause.amounts() and not clause.asks and SPENT.isdisjoint(words):
        return SkillCall("set_budget", budgeting.set_budget(clause) or {})
    inherited = before if before in ("record_expense", "record_income") else ""
    return read_booking(clause, inherited) or _bare_question(clause)


def _may_be_conditional(rule: Rule) -> bool:
    return rule.skill in _QUERIES or rule.skill == "remind" or rule.name in _ON_CONDITION


def _fitting(clause: Clause) -> Iterator[Rule]:
    """The rules whose words the clause has in their order, first come first; a question fits only questions."""
    words, opening = set(clause.words), clause.words[0]
    candidates = {
        number
        for word in words
        if word in INDEX
        for number in INDEX[word]
        if not OPENS[number] or opening in OPENS[number]
    }
    for number in sorted(candidates):
        rule = RULES[number]
        if (clause.asks and rule.skill not in _QUERIES and rule.name not in _ASKED_WAYS) or not rule.pattern.may_match(
            words
        ):
            continue
        found = rule.pattern.match(clause.pieces)
        if found:
            clause.rule_begin, clause.rule_end = found
            yield rule


def _after_sorry(clause: Clause) -> SkillCall | None:
    """As "no it was last friday", "sorry, that was cash": what follows is read as a correction, and as nothing else."""
    pieces = clause.pieces
    at = 0
    while at < len(pieces) and pieces[at].word in _SORRY:
        at += 1
    if not 0 < at < len(pieces) or clause.asks:
        return None
    rest = Clause(pieces[at:], clause.reader)
    for rule in _fitting(rest):
        if rule.skill == "edit_transaction":
            slots = requests.fill(rule.name, rest)
            if slots is not None:
                return SkillCall(rule.skill, slots)
    return None


def _bare_question(clause: Clause) -> SkillCall | None:
    """As "groceries last month": a known category and a period, and nothing else."""
    words = [piece.word for piece in clause.pieces if piece.kind == "word"]
    if clause.span() is None or clause.amounts() or len(words) > 3 or not any(knows(word) for word in words):
        return None
    return SkillCall("spending_query", asking.spending_query(clause) or {})


def takes_the_rest(whole: Clause) -> bool:
    """Whether the sentence is one thing however many "and"s it has; in "coffee 5 and remind me …" it is two."""
    rule = next(_fitting(whole), None)
    begin = whole.rule_begin
    led = begin > 1 and whole.words[begin - 1] in _ADDING and AMOUNT in whole.words[:begin]
    if rule is None or led:
        return False
    return rule.skill in _GREEDY or (rule.name in _GREEDY_WAYS and requests.fill(rule.name, whole) is not None)


def _tells_how_many(clause: Clause) -> bool:
    """As "2 coffees" and "2 coffees, a cake" before "and a juice 9": what they cost is still to come."""
    counted = counted_things(clause)
    return 0 < counted == len(clause.amounts()) and len(clause.words) <= _SHORT


def stands_alone(clause: Clause) -> bool:
    """Whether a part of a sentence can be read alone: an amount and a word, or the start of an order or question."""
    pieces = clause.pieces
    if any(piece.word in (AMOUNT, UNCLEAR) for piece in pieces):
        return not _tells_how_many(clause) and any(
            (piece.kind == "word" and piece.word not in _NO_CONTENT) or piece.word == EMOJI for piece in pieces
        )
    if not clause.asks and pieces[0].word not in ORDER_VERBS:
        return False
    return next(_fitting(clause), None) is not None
