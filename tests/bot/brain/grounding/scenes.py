"""What PAM's own skills say of one autumn, in four languages: the statements that prose is held against."""

import asyncio
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bot.brain.grounding import Listener, ground
from bot.domain.booking import Entry, Share, asset
from bot.domain.decision import SkillCall, Slots
from bot.domain.money import Money
from bot.domain.period import month_of
from bot.domain.statement import Statement
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.turns.message_desk import MessageDesk
from tests.bot.brain.grounding.honest import Told
from tests.bot.services.deeds import book
from tests.bot.skills.performed import perform
from tests.entries import WEDNESDAY, earned, spent
from tests.kept import fresh_store
from tests.visits import visit_of

OCTOBER, NOVEMBER = (month_of(date(2026, month, 1)) for month in (10, 11))
PEOPLE = {"en": ("en-US", "USD"), "de": ("de-DE", "EUR"), "es": ("es-ES", "EUR"), "fr": ("fr-FR", "EUR")}

_CALLS: tuple[tuple[str, str, Slots], ...] = (
    ("groceries", "spending_query", {"category": "groceries"}),
    ("groceries in october", "spending_query", {"category": "groceries", "period": OCTOBER}),
    ("rent", "spending_query", {"category": "rent"}),
    ("everything", "spending_query", {}),
    ("compared", "spending_query", {"category": "groceries", "period": NOVEMBER, "compare": OCTOBER}),
    ("rent compared", "spending_query", {"category": "rent", "period": NOVEMBER, "compare": OCTOBER}),
    ("by category", "spending_query", {"by": "category", "period": NOVEMBER}),
    ("by merchant", "spending_query", {"by": "merchant", "category": "groceries", "period": OCTOBER}),
    ("by month", "spending_query", {"by": "month", "category": "groceries"}),
    ("a day", "spending_query", {"category": "groceries", "measure": "average", "period": OCTOBER}),
    ("count", "spending_query", {"category": "groceries", "measure": "count"}),
    ("largest", "spending_query", {"measure": "largest"}),
    ("income", "spending_query", {"kind": "income"}),
    ("ann", "spending_query", {"person": "Ann"}),
    ("visa", "spending_query", {"account": "visa", "period": OCTOBER}),
    ("tesco", "spending_query", {"merchant": "tesco"}),
    ("trip", "spending_query", {"tag": "trip"}),
    ("nothing", "spending_query", {"category": "gym"}),
    ("budgets", "budget_status", {}),
    ("a day left", "budget_status", {"category": "groceries", "per": "day"}),
    ("balance", "balance", {}),
    ("goals", "goal_status", {}),
    ("latest", "list_transactions", {"limit": 4}),
    ("owing", "split_expense", {"action": "status"}),
    ("safe", "forecast", {"per": "day"}),
    ("reminders", "list_reminders", {}),
)
QUESTIONS = {name: SkillCall(skill, slots) for name, skill, slots in _CALLS}


def entries(currency: str) -> tuple[Entry, ...]:
    def gone(minor: int, word: str, day: date, **more: object) -> Entry:
        return msgspec.structs.replace(spent(minor, word, day, currency=currency), **more)

    return (
        gone(850_00, "rent", date(2026, 10, 1)),
        gone(90_00, "groceries", date(2026, 10, 5), merchant="tesco"),
        gone(38_00, "taxi", date(2026, 10, 9), account=asset("visa")),
        gone(70_00, "groceries", date(2026, 10, 14), merchant="lidl"),
        gone(850_00, "rent", date(2026, 11, 1)),
        earned(2400_00, day=date(2026, 11, 1), currency=currency),
        gone(40_00, "groceries", date(2026, 11, 3), merchant="lidl", tags=("trip",)),
        gone(64_00, "eating out", date(2026, 11, 10), shares=(Share("Ann", Money(32_00, currency)),)),
        gone(79_70, "groceries", date(2026, 11, 12), merchant="tesco"),
        gone(12_50, "coffee", date(2026, 11, 17)),
        gone(27_30, "taxi", WEDNESDAY),
        Entry(kind="transfer", amount=Money(200_00, currency), place=asset("savings"), booked_on=date(2026, 11, 2)),
    )


@cache
def said(language: str) -> dict[str, tuple[Statement, ...]]:
    """Every question's statements."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_said(Path(folder), language))


def listener(language: str, question: str = "") -> Listener:
    locale, currency = PEOPLE[language]
    return Listener(locale=locale, language=language, currency=currency, today=WEDNESDAY, question=question)


def statements(language: str, scene: str) -> tuple[Statement, ...]:
    """Of one question, or of several parted by " + "."""
    return tuple(statement for name in scene.split(" + ") for statement in said(language)[name])


def holds(language: str, told: Told) -> bool:
    return ground(told.prose, statements(language, told.scene), listener(language, told.question)).holds


async def _said(folder: Path, language: str) -> dict[str, tuple[Statement, ...]]:
    store = fresh_store(folder)
    try:
        visit = await _somebody(store, language)
        desk = MessageDesk(store=store, visit=visit)
        return {name: (await desk.rehearse((call,))).statements for name, call in QUESTIONS.items()}
    finally:
        await store.close()


async def _somebody(store: Store, language: str) -> Visit:
    locale, currency = PEOPLE[language]
    visit = await visit_of(store, message=1)
    visit = visit.of(msgspec.structs.replace(visit.person, language=language, locale=locale, currency=currency))
    for entry in entries(currency):
        await book(store, visit, entry)
    for call in (
        SkillCall("set_budget", {"amount": Decimal(400), "category": "groceries"}),
        SkillCall("set_budget", {"amount": Decimal(30), "category": "eating out"}),
        SkillCall("set_goal", {"amount": Decimal(5000), "goal": "vacation", "date": date(2027, 6, 30)}),
        SkillCall("set_goal", {"amount": Decimal(300), "goal": "vacation", "action": "add"}),
        SkillCall("remind", {"about": "dentist", "date": date(2026, 11, 20), "time": "09:00"}),
    ):
        await perform(store, visit, call)
    return visit
