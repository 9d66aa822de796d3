"""Figures as they stand in a text: their value, and the currency or sign that makes them money or a share."""

from decimal import Decimal
from functools import lru_cache

import msgspec
from babel.numbers import get_currency_symbol

from bot.brain.grounding.listener import Listener
from bot.brain.grounding.tokens import END, Token
from bot.brain.offline import currencies
from bot.domain.decision import Reader
from bot.domain.money import THREE_DECIMALS, TWO_DECIMALS, ZERO_DECIMALS, exponent_of
from bot.domain.money_words import locale_of, money_style

_SPACES = ("\u00a0", "\u202f", " ")
_MULTIPLES = {"k": 1_000, "m": 1_000_000, "mio": 1_000_000}
_MINUS = ("-", "\u2212")
_WORDS = {
    "dolares": "dollar", "dolar": "dollar", "libras": "pound", "libra": "pound", "livres": "pound", "livre": "pound",
    "pfund": "pound", "francos": "franc", "franken": "franken", "yenes": "yen", "dollar": "dollar", "dollars": "dollar",
    "euro": "euro", "euros": "euro", "pounds": "pound", "pound": "pound", "quid": "quid", "pesos": "peso",
    "peso": "peso", "yen": "yen", "francs": "franc", "rupees": "rupee", "rupien": "rupee", "rupias": "rupee",
    "bucks": "buck", "kronor": "krona", "kronen": "krona", "zloty": "zloty", "yuan": "yuan",
}  # fmt: skip
NONE = "none"


class Figure(msgspec.Struct, frozen=True):
    """``unit`` is a currency, "%", "<%", "none" for a word that says nothing, or "" for a bare number.

    ``value`` is None where what stands there is no number as the listener writes them.
    """

    value: Decimal | None
    unit: str = ""
    is_gain: bool = False
    is_word: bool = False

    @property
    def is_money(self) -> bool:
        return len(self.unit) == 3


class Manner(msgspec.Struct, frozen=True):
    """How a listener's locale writes numbers and money."""

    reader: Reader
    decimal: str
    group: str
    grouping: tuple[int, int]
    symbols: dict[str, str]


@lru_cache(maxsize=64)
def manner_of(locale: str, currency: str) -> Manner:
    style = money_style(locale, currency)
    reader = Reader(None, "", "", locale, currency)  # ty: ignore[invalid-argument-type]
    return Manner(reader, style.decimal_mark, style.group_mark, style.grouping, _symbols(locale))


def manner_for(listener: Listener) -> Manner:
    return manner_of(listener.locale, listener.currency)


@lru_cache(maxsize=64)
def _symbols(tag: str) -> dict[str, str]:
    locale = locale_of(tag)
    every = sorted(TWO_DECIMALS | ZERO_DECIMALS | THREE_DECIMALS)
    return {get_currency_symbol(code, locale): code for code in every}


