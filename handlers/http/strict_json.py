"""Reads JSON that means one thing only: no repeated keys, no depths, no numbers or letters that do not exist."""

import json
import math
import re

import msgspec

DEEPEST = 32
MOST_KEYS = 1_000
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


class NotStrictJson(Exception):
    """Not JSON, or JSON of a kind that two readers could read differently. The message quotes nothing."""


def parse_json(raw: bytes) -> Json:
    """The value, with integers of at most 64 bits. Raises NotStrictJson."""
    try:
        # Rejects NaN, infinities, lone surrogates, bare control characters, wrong UTF-8 and a byte order mark.
        tree: Json = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NotStrictJson("not JSON") from None
    # As many colons as keys, and as few brackets as levels allowed, leave no room for a fault; a colon in a text
    # or a long list only makes the exact look necessary.
    if raw.count(b"{") + raw.count(b"[") <= DEEPEST and raw.count(b":") <= MOST_KEYS and _is_plain(raw, tree):
        return tree
    return _read_exactly(raw)


def _is_plain(raw: bytes, tree: Json) -> bool:
    """No key twice, no integer beyond 64 bits, no float."""
    keys = 0
    heap = [tree]
    while heap:
        value = heap.pop()
        if isinstance(value, dict):
            keys += len(value)
            heap += value.values()
        elif isinstance(value, list):
            heap += value
        elif isinstance(value, float) or (isinstance(value, int) and not -(2**63) <= value < 2**63):
            return False
    return keys == raw.count(b":")


def _read_exactly(raw: bytes) -> Json:
    """Again by the standard library, which shows every pair. What msgspec took has balanced brackets and strings."""
    if _depth(raw) > DEEPEST:
        raise NotStrictJson("too deep")
    keys = 0

    def dictionary(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal keys
        keys += len(pairs)
        if keys > MOST_KEYS:
            raise NotStrictJson("too many keys")
        unique = dict(pairs)
        if len(unique) < len(pairs):
            raise NotStrictJson("a key stands twice")
        return unique

    try:
        return json.loads(raw, object_pairs_hook=dictionary, parse_int=_integer, parse_float=_number)
    except (ValueError, RecursionError):
        raise NotStrictJson("not JSON") from None


def _depth(raw: bytes) -> int:
    level = deepest = 0
    for bracket in re.findall(rb"[\[\]{}]", _STRINGS.sub(b"", raw)):
        level += 1 if bracket in b"{[" else -1
        deepest = max(deepest, level)
    return deepest


def _integer(digits: str) -> int:
    value = int(digits) if len(digits) <= 20 else 2**64
    if not -(2**63) <= value < 2**63:
        raise NotStrictJson("an integer beyond 64 bits")
    return value


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise NotStrictJson("a number too large")
    return value
