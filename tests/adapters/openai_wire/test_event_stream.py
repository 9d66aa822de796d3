"""An event is the same wherever the network cuts it, and half an event is none."""

import pytest

from adapters.openai_wire.event_stream import LONGEST_LINE, EventStream

STREAM = (
    b': hello\r\n\r\nevent: delta\r\ndata: {"a":1}\r\n\r\ndata:{"b":\ndata: 2}\n\nid: 7\n\ndata: [DONE]\n\ndata: ha'
)
EVENTS = [b'{"a":1}', b'{"b":\n2}', b"[DONE]"]


@pytest.mark.parametrize("size", range(1, len(STREAM) + 1))
def test_events_are_found_wherever_they_are_cut(size: int) -> None:
    found: list[bytes] = []
    stream = EventStream(found.append)
    for begin in range(0, len(STREAM), size):
        stream.feed(STREAM[begin : begin + size])

    assert found == EVENTS


class Piece(bytes):
    """Counts the bytes it is joined on to by ``+``, which copies all that came before it."""

    copied = 0

    def __radd__(self, before: bytes) -> bytes:
        Piece.copied += len(before)
        return bytes(before) + bytes(self)


def test_a_line_in_many_pieces_is_not_joined_with_each_of_them() -> None:
    found: list[bytes] = []
    stream = EventStream(found.append)
    for piece in (b"data: ", *[b"x"] * 1000, b"\n\n"):
        stream.feed(Piece(piece))

    assert found == [b"x" * 1000]
    assert Piece.copied == 0


@pytest.mark.parametrize(("too_many", "events"), [(0, 2), (1, 0)])
@pytest.mark.parametrize("size", [2**12, 2**21])
def test_after_a_line_that_is_too_long_nothing_is_taken(size: int, too_many: int, events: int) -> None:
    found: list[bytes] = []
    stream = EventStream(found.append)
    line = b"data: " + b"x" * (LONGEST_LINE + too_many - 6)
    for begin in range(0, len(line), size):
        stream.feed(line[begin : begin + size])
    stream.feed(b"\n\ndata: [DONE]\n\n")

    assert len(found) == events
