"""What a model wrote for a call, made a call of PAM's, or refused: nothing in there is believed."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec

from bot.brain.tools import Offered, offered
from bot.domain.decision import Reader, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.period import Period
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_text
from bot.ports.language_model import ToolCall
from bot.skills.skill import read_slots

LONGEST_ARGUMENTS = 4_000
LONGEST_VALUE = 200
MOST_VALUES = 20
LARGEST = Decimal(10**10)
# What a person can be overdrawn by is told below zero.
MAY_BE_NEGATIVE = frozenset({"set_balance"})
FARTHEST = timedelta(days=40 * 366)


class Misshapen(Exception):
    """Its text may be shown to the model: it names slots and holds nothing of the person's."""


def read_call(call: ToolCall, reader: Reader) -> SkillCall:
    """Raises Misshapen."""
    tool = offered().get(call.name)
    if tool is None:
        raise Misshapen("there is no such tool")
    slots = _slots(tool, call.arguments)
    try:
        wanted = read_slots(slots, tool.takes)
    except Refused as refusal:
        raise Misshapen(f"not as the schema says: {_why(refusal)}") from None
    values = {name: _value(wanted, name) for name in slots}
    for name, value in values.items():
        _check(call.name, name, value, reader)
    return SkillCall(call.name, values)


def _slots(tool: Offered, arguments: str) -> Slots:
    """What was filled: null and nothing are the same as left out."""
    if len(arguments) > LONGEST_ARGUMENTS:
        raise Misshapen("the arguments are too long")
    try:
        said = msgspec.json.decode(arguments or "{}", type=dict[str, object])
    except (msgspec.DecodeError, RecursionError):
        raise Misshapen("the arguments are no JSON object") from None
    unknown = said.keys() - tool.slots
    if unknown:
        raise Misshapen("arguments that the tool does not have")
    filled = {name: value for name, value in said.items() if value not in (None, "", [], {})}
    return {name: _tidied(name, value) for name, value in filled.items()}


def _tidied(name: str, value: object) -> object:
    if isinstance(value, str):
        return _words(name, value)
    if isinstance(value, list):
        if len(value) > MOST_VALUES:
            raise Misshapen(f"too many of {name}")
        return [_words(name, each) for each in value if isinstance(each, str)]
    if isinstance(value, dict):
        return {"first": value.get("from"), "last": value.get("to")}
    return value


def _words(name: str, value: str) -> str:
    words, is_card = mask_cards(" ".join(plain_text(value).split()))
    if is_card or len(words) > LONGEST_VALUE:
        raise Misshapen(f"{name} is no word or two")
    return words


def _value(wanted: msgspec.Struct, name: str) -> object:
    field = next(each for each in msgspec.structs.fields(wanted) if each.encode_name == name)
    return getattr(wanted, field.name)


def _check(skill: str, name: str, value: object, reader: Reader) -> None:
    if isinstance(value, Decimal):
        least = -LARGEST if skill in MAY_BE_NEGATIVE else 0
        if not value.is_finite() or not least < value <= LARGEST:
            raise Misshapen(f"{name} is no amount")
    elif isinstance(value, date):
        _check_day(name, value, reader)
    elif isinstance(value, Period):
        _check_day(name, value.first, reader)
        _check_day(name, value.last, reader)
        if value.first > value.last:
            raise Misshapen(f"{name} ends before it begins")
    elif isinstance(value, int) and not 0 <= value <= LARGEST:
        raise Misshapen(f"{name} is no number")


def _check_day(name: str, day: date, reader: Reader) -> None:
    if abs(day - reader.today) > FARTHEST:
        raise Misshapen(f"{name} is too far away")


def _why(refusal: Refused) -> str:
    fault = refusal.__cause__
    # "Expected `str`, got `int` - at `$.category`": types and slots, none of the values.
    return str(fault).partition(" - at ")[2] or "a value" if fault else "a value"
