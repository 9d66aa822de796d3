"""The one sum a clause is about, when counts, prices and corrections stand beside it."""

from bot.brain.offline.amount import Amount
from bot.brain.offline.bare_numbers import is_counted
from bot.brain.offline.clause import Clause, is_money, times
from bot.brain.offline.phrases import LEADS
from bot.brain.offline.pieces import NUMBER, PEOPLE
from bot.domain.taxonomy import knows

_EACH = frozenset("each apiece ea per @ at x".split())
_ENOUGH_TO_COUNT = 100
_TYPED_FOR = 4
"""As in "gift 4 jen 25"."""

_FEW = 12
"""More than a few are counted only where the things are told as many."""


def the_amount(clause: Clause) -> Amount | None:
    """A count times a price, or the only sum told; without readings when two compete, None when there is none."""
    if not clause.weighed:
        clause.weighed, clause.sum = True, _weigh(clause)
    return clause.sum


def _weigh(clause: Clause) -> Amount | None:
    places = [at for at, piece in enumerate(clause.pieces) if is_money(piece)]
    amounts = clause.amounts()
    if len(amounts) == 1:
        return _single(clause, places[0], amounts[0])
    if len(amounts) == 2:
        return _of_two(clause, (places[0], places[1]), (amounts[0], amounts[1]))
    if not amounts:
        return None
    sums = [amount for amount, place in zip(amounts, places, strict=True) if not is_counted(clause, place)]
    return sums[0] if len(sums) == 1 else Amount((), amounts[0].currency, marked=True)


def _single(clause: Clause, place: int, amount: Amount) -> Amount:
    if place and clause.pieces[place - 1].word == "by":
        return Amount((), amount.currency, marked=True)
    count = _counted(clause, place)
    return times(amount, count) if count else amount


def _of_two(clause: Clause, places: tuple[int, int], amounts: tuple[Amount, Amount]) -> Amount:
    first, second = amounts
    pieces = clause.pieces
    before = pieces[places[0] - 1].word if places[0] else ""
    between = [piece.word for piece in pieces[places[0] + 1 : places[1]]]
    after = pieces[places[1] + 1].word if places[1] + 1 < len(pieces) else ""
    if before == "from" and between[-1:] in (["to"], ["into"]):
        return second
    if _is_count(first) and first.sign == "x" and not between:
        return times(second, first.whole)
    if first.whole == _TYPED_FOR and len(between) == 1 and knows(before) and not knows(between[0]):
        return second
    if _is_count(first) and between:
        if after in _EACH - {"at"} or between[-1] in _EACH or between[0] == "x":
            return times(second, first.whole)
        few = first.whole <= _FEW or between[0].endswith("s") or between[-1] == "for"
        if few and between[0] not in LEADS and not knows(before):
            return second
    if between == ["for"] and _is_count(second) and second.whole <= _FEW < first.whole and after.endswith("s"):
        return first
    if _is_count(second) and between[:1] == ["x"]:
        return times(first, second.whole)
    return Amount((), first.currency, marked=True)


def _is_count(amount: Amount) -> bool:
    return 0 < amount.whole <= _ENOUGH_TO_COUNT and not amount.marked


def _counted(clause: Clause, place: int) -> int:
    """As "4 people at 15 each": the count stands as a number before the price."""
    if not any(piece.word in ("each", "apiece", "ea") for piece in clause.pieces[place:]):
        return 0
    for piece in clause.pieces[:place]:
        if piece.word in (NUMBER, PEOPLE) and isinstance(piece.value, int):
            return piece.value
    return 0
