"""What a model writes for a call is read strictly: a call of PAM's comes of it, or a reason why not."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from bot.brain.arguments import Misshapen, read_call
from bot.domain.decision import Reader, SkillCall, Slots
from bot.domain.period import Period
from bot.ports.language_model import ToolCall

READER = Reader(today=date(2026, 11, 18), time="12:00", timezone="UTC", locale="en-US", currency="USD")


def read(name: str, arguments: object) -> SkillCall:
    written = arguments if isinstance(arguments, str) else msgspec.json.encode(arguments).decode()
    return read_call(ToolCall("1", name, written), READER)


def test_slots_come_in_the_skills_own_types_and_null_is_left_out() -> None:
    said = {"amount": "45.30", "category": "groceries", "date": "2026-11-17", "merchant": None, "tags": [], "note": ""}
    expected: Slots = {"amount": Decimal("45.30"), "category": "groceries", "date": date(2026, 11, 17)}
    assert read("record_expense", said) == SkillCall("record_expense", expected)


def test_a_period_is_two_days() -> None:
    said = {"category": "rent", "period": {"from": "2026-10-01", "to": "2026-10-31"}}
    call = read("spending_query", said)
    assert call.slots["period"] == Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("confirm_payment", {}),
        ("verify_code", {"code": "123456"}),
        ("record_expense", '{"amount": "12'),
        ("record_expense", '["amount"]'),
        ("record_expense", '{"amount": NaN}'),
        ("record_expense", {"amount": "NaN"}),
        ("record_expense", {"amount": "Infinity"}),
        ("record_expense", {"amount": "1e308"}),
        ("record_expense", {"amount": "-10"}),
        ("record_expense", {"amount": "0"}),
        ("record_expense", {"amount": {"value": 1}}),
        ("record_expense", {"amount": "5", "booking": 7}),
        ("record_expense", {"amount": "5", "person_id": 2}),
        ("record_expense", {"amount": "5", "note": "x" * 201}),
        ("record_expense", {"amount": "5", "note": "4111 1111 1111 1111"}),
        ("record_expense", {"amount": "5", "date": "yesterday"}),
        ("record_expense", {"amount": "5", "date": "1526-11-18"}),
        ("spending_query", {"period": {"from": "2026-11-18", "to": "2026-11-01"}}),
        ("spending_query", {"period": {"von": "2026-11-01"}}),
        ("spending_query", {"kind": "everything"}),
        ("edit_transaction", {"action": "confirm"}),
        ("remind", {"about": "x", "tags": ["a"] * 30}),
        ("record_expense", '{"note": ' + "[" * 2000 + "]" * 2000 + "}"),
    ],
)
def test_whatever_else_it_writes_is_refused(name: str, arguments: object) -> None:
    with pytest.raises(Misshapen):
        read(name, arguments)


def test_a_reason_tells_nothing_of_what_was_written() -> None:
    with pytest.raises(Misshapen) as refused:
        read("record_expense", {"amount": "canary-7731"})
    assert "canary" not in str(refused.value)


def test_a_balance_may_be_below_zero() -> None:
    assert read("set_balance", {"account": "visa", "amount": "-120"}).slots["amount"] == Decimal(-120)
