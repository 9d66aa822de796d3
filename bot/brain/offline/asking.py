"""Reads questions about what was booked: sums, lists, exports."""

from bot.brain.offline import categories, summaries
from bot.brain.offline.account_names import named
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.phrases import phrases
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.when import plus_days
from bot.domain.decision import Slots
from bot.domain.period import Period
from bot.domain.taxonomy import EVERYTHING, knows

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
        "anything number set back chart charts graph graphs graphed plot pie diagram picture visualise visualize "
        "draw histogram bar line "
        "trend trends trending tag tags tagged account accounts day week month merchants store stores shop shops "
        "places "
        "places often visit price vs versus v against compare priciest highest lowest smallest least cheapest "
        "any looking frequently higher lower difference pie breakdown thing things dearest normally usual split "
        "group part no times time "
        "rides ride trips trip visits orders deposits using with more take took payed mean avg booking bookings "
        "changed changing developing stack doing does different me send sent "
        "come came coming comes fork details full give us break detailed count search find long up it's "
        "already yet better order".split()
    )
)


_CATALOGUE = frozenset(
    "categories category aliases meanings list how many what which are is do did have has i we you there my our your "
    "the all of show see view display give tell get me us know use using used got own existing please can could now so "
    "far available for names words and , to see every".split()
)
_COMPARED = frozenset("over under above below than between".split())
_SMALLEST = frozenset("smallest lowest cheapest least".split())
_CAME = frozenset("earned income deposits earnings incomings".split())
_MOVED = frozenset("transfers transfer transferred move moved".split())
_EARNED = frozenset("making earn earned make made income earnings receive received came comes coming".split())


def spending_query(clause: Clause) -> Slots | None:
    """Category or merchant, period; "why", and what brings its own sum ("should I spend 200"), asks something else."""
    if clause.words[0] == "why":
        return None
    if any(amount.marked or amount.whole > 31 for amount in clause.amounts()) or (
        clause.amounts() and "spend" in clause.words
    ):
        return None
    slots = _asked(clause) | summaries.wanted(clause)
    earned = _EARNED - {"make"} if "chart" in slots else _EARNED
    put(slots, "kind", "" if earned.isdisjoint(clause.words) else "income")
    return slots


def compared(clause: Clause) -> Slots | None:
    """As "this month vs last month": nothing without two periods, one of them perhaps not said."""
    slots = spending_query(clause)
    return slots if slots and ("compare" in slots or clause.words[0] == "compare") else None


def known_query(clause: Clause) -> Slots | None:
    """Said without "spend": only of what PAM knows, or of a time; "number of planets" is asked of others."""
    slots = spending_query(clause)
    if slots is None:
        return None
    said = {"period", "merchant", "by", "per", "tag", "account"} & slots.keys() or not CLASSES["@spend"].isdisjoint(
        clause.words
    )
    return slots if said or knows(str(slots.get("category", ""))) else None


def query_of_account(clause: Clause) -> Slots | None:
    """As "how much from savings", "what came out of savings": nothing without the account."""
    slots = spending_query(clause)
    if not slots or "account" not in slots:
        return None
    if "out" in clause.words:
        slots.pop("kind", None)
    return slots


def query_of_thing(clause: Clause) -> Slots | None:
    """As "how much on takeaway", said without "spend"; "how much for a tesla" asks for a price."""
    words = clause.words
    if not {"a", "an", "one", "this", "that", "it", "each", "your", "average", "earth"}.isdisjoint(words):
        return None
    slots = spending_query(clause)
    if slots is None or not {"category", "merchant"} & slots.keys() or "account" in slots:
        return None
    return slots if words[2] != "for" or knows(str(slots.get("category", ""))) else None


def _asked(clause: Clause) -> Slots:
    slots = summaries.narrowed(clause)
    named = set(slots.values())
    told = [
        phrase
        for phrase in phrases(clause.pieces, _QUERY_WORDS)
        if phrase.text not in named
        and not CLASSES["@chart"].issuperset(phrase.words)
        and not (phrase.lead == "with" and phrase.words[0] in named)
    ]
    found = categories.find(told, booked=False)
    put(slots, "category", found.category if found.category not in EVERYTHING else "")
    put(slots, "merchant", found.merchant)
    put(slots, "period", clause.period())
    return slots


def list_transactions(clause: Clause) -> Slots | None:
    """Category or merchant, period, how many; a sum of money is none of these."""
    if any(amount.marked for amount in clause.amounts()) and _COMPARED.isdisjoint(clause.words):
        return None
    slots = _asked(clause)
    kind = _kind(clause.words)
    if kind == "transfer":
        slots.pop("category", None)
        put(slots, "account", named(clause))
    put(slots, "kind", kind)
    put(slots, "limit", clause.counted(1000))
    return slots


def _kind(words: list[str]) -> str:
    if not _MOVED.isdisjoint(words):
        return "transfer"
    return "" if _CAME.isdisjoint(words) else "income"


def list_categories(clause: Clause) -> Slots | None:
    """As "what categories do I have": the person's own, and what their words mean; nothing else may be said."""
    words = clause.words
    return (
        {"of": "categories"} if _CATALOGUE.issuperset(words) and ("category" not in words or "list" in words) else None
    )


def list_tagged(clause: Clause) -> Slots | None:
    """As "show #work"; where "spending" is said the sum is asked for."""
    return list_transactions(clause) if CLASSES["@spend"].isdisjoint(clause.words) else None


def list_last_week(clause: Clause) -> Slots:
    """As "did I miss anything": what was booked in the last seven days shows what is not there."""
    today = clause.reader.today
    return {"period": clause.period() or Period(plus_days(today, -6), today)}


def largest(clause: Clause) -> Slots | None:
    """As "my 5 biggest expenses"."""
    if not _SMALLEST.isdisjoint(clause.words) or not {"recent", "latest"}.isdisjoint(clause.words):
        return None
    slots = list_transactions(clause)
    return None if slots is None else {"order": "largest", **slots}


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
