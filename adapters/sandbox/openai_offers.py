"""The tools and the form of answer a request offers to the model, checked as OpenAI checks them."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from adapters.sandbox.openai_asked import Json, Toolbox
from adapters.sandbox.openai_parameters import FlatTool
from adapters.sandbox.openai_refusal import OpenAiRefusal
from adapters.sandbox.openai_schemas import check_strict
from adapters.sandbox.openai_usage import count_tokens

NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}\Z")
MOST_TOOLS = 128


def toolbox_of(tools: Sequence[FlatTool], path: str) -> Toolbox:
    """``path`` is where a tool's function stands in the request: "tools[{}]". Raises OpenAiRefusal."""
    if len(tools) > MOST_TOOLS:
        message = f"Invalid 'tools': array too long. Expected an array with maximum length {MOST_TOOLS}."
        raise OpenAiRefusal(message, "tools", "array_above_max_length")
    return _toolbox(msgspec.json.encode(tools), path)


@lru_cache(maxsize=64)
def _toolbox(tools: bytes, path: str) -> Toolbox:
    """The same tools come with every message: they are looked at once."""
    schemas: dict[str, Json] = {}
    for at, tool in enumerate(msgspec.json.decode(tools, type=list[FlatTool])):
        where = path.format(at)
        if not NAME.match(tool.name):
            message = f"Invalid '{where}.name': string does not match pattern. Expected '^[a-zA-Z0-9_-]+$'."
            raise OpenAiRefusal(message, f"{where}.name", "invalid_value")
        if tool.name in schemas:
            raise OpenAiRefusal(f"Duplicate function name: '{tool.name}'.", where, "invalid_value")
        if tool.strict:
            about = f"function '{tool.name}'"
            check_strict(tool.parameters or {}, about, f"{where}.parameters", "invalid_function_parameters")
        schemas[tool.name] = tool.parameters or {}
    return Toolbox(schemas, count_tokens(tools.decode()) if schemas else 0)


def check_format(name: str, schema: Json | None, path: str, *, strict: bool) -> Json:
    """The schema the answer has to follow. Raises OpenAiRefusal."""
    if not NAME.match(name):
        raise OpenAiRefusal(f"Missing required parameter: '{path}.name'.", f"{path}.name", "missing_required_parameter")
    if strict:
        check_strict(schema, f"response_format '{name}'", path, "invalid_json_schema")
    return schema or {}
