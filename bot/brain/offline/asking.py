"""Reads questions about what was booked: sums, lists, exports."""

from bot.brain.offline import categories
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.phrases import phrases
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.telling import RECORD, SPENT
from bot.domain.decision import Slots
from bot.domain.taxonomy import EVERYTHING

_QUERY_WORDS = (
    SPENT
    | RECORD
    | CLASSES["@spend"]
    | CLASSES["@show"]
    | CLASSES["@rows"]
    | frozenset(
        "how much many did do have has spending spend expenses expense what total average avg sum overall typical "
        "biggest largest top most highest smallest "
        "compare compared versus vs category categories merchant merchants purchase money go gone went where show me "
        "was were is are my so far cost costs "
        "outgoings breakdown summary report by weekly daily monthly yearly earn earned make made receive received "
        "income earnings than same less last recent "
        "latest few all list transactions every each per figure amount altogether been single far down which on "
        "spending between earnings latest blow "
        "dropped cash look looked like thing going damage recap overview who logged recorded entered booked "
        "anything number set back "
        "came coming comes fork details full give us break detailed count search find long up it's".split()
    )
)


_COMPARED = frozenset("over under above below than between".split())
_EARNED = frozenset("making earn earned make made income earnings receive received came comes coming".split())


def spending_query(clause: Clause) -> Slots | None:
    """Category or merchant, period; a sentence that brings its own sum ("should I spend 200") asks something else."""
    if any(amount.marked or amount.whole > 31 for amount in clause.amounts()) or (
        clause.amounts() and "spend" in clause.words
    ):
        return None
    slots = _asked(clause)
    put(slots, "kind", "" if _EARNED.isdisjoint(clause.words) else "income")
    return slots


def _asked(clause: Clause) -> Slots:
    slots: Slots = {}
    found = categories.find(phrases(clause.pieces, _QUERY_WORDS), booked=False)
    put(slots, "category", found.category if found.category not in EVERYTHING else "")
    put(slots, "merchant", found.merchant)
    put(slots, "period", clause.period())
    return slots


def list_transactions(clause: Clause) -> Slots | None:
    """Category or merchant, period, how many; a sum of money is none of these."""
    if any(amount.marked for amount in clause.amounts()) and _COMPARED.isdisjoint(clause.words):
        return None
    slots = _asked(clause)
    counted = next((amount for amount in clause.amounts() if 0 < amount.whole <= 1000 and not amount.marked), None)
    if counted:
        slots["limit"] = counted.whole
    return slots


def export_data(clause: Clause) -> Slots:
    slots: Slots = {}
    formats = {
        "csv": "csv",
        "spreadsheet": "csv",
        "excel": "xlsx",
        "xlsx": "xlsx",
        "json": "json",
        "beancount": "beancount",
        "pdf": "pdf",
        "ofx": "ofx",
        "qif": "qif",
    }
    put(slots, "format", next((formats[word] for word in clause.words if word in formats), ""))
    put(slots, "period", clause.period())
    return slots
