"""From a text to the calls it asks for: the whole way, one step a function."""

from bot.brain.offline import clauses, emoji, guards, requests
from bot.brain.offline.amounts import Amount
from bot.brain.offline.bookings import read_booking
from bot.brain.offline.clause import Clause
from bot.brain.offline.codes import read_code
from bot.brain.offline.marking import marked, spelled
from bot.brain.offline.pieces import AMOUNT, EMOJI, UNCLEAR, Piece, Pieces
from bot.brain.offline.questions import ask_about_amount
from bot.brain.offline.rules import INDEX, ORDER_VERBS, RULES, Rule
from bot.brain.offline.short_forms import FILLERS
from bot.brain.offline.small_talk import SKILL_OF
from bot.brain.offline.strangers import NEVER_WITH
from bot.brain.offline.tidy import tidy
from bot.brain.offline.tokens import tokenise
from bot.domain.decision import NOTHING, Calls, Decision, Reader, SkillCall
from bot.domain.taxonomy import knows

MOST_TOKENS = 400
_NO_WORDS: frozenset[str] = frozenset()
_BOOKS = frozenset({"record_expense", "record_income", "recurring_expense", "split_expense", "record_transfer"})
_CRITICAL = frozenset(
    {"pay", "subscribe", "cancel_subscription", "delete_my_data", "export_data", "link_account", "refund"}
)
_QUERIES = frozenset(
    "spending_query budget_status list_transactions balance forecast goal_status list_reminders subscription_status help explain_alert".split()
)
# These take the rest of their sentence: what follows "and" belongs to the reminder.
_GREEDY = frozenset({"remind", "cancel_reminder", "link_account", "delete_my_data", "set_preference"})
_CALLING = frozenset({"hey", "yo", "pam"})
_TALK_ALONE = frozenset({"greet", "thanks"})


def read(text: str, reader: Reader) -> Decision:
    """What a text asks for; NOTHING when it asks for nothing PAM does."""
    tidied = tidy(text)
    tokens = tokenise(tidied)
    if not tokens or len(tokens) > MOST_TOKENS:
        return NOTHING
    code = read_code(tidied)
    if code:
        return Calls((SkillCall("verify_code", {"code": code}),))
    pieces = spelled(tokens, reader)
    talk = _small_talk(pieces)
    if talk:
        return Calls((SkillCall(talk),))
    words = frozenset(piece.word for piece in pieces)
    lower = tidied.lower()
    if guards.is_trick(lower, words) or guards.is_quoted(tidied, words):
        return NOTHING
    pieces = _with_emoji(marked(pieces, reader))
    if guards.is_negated(pieces):
        return NOTHING
    return _decision(_calls(pieces, reader), reader)


def _small_talk(pieces: Pieces) -> str | None:
    """The skill of a message that is one of the short things to say, whatever marks and fillers are around it."""
    if len(pieces) > 10:
        return None
    words = [piece.word for piece in pieces if piece.kind == "word"]
    if any(piece.kind in ("number", "phone", "email", "link", "tag") for piece in pieces):
        return None
    if not words:
        return _wordless(pieces)
    if words[0] == "start" and len(words) > 1:
        return None
    skill = SKILL_OF.get(" ".join(words))
    if skill is None:
        kept = [word for word in words if word not in FILLERS or word == "thanks"]
        skill = SKILL_OF.get(" ".join(kept)) if kept else "greet" if _CALLING.intersection(words) else None
        if (
            skill is None
            and kept
            and any(word in ("thanks", "cheers", "gracias", "merci", "danke") for word in kept[:2])
            and len(kept) <= 5
        ):
            skill = "thanks" if not any(word in ORDER_VERBS for word in kept) else None
    if skill in _CRITICAL and any(piece.kind == "mark" and piece.word == "?" for piece in pieces):
        return None
    return skill


def _wordless(pieces: Pieces) -> str | None:
    marks = {piece.word for piece in pieces}
    if marks & emoji.HELLOS:
        return "greet"
    if marks & emoji.THANKS:
        return "thanks"
    return "help" if marks == {"?"} else None


def _with_emoji(pieces: Pieces) -> Pieces:
    """Emoji that name a category become marked pieces, other emoji are left out."""
    out: Pieces = []
    for piece in pieces:
        if piece.kind == "mark" and not piece.word.isascii():
            category = emoji.CATEGORY_OF.get(piece.word)
            if category:
                out.append(Piece(EMOJI, piece.raw, "marked", piece.gap, category))
            elif not _is_picture(piece.word):
                out.append(piece)
        else:
            out.append(piece)
    return out


def _is_picture(mark: str) -> bool:
    return mark >= "\u2190"


def _calls(pieces: Pieces, reader: Reader) -> list[tuple[SkillCall, Clause]]:
    found: list[tuple[SkillCall, Clause]] = []
    for sentence, question in clauses.sentences(pieces):
        parts = (
            [sentence]
            if _is_greedy(sentence, question=question, reader=reader)
            else clauses.clauses(sentence, lambda part: _stands(part, reader))
        )
        before = ""
        for part in parts:
            clause = _clause(part, question=question, reader=reader)
            if clause is None:
                continue
            call = _call(clause, before)
            if call is None:
                if _is_money_talk(clause):
                    return []
                continue
            before = call.skill
            if not _joined(found, call):
                found.append((call, clause))
    return found


