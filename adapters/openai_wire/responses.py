"""Responses, with nothing kept at OpenAI: https://platform.openai.com/docs/api-reference/responses."""

import msgspec

from adapters.openai_wire.account import ROOM_FOR_THOUGHTS, OpenAiAccount, thinks
from adapters.openai_wire.faults import read
from adapters.openai_wire.shapes import Count, EncodedTools, Heard, Look, check_length, refused, whole
from bot.domain.errors import PamError, Unavailable
from bot.ports.language_model import Entry, Found, Hear, Prompt, Reply, Said, Tool, ToolCall, Usage


class _Usage(msgspec.Struct):
    input_tokens: int = 0
    output_tokens: int = 0
    input_tokens_details: Count | None = None

    def counted(self) -> Usage:
        cached = (self.input_tokens_details or Count()).cached_tokens or 0
        return Usage(self.input_tokens, cached, self.output_tokens)


class _Part(msgspec.Struct):
    type: str
    text: str = ""


class _Item(msgspec.Struct):
    """A message has ``content``, a call the three others."""

    type: str
    content: list[_Part] | None = None
    call_id: str = ""
    name: str = ""
    arguments: str = ""


class _Incomplete(msgspec.Struct):
    reason: str | None = None


class _Response(msgspec.Struct):
    status: str
    output: list[_Item] = msgspec.field(default_factory=list)
    usage: _Usage | None = None
    incomplete_details: _Incomplete | None = None


class _Event(msgspec.Struct):
    """``response`` is read where it is the whole."""

    type: str
    delta: msgspec.Raw = msgspec.Raw()
    response: msgspec.Raw = msgspec.Raw()


_RESPONSE = msgspec.json.Decoder(_Response)
_EVENT = msgspec.json.Decoder(_Event)
_TEXT = msgspec.json.Decoder(str)
_ENDS = frozenset({"response.completed", "response.incomplete", "response.failed"})


class ResponsesWire:
    """Fulfils ``Wire``. Items go without ids, which would point at what was not kept."""

    path = "/responses"

    def __init__(self, account: OpenAiAccount) -> None:
        self._account = account
        self._tools = EncodedTools(_tool)

    def ask(self, prompt: Prompt, *, stream: bool) -> bytes:
        body = self._body(self._account.model, prompt.most_tokens)
        body["instructions"] = prompt.system
        body["input"] = [item for entry in prompt.entries for item in _items(entry)]
        if prompt.tools:
            body["tools"] = self._tools.of(prompt.tools)
        if stream:
            body["stream"] = True
        return msgspec.json.encode(body)

    def look(self, look: Look) -> bytes:
        body = self._body(self._account.vision_model, look.most_tokens)
        body["instructions"] = look.instruction
        body["input"] = [{"role": "user", "content": [{"type": "input_image", "image_url": look.picture}]}]
        answer = {"type": "json_schema", "name": "answer", "strict": True, "schema": look.schema}
        body["text"] = {"format": answer}
        return msgspec.json.encode(body)

    def reply(self, body: bytes) -> Reply:
        return _reply_in(body)

    def listen(self, hear: Hear) -> "ResponsesListening":
        return ResponsesListening(hear)

    def _body(self, model: str, most_tokens: int) -> dict[str, object]:
        if not thinks(model):
            return {"model": model, "store": False, "max_output_tokens": most_tokens}
        return {
            "model": model,
            "store": False,
            "max_output_tokens": most_tokens + ROOM_FOR_THOUGHTS,
            "reasoning": {"effort": "low"},
        }


class ResponsesListening:
    """Fulfils ``Listening``: the prose is heard in parts, but what counts is the whole that the last event holds."""

    def __init__(self, hear: Hear) -> None:
        self._heard = Heard(hear)
        self._whole: bytes | msgspec.Raw | None = None
        self._fault: PamError | None = None

    @property
    def has_been_heard(self) -> bool:
        return bool(self._heard.text)

    def take(self, data: bytes) -> None:
        if self._fault is not None or data == b"[DONE]":
            return
        try:
            event = read(_EVENT, data)
            if event.type == "response.output_text.delta":
                self._heard.add(read(_TEXT, event.delta))
                check_length(self._heard.length, 0)
            elif event.type in _ENDS:
                self._whole = event.response
            elif event.type == "error":
                raise Unavailable("OpenAI broke its answer off")
        except PamError as fault:
            self._fault = fault

    def tell(self) -> None:
        if self._fault is None:
            self._heard.tell()

    def reply(self) -> Reply:
        if self._fault is not None:
            raise self._fault
        if self._whole is None:
            raise Unavailable("OpenAI's answer was cut short")
        return _reply_in(self._whole)


def _reply_in(body: bytes | msgspec.Raw) -> Reply:
    response = read(_RESPONSE, body)
    parts = [part for item in response.output if item.type == "message" for part in item.content or ()]
    reason = (response.incomplete_details or _Incomplete()).reason
    if reason == "content_filter" or any(part.type == "refusal" for part in parts):
        raise refused()
    if response.status != "completed":
        raise Unavailable("OpenAI's answer is not whole")
    text = "".join([part.text for part in parts if part.type == "output_text"])
    calls = tuple(
        ToolCall(item.call_id, item.name, item.arguments) for item in response.output if item.type == "function_call"
    )
    return whole(text, calls, (response.usage or _Usage()).counted())


def _items(entry: Entry) -> list[dict[str, object]]:
    if isinstance(entry, Said):
        return [{"type": "message", "role": entry.role, "content": entry.text}]
    if isinstance(entry, Found):
        return [{"type": "function_call_output", "call_id": entry.call_id, "output": entry.text}]
    return [
        {"type": "function_call", "call_id": call.id, "name": call.name, "arguments": call.arguments}
        for call in entry.calls
    ]


def _tool(tool: Tool) -> dict[str, object]:
    return {
        "type": "function",
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.parameters,
        "strict": True,
    }
