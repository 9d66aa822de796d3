"""What a poll brought: each update with its number, whether it is understood or not."""

import re

import msgspec

from handlers.http.requests import LARGEST_BODY
from handlers.http.strict_json import NotStrictJson, parse_json
from handlers.telegram_updates import NotUnderstood, TelegramUpdate, update_from

# Where Telegram writes it: an update that is no JSON, or too deep for a reader, has its number all the same.
_NUMBER = re.compile(rb'\s*\{\s*"update_id"\s*:\s*"?([0-9]{1,18})\b')
HIGHEST_NUMBER = 2**63 - 2


class Fetched(msgspec.Struct, frozen=True):
    """``number`` is None where nobody can tell it; ``update`` for what is not understood, and ``fault`` says why."""

    raw: bytes
    number: int | None
    update: TelegramUpdate | None
    fault: str = ""

    @property
    def lane(self) -> object:
        """The chat; what belongs to none is a lane of its own."""
        if self.update is None:
            return self.raw
        message = self.update.message
        if message is None and self.update.callback_query is not None:
            message = self.update.callback_query.message
        return self.raw if message is None else message.chat.id


class _Numbered(msgspec.Struct):
    update_id: int


def read_fetched(raw: bytes) -> Fetched:
    try:
        update = _understood(raw)
    except (NotStrictJson, NotUnderstood) as fault:
        return Fetched(raw, _number_in(raw), None, str(fault))
    return Fetched(raw, _plausible(update.update_id), update)


def offset_after(numbers: list[int | None], offset: int | None) -> int | None:
    """Past all of them. They rise from ``offset`` on, so that each without a number stands for at least one."""
    known = [number for number in numbers if number is not None]
    if not known:
        return None if offset is None else offset + len(numbers)
    nameless_behind = next(place for place, number in enumerate(reversed(numbers)) if number is not None)
    return max(known) + 1 + nameless_behind


def _understood(raw: bytes) -> TelegramUpdate:
    if len(raw) > LARGEST_BODY:
        raise NotUnderstood("longer than an update can be")
    return update_from(parse_json(raw))


def _number_in(raw: bytes) -> int | None:
    """The number of what is not understood."""
    try:
        return _plausible(msgspec.json.decode(raw, type=_Numbered, strict=False).update_id)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        found = _NUMBER.match(raw)
        return int(found[1]) if found else None


def _plausible(number: int) -> int | None:
    """Below nought an offset counts from the end, and all before it would be forgotten."""
    return number if 0 <= number <= HIGHEST_NUMBER else None
