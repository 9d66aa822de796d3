"""An autumn of bookings, seen from November 18: what questions are asked about."""

from datetime import date

import msgspec

from bot.domain.booking import Entry, Share, asset
from bot.domain.decision import SkillCall
from bot.domain.money import Money
from bot.domain.period import month_of
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import book
from tests.bot.skills.performed import said
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of

SEPTEMBER, OCTOBER, NOVEMBER = (month_of(date(2026, month, 1)) for month in (9, 10, 11))

AUTUMN: tuple[Entry, ...] = (
    spent(200_00, "rent", date(2026, 9, 1)),
    msgspec.structs.replace(spent(50_00, "taxi", date(2026, 9, 9)), account=asset("visa")),
    spent(200_00, "rent", date(2026, 10, 1)),
    msgspec.structs.replace(spent(90_00, day=date(2026, 10, 5)), merchant="tesco"),
    spent(70_00, day=date(2026, 10, 25)),
    spent(200_00, "rent", date(2026, 11, 1)),
    earned(2400_00, day=date(2026, 11, 1)),
    msgspec.structs.replace(spent(40_00, day=date(2026, 11, 3)), merchant="lidl", tags=("trip",)),
    msgspec.structs.replace(
        spent(60_00, "dinner", date(2026, 11, 10)), shares=(Share("Ann", Money(30_00, "USD")),), note="birthday"
    ),
    spent(20_00, "lunch", date(2026, 11, 11), currency="EUR"),
    msgspec.structs.replace(spent(12_50), merchant="tesco"),
    spent(4_50, "coffee"),
    Entry(kind="transfer", amount=Money(200_00, "USD"), place=asset("savings"), booked_on=WEDNESDAY),
)


async def autumn(store: Store) -> Visit:
    """Somebody for whom all of this is booked."""
    visit = await visit_of(store, message=1)
    for entry in AUTUMN:
        await book(store, visit, entry)
    return visit


async def asked(store: Store, visit: Visit, **slots: object) -> list[str]:
    return await said(store, visit, SkillCall("spending_query", slots))
