"""Sends an answer's head and body in one piece, and ends a connection so that the other side still hears them.

A socket closed with unread bytes is reset by the kernel, and the reset may overtake the answer. So the answer and its
end go out at once, nothing more is read (the sender is held up by its own full buffer), and the close comes later.
"""

import asyncio
from collections.abc import Callable

LINGER_S = 0.5


class GentleTransport(asyncio.Transport):
    """What an HTTP protocol needs of a transport; ``unfinished`` says whether a request is still being sent."""

    def __init__(self, street: asyncio.Transport, unfinished: Callable[[], bool]) -> None:
        super().__init__()
        self._street = street
        self._unfinished = unfinished
        self._ended = False
        self._pieces: list[bytes | bytearray | memoryview] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Goes out before the loop next waits: head and body, written one after the other, as one packet."""
        if not self._pieces:
            asyncio.get_running_loop().call_soon(self._send)
        self._pieces.append(data)

    def is_closing(self) -> bool:
        return self._ended or self._street.is_closing()

    def get_extra_info(self, name: str, default: object = None) -> object:
        return self._street.get_extra_info(name, default)

    def pause_reading(self) -> None:
        if not self.is_closing():
            self._street.pause_reading()

    def resume_reading(self) -> None:
        if not self.is_closing():
            self._street.resume_reading()

    def close(self) -> None:
        if self.is_closing():
            return
        self._send()
        if not self._unfinished():
            self._street.close()
            return
        self._ended = True
        self._street.pause_reading()
        self._street.write_eof()
        asyncio.get_running_loop().call_later(LINGER_S, self._street.close)

    def _send(self) -> None:
        if self._pieces and not self._street.is_closing():
            self._street.write(b"".join(self._pieces))
        self._pieces.clear()
