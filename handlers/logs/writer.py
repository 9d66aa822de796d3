"""Writes lines together, soon; a broken stream loses lines, which are counted, and stops nobody."""

import threading
from collections import deque
from typing import BinaryIO

FLUSH_AFTER_S = 0.05
MOST_WAITING_LINES = 10_000


class LineWriter:
    """Lines wait at most FLUSH_AFTER_S for others to be written with."""

    def __init__(self, stream: BinaryIO) -> None:
        self.dropped = 0
        self._stream = stream
        self._lines: deque[bytes] = deque()
        self._writing = threading.Lock()
        self._waiting = threading.Event()
        self._closed = threading.Event()
        threading.Thread(target=self._flush_soon, name="log writer", daemon=True).start()

    def write(self, line: bytes, *, at_once: bool) -> None:
        if len(self._lines) >= MOST_WAITING_LINES:
            self.dropped += 1
            return
        self._lines.append(line)
        if at_once or self._closed.is_set():
            self.flush()
        elif not self._waiting.is_set():
            self._waiting.set()

    def flush(self) -> None:
        with self._writing:
            lines = [self._lines.popleft() for _ in range(len(self._lines))]
            if not lines:
                return
            try:
                self._stream.write(b"".join(lines))
                self._stream.flush()
            except (OSError, ValueError):
                self.dropped += len(lines)

    def close(self) -> None:
        """Writes what waits; what comes later is written at once. Repeats safely."""
        self._closed.set()
        self._waiting.set()
        self.flush()

    def _flush_soon(self) -> None:
        while not self._closed.is_set():
            self._waiting.wait()
            self._closed.wait(FLUSH_AFTER_S)
            self._waiting.clear()
            self.flush()
