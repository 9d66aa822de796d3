"""The questions a brain asks instead of guessing an amount."""

from decimal import Decimal

from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause
from bot.brain.offline.correcting import corrected
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Choice, Question, Reader, SkillCall, Slots

_WITH_AMOUNT = frozenset(
    "record_expense record_income set_budget recurring_expense split_expense pay set_goal edit_transaction "
    "record_transfer set_balance forecast refund".split()
)


def ask_about_amount(found: list[tuple[SkillCall, Clause]], reader: Reader) -> Question | None:
    """The question about the first amount that has no single reading, or None when all are clear."""
    for number, (call, clause) in enumerate(found):
        amount = _amount_of(call, clause)
        if amount is None or len(amount.readings) == 1:
            continue
        if not amount.readings:
            return Question("amount_unclear")
        calls = tuple(other for other, _ in found)
        return Question(
            "which_amount",
            tuple(
                Choice(
                    printed(reading, amount.currency, reader.locale),
                    _settled(calls, number, {_slot_of(call): reading, "currency": amount.currency}),
                )
                for reading in amount.readings
            ),
        )
    return None


def _amount_of(call: SkillCall, clause: Clause) -> Amount | None:
    if call.skill not in _WITH_AMOUNT:
        return None
    if call.skill == "set_balance":
        amount = clause.first_amount()
        return None if amount and amount.below else amount
    return corrected(clause) if call.skill == "edit_transaction" else the_amount(clause)


def _slot_of(call: SkillCall) -> str:
    return "target_amount" if call.slots.get("action") == "delete" else "amount"


def _settled(calls: tuple[SkillCall, ...], number: int, slots: Slots) -> tuple[SkillCall, ...]:
    """The calls with the asked one completed."""
    completed = SkillCall(calls[number].skill, {**calls[number].slots, **slots})
    return (*calls[:number], completed, *calls[number + 1 :])


def printed(amount: Decimal, currency: str, locale: str) -> str:
    """An amount as the person's locale writes it."""
    from babel import UnknownLocaleError
    from babel.numbers import format_currency

    try:
        return format_currency(amount, currency, locale=locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return f"{amount:,.2f} {currency}"