def _joined(found: list[tuple[SkillCall, Clause]], call: SkillCall) -> bool:
    """ "paid 80 for dinner, split with Mike" is one thing: the split of what was just told."""
    if not found or call.skill != "split_expense" or "amount" in call.slots:
        return False
    before, clause = found[-1]
    if before.skill != "record_expense" or "amount" not in before.slots:
        return False
    found[-1] = (SkillCall("split_expense", {**before.slots, **call.slots}), clause)
    return True


def _is_money_talk(clause: Clause) -> bool:
    """A clause with money in it that PAM cannot read: then the others are not to be trusted either."""
    return bool(clause.amounts())


def _clause(part: Pieces, *, question: bool, reader: Reader) -> Clause | None:
    kept, polite = clauses.opened(part)
    if not kept or len(kept) > clauses.LONGEST_CLAUSE:
        return None
    return Clause(kept, reader, clauses.asks(kept, marked=question, polite=polite))


def _is_greedy(sentence: Pieces, *, question: bool, reader: Reader) -> bool:
    clause = _clause(sentence, question=question, reader=reader)
    if clause is None:
        return False
    rule = _rule(clause)
    return rule is not None and rule[0].skill in _GREEDY


def _stands(part: Pieces, reader: Reader) -> bool:
    """Whether a part of a sentence can be read alone: it has an amount and a word, or begins like an order or question."""
    clause = _clause(part, question=False, reader=reader)
    if clause is None:
        return False
    if any(piece.word in (AMOUNT, UNCLEAR) for piece in clause.pieces):
        return any(
            (piece.kind == "word" and piece.word not in ("not", "it", "was", "no", "to", "for", "on", "i", "meant"))
            or piece.word == EMOJI
            for piece in clause.pieces
        )
    rule = _rule(clause)
    return rule is not None and (clause.asks or clause.pieces[0].word in ORDER_VERBS)


def _rule(clause: Clause) -> tuple[Rule, int] | None:
    """The first rule the clause's words fulfil, and where they end."""
    candidates: set[int] = set()
    for piece in clause.pieces:
        numbers = INDEX.get(piece.word)
        if numbers:
            candidates.update(numbers)
    for number in sorted(candidates):
        rule = RULES[number]
        if clause.asks and rule.skill not in _QUERIES and rule.skill != "undo":
            continue
        found = rule.pattern.match(clause.pieces)
        if found:
            return rule, found[1]
    return None


def _call(clause: Clause, before: str) -> SkillCall | None:
    candidates: set[int] = set()
    for piece in clause.pieces:
        numbers = INDEX.get(piece.word)
        if numbers:
            candidates.update(numbers)
    for number in sorted(candidates):
        rule = RULES[number]
        if clause.asks and rule.skill not in _QUERIES:
            continue
        found = rule.pattern.match(clause.pieces)
        if not found:
            continue
        if "if" in clause.words and rule.skill not in _QUERIES and rule.skill != "remind":
            return None
        if rule.skill in _CRITICAL | _BOOKS and guards.is_imagined(clause.pieces):
            return None
        if not NEVER_WITH.get(rule.skill, _NO_WORDS).isdisjoint(clause.words):
            continue
        name = f"{rule.skill}/{rule.fill}" if rule.fill else rule.skill
        slots = requests.fill(name, clause, found[1])
        if slots is not None:
            return SkillCall(rule.skill, slots)
    inherited = before if before in ("record_expense", "record_income") else ""
    if before == "set_budget" and clause.amounts() and not clause.asks:
        return SkillCall("set_budget", requests.set_budget(clause, 0))
    return read_booking(clause, inherited) or _bare_question(clause)


def _bare_question(clause: Clause) -> SkillCall | None:
    """ "groceries last month": a known category and a period, and nothing else."""
    words = [piece.word for piece in clause.pieces if piece.kind == "word"]
    if clause.span() is None or clause.amounts() or not 0 < len(words) <= 3 or not any(knows(word) for word in words):
        return None
    return SkillCall("spending_query", requests.spending_query(clause, 0) or {})


def _decision(found: list[tuple[SkillCall, Clause]], reader: Reader) -> Decision:
    found = _without_talk(found)
    if not found:
        return NOTHING
    _share_days(found)
    question = ask_about_amount(found, reader)
    return question or Calls(tuple(call for call, _ in found))


def _without_talk(found: list[tuple[SkillCall, Clause]]) -> list[tuple[SkillCall, Clause]]:
    kept = [pair for pair in found if pair[0].skill not in _TALK_ALONE]
    return kept or found


def _share_days(found: list[tuple[SkillCall, Clause]]) -> None:
    """One day told in a list of bookings is the day of all of them."""
    bookings = [call.slots for call, _ in found if call.skill in ("record_expense", "record_income")]
    days = {slots["date"] for slots in bookings if "date" in slots}
    if len(days) == 1:
        day = days.pop()
        for slots in bookings:
            slots.setdefault("date", day)


def is_asked(amount: Amount) -> bool:
    return len(amount.readings) != 1
