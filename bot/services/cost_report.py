"""What was used: by one person, today and in their month; by the whole house in its month."""

from datetime import date

import msgspec

from bot.domain.visit import Visit
from bot.ports.costs import Used
from bot.ports.store import Tx


class Report(msgspec.Struct, frozen=True):
    """Calls of a model of any kind, their tokens and money (what is held is spent); messages by SMS and segments.

    Sound is counted in seconds, which are no tokens.
    """

    calls: int = 0
    tokens: int = 0
    micro_usd: int = 0
    messages: int = 0
    segments: int = 0


async def report_of_today(tx: Tx, visit: Visit) -> Report:
    return _report(await tx.costs.of_day(visit.person_id, visit.today))


async def report_of_month(tx: Tx, visit: Visit) -> Report:
    """From the first of the person's month until today."""
    return _report(await tx.costs.of_days(visit.person_id, date(visit.today.year, visit.today.month, 1), visit.today))


def _report(used: list[Used]) -> Report:
    sms = [each for each in used if each.service == "sms"]
    models = [each for each in used if each.service != "sms"]
    return Report(
        calls=sum(each.calls for each in models),
        tokens=sum(each.units_in + each.units_out for each in models if each.service != "transcription"),
        micro_usd=sum(each.micro_usd + each.reserved_micro_usd for each in models),
        messages=sum(each.calls for each in sms),
        segments=sum(each.units_out for each in sms),
    )
