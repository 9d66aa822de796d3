"""An event is the same wherever the network cuts it, and half an event is none."""

import pytest

from adapters.openai_wire.event_stream import EventStream

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
