"""Arguments that follow a schema: what is known where its name is a property, else as little as the schema allows."""

from adapters.sandbox.openai_asked import Json

PLAIN: dict[str, object] = {
    "null": None,
    "string": "something",
    "integer": 1,
    "number": 1,
    "boolean": False,
    "array": [],
}


def filled(schema: Json, known: Json) -> Json:
    """Every property of an object."""
    return {
        name: _as_asked(known[name], part) if name in known else _least(part, schema)
        for name, part in properties_of(schema).items()
    }


def mistyped(schema: Json) -> Json:
    """Every property of a type that the schema does not allow."""
    wrong: dict[str, object] = {
        "object": {"x": 1},
        "array": ["x"],
        "boolean": True,
        "integer": 17,
        "string": "seventeen",
    }
    return {
        name: next((value for kind, value in wrong.items() if kind not in types_of(part, schema)), None)
        for name, part in properties_of(schema).items()
    }


def properties_of(schema: Json) -> dict[str, Json]:
    properties = schema.get("properties")
    return {str(name): part for name, part in properties.items()} if isinstance(properties, dict) else {}


def types_of(part: Json, root: Json) -> set[str]:
    """The JSON types a value may have."""
    kind = part.get("type", [])
    kinds = {str(name) for name in kind} if isinstance(kind, list) else {str(kind)}
    for choice in _choices(part, root):
        kinds |= types_of(choice, root)
    return kinds


def _choices(part: Json, root: Json) -> list[Json]:
    """What else it may be: the parts of anyOf, and what a reference leads to."""
    any_of = part.get("anyOf")
    choices = [choice for choice in any_of if isinstance(choice, dict)] if isinstance(any_of, list) else []
    defined = root.get("$defs")
    meant = defined.get(str(part.get("$ref", "")).rpartition("/")[2]) if isinstance(defined, dict) else None
    return [*choices, meant] if isinstance(meant, dict) else choices


def _least(part: Json, root: Json) -> object:
    kinds = types_of(part, root)
    if "null" in kinds:
        return None
    if "const" in part:
        return part["const"]
    values = part.get("enum")
    if isinstance(values, list):
        return values[0]
    if "object" in kinds and "type" in part:
        return {name: _least(inner, root) for name, inner in properties_of(part).items()}
    plain = next((value for kind, value in PLAIN.items() if kind in kinds), None)
    if plain is not None:
        return plain
    return next((_least(choice, root) for choice in _choices(part, root)), {})


def _as_asked(value: object, part: Json) -> object:
    """An amount is a text or a number, as the schema wants it."""
    kinds = types_of(part, part)
    if isinstance(value, str) and "string" not in kinds and kinds & {"number", "integer"}:
        return float(value)
    return value
