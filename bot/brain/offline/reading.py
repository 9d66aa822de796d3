"""From a text to a decision: the whole way, one step a function."""

import re

from bot.brain.offline import clauses, emoji, guards
from bot.brain.offline.choosing import choose, stands_alone, takes_the_rest
from bot.brain.offline.clause import Clause
from bot.brain.offline.codes import read_code
from bot.brain.offline.explained_words import BOOKING_SKILLS
from bot.brain.offline.manners import manners_of
from bot.brain.offline.marking import marked
from bot.brain.offline.pieces import EMOJI, Piece, Pieces
from bot.brain.offline.questions import ask_about_amount
from bot.brain.offline.several_reminders import several_reminders
from bot.brain.offline.small_talk import read_small_talk
from bot.brain.offline.tidy import UNREADABLE, tidy
from bot.brain.offline.tongues import languages_of
from bot.brain.offline.wording import spelled_in, tokens_in
from bot.domain.decision import NOTHING, Calls, Decision, Question, Reader, SkillCall

MOST_TOKENS = 400
"""A longer text is no note of money; and the time to read one stays small."""

Found = list[tuple[SkillCall, Clause]]
_TALK = frozenset({"greet", "thanks"})
_STARRED = re.compile(r"\s*\*([^*\n]{1,40})|([^*\n]{1,40})\*\s*")
"""As "*14" and "14*": in a chat a star marks what was meant."""

_FIRST_PICTURE = "\u2190"


def read(text: str, reader: Reader) -> Decision:
    """What a text asks for; NOTHING when it asks for nothing PAM does."""
    tidied = tidy(text)
    if UNREADABLE in tidied:
        return Question("amount_unclear") if any(mark.isdigit() for mark in tidied) else NOTHING
    starred = _STARRED.fullmatch(tidied) if "*" in tidied else None
    told = f"i meant {starred[1] or starred[2]}" if starred else tidied
    tokens = tokens_in(told)
    if not tokens or len(tokens) > MOST_TOKENS:
        return NOTHING
    code = read_code(tidied)
    if code:
        return Calls((SkillCall("verify_code", {"code": code}),))
    for language in languages_of(tokens, manners_of(reader.locale).language):
        decision = _read_in(spelled_in(told, language), tidied, reader)
        if decision is not NOTHING:
            return decision
    return NOTHING


def _read_in(pieces: Pieces, tidied: str, reader: Reader) -> Decision:
    talk = read_small_talk(pieces)
    if talk:
        return Calls((SkillCall(talk),))
    words = frozenset(piece.word for piece in pieces)
    if guards.is_trick(tidied, words) or guards.is_quoted(tidied, words):
        return NOTHING
    pieces = marked(pieces, reader, words)
    if not tidied.isascii():
        pieces = _with_emoji(pieces)
    if not pieces or guards.is_negated(pieces):
        return NOTHING
    decision = _decision(_calls(pieces, reader), reader)
    return Question("amount_unclear") if _books(decision) and guards.is_below_zero(tidied) else decision


def _books(decision: Decision) -> bool:
    return isinstance(decision, Calls) and any(call.skill in BOOKING_SKILLS for call in decision.calls)


def _with_emoji(pieces: Pieces) -> Pieces:
    """Emoji that name a category become marked pieces, other pictures are left out."""
    out: Pieces = []
    for piece in pieces:
        if piece.kind != "mark" or piece.word.isascii():
            out.append(piece)
        elif piece.word in emoji.CATEGORY_OF:
            out.append(Piece(EMOJI, piece.raw, "marked", piece.gap, emoji.CATEGORY_OF[piece.word]))
        elif piece.word < _FIRST_PICTURE:
            out.append(piece)
    return out


def _calls(pieces: Pieces, reader: Reader) -> Found:
    """The calls of all clauses; none at all when one of them speaks of money in a way PAM cannot read."""
    found: Found = []
    for sentence, question in clauses.sentences(pieces):
        before = ""
        for clause in _clauses(sentence, question=question, reader=reader):
            call = choose(clause, before)
            if call is None:
                if clause.amounts():
                    return []
                continue
            before = call.skill
            if not _joined(found, call):
                found.append((call, clause))
    return found


def _clauses(sentence: Pieces, *, question: bool, reader: Reader) -> list[Clause]:
    whole = _clause(sentence, reader, question=question)
    if not (clauses.has_joint(sentence) or clauses.list_parts(sentence)):
        return [whole] if whole else []
    if whole and takes_the_rest(whole):
        several = several_reminders(whole.pieces)
        return [Clause(part, reader) for part in several] or [whole]

    def stands(part: Pieces) -> bool:
        clause = _clause(part, reader)
        return clause is not None and stands_alone(clause)

    *told, last = clauses.clauses(sentence, stands)
    parts = [*(_clause(part, reader) for part in told), _clause(last, reader, question=question)]
    return [part for part in parts if part]


def _clause(pieces: Pieces, reader: Reader, *, question: bool = False) -> Clause | None:
    """What is left of a part when courtesy is taken off, None when that is nothing or too long to be an order."""
    kept, polite = clauses.opened(pieces)
    if not kept or len(kept) > clauses.LONGEST_CLAUSE:
        return None
    return Clause(kept, reader, asks=clauses.asks(kept, marked=question, polite=polite))


def _joined(found: Found, call: SkillCall) -> bool:
    """As "paid 80 for dinner, split with Mike" is one thing: the split of what was just told."""
    if not found or call.skill != "split_expense" or "amount" in call.slots:
        return False
    before, clause = found[-1]
    if before.skill != "record_expense" or "amount" not in before.slots:
        return False
    found[-1] = (SkillCall("split_expense", {**before.slots, **call.slots}), clause)
    return True


def _decision(found: Found, reader: Reader) -> Decision:
    if not found:
        return NOTHING
    if len(found) > 1:
        found = [pair for pair in found if pair[0].skill not in _TALK] or found
        _share_days(found)
    return ask_about_amount(found, reader) or Calls(tuple(call for call, _ in found))


def _share_days(found: Found) -> None:
    """One day told in a list of bookings is the day of all of them."""
    bookings = [call.slots for call, _ in found if call.skill in ("record_expense", "record_income")]
    days = {slots["date"] for slots in bookings if "date" in slots}
    if len(days) == 1:
        day = days.pop()
        for slots in bookings:
            slots.setdefault("date", day)
