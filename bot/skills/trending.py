"""The course of a subject: day by day, week by week or month by month, and what that is on average."""

from bot.domain.answer import Line
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.skills.asked_days import is_running
from bot.skills.measuring import average_in, average_line
from bot.skills.spending_charts import course_chart
from bot.skills.spending_totals import total_line
from bot.skills.steps import Step, Stretch, stretch_text, stretches_in, without_gaps
from bot.skills.subject import Subject
from bot.skills.told import Told

MOST_ROWS = 40
# Two months are compared in words; from three on there is a course to see.
WORTH_A_PICTURE = 3


async def show_course(tx: Tx, visit: Visit, subject: Subject, period: Period, step: Step) -> Told:
    """A row a step, and the average of what is whole; days without anything are not told."""
    course = await _course(tx, visit, subject, period, step)
    if not course:
        return Told((total_line(visit, subject, period, []),))
    title = visit.voice.line("course.title", what=subject.title(visit), period=period)
    told = [stretch for stretch in course if stretch.amount.minor or step != "day"]
    rows = [_row(visit, stretch, step) for stretch in told[-MOST_ROWS:]]
    drawn = [each for each in course if each.amount.currency == course[0].amount.currency]
    days = period if step == "day" else Period(drawn[0].period.first, drawn[-1].period.last)
    found = await average_in(tx, visit, subject, days, step)
    if found is None or len(drawn) < WORTH_A_PICTURE:
        return Told((title, *rows))
    chart = course_chart(visit, subject, drawn, step, found.means[0].amount)
    return Told((title, *rows, average_line(visit, subject, step, found)), chart, is_better_seen=True)


async def _course(tx: Tx, visit: Visit, subject: Subject, period: Period, step: Step) -> list[Stretch]:
    """In order, one currency after the other, without gaps."""
    course: dict[str, list[Stretch]] = {}
    for stretch in await stretches_in(tx, visit, subject, period, step):
        course.setdefault(stretch.amount.currency, []).append(stretch)
    return [filled for stretches in course.values() for filled in without_gaps(visit, stretches, period, step)]


def _row(visit: Visit, stretch: Stretch, step: Step) -> Line:
    key = "course.running" if is_running(visit, stretch.period) else "course.row"
    return visit.voice.line(key, name=stretch_text(visit, stretch.period, step), amount=stretch.amount)
