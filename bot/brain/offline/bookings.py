"""Reads a clause as money spent or received, with its amount, category, merchant, day and tags."""

from bot.brain.offline import categories, emoji, merchants
from bot.brain.offline.amounts import Amount
from bot.brain.offline.clause import Clause, is_money, put, put_amount, times
from bot.brain.offline.guards import is_imagined
from bot.brain.offline.phrases import LEADS, phrases
from bot.brain.offline.pieces import AMOUNT, TAG, UNCLEAR, NUMBER, PEOPLE, EVERY, Pieces
from bot.brain.offline.rules import CLASSES
from bot.domain.decision import SkillCall, Slots
from bot.domain.taxonomy import knows, place_of

SPENT = CLASSES["@spent"]
RECORD = frozenset(
    "log record add put note book enter track register save write set spent paid expense expenses an transaction cost costs costed down came comes "
    "entry jot worth purchase new under charge back recurring standing repeating category tracking bookkeeping".split()
)
_RECEIVED = frozenset(
    "received earned earn received receive salary paycheck wages wage payday income refund refunded bonus payslip payroll stipend dividend "
    "credited deposited reimbursed cashback winnings tips sold selling pension freelance reimbursement dividends deposit".split()
)
_ARRIVED = frozenset("came hit landed arrived credited deposited in received cleared through".split())
_GIVERS = frozenset(
    "gave sent paid gifted handed venmoed zelled transferred lent returned reimbursed repaid owed".split()
)
_EACH = frozenset("each apiece ea per @ at x".split())
_PERSONS = frozenset(
    "friend friends husband wife brother sister boss neighbor neighbour colleague roommate flatmate boyfriend girlfriend son daughter uncle aunt cousin "
    "coworker partner mom dad mum mother father guy man woman people someone somebody everyone he she they who you kid parents landlord government company "
    "nobody anyone president country city team girl boy buddy mate trump elon politician celebrity he's she's they've ex them him her".split()
)
_RELATIVES = frozenset("grandma grandpa nan granny gran aunty auntie nana granddad grandad client work job".split())
_AUXILIARIES = frozenset(
    "just also already only really then have has had accidentally finally actually apparently about even probably did recently basically".split()
)
_NOT_MONEY = frozenset(
    "is are were ran run runs set alarm book table have has meeting meet chapter page room gate version level season episode bus number reps floor seat "
    "flight temperature degrees born age aged old score won win lost calories kcal weigh weighs tall high deep long mile miles km walk walked drive drove "
    "times plus minus divided percent channel windows iphone android error line row column step option windows question answer play song watch read "
    "call dial text email phone zip postcode pin password at be was will can could should would may must do does did how what when where who why which "
    "joke weather translate sing tell live lives lived know think love like want need there their they people he she we'll my's than beat scored goals kids "
    "want wants says said year years day days hour hours minute minutes week weeks month months pm am o'clock january february march april june july august "
    "let make makes made take takes took go goes going get gets see sees saw come comes feel felt since until about turned turning happy birthday count".split()
)
_PRICED = frozenset("was were came cost costed totalled totaled totaling".split())
_GOSSIP = frozenset(
    "costs cost is are price prices gallon litre liter per worth these everywhere nowadays average".split()
)


def read_booking(clause: Clause, inherited: str = "") -> SkillCall | None:
    """The booking a clause tells of, or None. ``inherited``: the skill of the clause before, for "and 15 on parking"."""
    pieces = clause.pieces
    money = [at for at, piece in enumerate(pieces) if is_money(piece)]
    if is_imagined(pieces):
        return None
    if money and clause.every() and not clause.asks and _is_paid_regularly(clause):
        return SkillCall("recurring_expense", _amount_only(clause) | {"recurrence": clause.every(), "flow": "income"})
    if money and not clause.asks and clause.every() and _repeats(clause):
        slots = slots_of(clause)
        slots.pop("date", None)
        return SkillCall("recurring_expense", slots | {"recurrence": clause.every()})
    skill = _skill_of(clause, money, inherited)
    if skill is None:
        return None
    return SkillCall(skill, slots_of(clause, income=skill == "record_income"))


