"""Bad answers: what a model, or the line to it, can get wrong while it says that all is well."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import get_args

from adapters.sandbox.faults import BadAnswer, Fault, Faults
from adapters.sandbox.openai_asked import Asked, Play, ToolUse
from adapters.sandbox.openai_filling import filled, mistyped
from adapters.sandbox.openai_refusal import not_from_here, quota_used_up, wrong_key
from adapters.sandbox.wire import HangUp, Reply

NINE: tuple[BadAnswer, ...] = (
    "hang", "drip", "cut", "clean_end", "html", "empty", "length", "bad_json", "unknown_tool",
)  # fmt: skip
BAD: frozenset[str] = frozenset(get_args(BadAnswer))
REFUSALS: dict[str, Callable[[], Reply]] = {
    "quota": quota_used_up,
    "key": lambda: wrong_key("a key that was taken back").reply(),
    "forbidden": not_from_here,
}
MAD_DRIP_S = 0.5
MANY = 100
PAGE = b"<!doctype html><title>Checking your browser</title><p>One moment, please.</p>"
OTHER_DIGITS = str.maketrans("0123456789", "1234567890")
INVENTED = "That makes $1,234.56 in all."
UNASKED = {"ledger_id": 7, "confirmed": True, "user_id": 1}


class Mischief:
    """Which bad answer is due, call by call."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._madness = 0

    def take(self) -> Fault | None:
        if self._faults.take("OpenAI", "mad"):
            self._madness += 1
            return Fault(NINE[(self._madness - 1) % len(NINE)], seconds=MAD_DRIP_S)
        due = next((mode for mode in self._faults.modes("OpenAI") if mode in BAD), None)
        return None if due is None else self._faults.take("OpenAI", due)


def spoil_play(mode: str, asked: Asked, play: Play) -> Play:
    """The answer gone wrong in what it says; the same where this way of going wrong touches nothing in it."""
    if mode == "empty":
        return Play(nothing=True)
    if mode == "length":
        return _cut_short(play)
    if mode == "liar":
        return _lying(asked, play)
    spoil = _SPOILT_CALLS.get(mode)
    if spoil is None or not asked.tools:
        return play
    return Play(calls=spoil(asked, _call(asked, play)), finish_reason="tool_calls")


def spoil_pieces(fault: Fault, pieces: Sequence[bytes], media_type: str) -> Reply | None:
    """The answer gone wrong on its way; None where this fault leaves the way alone."""
    half = pieces[: len(pieces) // 2] if len(pieces) > 1 else [pieces[0][: len(pieces[0]) // 2]]
    ways: dict[str, Callable[[], Reply]] = {
        "hang": lambda: Reply(0, b""),
        "html": lambda: Reply(200, PAGE, "text/html"),
        "drip": lambda: Reply(200, b"", media_type, pieces=_dripping(b"".join(pieces), fault.seconds)),
        "cut": lambda: Reply(200, b"", media_type, pieces=_broken_off(half)),
        "clean_end": lambda: Reply(200, b"", media_type, pieces=_one_by_one(half)),
    }
    way = ways.get(fault.mode)
    return way() if way else None


async def _one_by_one(pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def _broken_off(pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    # The caller reads what came before the line broke.
    await asyncio.sleep(0)
    raise HangUp


async def _dripping(body: bytes, every_s: float) -> AsyncIterator[bytes]:
    for at in range(len(body)):
        yield body[at : at + 1]
        await asyncio.sleep(every_s)


def _call(asked: Asked, play: Play) -> ToolUse:
    """What the script calls, else what was called before, else the first tool on offer."""
    before = [call for entry in asked.since for call in entry.calls]
    if play.calls or before:
        first = (*play.calls, *before)[0]
        return ToolUse(first.name, first.arguments)
    name, schema = next(iter(asked.tools.items()))
    return ToolUse(name, filled(schema, {}))


def _hundred(asked: Asked, _: ToolUse) -> tuple[ToolUse, ...]:
    offered = list(asked.tools.items())
    chosen = [offered[at % len(offered)] for at in range(MANY)]
    return tuple(ToolUse(name, filled(schema, {})) for name, schema in chosen)


def _with_more(_: Asked, call: ToolUse) -> tuple[ToolUse, ...]:
    known = call.arguments if isinstance(call.arguments, dict) else {}
    return (ToolUse(call.name, {**known, **UNASKED}),)


_SPOILT_CALLS: dict[str, Callable[[Asked, ToolUse], tuple[ToolUse, ...]]] = {
    "bad_json": lambda _, call: (ToolUse(call.name, call.written[: len(call.written) // 2]),),
    "unknown_tool": lambda _, call: (ToolUse("transfer_everything", call.arguments),),
    "wrong_types": lambda asked, call: (ToolUse(call.name, mistyped(asked.tools.get(call.name, {}))),),
    "extra_args": _with_more,
    "endless": lambda _, call: (call,),
    "hundred": _hundred,
}


def _cut_short(play: Play) -> Play:
    calls = play.calls
    if calls:
        last = calls[-1]
        calls = (*calls[:-1], ToolUse(last.name, last.written[: len(last.written) // 2]))
    return Play(text=play.text[: len(play.text) // 2], calls=calls, finish_reason="length")


def _lying(asked: Asked, play: Play) -> Play:
    """Once there is something to tell it tells it wrong."""
    if play.calls or asked.schema is not None:
        return play
    wrong = play.text.translate(OTHER_DIGITS)
    return Play(text=wrong if wrong != play.text else f"{play.text} {INVENTED}".strip())
