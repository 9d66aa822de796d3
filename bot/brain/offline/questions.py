"""The questions a brain asks instead of guessing an amount."""

from decimal import Decimal

import msgspec

from bot.brain.offline.amounts import Amount
from bot.brain.offline.clause import Clause
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Choice, Question, Reader, SkillCall

_WITH_AMOUNT = frozenset(
    "record_expense record_income set_budget recurring_expense split_expense pay set_goal edit_transaction record_transfer set_balance forecast refund".split()
)


def ask_about_amount(found: list[tuple[SkillCall, Clause]], reader: Reader) -> Question | None:
    """The question about the first amount that has no single reading, or None when all are clear."""
    for number, (call, clause) in enumerate(found):
        if call.skill not in _WITH_AMOUNT:
            continue
        amount = the_amount(clause) if call.skill != "edit_transaction" else clause.first_amount()
        if amount is None or len(amount.readings) == 1:
            continue
        if not amount.readings:
            return None if call.skill == "edit_transaction" else Question("amount_unclear")
        calls = tuple(other for other, _ in found)
        return Question(
            "which_amount", tuple(_choice(calls, number, amount, reading, reader) for reading in amount.readings)
        )
    return None


def _choice(calls: tuple[SkillCall, ...], number: int, amount: Amount, reading: Decimal, reader: Reader) -> Choice:
    slots = {**calls[number].slots, "amount": reading, "currency": amount.currency}
    settled = (*calls[:number], msgspec.structs.replace(calls[number], slots=slots), *calls[number + 1 :])
    return Choice(printed(reading, amount.currency, reader.locale), settled)


def printed(amount: Decimal, currency: str, locale: str) -> str:
    """An amount as the person's locale writes it."""
    from babel import UnknownLocaleError
    from babel.numbers import format_currency

    try:
        return format_currency(amount, currency, locale=locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return f"{amount:,.2f} {currency}"
