"""The four things that can go wrong, told by what the caller can do about it.

PamError
  Refused        the person may not, or it makes no sense      → said back kindly, never logged as an error
  Unavailable    the outside did not answer; later may work    → retry, breaker, offline brain
  Rejected       the outside answered no; again will not help  → park the letter, tell the person
  Conflict       someone else changed it first                 → run the turn again, at most 3 times
"""


class PamError(Exception):
    """Base of all that PAM raises on purpose."""


class Refused(PamError):
    """The person may not, or it makes no sense. ``reason`` is a wording key, ``facts`` fill it."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


class Unavailable(PamError):
    """The outside did not answer; later may work. ``retry_after_s`` when it is known how much later.

    Where it is not ``tried`` nothing was sent at all: it was not the outside's turn yet, and no try of the caller's is
    spent.
    """

    def __init__(self, what: str, *, retry_after_s: float | None = None, tried: bool = True) -> None:
        super().__init__(what)
        self.retry_after_s = retry_after_s
        self.tried = tried


class Rejected(PamError):
    """The outside answered no; asking again will not help. ``reason`` is one word a caller can switch on."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class Conflict(PamError):
    """Someone else changed it first; the turn may be run again."""