def currency_at(tokens: list[Token], at: int, manner: Manner) -> tuple[str, int]:
    """The currency that stands at a place, and how many tokens it takes; ("", 0) for none."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else END
    if token.kind == "word" and following.text in ("$", "£", "¥") and not following.gap:
        return _named(token.text + following.text, manner), 2
    if token.text == "$" and following.kind == "word" and not following.gap:
        named = manner.symbols.get(token.text + following.text)
        if named:
            return named, 2
    if token.kind == "mark":
        return _named(token.text, manner), 1
    if token.kind == "word":
        if token.key in _WORDS:
            return currencies.currency_of(_WORDS[token.key], token.text, manner.reader) or "", 1
        if len(token.text) == 3 and token.text.isupper():
            return _named(token.text, manner), 1
    return "", 0


def _named(text: str, manner: Manner) -> str:
    return manner.symbols.get(text) or currencies.currency_of(text.lower(), text, manner.reader) or ""


def figure_at(tokens: list[Token], at: int, manner: Manner) -> tuple[Figure, int] | None:
    """The figure that begins at a place, with what belongs to it, and where it ends; None for no figure."""
    end, sign = at, ""
    if tokens[end].text in {*_MINUS, "+"}:
        sign, end = tokens[end].text, end + 1
    currency = ""
    if end < len(tokens) and tokens[end].kind != "number":
        currency, taken = currency_at(tokens, end, manner)
        end += taken if currency else 0
    if end >= len(tokens) or tokens[end].kind != "number" or (end > at and "\n" in tokens[end].gap):
        return None
    value, end, is_hurt = _value(tokens, end, manner)
    written = value
    value, end = _multiplied(tokens, value, end)
    unit, end = _unit(tokens, end, manner, currency)
    if value is not None and value == written and len(unit) == 3 and not _is_written_out(value, exponent_of(unit)):
        is_hurt = True
    if end < len(tokens) and not tokens[end].gap and tokens[end].kind in ("word", "number"):
        is_hurt = True
    if at > 0 and not tokens[at].gap and tokens[at - 1].kind in ("word", "number"):
        is_hurt = True
    if value is not None and sign in _MINUS:
        value = -value
    return Figure(None if is_hurt else value, unit, is_gain=sign == "+"), end


def _value(tokens: list[Token], at: int, manner: Manner) -> tuple[Decimal | None, int, bool]:
    """The number, where it ends, and whether another number stands right beside it."""
    raw, end = tokens[at].text, at + 1
    if manner.group in _SPACES:
        while end < len(tokens) and _is_group(tokens[end], raw):
            raw, end = raw + tokens[end].text, end + 1
    is_split = end < len(tokens) and tokens[end].kind == "number"
    return _read(raw, manner), end, is_split


def _is_group(token: Token, before: str) -> bool:
    digits = token.text.split(",")[0]
    return token.kind == "number" and token.gap in _SPACES and len(digits) == 3 and before.isdigit()


def _read(raw: str, manner: Manner) -> Decimal | None:
    if not raw.isascii():
        raw = raw.replace("’", "'") if manner.group in ("’", "'") else raw
    whole, mark, fraction = raw.partition(manner.decimal)
    if mark and not _plain(fraction):
        return None
    group = "'" if manner.group == "’" else manner.group
    parts = whole.split(group) if group not in _SPACES else [whole]
    if not all(_plain(part) for part in parts) or (len(whole) > 1 and whole[0] == "0"):
        return None
    if len(parts) > 1 and not _is_grouped(parts, manner.grouping[1]):
        return None
    return Decimal("".join(parts) + ("." + fraction if mark else ""))


def _is_written_out(value: Decimal, decimals: int) -> bool:
    """Whether an amount has all of its decimals or none of them: "5,160 €" is easily read as thousands."""
    written = -int(value.as_tuple().exponent)
    return written in (0, decimals)


def _plain(digits: str) -> bool:
    return digits.isascii() and digits.isdigit()


def _is_grouped(parts: list[str], width: int) -> bool:
    return 0 < len(parts[0]) <= width and len(parts[-1]) == 3 and all(len(part) == width for part in parts[1:-1])


def _multiplied(tokens: list[Token], value: Decimal | None, end: int) -> tuple[Decimal | None, int]:
    """1.2k and 3M, written onto the figure."""
    if end < len(tokens) and not tokens[end].gap and tokens[end].key in _MULTIPLES:
        return (None if value is None else value * _MULTIPLES[tokens[end].key]), end + 1
    return value, end


def _unit(tokens: list[Token], end: int, manner: Manner, currency: str) -> tuple[str, int]:
    if end >= len(tokens) or "\n" in tokens[end].gap:
        return currency, end
    if tokens[end].text == "%":
        return "%", end + 1
    after, taken = currency_at(tokens, end, manner)
    if after and (not currency or after == currency):
        return after, end + taken
    return currency, end
