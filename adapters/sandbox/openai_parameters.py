"""What each of OpenAI's endpoints may be asked, by the types of its reference; anything else is refused."""

import re
from typing import Literal, TypeVar

import msgspec

from adapters.sandbox.openai_refusal import OpenAiRefusal, unknown_parameter

Json = dict[str, object]
P = TypeVar("P")

AT = re.compile(r" - at `\$\.?(?P<path>.*)`\Z")
FIELD = re.compile(r"(?P<what>unknown|required) field `(?P<name>[^`]*)`")


class Strict(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An object of which every field is known."""


class Function(Strict):
    name: str
    description: str | None = None
    parameters: Json | None = None
    strict: bool | None = None


class ChatTool(Strict):
    type: Literal["function"]
    function: Function


class FlatTool(Strict):
    """A function as the responses wire has it."""

    type: Literal["function"]
    name: str
    description: str | None = None
    parameters: Json | None = None
    strict: bool | None = None


class Schema(Strict):
    name: str
    schema: Json | None = None
    description: str | None = None
    strict: bool | None = None


class ResponseFormat(Strict):
    type: Literal["text", "json_object", "json_schema"]
    json_schema: Schema | None = None


class FlatFormat(Strict):
    type: Literal["text", "json_object", "json_schema"]
    name: str = ""
    schema: Json | None = None
    description: str | None = None
    strict: bool | None = None


class TextOptions(Strict):
    format: FlatFormat | None = None
    verbosity: Literal["low", "medium", "high"] | None = None


class StreamOptions(Strict):
    include_usage: bool = False
    include_obfuscation: bool = True


class Reasoning(Strict):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh"] | None = None
    summary: Literal["auto", "concise", "detailed"] | None = None


class Generation(Strict):
    """What both wires take; ``object`` is anything, for it has no effect here."""

    model: str = ""
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_logprobs: int | None = None
    parallel_tool_calls: bool | None = None
    store: bool | None = None
    metadata: dict[str, str] | None = None
    safety_identifier: str | None = None
    service_tier: str | None = None
    prompt_cache_key: str | None = None
    prompt_cache_retention: str | None = None
    user: str | None = None
    tool_choice: object = None


class Embeddings(Strict):
    input: str | list[str]
    model: str = ""
    dimensions: int | None = None
    encoding_format: Literal["float", "base64"] = "float"
    user: str | None = None


class Transcription(Strict):
    model: str = ""
    language: str | None = None
    prompt: str | None = None
    response_format: Literal["json", "text"] = "json"
    temperature: float | None = None


def read_parameters(parameters: Json, shape: type[P], *, strict: bool = True) -> P:
    """Raises OpenAiRefusal: unknown parameter, missing one, wrong type. In a form (not ``strict``) all is text."""
    try:
        return msgspec.convert(parameters, shape, strict=strict)
    except msgspec.ValidationError as error:
        raise _refusal(str(error)) from error


def _refusal(why: str) -> OpenAiRefusal:
    found = AT.search(why)
    path = found["path"] if found else ""
    field = FIELD.search(why)
    if field is None:
        return OpenAiRefusal(f"Invalid type for '{path}': {AT.sub('', why)}.", path, "invalid_type")
    name = f"{path}.{field['name']}" if path else field["name"]
    if field["what"] == "unknown":
        return unknown_parameter(name)
    return OpenAiRefusal(f"Missing required parameter: '{name}'.", name, "missing_required_parameter")
