"""Money and days as people of a locale write them: Babel's data, read once per locale and currency.

Babel's ``format_currency`` costs 17 µs a call, mostly for looking the same things up again; the style it leads to is
kept, and a test holds both equal.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

import msgspec
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency

from bot.domain.money import Money, exponent_of

FALLBACK = "en-US"


class MoneyStyle(msgspec.Struct, frozen=True):
    """What stands around and inside the digits of an amount."""

    prefix: str
    suffix: str
    negative_prefix: str
    negative_suffix: str
    decimal_mark: str
    group_mark: str
    grouping: tuple[int, int]
    decimals: int

    def write(self, money: Money) -> str:
        digits = str(abs(money.minor)).rjust(self.decimals + 1, "0")
        whole, fraction = (digits[: -self.decimals], digits[-self.decimals :]) if self.decimals else (digits, "")
        number = self._grouped(whole) + (self.decimal_mark + fraction if fraction else "")
        if money.minor < 0:
            return f"{self.negative_prefix}{number}{self.negative_suffix}"
        return f"{self.prefix}{number}{self.suffix}"

    def _grouped(self, whole: str) -> str:
        last, others = self.grouping
        if len(whole) <= last or not self.group_mark:
            return whole
        parts, rest = [whole[-last:]], whole[:-last]
        while rest:
            parts.append(rest[-others:])
            rest = rest[:-others]
        return self.group_mark.join(reversed(parts))


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """The locale of a BCP 47 tag; the fallback's where Babel does not know it."""
    return Locale.parse(tag if is_locale(tag) else FALLBACK, sep="-")


def is_locale(tag: str) -> bool:
    """Whether Babel knows a BCP 47 tag."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def first_weekday(tag: str) -> int:
    """The day a week begins with: 0 is Monday, 6 is Sunday."""
    return locale_of(tag).first_week_day


@lru_cache(maxsize=256)
def money_style(tag: str, currency: str) -> MoneyStyle:
    locale = locale_of(tag)
    decimals = exponent_of(currency)
    # A probe with every mark in it: 8 whole digits in which no digit stands for anything else.
    pattern = locale.currency_formats["standard"]
    probe = Decimal(12345678).scaleb(-decimals) if decimals else Decimal(12345678)
    sample = format_currency(probe, currency, locale=locale, currency_digits=False, decimal_quantization=False)
    minus = format_currency(-probe, currency, locale=locale, currency_digits=False, decimal_quantization=False)
    prefix, suffix = _around(sample)
    negative_prefix, negative_suffix = _around(minus)
    symbols = locale.number_symbols["latn"]
    grouping = pattern.grouping
    return MoneyStyle(
        prefix=prefix,
        suffix=suffix,
        negative_prefix=negative_prefix,
        negative_suffix=negative_suffix,
        decimal_mark=symbols.get("currencyDecimal", symbols["decimal"]),
        group_mark=symbols.get("currencyGroup", symbols["group"]),
        grouping=(grouping[0], grouping[1]),
        decimals=decimals,
    )


def _around(sample: str) -> tuple[str, str]:
    """What stands before the first and after the last digit."""
    places = [place for place, letter in enumerate(sample) if letter.isdigit()]
    return sample[: places[0]], sample[places[-1] + 1 :]


def money_text(money: Money, tag: str) -> str:
    return money_style(tag, money.currency).write(money)


@lru_cache(maxsize=1024)
def day_text(day: date, tag: str, *, with_year: bool) -> str:
    """A day as the locale writes it: "Nov 10" or "Nov 10, 2025"; a full stop at its end would end the sentence."""
    locale = locale_of(tag)
    if with_year:
        return format_date(day, format="medium", locale=locale)
    return format_date(day, format=locale.datetime_skeletons["MMMd"].pattern, locale=locale).removesuffix(".")


@lru_cache(maxsize=256)
def short_month_text(day: date, tag: str) -> str:
    """A month as short as its locale has it: "Oct"."""
    return format_date(day, format="LLL", locale=locale_of(tag))


@lru_cache(maxsize=256)
def month_text(day: date, tag: str, *, with_year: bool) -> str:
    """A month by name: "October" or "October 2025"."""
    return format_date(day, format="LLLL y" if with_year else "LLLL", locale=locale_of(tag))
