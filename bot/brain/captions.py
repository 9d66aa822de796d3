"""What a person wrote under a picture: a message of its own, or what helps to book what the picture shows."""

import msgspec

from bot.brain.offline import decide
from bot.domain.decision import Calls, Decision, Reader, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.taxonomy import fold, knows

BOOKINGS = frozenset({"record_expense", "record_income", "split_expense", "record_transfer"})
# What is said beside a picture without wanting anything besides it.
_PLEASANTRIES = frozenset({"none", "help", "greet", "thanks", "record_receipt"})
_OF_A_RECEIPT = frozenset({"record_expense", "split_expense"})
_HINTS = frozenset({"category", "date", "tags", "account", "with", "people"})
# Stands for the amount on the picture: any that no locale reads in two ways.
_SPENT, _SPENT_SOME = "spent {}", "spent 12 {}"


class Caption(msgspec.Struct, frozen=True):
    """``says`` is what the words ask for by themselves; None where they only go with the picture.

    Then ``skill`` and ``slots`` are what they add to it, ``amount`` is one that stands there alone.
    """

    text: str
    says: Decision | None = None
    skill: str = "record_expense"
    slots: Slots = {}
    amount: Money | None = None

    @property
    def is_booking(self) -> bool:
        """Whether the words book by themselves what the picture might show as well."""
        if not isinstance(self.says, Calls):
            return False
        return all(call.skill in BOOKINGS and "amount" in call.slots for call in self.says.calls)


def read_caption(text: str, reader: Reader) -> Caption:
    decision = decide(text, reader)
    if _is_a_message(decision):
        return Caption(text, says=decision)
    if isinstance(decision, Calls) and decision.calls[0].skill in _PLEASANTRIES - {"none"}:
        return Caption(text)
    amount = _amount_alone(text, reader)
    call = None if amount else _only_call(_SPENT_SOME.format(text), reader)
    if call is None:
        return Caption(text, amount=amount)
    slots = {name: value for name, value in call.slots.items() if name in _HINTS}
    if not _is_category(slots.get("category"), text):
        slots.pop("category", None)
    return Caption(text, skill=call.skill, slots=slots)


def _is_a_message(decision: Decision) -> bool:
    """A split without an amount has it on the picture; all else that asks for something stands by itself."""
    if not isinstance(decision, Calls):
        return True
    return not all(
        call.skill in _PLEASANTRIES or (call.skill in _OF_A_RECEIPT and "amount" not in call.slots)
        for call in decision.calls
    )


def _amount_alone(text: str, reader: Reader) -> Money | None:
    call = _only_call(_SPENT.format(text), reader)
    if call is None or call.slots.keys() != {"amount", "currency"}:
        return None
    try:
        return Money.of(call.slots["amount"], call.slots["currency"])  # ty: ignore[invalid-argument-type]
    except Refused:
        return None


def _only_call(text: str, reader: Reader) -> SkillCall | None:
    decision = decide(text, reader)
    if not isinstance(decision, Calls) or len(decision.calls) != 1 or decision.calls[0].skill not in _OF_A_RECEIPT:
        return None
    return decision.calls[0]


def _is_category(word: object, text: str) -> bool:
    """A word nobody knows may be the person's own, where it is all they wrote; else it is of a remark."""
    return isinstance(word, str) and (knows(word) or fold(word) == fold(text))
