"""Reads the ``.sql`` files: named statements for the queries, whole statements for the migrations."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
NAME_MARK = "-- name: "


@cache
def queries() -> dict[str, str]:
    """Every named statement of ``queries/*.sql``, as ``file.name``; a name stands once."""
    found: dict[str, str] = {}
    for path in sorted((HERE / "queries").glob("*.sql")):
        for block in path.read_text(encoding="utf-8").split(NAME_MARK)[1:]:
            name, _, text = block.partition("\n")
            found[f"{path.stem}.{name.strip()}"] = text.strip().removesuffix(";")
    return found


def migrations() -> list[tuple[int, Path]]:
    """(version, file) in the order they are to be applied."""
    return sorted((int(path.name[:4]), path) for path in (HERE / "migrations").glob("[0-9]*.sql"))


def statements(script: str) -> Iterator[str]:
    """The single statements of a script: ``executescript`` would commit half-way."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
