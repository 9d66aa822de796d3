"""A chat completion written: whole, or as the chunks of a stream."""

import secrets
from collections.abc import Iterator

import msgspec

from adapters.sandbox.openai_asked import Asked, Json, Play, ToolUse
from adapters.sandbox.openai_pieces import event, pieces_of
from adapters.sandbox.openai_usage import Usage

FINGERPRINT = "fp_sandbox"


class ChatAnswer:
    """One answer to one request; ``now`` is in seconds."""

    def __init__(self, asked: Asked, play: Play, usage: Usage, now: float) -> None:
        self._play = play
        self._usage = usage
        self._head: Json = {"id": f"chatcmpl-{secrets.token_hex(14)}", "created": int(now), "model": asked.model}
        self._calls = [(f"call_{secrets.token_hex(12)}", call) for call in play.calls]

    def whole(self) -> bytes:
        message: Json = {"role": "assistant", "content": self._play.text or None, "refusal": None, "annotations": []}
        if self._calls:
            message["tool_calls"] = [_called(call_id, call) for call_id, call in self._calls]
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": self._play.reason}
        return msgspec.json.encode(
            {
                **self._head,
                "object": "chat.completion",
                "choices": [] if self._play.nothing else [choice],
                "usage": self._usage.as_chat(),
                "service_tier": "default",
                "system_fingerprint": FINGERPRINT,
            }
        )

    def streamed(self, *, with_usage: bool) -> Iterator[bytes]:
        """Server-sent events; with usage every chunk names it, and one more without a choice tells it."""
        usage: Json = {"usage": None} if with_usage else {}
        if not self._play.nothing:
            for delta in self._deltas():
                yield self._chunk([_choice(delta, None)], usage)
            yield self._chunk([_choice({}, self._play.reason)], usage)
        if with_usage or self._play.nothing:
            yield self._chunk([], {"usage": self._usage.as_chat()} if with_usage else {})
        yield b"data: [DONE]\n\n"

    def _deltas(self) -> Iterator[Json]:
        yield {"role": "assistant", "content": "" if self._play.text else None, "refusal": None}
        for piece in pieces_of(self._play.text):
            yield {"content": piece}
        for at, (call_id, call) in enumerate(self._calls):
            function = {"name": call.name, "arguments": ""}
            yield {"tool_calls": [{"index": at, "id": call_id, "type": "function", "function": function}]}
            for piece in pieces_of(call.written):
                yield {"tool_calls": [{"index": at, "function": {"arguments": piece}}]}

    def _chunk(self, choices: list[Json], more: Json) -> bytes:
        chunk = {"object": "chat.completion.chunk", "service_tier": "default", "system_fingerprint": FINGERPRINT}
        return event({**self._head, **chunk, "choices": choices, **more})


def _called(call_id: str, call: ToolUse) -> Json:
    return {"id": call_id, "type": "function", "function": {"name": call.name, "arguments": call.written}}


def _choice(delta: Json, reason: str | None) -> Json:
    return {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
