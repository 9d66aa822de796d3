"""Chat Completions, which every compatible server knows: https://platform.openai.com/docs/api-reference/chat."""

import msgspec

from adapters.openai_wire.account import ROOM_FOR_THOUGHTS, OpenAiAccount, thinks
from adapters.openai_wire.faults import read
from adapters.openai_wire.shapes import Count, EncodedTools, Heard, Look, check_length, refused, whole
from bot.domain.errors import PamError, Unavailable
from bot.ports.language_model import Entry, Found, Hear, Prompt, Reply, Said, Tool, ToolCall, Usage


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: Count | None = None

    def counted(self) -> Usage:
        cached = (self.prompt_tokens_details or Count()).cached_tokens or 0
        return Usage(self.prompt_tokens, cached, self.completion_tokens)


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | None = None


class _Call(msgspec.Struct):
    """Whole, or a part of one: only the first part has ``id`` and name."""

    function: _Function
    index: int = 0
    id: str | None = None


class _Begun(msgspec.Struct):
    """A call of which there may be more: its arguments are joined once, however small their parts are."""

    call: _Call
    arguments: list[str]

    def whole(self) -> _Call:
        self.call.function.arguments = "".join(self.arguments)
        return self.call


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_Call] | None = None


class _Choice(msgspec.Struct):
    """``message`` where the answer is one body, ``delta`` where it is streamed."""

    message: _Message | None = None
    delta: _Message | None = None
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


_COMPLETION = msgspec.json.Decoder(_Completion)
_OBJECT = msgspec.json.Decoder(dict[str, object])


class ChatWire:
    """Fulfils ``Wire``; sends what every server knows, and to OpenAI's newer models what they insist on."""

    path = "/chat/completions"

    def __init__(self, account: OpenAiAccount) -> None:
        self._account = account
        self._tools = EncodedTools(_tool)

    def ask(self, prompt: Prompt, *, stream: bool) -> bytes:
        account = self._account
        body = self._body(account.model, prompt.most_tokens)
        body["messages"] = [{"role": "system", "content": prompt.system}, *map(_message, prompt.entries)]
        if prompt.tools:
            body["tools"] = self._tools.of(prompt.tools)
        if stream:
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        return msgspec.json.encode(body)

    def look(self, look: Look) -> bytes:
        body = self._body(self._account.vision_model, look.most_tokens)
        picture = [{"type": "image_url", "image_url": {"url": look.picture}}]
        body["messages"] = [
            {"role": "system", "content": look.instruction},
            {"role": "user", "content": picture},
        ]
        schema = {"name": "answer", "strict": True, "schema": look.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
        return msgspec.json.encode(body)

    def reply(self, body: bytes) -> Reply:
        completion = read(_COMPLETION, body)
        if len(completion.choices) != 1:
            raise Unavailable(f"OpenAI gave {len(completion.choices)} answers instead of one")
        choice = completion.choices[0]
        message = choice.message or _Message()
        if message.refusal:
            raise refused()
        _check_end(choice.finish_reason)
        calls = _asked_for(message.tool_calls or [])
        return whole(message.content or "", calls, (completion.usage or _Usage()).counted())

    def listen(self, hear: Hear) -> "ChatListening":
        return ChatListening(hear)

    def _body(self, model: str, most_tokens: int) -> dict[str, object]:
        if not self._account.is_newer(model):
            return {"model": model, "max_tokens": most_tokens}
        if not thinks(model):
            return {"model": model, "max_completion_tokens": most_tokens}
        return {
            "model": model,
            "max_completion_tokens": most_tokens + ROOM_FOR_THOUGHTS,
            "reasoning_effort": "low",
        }


class ChatListening:
    """Fulfils ``Listening``: prose, calls and usage come in parts, then the reason for the end, then [DONE]."""

    def __init__(self, hear: Hear) -> None:
        self._heard = Heard(hear)
        self._calls: list[_Begun] = []
        self._open: dict[int, _Begun] = {}
        self._usage = _Usage()
        self._finish_reason: str | None = None
        self._is_refused = False
        self._is_done = False
        self._fault: PamError | None = None

    @property
    def has_been_heard(self) -> bool:
        return bool(self._heard.text)

    def take(self, data: bytes) -> None:
        if data == b"[DONE]":
            self._is_done = True
        elif self._fault is None:
            try:
                self._add(read(_COMPLETION, data))
            except PamError as fault:
                self._fault = fault

    def tell(self) -> None:
        if self._fault is None:
            self._heard.tell()

    def reply(self) -> Reply:
        if self._fault is not None:
            raise self._fault
        if self._is_refused:
            raise refused()
        _check_end(self._finish_reason)
        if not self._is_done:
            raise Unavailable("OpenAI's answer was cut short")
        return whole(self._heard.text, _asked_for([begun.whole() for begun in self._calls]), self._usage.counted())

    def _add(self, part: _Completion) -> None:
        self._usage = part.usage or self._usage
        if len(part.choices) > 1:
            raise Unavailable("OpenAI gave several answers instead of one")
        for choice in part.choices:
            self._finish_reason = choice.finish_reason or self._finish_reason
            delta = choice.delta or _Message()
            self._is_refused = self._is_refused or bool(delta.refusal)
            for call in delta.tool_calls or ():
                self._add_call(call)
            self._heard.add(delta.content or "")
            check_length(self._heard.length, len(self._calls))

    def _add_call(self, part: _Call) -> None:
        begun = self._open.get(part.index)
        # Some servers give every call the same index: then another id begins another call.
        if begun is None or (part.id and part.id != begun.call.id):
            begun = self._open[part.index] = _Begun(part, [])
            self._calls.append(begun)
        begun.arguments.append(part.function.arguments or "")


def _asked_for(calls: list[_Call]) -> tuple[ToolCall, ...]:
    """Where a server gives calls no ids they get some, by which what they come to is told back."""
    return tuple(
        ToolCall(call.id or f"call_{number}", call.function.name or "", call.function.arguments or "")
        for number, call in enumerate(calls)
    )


def _check_end(finish_reason: str | None) -> None:
    if finish_reason == "content_filter":
        raise refused()
    if finish_reason not in {"stop", "tool_calls"}:
        raise Unavailable("OpenAI's answer is not whole")


def _message(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Said):
        return {"role": entry.role, "content": entry.text}
    if isinstance(entry, Found):
        return {"role": "tool", "tool_call_id": entry.call_id, "content": entry.text}
    calls = [
        {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": _told_back(call.arguments)}}
        for call in entry.calls
    ]
    return {"role": "assistant", "content": None, "tool_calls": calls}


def _told_back(arguments: str) -> str:
    """Servers that read a call of the past refuse the whole prompt for one that is no object."""
    try:
        _OBJECT.decode(arguments)
    except (msgspec.DecodeError, RecursionError):
        return "{}"
    return arguments


def _tool(tool: Tool) -> dict[str, object]:
    function = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.parameters,
        "strict": True,
    }
    return {"type": "function", "function": function}
