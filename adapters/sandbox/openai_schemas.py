"""Whether a schema that calls itself strict is one; OpenAI refuses the others before any model sees them."""

from adapters.sandbox.openai_refusal import OpenAiRefusal

Json = dict[str, object]

# https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
KEYWORDS = frozenset(
    "$defs $ref additionalProperties anyOf const definitions description enum exclusiveMaximum exclusiveMinimum format "
    "items maxItems maximum minItems minimum multipleOf pattern properties required title type".split()
)
TYPES = frozenset("string number boolean integer object array null".split())
DEEPEST = 10
MOST_PROPERTIES = 5000
MOST_CHOICES = 1000


class NotStrict(Exception):
    """Where, and why."""


def check_strict(schema: object, about: str, param: str, code: str) -> None:
    """``about`` is like "function 'pay'". Raises OpenAiRefusal."""
    try:
        _check_root(schema)
    except NotStrict as why:
        raise OpenAiRefusal(f"Invalid schema for {about}: {why}", param, code) from why


def _check_root(schema: object) -> None:
    if not isinstance(schema, dict) or schema.get("type") != "object" or "anyOf" in schema:
        raise NotStrict("schema must be a JSON Schema of 'type: \"object\"'.")
    count = _check(schema, (), 1)
    if count > MOST_PROPERTIES:
        raise NotStrict(f"{count} properties are more than {MOST_PROPERTIES}.")


def _check(schema: object, context: tuple[str, ...], depth: int) -> int:
    """How many properties there are. Raises NotStrict."""
    if not isinstance(schema, dict):
        raise NotStrict(f"In context={context}, a schema must be an object.")
    if depth > DEEPEST:
        raise NotStrict(f"In context={context}, more than {DEEPEST} levels of nesting.")
    unknown = schema.keys() - KEYWORDS
    if unknown:
        raise NotStrict(f"In context={context}, '{min(unknown)}' is not permitted.")
    _check_type(schema, context)
    properties = schema.get("properties", {})
    if "object" in _types(schema):
        _check_object(schema, properties, context)
    count = len(properties)
    inner = {**properties, **schema.get("$defs", {}), **schema.get("definitions", {})}
    for name, part in inner.items():
        count += _check(part, (*context, "properties", name), depth + 1)
    if "items" in schema:
        count += _check(schema["items"], (*context, "items"), depth + 1)
    for at, part in enumerate(schema.get("anyOf", ())):
        count += _check(part, (*context, "anyOf", str(at)), depth)
    return count


def _check_type(schema: Json, context: tuple[str, ...]) -> None:
    if not schema.keys() & {"type", "anyOf", "$ref", "enum", "const"}:
        raise NotStrict(f"In context={context}, schema must have a 'type' key.")
    unknown = _types(schema) - TYPES
    if unknown:
        raise NotStrict(f"In context={context}, '{min(unknown)}' is not valid under any of the given schemas.")
    if "array" in _types(schema) and "items" not in schema:
        raise NotStrict(f"In context={context}, array schema missing items.")
    choices = schema.get("enum", [])
    if not isinstance(choices, list) or ("enum" in schema and not 1 <= len(choices) <= MOST_CHOICES):
        raise NotStrict(f"In context={context}, 'enum' must hold 1 to {MOST_CHOICES} values.")


def _check_object(schema: Json, properties: object, context: tuple[str, ...]) -> None:
    if schema.get("additionalProperties") is not False:
        raise NotStrict(f"In context={context}, 'additionalProperties' is required to be supplied and to be false.")
    required = schema.get("required")
    if not isinstance(properties, dict):
        raise NotStrict(f"In context={context}, 'properties' must be an object.")
    missing = properties.keys() - set(required if isinstance(required, list) else ())
    extra = set(required if isinstance(required, list) else ()) - properties.keys()
    if missing or extra or not isinstance(required, list):
        why = f"Missing '{min(missing)}'." if missing else f"Extra required key '{min(extra)}'." if extra else ""
        raise NotStrict(
            f"In context={context}, 'required' is required to be supplied and to be an array including every key in "
            f"properties. {why}".strip()
        )


def _types(schema: Json) -> set[str]:
    kind = schema.get("type", [])
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(name) for name in kinds}
