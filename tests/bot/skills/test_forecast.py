"""forecast: every figure with its days, reckoned from what is booked and from nothing else. Today is November 18."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.booking import Entry
from bot.domain.decision import SkillCall
from bot.domain.exchange import Rates
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import allow, book
from tests.bot.skills.performed import refusal, said
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of

NEED = "I do not know what you have. Say for example: my balance is 1200, or: budget 2000 a month"
THIS_WEEK = Period(date(2026, 11, 15), date(2026, 11, 21))


def ask(**slots: object) -> SkillCall:
    return SkillCall("forecast", slots)


def has(amount: str, **more: object) -> SkillCall:
    return SkillCall("set_balance", {"amount": Decimal(amount), **more})


def ago(days: int) -> date:
    return WEDNESDAY - timedelta(days=days)


# Thirty days of ten dollars, the last of them yesterday.
TEN_A_DAY = [spent(10_00, day=ago(days)) for days in range(1, 31)]
SALARIES = [earned(2400_00, day=date(2026, month, 25)) for month in (9, 10)]


async def told(store: Store, booked: Sequence[Entry | SkillCall], call: SkillCall, visit: Visit | None = None) -> str:
    """What it says, in one string, after all this was booked."""
    visit = visit or await visit_of(store)
    for each in booked:
        if isinstance(each, SkillCall):
            await said(store, visit, each)
        else:
            await book(store, visit, each)
    return "\n".join(await said(store, visit, call))


@pytest.mark.parametrize(
    ("booked", "call", "answer"),
    [
        ([], ask(), NEED),
        ([], ask(per="day"), NEED),
        ([], ask(amount=Decimal(200)), NEED),
        ([spent(4_50)], ask(), NEED),
        (
            [has("900")],
            ask(),
            (
                "Enough: about $900.00 is left on Nov 30. $900.00 is there now. "
                "You booked no spending yet, so I reckon with none."
            ),
        ),
        (
            [*TEN_A_DAY, has("900")],
            ask(),
            (
                "Enough: about $780.00 is left on Nov 30. $900.00 is there now. "
                "$120.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17."
            ),
        ),
        (
            [*TEN_A_DAY, has("100")],
            ask(),
            (
                "Not enough: about $20.00 is missing on Nov 30. $100.00 is there now. "
                "$120.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17."
            ),
        ),
        (
            [*TEN_A_DAY, has("900")],
            ask(date=date(2026, 11, 20)),
            (
                "About $880.00 is left on Nov 20. $900.00 is there now. "
                "$20.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17."
            ),
        ),
        ([*TEN_A_DAY, has("900")], ask(date=WEDNESDAY), "About $900.00 is left today. $900.00 is there now."),
        (
            [*TEN_A_DAY, has("900"), has("70", account="savings"), has("500", currency="EUR")],
            ask(date=WEDNESDAY),
            "About $970.00 is left today. $970.00 is there now.",
        ),
        (
            [spent(8_00, day=ago(3)), has("900")],
            ask(date=date(2026, 11, 19)),
            (
                "About $897.33 is left on Nov 19. $900.00 is there now. "
                "$2.67 goes out by then at $2.67 a day, as spent from Nov 15 to Nov 17. "
                "A rough guess."
            ),
        ),
        (
            [spent(7_00), has("900")],
            ask(date=date(2026, 11, 19)),
            (
                "About $893.00 is left on Nov 19. $900.00 is there now. "
                "$7.00 goes out by then at $7.00 a day, as spent today. A rough guess."
            ),
        ),
        (
            [*TEN_A_DAY, spent(90_00, day=ago(91)), has("900")],
            ask(date=date(2026, 11, 19)),
            (
                "About $896.67 is left on Nov 19. $900.00 is there now. "
                "$3.33 goes out by then at $3.33 a day, as spent from Aug 20 to Nov 17."
            ),
        ),
        (
            [*TEN_A_DAY, has("900"), spent(500_00, "rent", date(2026, 11, 28)), spent(9_00, day=date(2026, 12, 1))],
            ask(),
            (
                "Enough: about $280.00 is left on Nov 30. $900.00 is there now. "
                "$120.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17. Booked ahead by then: -$500.00."
            ),
        ),
        (
            [*SALARIES, *TEN_A_DAY, has("900")],
            ask(),
            (
                "Enough: about $3,180.00 is left on Nov 30. $900.00 is there now. "
                "$120.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17. "
                "Salary: $2,400.00 is due on Nov 25."
            ),
        ),
        (
            [earned(300_00, "gift", ago(9)), *TEN_A_DAY],
            ask(date=WEDNESDAY),
            "About $0.00 is left today. $0.00 is there now.",
        ),
        ([has("900")], ask(date=ago(1)), "That day is over. Ask me about today or later."),
        ([has("900")], ask(date=date(2028, 1, 1)), "I look ahead a year at most."),
    ],
)
async def test_what_will_be_left(
    store: Store, booked: Sequence[Entry | SkillCall], call: SkillCall, answer: str
) -> None:
    assert await told(store, booked, call) == answer


@pytest.mark.parametrize(
    ("booked", "call", "answer"),
    [
        ([has("900")], ask(per="day"), "$69.23 a day is safe to spend. You have $900.00 from Nov 18 to Nov 30."),
        (
            [has("900"), spent(500_00, "rent", date(2026, 11, 28))],
            ask(per="day"),
            "$30.76 a day is safe to spend. You have $400.00 from Nov 18 to Nov 30.",
        ),
        (
            [*SALARIES, has("-20")],
            ask(per="day"),
            "Nothing is safe to spend now. You have -$20.00 from Nov 18 to Nov 30.",
        ),
        (
            [has("900")],
            ask(per="day", period=THIS_WEEK),
            (
                "$69.23 a day is safe to spend. That makes $276.92 from Nov 18 to Nov 21. "
                "You have $900.00 from Nov 18 to Nov 30."
            ),
        ),
        (
            [has("900")],
            ask(per="day", period=Period(date(2026, 11, 22), date(2026, 11, 28))),
            (
                "$69.23 a day is safe to spend. That makes $484.61 from Nov 22 to Nov 28. "
                "You have $900.00 from Nov 18 to Nov 30."
            ),
        ),
        (
            [*TEN_A_DAY, has("900")],
            ask(period=THIS_WEEK),
            (
                "$69.23 a day is safe to spend. That makes $276.92 from Nov 18 to Nov 21. "
                "You have $900.00 from Nov 18 to Nov 30.\n"
                "Enough: about $870.00 is left on Nov 21. $900.00 is there now. "
                "$30.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17."
            ),
        ),
    ],
)
async def test_what_is_safe_to_spend(
    store: Store, booked: Sequence[Entry | SkillCall], call: SkillCall, answer: str
) -> None:
    assert await told(store, booked, call) == answer


async def test_the_lesser_of_budget_and_money_is_safe_to_spend(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 400, None)
    assert await told(store, [spent(10_00)], ask(per="day")) == (
        "$30.00 a day is safe to spend. Your budget leaves $390.00 from Nov 18 to Nov 30."
    )
    assert await told(store, [has("900")], ask(per="day")) == (
        "$30.00 a day is safe to spend. Your budget leaves $390.00 from Nov 18 to Nov 30. "
        "You have $900.00 from Nov 18 to Nov 30."
    )
    assert (await told(store, [has("100")], ask(per="day"))).startswith("$7.69 a day is safe to spend.")


async def test_money_has_to_last_until_the_day_before_pay_day(store: Store) -> None:
    visit = await visit_of(store)
    visit = visit.of(msgspec.structs.replace(visit.person, payday=25))
    assert await told(store, [has("700")], ask(per="day"), visit) == (
        "$100.00 a day is safe to spend. You have $700.00 from Nov 18 to Nov 24."
    )
    assert (await said(store, visit, ask()))[0].startswith("Enough: about $700.00 is left on Nov 24.")


@pytest.mark.parametrize(
    ("amount", "answer"),
    [
        ("200", "Yes. After $200.00 about $580.00 is left on Nov 30."),
        ("780", "Yes. After $780.00 about $0.00 is left on Nov 30."),
        ("780.01", "No. After $780.01 about $0.01 is missing on Nov 30."),
    ],
)
async def test_what_the_money_leaves_can_be_afforded(store: Store, amount: str, answer: str) -> None:
    said_lines = await told(store, [*TEN_A_DAY, has("900")], ask(amount=Decimal(amount), about="jacket"))
    assert said_lines.splitlines() == [
        answer,
        "$900.00 is there now. $120.00 goes out by then at $10.00 a day, as spent from Oct 19 to Nov 17.",
    ]


@pytest.mark.parametrize(
    ("booked", "amount", "answer"),
    [
        ([has("900")], "50", "Yes. Clothing: $50.00 left this month with it. After $50.00 about $850.00 is left"),
        ([has("900")], "100.01", "Not within your budget. Clothing: $0.01 over this month with it. After $100.01"),
        ([has("90")], "100", "No. Clothing: $0.00 left this month with it. After $100.00 about $10.00 is missing"),
        ([], "100", "Yes. Clothing: $0.00 left this month with it."),
        ([], "200", "No. Clothing: $100.00 over this month with it."),
    ],
)
async def test_what_breaks_a_budget_cannot(
    store: Store, booked: list[Entry | SkillCall], amount: str, answer: str
) -> None:
    await allow(store, await visit_of(store), 100, "clothing")
    assert (await told(store, booked, ask(amount=Decimal(amount), about="jacket"))).startswith(answer)


async def test_a_price_in_foreign_money_needs_a_rate(store: Store) -> None:
    visit = await visit_of(store)
    price = ask(amount=Decimal(100), currency="EUR")
    assert await told(store, [has("900")], price) == "I have no exchange rate for EUR, so I cannot tell."
    rates = Rates("EUR", ((WEDNESDAY, {"USD": Decimal("1.2")}),))
    rich = msgspec.structs.replace(visit, house=msgspec.structs.replace(visit.house, rates=rates))
    assert (await said(store, rich, price))[0] == "Yes. After $120.00 about $780.00 is left on Nov 30."


@pytest.mark.parametrize("amount", [0, -5])
async def test_nothing_is_no_price(store: Store, amount: int) -> None:
    assert await refusal(store, await visit_of(store), ask(amount=amount)) == "amount_not_positive"
