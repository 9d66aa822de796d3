"""A request of the responses wire read: its items, each output after the call it belongs to, nothing kept before."""

from typing import Literal

from adapters.sandbox.openai_asked import Asked, Entry, Json, ToolUse
from adapters.sandbox.openai_content import FlatContent, read_flat_content
from adapters.sandbox.openai_models import CHAT, check_model, check_sampling
from adapters.sandbox.openai_offers import check_format, toolbox_of
from adapters.sandbox.openai_parameters import FlatTool, Generation, Reasoning, Strict, TextOptions
from adapters.sandbox.openai_refusal import OpenAiRefusal

FEWEST_OUTPUT_TOKENS = 16
NOT_KEPT = "Item with id '{}' not found. Items are not persisted when `store` is set to false."


class Item(Strict, tag_field="type", tag="message"):
    role: Literal["user", "assistant", "system", "developer"]
    content: FlatContent
    id: str | None = None
    status: str | None = None
    phase: str | None = None


class FunctionCall(Strict, tag_field="type", tag="function_call"):
    call_id: str
    name: str
    arguments: str
    id: str | None = None
    status: str | None = None


class CallOutput(Strict, tag_field="type", tag="function_call_output"):
    call_id: str
    output: FlatContent
    id: str | None = None
    status: str | None = None


class Thought(Strict, tag_field="type", tag="reasoning"):
    id: str
    summary: list[object]
    encrypted_content: str | None = None
    content: list[object] | None = None
    status: str | None = None


InputItem = Item | FunctionCall | CallOutput | Thought


class ModelResponse(Generation, kw_only=True):
    input: str | list[InputItem]
    instructions: str | None = None
    tools: list[FlatTool] | None = None
    text: TextOptions | None = None
    reasoning: Reasoning | None = None
    max_output_tokens: int | None = None
    max_tool_calls: int | None = None
    include: list[str] | None = None
    previous_response_id: str | None = None
    truncation: Literal["auto", "disabled"] | None = None
    background: bool | None = None


def with_types(parameters: Json) -> Json:
    """A message need not say that it is one."""
    items = parameters.get("input")
    if not isinstance(items, list):
        return parameters
    return {**parameters, "input": [{"type": "message", **item} if isinstance(item, dict) else item for item in items]}


def read_response(request: ModelResponse, given: Json) -> Asked:
    """Raises OpenAiRefusal."""
    check_model(request.model, CHAT)
    check_sampling(request.model, given)
    _check_limits(request)
    system = [request.instructions] if request.instructions else []
    entries: list[Entry] = []
    for at, item in enumerate(_items(request)):
        path = f"input[{at}]"
        if isinstance(item, Item) and item.role in ("system", "developer"):
            system.append(read_flat_content(item.content, path)[0])
        elif not isinstance(item, Thought):
            entries.append(_entry(item, path))
        elif item.encrypted_content is None:
            raise OpenAiRefusal(NOT_KEPT.format(item.id), "input", status=404)
    _check_pairs(entries)
    return Asked(
        wire="responses",
        model=request.model,
        system="\n".join(system),
        entries=tuple(entries),
        toolbox=toolbox_of(request.tools or (), "tools[{}]"),
        schema=_schema(request),
        most_tokens=request.max_output_tokens,
    )


def _check_limits(request: ModelResponse) -> None:
    """Raises OpenAiRefusal."""
    if request.previous_response_id is not None:
        message = f"Previous response with id '{request.previous_response_id}' not found."
        raise OpenAiRefusal(message, "previous_response_id", "previous_response_not_found")
    most = request.max_output_tokens
    if most is not None and most < FEWEST_OUTPUT_TOKENS:
        message = (
            f"Invalid 'max_output_tokens': integer below minimum value. Expected a value >= {FEWEST_OUTPUT_TOKENS}."
        )
        raise OpenAiRefusal(message, "max_output_tokens", "integer_below_min_value")


def _items(request: ModelResponse) -> list[InputItem]:
    return [Item(role="user", content=request.input)] if isinstance(request.input, str) else request.input


def _entry(item: Item | FunctionCall | CallOutput, path: str) -> Entry:
    if isinstance(item, FunctionCall):
        return Entry(role="assistant", calls=(ToolUse(item.name, item.arguments, item.call_id),))
    if isinstance(item, CallOutput):
        return Entry(role="tool", text=read_flat_content(item.output, path)[0], call_id=item.call_id)
    text, pictures = read_flat_content(item.content, f"{path}.content")
    return Entry(role="user" if item.role == "user" else "assistant", text=text, pictures=pictures)


def _check_pairs(entries: list[Entry]) -> None:
    """Raises OpenAiRefusal."""
    waiting: list[str] = []
    for entry in entries:
        if entry.role == "tool":
            if entry.call_id not in waiting:
                message = f"No tool call found for function call output with call_id {entry.call_id}."
                raise OpenAiRefusal(message, "input")
            waiting.remove(entry.call_id)
        waiting += [call.id for call in entry.calls]
    if waiting:
        raise OpenAiRefusal(f"No tool output found for function call {waiting[0]}.", "input")


def _schema(request: ModelResponse) -> Json | None:
    wanted = request.text.format if request.text else None
    if wanted is None or wanted.type == "text":
        return None
    if wanted.type == "json_object":
        return {}
    return check_format(wanted.name, wanted.schema, "text.format", strict=wanted.strict is not False)
