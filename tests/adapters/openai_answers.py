"""Answers as OpenAI gives them on both wires, whole and in events, and as a broken server gives them."""

import contextlib
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from adapters.openai_model import OpenAiModel
from adapters.openai_wire.account import OpenAiAccount
from tests.adapters.scripted_vendor import Answer, ScriptedVendor

KEY = "canary-of-the-key"
Wire = Literal["chat", "responses"]
JSON = {"Content-Type": "application/json"}
EVENTS = {"Content-Type": "text/event-stream"}
CALL = ("call_7", "spending_query", '{"category":"food"}')


@dataclass(frozen=True)
class Raw(Answer):
    """Bytes as they are; without Connection: close the connection stays open and nothing more comes."""

    def encoded(self) -> bytes:
        assert isinstance(self.content, bytes)
        return self.content


def in_chunks(answer: Answer) -> Raw:
    """Each event in a chunk of its own, all of them sent at once."""
    assert isinstance(answer.content, bytes)
    chunks = [event + b"\n\n" for event in answer.content.split(b"\n\n")[:-1]]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    return raw(head + b"".join([b"%x\r\n%b\r\n" % (len(each), each) for each in [*chunks, b""]]), closes=False)


def raw(content: bytes, *, closes: bool = True) -> Raw:
    return Raw(200, content, {"Connection": "close"} if closes else {})


def cut(answer: Answer, *, keep: float, closes: bool = True) -> Raw:
    """Only the first part of an answer, whose head promises all of it."""
    encoded = answer.encoded()
    return raw(encoded[: int(len(encoded) * keep)], closes=closes)


def clean_end(answer: Answer, *, keep: float) -> Answer:
    """The first part of a stream, ended as if it were all."""
    assert isinstance(answer.content, bytes)
    return Answer(200, answer.content[: int(len(answer.content) * keep)], answer.headers)


def chat(content: object = "You spent 5.", **changes: object) -> Answer:
    """``changes`` are of the choice: another finish_reason, another message."""
    message: dict[str, object] = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop", **changes}
    return Answer(200, completion(choice), JSON)


def completion(*choices: object) -> dict[str, object]:
    usage = {
        "prompt_tokens": 90,
        "completion_tokens": 7,
        "total_tokens": 97,
        "prompt_tokens_details": {"cached_tokens": 64, "audio_tokens": 0},
    }
    return {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "choices": list(choices), "usage": usage}


def chat_calls(*calls: tuple[str, str, str], finish_reason: str = "tool_calls") -> Answer:
    asked = [
        {"id": key, "type": "function", "function": {"name": name, "arguments": arguments}}
        for key, name, arguments in calls
    ]
    return chat(None, message={"role": "assistant", "content": None, "tool_calls": asked}, finish_reason=finish_reason)


def delta(finish_reason: str | None = None, **fields: object) -> dict[str, object]:
    choice = {"index": 0, "delta": fields, "logprobs": None, "finish_reason": finish_reason}
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [choice], "usage": None}


def chat_stream(*deltas: dict[str, object], end: str = "stop", done: bool = True) -> Answer:
    last = [delta(end), completion()]
    return events([*deltas, *last], b"data: [DONE]\n\n" if done else b"")


def spoken(*words: str) -> list[dict[str, object]]:
    return [delta(role="assistant", content=""), *(delta(content=word) for word in words)]


def events(data: Sequence[object], end: bytes = b"") -> Answer:
    return Answer(200, b"".join([b"data: " + msgspec.json.encode(each) + b"\n\n" for each in data]) + end, EVENTS)


def message_item(text: str) -> dict[str, object]:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    return {"type": "message", "id": "msg_1", "status": "completed", "role": "assistant", "content": content}


def call_item(call: tuple[str, str, str] = CALL) -> dict[str, object]:
    key, name, arguments = call
    return {"type": "function_call", "id": "fc_1", "call_id": key, "name": name, "arguments": arguments}


def response(*output: object, **changes: object) -> dict[str, object]:
    usage = {"input_tokens": 90, "input_tokens_details": {"cached_tokens": 64}, "output_tokens": 7}
    thought = {"type": "reasoning", "id": "rs_1", "summary": []}
    return {
        "id": "resp_1",
        "object": "response",
        "status": "completed",
        "error": None,
        "incomplete_details": None,
        "output": [thought, *output],
        "usage": usage,
        **changes,
    }


def responses(*output: object, **changes: object) -> Answer:
    return Answer(200, response(*output, **changes), JSON)


def responses_stream(*words: str, end: dict[str, object] | None) -> Answer:
    """Ends with ``end``, or with nothing."""
    begun = {"type": "response.created", "response": response(status="in_progress", output=[])}
    deltas = [{"type": "response.output_text.delta", "item_id": "msg_1", "delta": word} for word in words]
    ended = [{"type": "response.completed", "response": end}] if end else []
    return events([begun, *deltas, *ended])


def refusal(status: int, code: str | None = None, **headers: str) -> Answer:
    said = f"Incorrect API key provided: {KEY}. You asked: {SECRET_WORDS}"
    error = {"message": said, "type": "invalid_request_error", "param": None, "code": code}
    return Answer(status, {"error": error}, JSON | {name.replace("_", "-"): value for name, value in headers.items()})


SECRET_WORDS = "canary-of-the-words"


@contextlib.asynccontextmanager
async def model_at(
    *script: Answer, wire: Wire = "chat", deadline_s: float = 1.0
) -> AsyncGenerator[tuple[OpenAiModel, ScriptedVendor]]:
    """With so short a deadline nothing is asked twice."""
    async with ScriptedVendor(*script).open() as vendor:
        model = OpenAiModel(OpenAiAccount(KEY, f"{vendor.url}/v1", wire, "pam-1"), deadline_s)
        try:
            yield model, vendor
        finally:
            await model.close()
