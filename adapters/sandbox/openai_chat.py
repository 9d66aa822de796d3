"""A chat completion read: the messages in their order, each tool's words after the call they belong to."""

from typing import Literal

from adapters.sandbox.openai_asked import Asked, Entry, Json, ToolUse
from adapters.sandbox.openai_content import ChatContent, read_chat_content
from adapters.sandbox.openai_models import CHAT, check_model, check_sampling
from adapters.sandbox.openai_offers import check_format, toolbox_of
from adapters.sandbox.openai_parameters import ChatTool, FlatTool, Function, Generation, ResponseFormat, Strict
from adapters.sandbox.openai_refusal import OpenAiRefusal

PRECEDING = "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."
FOLLOWED = "An assistant message with 'tool_calls' must be followed by tool messages responding to each "
FOLLOWED += "'tool_call_id'. The following tool_call_ids did not have response messages: {}"


class System(Strict, tag_field="role", tag="system"):
    content: ChatContent
    name: str | None = None


class Developer(Strict, tag_field="role", tag="developer"):
    content: ChatContent
    name: str | None = None


class User(Strict, tag_field="role", tag="user"):
    content: ChatContent
    name: str | None = None


class CalledFunction(Strict):
    name: str
    arguments: str


class CalledTool(Strict, tag_field="type", tag="function"):
    id: str
    function: CalledFunction


class Assistant(Strict, tag_field="role", tag="assistant"):
    content: ChatContent = None
    tool_calls: list[CalledTool] | None = None
    refusal: str | None = None
    name: str | None = None


class ToolWords(Strict, tag_field="role", tag="tool"):
    content: ChatContent
    tool_call_id: str


Message = System | Developer | User | Assistant | ToolWords


class ChatCompletion(Generation, kw_only=True):
    messages: list[Message]
    tools: list[ChatTool] | None = None
    response_format: ResponseFormat | None = None
    reasoning_effort: Literal["none", "minimal", "low", "medium", "high", "xhigh"] | None = None
    max_completion_tokens: int | None = None
    max_tokens: int | None = None
    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    logit_bias: dict[str, float] | None = None
    logprobs: bool | None = None
    n: int | None = None
    seed: int | None = None
    stop: str | list[str] | None = None
    verbosity: Literal["low", "medium", "high"] | None = None
    modalities: list[str] | None = None


class _Conversation:
    """What the messages amount to; ``open_calls`` are those whose words have yet to come."""

    def __init__(self) -> None:
        self.system: list[str] = []
        self.entries: list[Entry] = []
        self.open_calls: list[str] = []

    def take(self, message: Message, path: str) -> None:
        """Raises OpenAiRefusal."""
        if isinstance(message, ToolWords):
            if message.tool_call_id not in self.open_calls:
                raise OpenAiRefusal(f"Invalid parameter: {PRECEDING}", f"{path}.role")
            self.open_calls.remove(message.tool_call_id)
        else:
            self.check_answered(path)
        text, pictures = read_chat_content(message.content, f"{path}.content")
        if isinstance(message, System | Developer):
            self.system.append(text)
            return
        entry = _entry(message, text, pictures)
        if not (entry.text or entry.pictures or entry.calls or entry.call_id):
            raise OpenAiRefusal(f"Invalid content for '{path}.content'.", f"{path}.content", "invalid_value")
        self.open_calls += [call.id for call in entry.calls]
        self.entries.append(entry)

    def check_answered(self, path: str) -> None:
        """Raises OpenAiRefusal."""
        if self.open_calls:
            raise OpenAiRefusal(FOLLOWED.format(", ".join(self.open_calls)), path)


def read_chat(request: ChatCompletion, given: Json) -> Asked:
    """Raises OpenAiRefusal."""
    check_model(request.model, CHAT)
    check_sampling(request.model, given)
    if not request.messages:
        message = "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array."
        raise OpenAiRefusal(message, "messages", "empty_array")
    conversation = _Conversation()
    for at, message in enumerate(request.messages):
        conversation.take(message, f"messages[{at}]")
    conversation.check_answered(f"messages[{len(request.messages) - 1}]")
    return Asked(
        wire="chat",
        model=request.model,
        system="\n".join(conversation.system),
        entries=tuple(conversation.entries),
        toolbox=toolbox_of([_flat(tool.function) for tool in request.tools or ()], "tools[{}].function"),
        schema=_schema(request),
        most_tokens=request.max_completion_tokens or request.max_tokens,
    )


def _flat(tool: Function) -> FlatTool:
    return FlatTool(
        type="function",
        name=tool.name,
        description=tool.description,
        parameters=tool.parameters,
        strict=tool.strict,
    )


def _entry(message: User | Assistant | ToolWords, text: str, pictures: tuple[bytes, ...]) -> Entry:
    if isinstance(message, ToolWords):
        return Entry(role="tool", text=text, call_id=message.tool_call_id)
    if isinstance(message, User):
        return Entry(role="user", text=text, pictures=pictures)
    calls = tuple(ToolUse(call.function.name, call.function.arguments, call.id) for call in message.tool_calls or ())
    return Entry(role="assistant", text=text, calls=calls)


def _schema(request: ChatCompletion) -> Json | None:
    wanted = request.response_format
    if wanted is None or wanted.type == "text":
        return None
    if wanted.type == "json_object" or wanted.json_schema is None:
        return {}
    asked = wanted.json_schema
    return check_format(asked.name, asked.schema, "response_format", strict=asked.strict is True)