def slots_of(clause: Clause, *, income: bool = False) -> Slots:
    """Amount, currency, category, merchant, date and tags of a booking."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    skip = SPENT | RECORD | (_RECEIVED_SKIP if income else frozenset())
    found = categories.find(phrases(clause.pieces, skip), booked=True)
    if income:
        put(slots, "category", _source(clause, found.category))
    else:
        put(slots, "category", found.category or _filled_up(clause))
        put(slots, "merchant", found.merchant)
    put(slots, "date", clause.past_day())
    put(slots, "tags", tuple(str(piece.value)[1:] for piece in clause.pieces if piece.word == TAG))
    return slots


def _is_paid_regularly(clause: Clause) -> bool:
    """ "I get paid 3000 every month", "salary 3000 monthly"."""
    words = clause.words
    return any(pair in (("get", "paid"), ("got", "paid"), ("i", "earn"), ("i", "make"), ("i", "receive")) for pair in zip(words, words[1:], strict=False)) or (
        not {"salary", "paycheck", "wages", "pension", "stipend"}.isdisjoint(words)
    )


def _amount_only(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    return slots


def _repeats(clause: Clause) -> bool:
    """A bill told with its rhythm: "car insurance is 600 every six months", but not "I spend about 200 a month"."""
    words = clause.words
    if (
        not _PERSONS.isdisjoint(words)
        or "spend" in words
        or "spent" in words
        or "i" in words[:1]
        and "pay" not in words
        and "paid" not in words
    ):
        return False
    content = [piece for piece in clause.pieces if piece.kind == "word"]
    return len(content) <= 8 and any(knows(piece.word) or piece.word in merchants.CATEGORY_OF for piece in content)


_RECEIVED_SKIP = frozenset(
    "got received earned receive earn paid income made credited deposited came hit landed account gave sent me from money bank".split()
)
_SOURCES = frozenset(
    "salary wages paycheck bonus refund tips freelance dividend interest gift pension stipend commission".split()
)


def _source(clause: Clause, category: str) -> str:
    words = clause.words
    for at, word in enumerate(words):
        if word == "tax" and words[at + 1 : at + 2] == ["refund"]:
            return "tax refund"
        if word in _SOURCES:
            return word
    if category and place_of(category).group == "income":
        return category
    if "got paid" in " ".join(words[:6]) or "payday" in words:
        return "salary"
    if any(word in _GIVERS for word in words):
        return "gift" if "gave" in words or "gifted" in words else ""
    return ""


def _filled_up(clause: Clause) -> str:
    words = clause.words
    return (
        "fuel"
        if any(a in ("filled", "fill", "topped") and b == "up" for a, b in zip(words, words[1:], strict=False))
        else ""
    )


def the_amount(clause: Clause) -> Amount | None:
    """The one amount of a clause: a count times a price, or the only sum told; None with no readings when two compete."""
    places = [at for at, piece in enumerate(clause.pieces) if is_money(piece)]
    amounts = [value for at in places if isinstance(value := clause.pieces[at].value, Amount)]
    if not amounts:
        return None
    if len(amounts) == 1:
        if clause.pieces[places[0] - 1].word == "by" and places[0]:
            return Amount((), amounts[0].currency, marked=True)
        return amounts[0] if not _counted(clause, places[0]) else times(amounts[0], _counted(clause, places[0]))
    first, second = amounts[0], amounts[1]
    if len(amounts) > 2:
        return Amount((), first.currency, marked=True)
    pieces = clause.pieces
    if pieces[places[1] - 1].word in ("to", "into") and pieces[places[0] - 1].word == "from":
        return second
    between = [piece.word for piece in pieces[places[0] + 1 : places[1]]]
    after = pieces[places[1] + 1].word if places[1] + 1 < len(pieces) else ""
    if 0 < first.whole <= 100 and not first.marked and between:
        if after in _EACH or between[-1] in _EACH or between == ["x"] or between[0] == "x":
            return times(second, first.whole)
        if between[0] not in LEADS:
            return second
    if 0 < second.whole <= 100 and not second.marked and between[:1] == ["x"]:
        return times(first, second.whole)
    return Amount((), first.currency, marked=True)


def _counted(clause: Clause, place: int) -> int:
    """ "two tickets at 15 each": the count stands as a people or number piece before the price."""
    pieces = clause.pieces
    after = pieces[place + 1].word if place + 1 < len(pieces) else ""
    if after not in ("each", "apiece", "ea") and not any(piece.word in ("each", "apiece") for piece in pieces):
        return 0
    for piece in pieces[:place]:
        if piece.word in (NUMBER, PEOPLE) and isinstance(piece.value, int):
            return piece.value
    return 0


def _skill_of(clause: Clause, money: list[int], inherited: str) -> str | None:
    pieces, words = clause.pieces, clause.words
    plus = any(isinstance(piece.value, Amount) and piece.value.sign == "+" for piece in pieces)
    if clause.asks:
        return None
    verb = next((at for at, word in enumerate(words) if word in SPENT), -1)
    if money and (plus or _is_received(words)):
        return None if _told_of_others(pieces, _verb_of_receiving(words), receiving=True) else "record_income"
    if verb >= 0 and not _is_noun(words, verb):
        if _told_of_others(pieces, verb):
            return None
        if not money:
            return "record_expense" if _bare_spending(clause, verb) else None
        return "record_expense"
    if not money:
        return None
    return inherited or "record_expense" if _is_short_note(clause, money, inherited) else None


def _is_noun(words: list[str], verb: int) -> bool:
    """ "pay" and "cost" inside a noun: "sick pay", "the cost of"."""
    return words[verb] in ("pay", "buy", "spend", "had", "took", "lost", "lent") and (
        words[verb] in ("pay", "buy", "spend") or verb == 0 or words[verb - 1] not in ("i", "we")
    )


def _is_received(words: list[str]) -> bool:
    text = " ".join(words)
    if (
        words[0] == "won"
        or any(a == "from" and b in _PERSONS | _RELATIVES for a, b in zip(words, words[1:], strict=False))
        and SPENT.isdisjoint(words)
    ):
        return True
    if ("client" in words or "customer" in words) and "paid" in words and "i" not in words:
        return True
    if (
        "got paid" in text
        or "paid me" in text
        or "gave me" in text
        or "sent me" in text
        or "paid back" in text
        and "me" in words
    ):
        return True
    if words and words[0] in ("income", "salary", "paycheck", "wages", "bonus"):
        return True
    if (
        "spent" in words
        or "bought" in words
        or ("paid" in words and "got" not in words and "was" not in words and "salary" not in words)
    ):
        return False
    if any(word in _GIVERS and words[at + 1 : at + 2] in (["me"], ["us"]) for at, word in enumerate(words)):
        return True
    if not _RECEIVED.isdisjoint(words):
        return True
    if "made" in words and ("selling" in words or "from" in words or "i" in words):
        return True
    return ("got" in words and ("from" in words or "back" in words)) or ("won" in words and "i" in words)


def _verb_of_receiving(words: list[str]) -> int:
    return next(
        (
            at
            for at, word in enumerate(words)
            if word in ("got", "received", "earned", "made", "won", "sold", "receive", "earn")
        ),
        -1,
    )


def _told_of_others(pieces: Pieces, verb: int, *, receiving: bool = False) -> bool:
    """Whether the doer before the verb is somebody else."""
    at = verb - 1
    while at >= 0 and (pieces[at].word in _AUXILIARIES or pieces[at].word.endswith("ly")):
        at -= 1
    if at < 0:
        return verb > 0 and False
    piece = pieces[at]
    if piece.kind == "marked" or piece.kind == "mark" or piece.word in ("i", "we", "and", "then", "me"):
        return False
    if piece.word in _PERSONS:
        return True
    if receiving:
        return bool(piece.raw[:1].isupper()) and at > 0
    return (
        piece.raw[:1].isupper()
        and not piece.raw.isupper()
        and not knows(piece.word)
        and piece.kind == "word"
        and piece.word not in RECORD
        and piece.word not in emoji.CATEGORY_OF
    )


def _bare_spending(clause: Clause, verb: int) -> bool:
    """ "spent on groceries": a booking whose amount must be asked for."""
    words = clause.words
    if words[verb] not in ("spent", "bought", "paid") or verb > 1:
        return False
    return bool(words[verb + 1 :]) and (words[verb] != "paid" or words[verb + 1] == "for" or knows(words[-1]))


def _is_short_note(clause: Clause, money: list[int], inherited: str) -> bool:
    """ "coffee 4.50", "$12 for parking": words and an amount, and nothing that speaks of something else."""
    words, pieces = clause.words, clause.pieces
    amounts = clause.amounts()
    content = [piece for piece in pieces if piece.kind == "word"]
    if not content and not any(
        piece.value and piece.word not in (AMOUNT, UNCLEAR) and isinstance(piece.value, str) for piece in pieces
    ):
        return bool(inherited)
    recorded = words[0] in RECORD or any(word in RECORD for word in words[:2])
    priced = not _PRICED.isdisjoint(words)
    odd = [
        word
        for word in words
        if word in _NOT_MONEY
        and not (priced and word in ("was", "were"))
        and not (recorded and word in ("book", "set", "at"))
    ]
    odd = [word for word in odd if word not in ("at", "to", "may", "and")]
    known = (
        any(knows(piece.word) for piece in content)
        or categories.find(phrases(pieces, SPENT | RECORD), booked=True).merchant
    )
    marked = any(amount.marked for amount in amounts)
    if ("costs" in words or "price" in words or "prices" in words or "gallon" in words) and not recorded:
        return False
    if any(word in _PERSONS and (at == 0 or words[at - 1] not in LEADS) for at, word in enumerate(words)) and not (
        known and marked
    ):
        return False
    if priced or recorded:
        return not (
            set(odd)
            - {
                "was",
                "were",
                "have",
                "number",
                "my",
                "phone",
                "it",
                "text",
                "read",
                "flight",
                "bus",
                "iphone",
                "like",
                "book",
                "play",
                "song",
                "kids",
                "day",
                "get",
            }
        ) and (known or marked or len(content) <= 5)
    nouns = {"flight", "bus", "phone", "iphone", "kids", "book", "play", "song", "drive", "table", "read", "day"}
    odd = [word for word in odd if not (word in nouns and (known or marked))]
    if odd:
        return False
    return len(content) <= (12 if known and marked else 9 if known else 6 if marked else 3)
