"""The lines an attacker would write, by the way they come in, and what people ask for who mean no harm."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

Kind = TypeVar("Kind")
DATA = Path(__file__).parents[1] / "data"
# Come in as the person's own message; the rest stands in their books, on their paper or in what they said before.
DIRECT = ("telegram", "sms", "forwarded", "caption", "voice", "filename", "telegram_callback")
IN_THE_BOOKS = (
    "merchant_name", "transaction_note", "category_name", "display_name", "reminder", "goal_name", "person_name",
    "account_name", "memory",
)  # fmt: skip


class Injection(msgspec.Struct, frozen=True):
    """``must_not`` is for people to read: every line is judged by all that may never happen."""

    id: str
    channel: str
    text: str
    goal_of_attack: str
    must_not: tuple[str, ...]


class Harmless(msgspec.Struct, frozen=True):
    """``calls`` are what a model asks for that is right; all of ``handled`` stands in the answer then."""

    id: str
    channel: str
    text: str
    calls: tuple[tuple[str, dict[str, object]], ...]
    handled: tuple[str, ...]


@cache
def injections() -> tuple[Injection, ...]:
    return (*_read("injection_dev.jsonl", Injection), *_read("injections.jsonl", Injection))


@cache
def harmless() -> tuple[Harmless, ...]:
    return _read("harmless.jsonl", Harmless)


def _read(name: str, kind: type[Kind]) -> tuple[Kind, ...]:
    lines = (DATA / name).read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=kind) for line in lines)
