"""The street's own record of every call in both directions: what a test believes, never PAM's word for it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Literal

import msgspec

Direction = Literal["call", "webhook"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One request and how it was answered.

    direction   ``call`` is PAM asking a vendor, ``webhook`` a vendor telling PAM
    what        Telegram's method, Twilio's verb and path, or the path of PAM's that was told;
                ``getUpdates`` for an update that she came for and let go of
    status      the answer's HTTP status; 0 when there was none
    note        the fault that was played, or why there was no answer
    """

    at: float
    vendor: str
    direction: Direction
    what: str
    parameters: dict[str, object]
    status: int
    note: str = ""


class Journal:
    """Append-only. With a path each entry is also a line of JSON there, written before the caller is answered."""

    def __init__(self, now: Callable[[], float], path: Path | None = None) -> None:
        self._now = now
        self._entries: list[Entry] = []
        self._listeners: list[Callable[[Entry], None]] = []
        self._file: IO[bytes] | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab", buffering=0)

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    def listen(self, heard: Callable[[Entry], None]) -> None:
        """``heard`` gets every entry from now on, before the caller is answered."""
        self._listeners.append(heard)

    def calls(self, vendor: str, what: str) -> list[Entry]:
        """What PAM asked of a vendor, oldest first; ``what`` is matched from its beginning."""
        return [e for e in self._of(vendor, "call") if e.what.startswith(what)]

    def webhooks(self, vendor: str) -> list[Entry]:
        """What a vendor told PAM, every attempt, oldest first."""
        return self._of(vendor, "webhook")

    def record(
        self, direction: Direction, vendor: str, what: str, parameters: dict[str, object], answer: tuple[int, str]
    ) -> None:
        """``answer`` is the status and a note."""
        status, note = answer
        entry = Entry(
            at=self._now(),
            vendor=vendor,
            direction=direction,
            what=what,
            parameters=parameters,
            status=status,
            note=note,
        )
        self._entries.append(entry)
        if self._file is not None:
            self._file.write(msgspec.json.encode(entry) + b"\n")
        for heard in self._listeners:
            heard(entry)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _of(self, vendor: str, direction: Direction) -> list[Entry]:
        return [e for e in self._entries if e.vendor == vendor and e.direction == direction]


def read_journal(path: Path) -> list[Entry]:
    """The entries another process wrote; a last line cut short by its end is left out."""
    lines = path.read_bytes().split(b"\n")[:-1]
    return [msgspec.json.decode(line, type=Entry) for line in lines]
