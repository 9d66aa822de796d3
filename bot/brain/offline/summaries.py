"""Reads how a sum is wanted: compared, grouped, averaged, counted, its largest, drawn."""

import itertools

from bot.brain.offline.account_names import name_at
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.pieces import EVERY, PERIOD, TAG
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.settling import is_person
from bot.brain.offline.spans import previous_like, this_like
from bot.domain.decision import Slots

_VERSUS = frozenset("difference vs versus v than against compared compare".split())
_AVERAGES = frozenset("average avg typical typically usually usual normally mean".split())
_SMALLEST = frozenset("smallest lowest cheapest least".split())
_LARGEST = CLASSES["@extreme"] - _SMALLEST
_GROUPS: dict[str, str] = {
    **dict.fromkeys("category categories".split(), "category"),
    **dict.fromkeys("merchant merchants store stores shop shops place places".split(), "merchant"),
    **dict.fromkeys("tag tags".split(), "tag"),
    **dict.fromkeys("account accounts".split(), "account"),
    **dict.fromkeys("day week month".split(), ""),
}
_UNITS = {"daily": "day", "weekly": "week", "monthly": "month"}
_COUNTS = frozenset({("how", "often"), ("how", "many"), ("number", "of"), ("no", "of"), ("many", "times")})
_ASKED_FIRST = CLASSES["@extreme"] | {"which", "what"}
_ROWS = CLASSES["@rows"] | {"spending"}
_OF_ONE = frozenset("visit visits booking purchase trip order time meal ride price".split())
_MOST_GROUPS = 50
_SETS = frozenset("by per each every".split())
_WITH = frozenset("with from on by in using via out of".split())


def wanted(clause: Clause) -> Slots:
    """compare, by, measure, per, limit, chart; period only where a comparison tells it."""
    slots: Slots = {}
    _put_comparison(slots, clause)
    measure = _measure(clause)
    group = _group(clause)
    unit = _unit(clause)
    if measure == "average" or (unit and _is_custom(clause)):
        put(slots, "measure", "average")
        put(slots, "per", unit or ("booking" if not _OF_ONE.isdisjoint(clause.words) else ""))
    elif group or (unit and not _is_name(clause)):
        put(slots, "by", group or unit)
        put(slots, "limit", _limit(clause, measure))
    else:
        put(slots, "measure", measure)
    if not CLASSES["@chart"].isdisjoint(clause.words):
        slots["chart"] = True
    return slots


def narrowed(clause: Clause) -> Slots:
    """tag, account and person a question is about."""
    slots: Slots = {}
    put(slots, "tag", _tag(clause))
    put(slots, "account", _account(clause))
    put(slots, "person", _person(clause))
    return slots


def _put_comparison(slots: Slots, clause: Clause) -> None:
    """The later period is the one asked about, the earlier the one it is compared to."""
    words = clause.words
    if _VERSUS.isdisjoint(words):
        return
    periods = sorted((span.past for span in clause.spans()), key=lambda period: period.first)
    today = clause.reader.today
    if len(periods) > 1:
        slots["period"], slots["compare"] = periods[-1], periods[0]
    elif periods and periods[0].first <= today <= periods[0].last:
        slots["period"], slots["compare"] = periods[0], previous_like(periods[0], clause.reader)
    elif periods:
        slots["period"], slots["compare"] = this_like(periods[0], clause.reader), periods[0]


def _measure(clause: Clause) -> str:
    words = clause.words
    if not _AVERAGES.isdisjoint(words):
        return "average"
    pairs = set(itertools.pairwise(words))
    if not _COUNTS.isdisjoint(pairs):
        return "count"
    if not _SMALLEST.isdisjoint(words):
        return "smallest"
    return "largest" if not _LARGEST.isdisjoint(words) and ("at", "most") not in pairs else ""


def _group(clause: Clause) -> str:
    """What the sum is parted by: "by category", "top 3 merchants", "where did I spend the most"."""
    words = clause.words
    for before, word in itertools.pairwise(["", *words]):
        if word in _GROUPS and (before in _SETS or before in _ASKED_FIRST or word.endswith("s")):
            return _GROUPS[word] or (word if before in _SETS else "")
    if "most" not in words or "expensive" in words:
        return _unit_by_unit(words) or ("month" if not {"trend", "trends"}.isdisjoint(words) else "")
    return {"where": "merchant", "who": "merchant", "what": "category"}.get(words[0], "")


def _unit_by_unit(words: list[str]) -> str:
    """The unit of "week by week"."""
    triples = zip(words, words[1:], words[2:], strict=False)
    return next((word for word, joint, other in triples if joint == "by" and word == other and word in _GROUPS), "")


def _unit(clause: Clause) -> str:
    """day, week or month of "per day", "each week", "monthly"."""
    if "month" in clause.words and ("month", "by") in itertools.pairwise(clause.words):
        return "month"
    rule = (clause.every() or "").partition(":")[0]
    return _UNITS.get(rule, "")


def _is_custom(clause: Clause) -> bool:
    """As "how much do I spend per week": what is done again and again is told by its average."""
    return {"how", "do"} <= set(clause.words) or {"how", "does"} <= set(clause.words)


def _is_name(clause: Clause) -> bool:
    """As "monthly summary": a kind of summary, not a way to part it."""
    at = clause.words.index(EVERY) if EVERY in clause.words else -1
    return at >= 0 and clause.pieces[at].raw.lower().endswith("ly")


def _limit(clause: Clause, measure: str) -> int | None:
    """As "top 3 merchants"; "biggest category" is one."""
    if measure != "largest":
        return None
    single = any(
        before in _LARGEST and word in _GROUPS and not word.endswith(("s", "ies"))
        for before, word in itertools.pairwise(clause.words)
    )
    return clause.counted(_MOST_GROUPS) or (1 if single else None)


def _tag(clause: Clause) -> str:
    """#trip, tagged trip, with the tag trip."""
    words = clause.words
    if TAG in words:
        return clause.tags()[0]
    for at, word in enumerate(words[:-1]):
        if word == "tagged" or (word == "tag" and words[at - 1 : at] != ["by"]):
            following = clause.pieces[at + 1 + (words[at + 1] in ("with", "as", "named", "called"))]
            return following.raw.lower() if following.kind == "word" else ""
    return ""


def _account(clause: Clause) -> str:
    pieces, words = clause.pieces, clause.words
    for at in range(len(pieces)):
        end, name = name_at(pieces, at)
        before = words[at - 1] if at else ""
        after = words[end] if end < len(words) else ""
        shown = before in _WITH or before in ("my", "the") or after in _ROWS
        if name and (shown or name == "cash") and not (end == at + 1 and name in ("savings", "pension") and not shown):
            return name
    return ""


def _person(clause: Clause) -> str:
    """As "how much did I spend with Ann"."""
    words = clause.words
    if "with" not in words:
        return ""
    at = words.index("with") + 1
    rest = [piece for piece in clause.pieces[at:] if piece.word not in ("my", "the", "our") and piece.word != PERIOD]
    return rest[0].raw.lower() if rest and is_person(rest[0]) and not name_at(clause.pieces, at)[1] else ""
