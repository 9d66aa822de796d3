"""OpenAI's and Telegram's ends of the line in one, so that one clock tells how soon first words came back as a draft.

The words come one by one, or so many in a piece as is said. ``GET /waits`` tells for each stream so far how many µs lay
between its first piece and the first draft after it.
"""

import asyncio
import sys
import time
from collections import deque

import msgspec
import uvloop

from benchmarks.model_end import BETWEEN_WORDS_S, EVENTS_HEAD, events_of
from benchmarks.street import Line, World

WORDS = "Well that is nice to hear and it is good to have a calm day now and then".split()


class Drafts:
    """``began`` is when the first piece of a stream went out that nothing was drafted of yet."""

    def __init__(self, words_a_piece: int) -> None:
        starts = range(0, len(WORDS), words_a_piece)
        pieces = [" ".join(WORDS[at : at + words_a_piece]) + " " for at in starts]
        self.nothing_yet, *self.pieces = events_of(pieces)
        self.began: float | None = None
        self.waits_us: list[float] = []

    def drafted(self) -> None:
        if self.began is not None:
            self.waits_us.append((time.perf_counter() - self.began) * 1e6)
            self.began = None


class BothEnds(Line):
    def __init__(self, world: World, drafts: Drafts) -> None:
        super().__init__(world)
        self._drafts = drafts

    def on_message_complete(self) -> None:
        target = self._target.decode()
        if target.endswith("/chat/completions"):
            self._transport.write(EVENTS_HEAD + self._drafts.nothing_yet)
            asyncio.get_running_loop().call_later(BETWEEN_WORDS_S, self._begin)
        elif target == "/waits":
            body = msgspec.json.encode(self._drafts.waits_us)
            self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        else:
            if target.endswith("/sendMessageDraft"):
                self._drafts.drafted()
            super().on_message_complete()

    def _begin(self) -> None:
        self._drafts.began = time.perf_counter()
        self._say(deque(self._drafts.pieces))

    def _say(self, left: deque[bytes]) -> None:
        self._transport.write(left.popleft())
        if left:
            asyncio.get_running_loop().call_later(BETWEEN_WORDS_S, self._say, left)
        else:
            self._transport.write(b"0\r\n\r\n")


async def serve(port: int, words_a_piece: int) -> None:
    world, drafts = World(), Drafts(words_a_piece)
    server = await asyncio.get_running_loop().create_server(lambda: BothEnds(world, drafts), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1]), int(sys.argv[2])))
