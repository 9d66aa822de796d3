"""The tools a model is offered: each skill's slots as a strict JSON schema, made from its own types."""

import datetime as dt
import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Literal, get_args, get_origin, get_type_hints

import msgspec

from bot.domain.period import Period
from bot.ports.language_model import Tool
from bot.skills.registry import SKILLS
from bot.skills.skill import NoSlots

Schema = dict[str, object]

_PERIOD: Schema = {
    "type": "object",
    "properties": {"from": {"type": "string"}, "to": {"type": "string"}},
    "required": ["from", "to"],
    "additionalProperties": False,
}
_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "description": "a decimal number with a point"},
    dt.date: {"type": "string", "description": "YYYY-MM-DD"},
    Period: {**_PERIOD, "description": "the first and the last day, YYYY-MM-DD"},
}


class Offered(msgspec.Struct, frozen=True):
    """A tool with what its arguments are read into; ``slots`` are the names that may be filled."""

    tool: Tool
    takes: type[msgspec.Struct]
    slots: frozenset[str]


@cache
def offered() -> dict[str, Offered]:
    """By name, in the order of ``prompts/tools.toml``: a skill that is not in there is no tool."""
    told = tomllib.loads(_prompt("tools.toml"))
    return {name: _offered(name, hints) for name, hints in told.items()}


@cache
def tools() -> tuple[Tool, ...]:
    return tuple(each.tool for each in offered().values())


@cache
def hints() -> tuple[str, ...]:
    """All that is told of the tools in words: of each, and of each of its slots."""
    return tuple(hint for told in tomllib.loads(_prompt("tools.toml")).values() for hint in told.values())


@cache
def tools_size() -> int:
    """In characters, as they go out with every prompt."""
    return len(msgspec.json.encode(tools()))


def _prompt(name: str) -> str:
    return (resources.files("bot.brain") / "prompts" / name).read_text(encoding="utf-8")


@cache
def system_template() -> str:
    return _prompt("system.txt")


def _offered(name: str, hints: dict[str, str]) -> Offered:
    skill = SKILLS.get(name)
    # What has no skill behind it yet can still be asked for, and is answered honestly.
    takes = skill.takes if skill else NoSlots
    types = _types_by_slot(takes)
    properties = {slot: _schema(types[slot], hint) for slot, hint in hints.items() if slot != "tool"}
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return Offered(Tool(name, hints["tool"], schema), takes, frozenset(properties))


def _types_by_slot(takes: type[msgspec.Struct]) -> dict[str, object]:
    hints = get_type_hints(takes)
    return {field.encode_name: hints[field.name] for field in msgspec.structs.fields(takes)}


def _schema(kind: object, hint: str) -> Schema:
    """Every slot may be null: strict schemas know no optional properties."""
    values = [each for part in _parts(kind) for each in (get_args(part) if get_origin(part) is Literal else ())]
    if values:
        return {"type": ["string", "null"], "enum": [*values, None], "description": hint}
    part = next(part for part in _parts(kind) if part is not type(None))
    if get_origin(part) is tuple:
        return {"type": ["array", "null"], "items": {"type": "string"}, "description": hint}
    plain = _PLAIN[part]
    more = plain.get("description")
    return {
        **plain,
        "type": [plain["type"], "null"],
        "description": f"{hint}; {more}" if more else hint,
    }


def _parts(kind: object) -> tuple[object, ...]:
    """The members of a union, each of a nested one too."""
    if get_origin(kind) in (Literal, tuple) or kind in _PLAIN or kind is type(None):
        return (kind,)
    return tuple(part for each in get_args(kind) for part in _parts(each))
