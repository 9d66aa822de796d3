"""Charts as a skill makes them: every word and figure from the person's Voice, sizes in minor units of one currency."""

from collections.abc import Sequence
from datetime import date

from bot.domain.chart import Bar, Burndown, Chart, Level, Slice, Slices, Trend
from bot.domain.money import Money
from bot.domain.money_words import day_text, money_text, month_text

NOV = date(2026, 11, 1)
MOST_SLICES = 7


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def month_by_category(
    spent: Sequence[tuple[str, Money]] = (
        ("rent", usd(120_000)),
        ("groceries", usd(41_230)),
        ("eating out", usd(18_850)),
        ("transport", usd(9_600)),
        ("coffee", usd(4_275)),
    ),
    locale: str = "en-US",
) -> Chart:
    """``spent`` the largest first; what comes after seven is one row of its own."""
    whole = Money(sum(amount.minor for _, amount in spent), spent[0][1].currency)
    rows = list(spent[:MOST_SLICES])
    if len(spent) > MOST_SLICES:
        rest = sum(amount.minor for _, amount in spent[MOST_SLICES:])
        rows.append((f"{len(spent) - MOST_SLICES} more", Money(rest, whole.currency)))
    slices = tuple(
        Slice(word, money_text(amount, locale), f"{amount.minor * 100 // (whole.minor or 1)}%", amount.minor)
        for word, amount in rows
    )
    written = money_text(whole, locale)
    return Chart(
        title="Spent in November",
        subtitle=f"{written} in all",
        alt=f"Spent in November by category, {written} in all; most on {slices[0].label}, {slices[0].amount}.",
        figure=Slices(slices),
    )


def budget_by_day(
    by_day: Sequence[int] = (4_530, 0, 1_299, 0, 0, 8_820, 2_400, 0, 650, 3_541), limit: int = 40_000, days: int = 30
) -> Chart:
    """``by_day`` is what was spent on each day up to today, as a store sums it; the chart wants it summed up."""
    spent = tuple(sum(by_day[: day + 1]) for day in range(len(by_day)))
    written, of = money_text(usd(spent[-1]), "en-US"), money_text(usd(limit), "en-US")
    today = day_text(NOV.replace(day=len(spent)), "en-US", with_year=False)
    return Chart(
        title="Groceries budget",
        subtitle="this month",
        alt=f"Groceries budget this month: {written} of {of} spent by {today}.",
        figure=Burndown(
            spent=spent,
            days=days,
            limit=limit,
            spent_label=f"{written} spent",
            limit_label=f"{of} limit",
            pace_label="the same every day",
            first_label=day_text(NOV, "en-US", with_year=False),
            today_label="today",
            last_label=day_text(NOV.replace(day=days), "en-US", with_year=False),
        ),
    )


def months(sizes: Sequence[int] = (81_240, 92_800, 70_110, 68_900, 104_420, 41_230), locale: str = "en-US") -> Chart:
    """``sizes`` oldest first; the last is the month that is not over, so the average leaves it out."""
    whole = sizes[:-1] or sizes
    average = sum(whole) // len(whole)
    written = money_text(usd(average), locale)
    bars = tuple(
        Bar(
            month_text(date(2026, (11 - len(sizes) + place) % 12 + 1, 1), locale, with_year=False)[:3],
            money_text(usd(size), locale),
            size,
        )
        for place, size in enumerate(sizes)
    )
    return Chart(
        title="Month by month",
        subtitle="Groceries",
        alt=f"Groceries month by month, {written} on average.",
        figure=Trend(bars=bars, current=len(bars) - 1, average=Level(f"{written} on average", average)),
    )


EVERY_KIND = (month_by_category(), budget_by_day(), months())
