"""Reads the ``.sql`` files: named statements for the queries, whole statements for the migrations."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from bot.domain.errors import Refused

HERE = Path(__file__).parent
NAME_MARK = "-- name: "
# Not the second colon of a cast.
VALUE = re.compile(r"(?<![:\w]):([a-z]\w*)")
READABLE_MARK = "-- readable from: "

Engine = Literal["sqlite", "postgres"]


class Numbered(NamedTuple):
    """A statement as Postgres takes it: ``$1`` and so on, and whose values these are."""

    text: str
    names: tuple[str, ...]


@cache
def queries() -> dict[str, str]:
    """Every named statement of ``queries/*.sql``, as ``file.name``; SQLite takes them as they stand."""
    return _named(HERE / "queries")


@cache
def postgres_queries() -> dict[str, Numbered]:
    """The same for Postgres: what it says in another way, or alone, stands in ``queries/postgres/*.sql``."""
    return {name: numbered(text) for name, text in {**queries(), **_named(HERE / "queries" / "postgres")}.items()}


def _named(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.sql")):
        for block in path.read_text(encoding="utf-8").split(NAME_MARK)[1:]:
            name, _, text = block.partition("\n")
            found[f"{path.stem}.{name.strip()}"] = text.strip().removesuffix(";")
    return found


def numbered(text: str) -> Numbered:
    names = tuple(dict.fromkeys(VALUE.findall(text)))
    places = {name: f"${place}" for place, name in enumerate(names, 1)}
    return Numbered(VALUE.sub(lambda found: places[found[1]], text), names)


def migrations(engine: Engine) -> list[tuple[int, Path]]:
    """(version, file) in the order they are to be applied."""
    return sorted((int(path.name[:4]), path) for path in (HERE / "migrations" / engine).glob("[0-9]*.sql"))


def newest_version() -> int:
    """The same on both engines: their migrations stand side by side."""
    return migrations("sqlite")[-1][0]


def readable_from(script: str, version: int) -> int:
    """The oldest code that may run beside this migration, by its newest one; without a note none but its own."""
    noted = [line for line in script.splitlines() if line.startswith(READABLE_MARK)]
    return int(noted[0].removeprefix(READABLE_MARK)) if noted else version


def check_version(present: int) -> None:
    """Raises Refused when the schema is older or newer than this code."""
    if present != newest_version():
        raise Refused("schema_not_current", present=present, newest=newest_version())


def check_usable(present: int, needed: int) -> None:
    """As ``check_version``, but a newer schema will do where this code is none older than the ``needed`` one."""
    if present < newest_version() or needed > newest_version():
        raise Refused("schema_not_current", present=present, newest=newest_version())


def statements(script: str) -> Iterator[str]:
    """The single statements of a script: ``executescript`` would commit half-way."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
