"""A small script: three people on four phones book, correct, ask, undo, break a budget and link two phones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.letter import Address

ANN_TELEGRAM = Address("telegram", "1001")
ANN_SMS = Address("sms", "+14155550123")
BEN = Address("sms", "+14155550124")
CAM = Address("telegram", "1003")

Heard = Mapping[Address, list[str]]
Words = str | Callable[[Heard], str]


@dataclass(frozen=True)
class Line:
    """What one person says; words that repeat what PAM told are found in what was heard before."""

    sender: Address
    words: Words

    def text(self, heard: Heard) -> str:
        return self.words if isinstance(self.words, str) else self.words(heard)


def _code_told_by_sms(heard: Heard) -> str:
    return heard[ANN_SMS][-1][:6]


@dataclass(frozen=True)
class Step:
    """Lines said at the same moment, one a person, so long after the step before.

    ``away`` is whether the vendors take nothing meanwhile, ``ticks`` whether the clock looks what is due.
    """

    lines: tuple[Line, ...]
    away: bool = False
    later_s: float = 0.1
    ticks: bool = False


def _purchases(*things: str) -> tuple[Step, ...]:
    return tuple(
        Step((Line(BEN, f"{thing} 3.{n}0"), Line(CAM, f"{thing} 4.{n}0")), away=True) for n, thing in enumerate(things)
    )


SCRIPT: tuple[Step, ...] = (
    Step((Line(ANN_TELEGRAM, "spent 45.30 on groceries"), Line(BEN, "coffee 4.50"), Line(CAM, "/start"))),
    Step((Line(ANN_TELEGRAM, "set a budget of 400 for groceries"), Line(BEN, "set a budget of 10 for coffee"))),
    Step((Line(ANN_SMS, "taxi 12.10"), Line(BEN, "coffee 4.70"), Line(CAM, "spent 20"))),
    Step((Line(ANN_TELEGRAM, "link +14155550123"), Line(CAM, "books"))),
    Step((Line(ANN_TELEGRAM, _code_told_by_sms), Line(BEN, "undo"))),
    Step((Line(ANN_SMS, "how much did I spend this month"), Line(BEN, "no, 5.10 not 4.50"), Line(CAM, "undo"))),
    Step((Line(ANN_SMS, "undo"), Line(BEN, "coffee 9.90"), Line(CAM, "got paid 2400"))),
)
# One after another: who is first does not depend on who slept.
PURCHASE: tuple[Step, ...] = (Step((Line(BEN, "coffee 4.50"),)),)
UNDO: tuple[Step, ...] = (*PURCHASE, Step((Line(BEN, "taxi 12.10"),)), Step((Line(BEN, "undo"),)))

# Answers pile up behind vendors that are away, and are told together when they are back.
BACKLOG: tuple[Step, ...] = (*_purchases("coffee", "taxi", "lunch", "parking", "books"), Step((), later_s=30))

A_DAY_S = 86_400
# What follows from a booking in a transaction of its own.
BY_AN_EVENT: tuple[Step, ...] = (
    Step((Line(BEN, "netflix 15.99 every month on the 19th"), Line(CAM, "coffee 4.50"))),
    Step((Line(BEN, "netflix 17.99"), Line(CAM, "taxi 12.10"))),
)
ONE_REMINDER: tuple[Step, ...] = (
    Step((Line(BEN, "remind me tomorrow at 9 to call"),)),
    Step((), later_s=A_DAY_S, ticks=True),
)
# What the clock tells by itself: reminders, digest and pace as they come, then several days that were missed.
BY_ITSELF: tuple[Step, ...] = (
    Step(
        (
            Line(ANN_TELEGRAM, "remind me tomorrow at 9 to call"),
            Line(BEN, "set a budget of 10 for coffee"),
            Line(CAM, "send me a daily digest at 9"),
        )
    ),
    Step((Line(ANN_TELEGRAM, "remind me every day at 8 to drink"), Line(BEN, "coffee 4.50"), Line(CAM, "taxi 12.10"))),
    Step((), later_s=A_DAY_S, ticks=True),
    Step((), later_s=3 * A_DAY_S, ticks=True),
)
