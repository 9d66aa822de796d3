"""OpenAI's end of the line, as lean as can be: one answer of sixty words, whole, or a word a millisecond."""

import asyncio
import sys
from collections import deque
from collections.abc import Sequence
from typing import cast

import httptools
import msgspec
import uvloop

WORDS = [f"word{number} " for number in range(60)]
BETWEEN_WORDS_S = 0.001
USAGE = {
    "prompt_tokens": 4000,
    "completion_tokens": 120,
    "total_tokens": 4120,
    "prompt_tokens_details": {"cached_tokens": 3072, "audio_tokens": 0},
    "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
}
EVENTS_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def _named(kind: str, choices: list[object], usage: object) -> bytes:
    """As https://platform.openai.com/docs/api-reference/chat shows it."""
    answer = {"id": "chatcmpl-1", "object": kind, "created": 1_790_000_000, "model": "gpt-5-mini"}
    rest = {"choices": choices, "usage": usage, "service_tier": "default", "system_fingerprint": None}
    return msgspec.json.encode(answer | rest)


def _whole() -> bytes:
    message = {"role": "assistant", "content": "".join(WORDS), "refusal": None, "annotations": []}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    body = _named("chat.completion", [choice], USAGE)
    return f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def events_of(words: Sequence[str]) -> list[bytes]:
    """The stream that says them, an event each, ready as chunks: the first says nothing yet, the last three end it."""
    deltas = [{"role": "assistant", "content": "", "refusal": None}, *({"content": word} for word in words)]
    said: list[object] = [{"index": 0, "delta": each, "logprobs": None, "finish_reason": None} for each in deltas]
    choices = [*said, {"index": 0, "delta": {}, "logprobs": None, "finish_reason": "stop"}]
    data = [_named("chat.completion.chunk", [choice], None) for choice in choices]
    data += [_named("chat.completion.chunk", [], USAGE), b"[DONE]"]
    events = [b"data: " + each + b"\n\n" for each in data]
    return [b"%x\r\n%b\r\n" % (len(event), event) for event in events]


WHOLE, EVENTS = _whole(), events_of(WORDS)


class Line(asyncio.Protocol):
    """One connection; httptools calls the ``on_…`` methods."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._parser = httptools.HttpRequestParser(self)
        self._body = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_begin(self) -> None:
        self._body = b""

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        if b'"stream":true' in self._body:
            self._transport.write(EVENTS_HEAD)
            self._say(deque(EVENTS))
        else:
            self._transport.write(WHOLE)

    def _say(self, left: deque[bytes]) -> None:
        self._transport.write(left.popleft())
        if left:
            self._loop.call_later(BETWEEN_WORDS_S, self._say, left)
        else:
            self._transport.write(b"0\r\n\r\n")


async def serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Line, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1])))
