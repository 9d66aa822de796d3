"""tell_cost: what a person costs the house they are in, today and this month."""

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.cost_report import Report, report_of_month, report_of_today
from bot.skills.skill import NoSlots, Outcome

MICRO_USD_OF_A_CENT = 10_000


class TellCost:
    """Calls of a model with their tokens and dollars, SMS with their segments; a line a span of time."""

    name = "tell_cost"
    takes = NoSlots

    async def perform(self, tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        today, month = await report_of_today(tx, visit), await report_of_month(tx, visit)
        return Outcome((_line(visit, "today", today), _line(visit, "month", month)))


def _line(visit: Visit, span: str, report: Report) -> Line:
    said = [each for each in (_models(visit, report), _sms(visit, report)) if each]
    return visit.voice.line(f"cost.{span}", used="; ".join(said) or visit.voice.text("cost.nothing"))


def _models(visit: Visit, report: Report) -> str:
    if not report.calls and not report.micro_usd:
        return ""
    key = "cost.calls_one" if report.calls == 1 else "cost.calls"
    return visit.voice.text(key, count=report.calls, tokens=report.tokens, dollars=_dollars(visit, report.micro_usd))


def _dollars(visit: Visit, micro_usd: int) -> Money | str:
    if micro_usd < MICRO_USD_OF_A_CENT:
        return visit.voice.text("cost.under_a_cent")
    return Money(round(micro_usd / MICRO_USD_OF_A_CENT), "USD")


def _sms(visit: Visit, report: Report) -> str:
    if not report.messages:
        return ""
    key = "cost.sms_one" if report.segments == 1 else "cost.sms"
    return visit.voice.text(key, messages=report.messages, segments=report.segments)
