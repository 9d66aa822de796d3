"""What the two phones show, as it happens, with the past for those who come late."""

import asyncio
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager

Event = dict[str, object]

# Enough for an afternoon at the page; a load test forgets its beginning instead of growing for ever.
REMEMBERED = 5_000


class Feed:
    """A list of events and those who listen to it. ``who`` in an event is the chat id or number it belongs to."""

    def __init__(self) -> None:
        self.history: deque[Event] = deque(maxlen=REMEMBERED)
        self._listeners: set[asyncio.Queue[Event | None]] = set()

    def publish(self, event: Event) -> None:
        self.history.append(event)
        self.pass_on(event)

    def pass_on(self, event: Event) -> None:
        """To those who listen now; not remembered."""
        for listener in self._listeners:
            listener.put_nowait(event)

    def forget(self, whom: set[object]) -> None:
        """Nothing of these is shown to those who come later, nor what PAM did for them."""
        kept = [event for event in self.history if event.get("who") not in whom and event["kind"] != "step"]
        self.history.clear()
        self.history.extend(kept)

    @contextmanager
    def listening(self) -> Generator[tuple[list[Event], "asyncio.Queue[Event | None]"]]:
        """The past, and a queue of what follows; None in it is the end."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield list(self.history), queue
        finally:
            self._listeners.discard(queue)

    async def wait_for(self, wanted: Callable[[Event], bool]) -> Event:
        """The first event, past or to come, that is wanted. Raises EOFError when the street closes first."""
        with self.listening() as (past, live):
            for event in past:
                if wanted(event):
                    return event
            while (event := await live.get()) is not None:
                if wanted(event):
                    return event
        raise EOFError

    def close(self) -> None:
        for listener in self._listeners:
            listener.put_nowait(None)
