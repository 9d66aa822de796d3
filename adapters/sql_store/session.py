"""What both engines offer the tables: named statements inside the open transaction."""

from collections.abc import Mapping
from typing import Any, Protocol

Value = str | int | bytes | None
# Columns come as the schema says (STRICT tables); each table module names their types once, where it reads them.
Row = tuple[Any, ...]


class Session(Protocol):
    """Runs ``file.name`` of the queries; the open transaction is the caller's."""

    async def one(self, name: str, values: Mapping[str, Value]) -> Row | None: ...

    async def all(self, name: str, values: Mapping[str, Value]) -> list[Row]: ...

    async def run(self, name: str, values: Mapping[str, Value]) -> int:
        """Returns how many rows were written."""
        ...
