"""Parts a sentence of several reminders, each with a time of its own: "tomorrow to call Bob and friday to pay Jim"."""

from bot.brain.offline.pieces import DAY, EVERY, HOUR, Pieces

_HEAD = ("remind", "me")
_TIMES = frozenset({DAY, HOUR, EVERY})
_JOINTS = frozenset({"and", "also", ","})
_NO_CONTENT = frozenset("remind me to and also then about of on at please".split())


def several_reminders(pieces: Pieces) -> list[Pieces]:
    """Each as an order of its own; [] where it is one, as in "remind me tomorrow to buy milk and eggs"."""
    if tuple(piece.word for piece in pieces[:2]) != _HEAD:
        return []
    parts: list[Pieces] = [[]]
    for at, piece in enumerate(pieces):
        if piece.word in _JOINTS and _stands_alone(parts[-1]) and _begins_another(pieces[at + 1 :]):
            parts.append([])
        else:
            parts[-1].append(piece)
    head = pieces[: len(_HEAD)]
    return [part if part[0].word == _HEAD[0] else [*head, *part] for part in parts] if len(parts) > 1 else []


def _begins_another(rest: Pieces) -> bool:
    begun = bool(rest) and (rest[0].word in ("to", *_HEAD) or rest[0].word in _TIMES)
    return begun and _stands_alone(rest)


def _stands_alone(part: Pieces) -> bool:
    """Whether it tells what and when."""
    words = [piece.word for piece in part]
    return not _TIMES.isdisjoint(words) and any(
        piece.kind == "word" and piece.word not in _NO_CONTENT for piece in part
    )
