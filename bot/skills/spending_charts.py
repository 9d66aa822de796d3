"""Pictures of spending: a whole and its parts, and a course of months."""

from bot.domain.chart import Bar, Chart, Level, Slice, Slices, Trend
from bot.domain.money import Money
from bot.domain.money_words import day_text, short_month_text
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.skills.asked_days import is_running, spoken
from bot.skills.comparing import share_text
from bot.skills.parts import Part
from bot.skills.steps import Step, Stretch
from bot.skills.subject import Subject

# As many rows as a picture has room for, with one more for the rest.
MOST_SLICES = 10


def slices_chart(visit: Visit, subject: Subject, period: Period, whole: Money, parts: list[Part]) -> Chart | None:
    """The parts in the whole's currency, the largest first; None where there are none."""
    drawn = [part for part in parts if part.amount.currency == whole.currency]
    if not drawn:
        return None
    voice = visit.voice
    rows = [_slice(visit, part, whole) for part in drawn[:MOST_SLICES]]
    if len(drawn) > MOST_SLICES:
        rest = Money(sum(part.amount.minor for part in drawn[MOST_SLICES:]), whole.currency)
        rows.append(_slice(visit, Part(voice.text("chart.rest", count=len(drawn) - MOST_SLICES), rest), whole))
    what, days = subject.title(visit), spoken(visit, period)
    return Chart(
        title=what,
        subtitle=titled(voice.text("chart.in_all", period=days, amount=whole)),
        alt=voice.text("chart.alt_parts", what=what, period=days, name=drawn[0].name, amount=drawn[0].amount),
        figure=Slices(tuple(rows)),
    )


def _slice(visit: Visit, part: Part, whole: Money) -> Slice:
    share = visit.voice.text("chart.share", percent=share_text(part.amount, whole))
    return Slice(part.name, visit.voice.fact(part.amount), share, part.amount.minor)


def course_chart(visit: Visit, subject: Subject, course: list[Stretch], step: Step, mean: Money) -> Chart:
    """``course`` is of one currency, without gaps; the running step, or else the last one, is marked."""
    voice = visit.voice
    average = voice.text("chart.average", amount=mean)
    running = [place for place, each in enumerate(course) if is_running(visit, each.period)]
    what = subject.title(visit)
    return Chart(
        title=what,
        subtitle=titled(voice.text(f"chart.by_{step}")),
        alt=voice.text("chart.alt_course", what=what, average=average),
        figure=Trend(
            bars=tuple(_bar(visit, stretch, step) for stretch in course),
            current=running[0] if running else len(course) - 1,
            average=Level(average, mean.minor),
        ),
    )


def _bar(visit: Visit, stretch: Stretch, step: Step) -> Bar:
    first, locale = stretch.period.first, visit.voice.locale
    label = short_month_text(first, locale) if step == "month" else day_text(first, locale, with_year=False)
    return Bar(label, visit.voice.fact(stretch.amount), stretch.amount.minor)
