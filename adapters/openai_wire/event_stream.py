"""Finds the events in a ``text/event-stream`` that comes in pieces."""

from collections.abc import Callable


class EventStream:
    """``take`` is given the data of each whole event, https://html.spec.whatwg.org/multipage/server-sent-events.html."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> None:
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                self._data.append(line[5:].strip())
            elif self._data and not line.strip():
                data, self._data = b"\n".join(self._data), []
                self._take(data)
