"""What is to come in words: what will be left, what that is reckoned from, what may be spent."""

from datetime import date
from typing import Literal

from bot.domain.answer import Line
from bot.domain.budget import Standing
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import joined, titled
from bot.services.forecasting import Allowance, Outlook


def left_line(
    visit: Visit, left: Money, day: date, *, asked: Literal["date", "enough", "with"], amount: Money | None = None
) -> Line:
    """``asked``: what there will be, whether it is enough, or what there will be with an amount spent."""
    key = f"forecast.{asked}_{'left' if left.minor >= 0 else 'missing'}"
    size = left if left.minor >= 0 else -left
    if amount:
        return visit.voice.line(key, left=size, period=Period(day, day), amount=amount)
    return visit.voice.line(key, left=size, period=Period(day, day))


def reasons(visit: Visit, outlook: Outlook) -> list[Line]:
    """Each figure that the sum is made of, and the days it comes from."""
    voice, habit = visit.voice, outlook.habit
    said = [voice.line("forecast.now", amount=outlook.now)]
    if habit and outlook.days:
        usual = voice.line("forecast.usual", amount=outlook.usual, daily=habit.daily, period=habit.period)
        said.append(usual)
    if outlook.ahead.minor:
        said.append(voice.line("forecast.ahead", amount=outlook.ahead))
    for each in outlook.coming:
        word = titled(voice.word(each.word))
        said.append(voice.line("forecast.due", source=word, amount=each.amount, period=Period(each.day, each.day)))
    if habit is None:
        said.append(voice.line("forecast.no_habit"))
    elif habit.is_rough and outlook.days:
        said.append(voice.line("forecast.rough"))
    return said


def allowance_line(visit: Visit, allowance: Allowance, asked: Period | None) -> Line:
    """What is safe to spend a day, and in the days asked about, and what leaves no more."""
    voice, daily = visit.voice, allowance.daily
    said = [voice.line("forecast.safe", daily=daily) if daily.minor else voice.line("forecast.nothing_safe")]
    if asked and daily.minor and asked.days > 1:
        said.append(
            voice.line("forecast.safe_in", amount=Money(daily.minor * asked.days, daily.currency), period=asked)
        )
    if allowance.budget:
        pot = allowance.budget
        said.append(voice.line("forecast.budget_leaves", amount=pot.left, period=pot.period))
    if allowance.money:
        pot = allowance.money
        said.append(voice.line("forecast.money_for", amount=pot.left, period=pot.period))
    return joined(*said)


def budget_with_it(visit: Visit, standing: Standing, amount: Money) -> Line:
    """How a budget would stand with an amount spent."""
    left = standing.left - amount
    word = titled(standing.budget.word or visit.voice.text("left.everything"))
    if left.minor < 0:
        return visit.voice.line("forecast.budget_over", word=word, over=-left, period=standing.period)
    return visit.voice.line("forecast.budget_left", word=word, left=left, period=standing.period)
