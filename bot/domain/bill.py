"""A bill: an expense that comes again, told by the person or found in the ledger."""

from datetime import date

import msgspec

from bot.domain.ids import BillId
from bot.domain.money import Money


class Bill(msgspec.Struct, frozen=True, kw_only=True):
    """``word`` is its category, ``merchant`` whose it is ("" for nobody's).

    recurrence    as a Recurrence is written
    starts_on     the first day it is due; fixes what the recurrence leaves open
    paid_through  the last due day that is settled; None before the first
    found         found in the ledger rather than told
    """

    id: BillId
    word: str
    merchant: str
    amount: Money
    recurrence: str
    starts_on: date
    paid_through: date | None = None
    found: bool = False
