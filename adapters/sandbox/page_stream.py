"""The page's stream of events: the whole past, the time it is, "ready", and then each thing as it happens."""

from collections.abc import AsyncIterator, Callable

import msgspec

from adapters.sandbox.feed import Event, Feed
from adapters.sandbox.iso_time import iso_time
from adapters.sandbox.people import ANN, ANN_NUMBER

# The page has two phones; what others are sent is not shown on them.
SHOWN = frozenset({ANN.id, ANN_NUMBER})


async def page_stream(feed: Feed, now: Callable[[], float]) -> AsyncIterator[bytes]:
    """Server-sent events, until the street closes."""
    with feed.listening() as (past, live):
        for event in past:
            if _for_page(event):
                yield _line(event)
        yield _line({"kind": "clock", "now": iso_time(now())})
        yield _line({"kind": "ready"})
        while (event := await live.get()) is not None:
            if _for_page(event):
                yield _line(event)


def _for_page(event: Event) -> bool:
    return event.get("who", ANN.id) in SHOWN


def _line(event: Event) -> bytes:
    return b"data: " + msgspec.json.encode({name: value for name, value in event.items() if name != "who"}) + b"\n\n"
