"""Finds the events in a ``text/event-stream`` that comes in pieces."""

from collections.abc import Callable

# The longest of OpenAI's holds the whole answer and repeats our tools: some 30 KB.
LONGEST_LINE = 2**20


class EventStream:
    """``take`` is given the data of each whole event, https://html.spec.whatwg.org/multipage/server-sent-events.html.

    From a line that is too long on nothing is taken any more.
    """

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        # Of the line under way: joined once, however small the pieces are.
        self._line: list[bytes] = []
        self._length = 0
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> None:
        first, *others = piece.split(b"\n")
        self._add(first)
        for part in others:
            self._end_line()
            self._add(part)

    def _add(self, part: bytes) -> None:
        self._length += len(part)
        if self._length <= LONGEST_LINE:
            self._line.append(part)

    def _end_line(self) -> None:
        if self._length > LONGEST_LINE:
            return
        line = b"".join(self._line)
        self._line, self._length = [], 0
        if line.startswith(b"data:"):
            self._data.append(line[5:].strip())
        elif self._data and not line.strip():
            data, self._data = b"\n".join(self._data), []
            self._take(data)
