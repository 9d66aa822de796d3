"""For whom the tests read: people of several locales, all on Wednesday, 2026-11-18, at 10:00."""

from datetime import date
from decimal import Decimal

from bot.brain.offline import decide
from bot.domain.decision import Calls, Reader, SkillCall


def reader(locale: str = "en-US", currency: str = "USD", today: date = date(2026, 11, 18)) -> Reader:
    return Reader(today, "10:00", "UTC", locale, currency)


def only_call(text: str, whose: Reader) -> SkillCall:
    decision = decide(text, whose)
    assert isinstance(decision, Calls), decision
    (call,) = decision.calls
    return call


def booked(text: str, whose: Reader) -> tuple[Decimal, str]:
    """The amount and currency of the one booking a text tells of."""
    call = only_call(text, whose)
    assert call.skill == "record_expense", call
    amount, currency = call.slots["amount"], call.slots["currency"]
    assert isinstance(amount, Decimal)
    assert isinstance(currency, str)
    return amount, currency
