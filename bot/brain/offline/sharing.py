"""Reads who shares what: split bills, shared ledgers."""

from bot.brain.offline import categories, merchants
from bot.brain.offline.bookings import slots_of
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.phrases import phrases
from bot.brain.offline.pieces import PEOPLE, Piece
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.settling import is_person
from bot.domain.decision import Slots

_SPLIT_WORDS = CLASSES["@split"] | frozenset(
    "owes owe me half third of equally evenly between with among and us went going go halves dutch bill the "
    "ways each settle up who shared divided by people".split()
)
_SAID_OF_SPLITS = SPENT | RECORD | _SPLIT_WORDS
_INSTITUTIONS = frozenset("irs hmrc bank government taxman landlord money lot much".split())
_ASKING_OF_DEBTS = frozenset(
    "who whom how what much many do does did owe owes owed money anything anyone anybody to for of a with stand where "
    "show list my "
    "debts ious iou am are is square even settled all any total in people everyone have got there's".split()
)
_SETTLING = frozenset(
    "settle settled up with are am is even square quits all now we're we i'm debts debt it the my between both "
    "everything "
    "ok completely fully finally".split()
)
_MOST_NAMES = 3
_LENDING = frozenset("lent loaned gave".split())
_NO_NAMES = frozenset(
    "and me i my myself us the equally evenly who our still also already now just each both all".split()
)


def split_expense(clause: Clause) -> Slots | None:
    """The whole amount, what it was for, who shares it or how many."""
    slots = slots_of(clause)
    for guessed in ("merchant", "category"):
        slots.pop(guessed, None)
    names = _names(clause)
    if not {"owes", "owe"}.isdisjoint(clause.words) and {"half", "third"}.isdisjoint(clause.words):
        known = (
            names
            and "you" not in clause.words
            and not any(name in _INSTITUTIONS or name in merchants.CATEGORY_OF for name in names)
        )
        return {**_share_of(clause), "with": names} if known else None
    put_amount(slots, clause.first_amount())
    put(slots, "with", names)
    put(slots, "people", next((piece.value for piece in clause.pieces if piece.word == PEOPLE), None))
    things = [
        phrase for phrase in phrases(clause.pieces, _SAID_OF_SPLITS) if not {phrase.text, *phrase.words} & set(names)
    ]
    put(slots, "category", categories.find(things, booked=True).category)
    return slots


def paid_by_another(clause: Clause) -> Slots | None:
    """As "Ann paid 60 for dinner, split with me": she paid, and it is shared; without the sharing it is her affair."""
    verb = next(at for at, word in enumerate(clause.words) if word in ("paid", "covered", "bought", "got"))
    before = [piece for piece in clause.pieces[:verb] if piece.word not in ("my", "has", "just")]
    if len(before) != 1 or not is_person(before[0]):
        return None
    slots = split_expense(clause) or {}
    others = tuple(name for name in _names(clause) if name not in ("me", "us", "both"))
    slots.pop("with", None)
    put(slots, "with", others)
    return {**slots, "payer": before[0].raw.lower()}


def owing(clause: Clause) -> Slots | None:
    """As "I owe Ann 12 for lunch": what the speaker owes, to somebody with a name."""
    after = clause.pieces[clause.words.index("owe") + 1 :]
    named = [piece for piece in after[: 3 + ("to" in clause.words)] if is_person(piece)]
    person = next((piece for piece in named if piece.word != "money"), None)
    if person is None or person.word in _INSTITUTIONS:
        return None
    slots = _share_of(clause)
    slots["payer"] = person.raw.lower()
    return slots if "share" in slots else None


def lent(clause: Clause) -> Slots | None:
    """As "I lent Tom 20": all of it is owed by somebody with a name; nobody's is spending."""
    verb = next(at for at, word in enumerate(clause.words) if word in _LENDING)
    person = next((piece for piece in clause.pieces[verb + 1 :] if is_person(piece)), None)
    if person is None or person.word in _INSTITUTIONS:
        return None
    slots = _share_of(clause)
    slots["with"] = (person.raw.lower(),)
    return slots if "share" in slots else None


def _share_of(clause: Clause) -> Slots:
    """One person's part, and what it was for."""
    slots: Slots = {}
    put_amount(slots, clause.first_amount(), "share")
    lead = next((at for at, word in enumerate(clause.words) if word in ("for", "from")), len(clause.words))
    things = phrases(clause.pieces[lead:], _SAID_OF_SPLITS)
    put(slots, "category", categories.find(things, booked=True).category)
    put(slots, "date", clause.past_day())
    return slots


def owed(clause: Clause) -> Slots | None:
    """Who owes whom: of everybody, or of those named."""
    named = tuple(
        piece.raw.lower()
        for piece in clause.pieces
        if piece.kind == "word" and piece.word not in _ASKING_OF_DEBTS and piece.word not in _NO_NAMES
    )
    people = [piece for piece in clause.pieces if piece.raw.lower() in named]
    if clause.amounts() or len(named) > _MOST_NAMES or not all(is_person(piece) for piece in people):
        return None
    slots: Slots = {"owed": True}
    put(slots, "with", named)
    return slots


def even(clause: Clause) -> Slots | None:
    """As "settle up with Ann", "Ann and I are even"."""
    named = tuple(
        piece.raw.lower()
        for piece in clause.pieces
        if piece.kind == "word" and piece.word not in _SETTLING and piece.word not in _NO_NAMES
    )
    people = [piece for piece in clause.pieces if piece.raw.lower() in named]
    if len(clause.amounts()) > 1 or not 0 < len(named) <= _MOST_NAMES or not all(map(is_person, people)):
        return None
    slots: Slots = {"settle": True, "with": named}
    put_amount(slots, clause.first_amount())
    return slots


def _names(clause: Clause) -> tuple[str, ...]:
    """Who shares: the one who owes, or the names after "with" and "between"."""
    pieces, words = clause.pieces, clause.words
    owing = next((at for at, word in enumerate(words) if word in ("owes", "owe")), -1)
    if owing >= 0:
        return tuple(piece.raw.lower() for piece in pieces[:owing] if is_person(piece))
    splitting = next((at for at, word in enumerate(words) if word in ("split", "went")), 0)
    if splitting and words[:splitting].count("and") and not {"i", "me"}.isdisjoint(words[:splitting]):
        return tuple(piece.raw.lower() for piece in pieces[:splitting] if _is_name(piece))
    start = next((at for at, word in enumerate(words) if word in ("with", "between", "among")), len(words))
    names = []
    for piece in pieces[start + 1 :]:
        if piece.kind == "marked" or piece.word in ("for", "on", "at", "from", "it", "that", "was", "is"):
            break
        if _is_name(piece):
            names.append(piece.raw.lower())
    return tuple(names)


def _is_name(piece: Piece) -> bool:
    return piece.kind == "word" and piece.word not in _NO_NAMES


def share_ledger(clause: Clause) -> Slots:
    slots: Slots = {}
    names = _names(clause)
    if not names and clause.words[0] in ("invite", "add"):
        names = tuple(
            phrase.text for phrase in phrases(clause.pieces, frozenset({"invite", "add"})) if not phrase.lead
        )[:1]
    put(slots, "with", names)
    return slots
