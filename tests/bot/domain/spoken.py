"""What the source says through a voice: which templates it may mean, and which facts it gives them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BOT = Path(__file__).parents[3] / "bot"
# What an f-string may fill in.
ANYTHING = "[a-z_.]+"
SPEAKS = {"line", "lines", "text", "answer"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Saying:
    """One call: patterns of the keys it may mean (None when they come from elsewhere), and the facts it gives."""

    where: str
    keys: tuple[str, ...] | None
    facts: frozenset[str]


def sayings() -> Iterator[Saying]:
    for path in sorted(BOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, Function):
                yield from _said_in(function, path)


def refusals() -> Iterator[Saying]:
    """Every reason to refuse, as what a skill says of it."""
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                reason = node.args[0]
                assert isinstance(reason, ast.Constant)
                facts = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                yield Saying(f"{path.relative_to(BOT)}:{node.lineno}", (str(reason.value),), facts)


def string_constants() -> set[str]:
    """Every string in the source, f-strings as patterns."""
    found: set[str] = set()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                found.add(_pattern(node))
    return found


def _said_in(function: Function, path: Path) -> Iterator[Saying]:
    for node in ast.walk(function):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SPEAKS):
            continue
        if ast.unparse(node.func.value).split(".")[-1] != "voice":
            continue
        where = f"{path.relative_to(BOT)}:{node.lineno}"
        yield Saying(where, _keys(node.args[0], function), frozenset(_facts(node, function)))


def _keys(node: ast.expr, function: Function) -> tuple[str, ...] | None:
    if isinstance(node, ast.Constant):
        return (re.escape(str(node.value)),)
    if isinstance(node, ast.JoinedStr):
        return (_pattern(node),)
    if isinstance(node, ast.IfExp):
        branches = [_keys(branch, function) for branch in (node.body, node.orelse)]
        return None if None in branches else tuple(key for keys in branches if keys for key in keys)
    if isinstance(node, ast.Name):
        values = list(_assigned(node.id, function))
        resolved = [_keys(value, function) for value in values if not _mentions(node.id, value)]
        return None if not resolved or None in resolved else tuple(key for keys in resolved if keys for key in keys)
    return None


def _assigned(name: str, function: Function) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value


def _mentions(name: str, node: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ANYTHING for part in node.values)


def _facts(call: ast.Call, function: Function) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg:
            yield keyword.arg
        else:
            yield from _facts_named(function)


def _facts_named(function: Function) -> Iterator[str]:
    """Every name a ``**facts`` of this function may carry."""
    for node in ast.walk(function):
        if isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            yield from (
                part.value
                for part in ast.walk(node.slice)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("facts"):
            for named in _functions()[node.func.id]:
                yield from _facts_named(named)


@cache
def _functions() -> dict[str, list[Function]]:
    """Every function by its name: what several say of one thing is gathered in a function of its own."""
    found: dict[str, list[Function]] = defaultdict(list)
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                found[node.name].append(node)
    return found
