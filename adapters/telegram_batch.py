"""The updates in one answer of Telegram's, each as it came: one that cannot be read never hides the others."""

import re

import msgspec

# What the Bot API begins its answers with, https://core.telegram.org/bots/api#making-requests.
_BEGINNING = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
# A text as a whole, so that the signs in it part nothing.
_PARTS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},]', re.DOTALL)


class _Batch(msgspec.Struct):
    ok: bool
    result: list[msgspec.Raw]


def updates_in(answer: bytes) -> list[bytes] | None:
    """None for whatever is not a list of updates."""
    try:
        batch = msgspec.json.decode(answer, type=_Batch)
    except (msgspec.MsgspecError, RecursionError):
        return _parted(answer)
    return [bytes(update) for update in batch.result] if batch.ok else None


def _parted(answer: bytes) -> list[bytes] | None:
    """The same by brackets alone, where one update is no JSON or deeper than a reader goes; 50 times the work."""
    beginning = _BEGINNING.match(answer)
    if beginning is None:
        return None
    updates: list[bytes] = []
    level, start = 0, beginning.end()
    for part in _PARTS.finditer(answer, start):
        sign = part[0]
        if level == 0 and sign in (b",", b"]"):
            updates.append(answer[start : part.start()].strip())
            start = part.end()
            if sign == b"]":
                return [update for update in updates if update]
        elif sign in (b"[", b"{"):
            level += 1
        elif sign in (b"]", b"}"):
            level -= 1
    return None
