"""A saving goal: how much by when; what is saved lies in an account of the ledger."""

from datetime import date

import msgspec

from bot.domain.ids import GoalId
from bot.domain.money import Money


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """``account`` is the word of the asset account that holds what is saved.

    ends_on  the day it should be reached; None for no hurry
    pledge   so much every ``pledge_recurs`` (as a Recurrence is written); None without a pledge
    """

    id: GoalId
    name: str
    account: str
    target: Money
    starts_on: date
    ends_on: date | None = None
    pledge: Money | None = None
    pledge_recurs: str = ""
