"""The file a backup is: gzipped lines of JSON, the same whichever engine wrote it, and whole or not at all.

The lines, in this order:
  {"pam": "backup", "schema": 2, "key": "…"}   the schema's version; a word sealed with the key of that house
  {"table": "ledger", "columns": ["id", …]}    then a line a row; what is sealed stays sealed
  [1, 1795564800000]                           bytes as [base64]
  {"rows": 3, "sha256": "…"}                   the end: how many rows, and a digest of every line before it
"""

import base64
import hashlib
import os
import tempfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from graphlib import TopologicalSorter
from gzip import GzipFile
from pathlib import Path
from typing import Any

import msgspec

from adapters.sql_store.session import Row
from adapters.sql_store.sql_files import newest_version
from bot.domain.errors import Refused
from bot.kit.keyring import Keyring, Unsealable

# So many rows are held in memory at a time.
BATCH = 1000
WORD = b"pam"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Any] | list[Any]).decode


class Table(msgspec.Struct, frozen=True):
    """A table and its columns, in the order in which the rows hold them."""

    name: str
    columns: tuple[str, ...]


class BackupWriter:
    """Writes line after line; a file without ``end`` is torn."""

    def __init__(self, file: GzipFile, keyring: Keyring) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.rows = 0
        key = base64.b64encode(keyring.seal(WORD)).decode()
        self._line({"pam": "backup", "schema": newest_version(), "key": key})

    def begin(self, table: Table) -> None:
        self._line({"table": table.name, "columns": table.columns})

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._line([[base64.b64encode(each).decode()] if isinstance(each, bytes) else each for each in row])
            self.rows += 1

    def end(self) -> None:
        self._file.write(_encode({"rows": self.rows, "sha256": self._digest.hexdigest()}) + b"\n")

    def _line(self, content: object) -> None:
        line = _encode(content) + b"\n"
        self._digest.update(line)
        self._file.write(line)


class BackupReader:
    """Reads one; raises Refused for a file that is torn, of a later schema, or sealed with another key."""

    def __init__(self, file: GzipFile, keyring: Keyring) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.rows = 0
        head = self._line()
        if not isinstance(head, dict) or head.get("pam") != "backup":
            raise Refused("backup_unreadable")
        self.schema = int(head["schema"])
        if not 1 <= self.schema <= newest_version():
            raise Refused("backup_too_new")
        try:
            keyring.open(base64.b64decode(head["key"]))
        except Unsealable as fault:
            raise Refused("backup_other_key") from fault

    def batches(self) -> Iterator[tuple[Table, list[Row]]]:
        """All rows, some at a time; once the last is out the whole file is known to be sound."""
        line = self._line()
        while isinstance(line, dict) and "table" in line:
            table, batch = Table(line["table"], tuple(line["columns"])), list[Row]()
            line = self._line()
            while isinstance(line, list):
                batch.append(_row(line))
                line = self._line()
                if len(batch) == BATCH or isinstance(line, dict):
                    yield table, batch
                    batch = []

    def _line(self) -> dict[str, Any] | list[Any]:
        try:
            line = self._file.readline()
            content = _decode(line)
        except (OSError, EOFError, zlib.error, msgspec.MsgspecError) as fault:
            raise Refused("backup_unreadable") from fault
        if isinstance(content, list):
            self.rows += 1
        elif "rows" in content and content != {"rows": self.rows, "sha256": self._digest.hexdigest()}:
            raise Refused("backup_unreadable")
        self._digest.update(line)
        return content


def _row(line: list[Any]) -> Row:
    return tuple(base64.b64decode(each[0]) if isinstance(each, list) else each for each in line)


@contextmanager
def known_to_be_whole(backup: Path, keyring: Keyring) -> Generator[BackupReader]:
    """A backup that was read from end to end once, so that nothing torn is ever begun with."""
    with GzipFile(backup) as file:
        for _ in BackupReader(file, keyring).batches():
            pass
    with GzipFile(backup) as file:
        yield BackupReader(file, keyring)


@contextmanager
def written_whole(path: Path) -> Generator[GzipFile]:
    """A file for its owner's eyes that gets its name once everything is in it and on disk."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            with GzipFile(fileobj=file, mode="wb", compresslevel=6) as packed:
                yield packed
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink()
        raise


def in_order(names: Iterable[str], parents: Iterable[tuple[str, str]]) -> list[str]:
    """The tables, those that are referred to before those that refer to them; ``parents`` are (table, parent)."""
    sorter = TopologicalSorter[str](dict.fromkeys(names, ()))
    for name, parent in parents:
        if name != parent:
            sorter.add(name, parent)
    return list(sorter.static_order())
