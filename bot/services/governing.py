"""What may be spent: money is put aside before a model is asked, and every SMS is counted as it is posted.

At a cap nobody is left alone: the offline brain goes on.
"""

from typing import Literal, Protocol

import msgspec

from bot.domain.answer import Answer
from bot.domain.visit import Visit
from bot.kit.gsm7 import segments, transliterate
from bot.ports.costs import Hold, Service, Used
from bot.ports.store import Tx

# What a person sets thinking. Writing down a voice note and looking for what was meant only serve it.
THOUGHTS = frozenset({"model", "vision"})


class Capped(msgspec.Struct, frozen=True):
    """Nothing is left, for the person today or for the house this month; ``first_time`` on the person's day."""

    of: Literal["day", "month"]
    first_time: bool

    @property
    def key(self) -> str:
        """What to say of it."""
        return "cost.capped" if self.of == "day" else "cost.capped_month"


class Spent(Protocol):
    """What calls really used: how many were answered, tokens, and millionths of a dollar."""

    @property
    def calls(self) -> int: ...
    @property
    def tokens_in(self) -> int: ...
    @property
    def tokens_out(self) -> int: ...
    @property
    def micro_usd(self) -> int: ...


async def hold_thought(
    tx: Tx, visit: Visit, service: Service, micro_usd: int, *, is_first: bool = True
) -> Hold | Capped:
    """Puts aside what a call can cost at most; ``is_first`` of a thought, which the day's turns count.

    A call may begin while what is spent and held is below the caps, so the last one can cross them. In a transaction of
    its own: what others hold at the same moment is waited for. What is never settled counts as spent.
    """
    await tx.people.hold(visit.person_id)
    today = await tx.costs.of_day(visit.person_id, visit.today)
    if _is_used_up(visit, today, is_first=is_first):
        return await _capped(tx, visit, "day")
    hold = Hold(
        person_id=visit.person_id,
        day=visit.today,
        month=f"{visit.now:%Y-%m}",
        service=service,
        micro_usd=micro_usd,
        counts=is_first,
    )
    held = await tx.costs.hold(hold, visit.house.monthly_micro_usd or None)
    return hold if held else await _capped(tx, visit, "month")


async def settle_thought(tx: Tx, hold: Hold, spent: Spent) -> None:
    """Gives back what was held and writes down what was used. Once a hold."""
    used = Used(
        service=hold.service,
        calls=spent.calls,
        units_in=spent.tokens_in,
        units_out=spent.tokens_out,
        micro_usd=spent.micro_usd,
    )
    await tx.costs.settle(hold, used)


async def count_sms(tx: Tx, visit: Visit, answer: Answer, cap: int | None) -> int:
    """Counts a message with the segments it is billed as, where it is below the cap; how many that makes today.

    Codes have no cap. A stranger is nobody to count for.
    """
    if not visit.person_id:
        return 0
    billed = segments(transliterate(answer.numbered).strip())
    return await tx.costs.count_sms(visit.person_id, visit.today, billed, cap)


def _is_used_up(visit: Visit, today: list[Used], *, is_first: bool) -> bool:
    dollars, turns = visit.house.daily_model_micro_usd, visit.house.daily_turns
    if dollars and sum(each.micro_usd + each.reserved_micro_usd for each in today) >= dollars:
        return True
    return bool(turns and is_first) and sum(each.counted for each in today if each.service in THOUGHTS) >= turns


async def _capped(tx: Tx, visit: Visit, of: Literal["day", "month"]) -> Capped:
    """Noted at one place, whatever was wanted: it is said once a day."""
    return Capped(of, first_time=await tx.costs.refuse(visit.person_id, visit.today, "model") == 1)
