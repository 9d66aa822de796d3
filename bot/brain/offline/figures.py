"""Reads one written figure (1,234.50 or 1.234,50 or 12k): every amount it can mean, or none when it is unclear."""

import re
from decimal import Decimal

from bot.brain.offline.manners import Manners
from bot.domain.money import exponent_of

# Above this an amount of a private person is a slip of the finger; and it keeps far from 64 bits.
LARGEST = Decimal(10**10)

_PLAIN = re.compile(r"\d{1,11}(?:\.\d{1,2})?")
_DECIMAL_COMMA_CURRENCIES = frozenset(
    "EUR DKK SEK NOK ISK PLN CZK HUF RON BGN TRY RUB UAH BRL ARS CLP COP UYU PYG IDR VND CRC".split()
)


def readings_of(figure: str, factor: int, currency: str, manners: Manners) -> tuple[Decimal, ...]:
    """All amounts a figure times ``factor`` (12k: 1000) can be in a currency; () when it is no clear figure."""
    exponent = exponent_of(currency)
    if figure[0] != "0" and _PLAIN.fullmatch(figure):
        candidates = [figure]
    else:
        candidates = _spelled(figure, exponent, currency, manners)
    amounts = []
    for candidate in candidates:
        amount = Decimal(candidate)
        if factor != 1:
            amount *= factor
        if 0 < amount <= LARGEST and _fits(amount, exponent) and amount not in amounts:
            amounts.append(amount)
    return tuple(amounts)


def _fits(amount: Decimal, exponent: int) -> bool:
    digits = amount.as_tuple().exponent
    if not isinstance(digits, int):
        return False
    return -digits <= exponent or amount == amount.quantize(Decimal(1).scaleb(-exponent))


def _spelled(figure: str, exponent: int, currency: str, manners: Manners) -> list[str]:
    """The plain decimal spellings a figure with separators can stand for."""
    marks = [mark for mark in figure if not mark.isdigit()]
    if not marks:
        return [] if figure[0] == "0" or len(figure) > 12 else [figure]
    kinds = set(marks)
    if kinds - set(".,' "):
        return []
    last = marks[-1]
    if len(kinds) == 1:
        return _one_kind(figure, last, len(marks), exponent, (currency, manners))
    whole, _, fraction = figure.rpartition(last)
    if len(kinds) > 2 or marks.count(last) > 1 or last in "' " or not fraction or len(fraction) > max(exponent, 2):
        return []
    (group,) = kinds - {last}
    return [f"{_ungrouped(whole, group)}.{fraction}"] if _grouped(whole, group) else []


def _one_kind(figure: str, mark: str, count: int, exponent: int, place: tuple[str, Manners]) -> list[str]:
    currency, manners = place
    whole, _, fraction = figure.rpartition(mark)
    if count > 1 or mark in "' ":
        return [_ungrouped(figure, mark)] if _grouped(figure, mark) else []
    if not whole:
        return [f"0.{fraction}"] if len(fraction) <= max(exponent, 2) else []
    if whole[0] == "0" and len(whole) > 1:
        return []
    decimal = f"{whole}.{fraction}"
    if len(fraction) != 3:
        return [decimal] if len(fraction) <= 4 else []
    if whole == "0":
        return [decimal] if exponent == 3 else []
    if len(whole) > 3:
        return [decimal]
    return _three_after(whole + fraction, decimal, mark, exponent, (currency, manners))


def _three_after(grouped: str, decimal: str, mark: str, exponent: int, place: tuple[str, Manners]) -> list[str]:
    """1.234 and 1,234: the currency's decimals, then the person's locale settle it; else both stand."""
    currency, manners = place
    if exponent == 0:
        return [grouped]
    english = manners.decimal == "."
    if mark == ",":
        if english:
            return [grouped]
        return [decimal] if exponent == 3 else [grouped, _rounded(decimal)]
    if exponent == 3:
        return [decimal] if english else [decimal, grouped]
    if manners.group == "." and currency in _DECIMAL_COMMA_CURRENCIES:
        return [grouped]
    return [grouped, _rounded(decimal)]


def _rounded(decimal: str) -> str:
    """1.234 offered as 1.23: nobody pays a tenth of a cent."""
    return str(Decimal(decimal).quantize(Decimal("0.01")))


def _grouped(figure: str, group: str) -> bool:
    """Groups of three, or the Indian way: twos, then a three."""
    first, *rest = figure.split(group)
    if not first or len(first) > 3 or (first[0] == "0") or not rest:
        return False
    threes = all(len(part) == 3 for part in rest)
    indian = group == "," and len(first) <= 2 and len(rest[-1]) == 3 and all(len(part) == 2 for part in rest[:-1])
    return threes or indian


def _ungrouped(figure: str, group: str) -> str:
    return figure.replace(group, "")
