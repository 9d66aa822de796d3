"""For whom prose is judged, and what the judgement is."""

from datetime import date
from typing import Literal

import msgspec

Why = Literal[
    "",
    "wrong_figure",
    "wrong_owner",
    "wrong_currency",
    "wrong_period",
    "claim",
    "leak",
    "link",
    "shape",
]


class Listener(msgspec.Struct, frozen=True, kw_only=True):
    """Who is spoken to, on which day, after which words of theirs.

    secret_text   what was told to the model alone: no six words of it in a row may come back
    """

    locale: str
    language: str
    currency: str
    today: date
    question: str = ""
    secret_text: tuple[str, ...] = ()


class Verdict(msgspec.Struct, frozen=True):
    """Whether prose may go out; ``why`` not, in one word for the log."""

    why: Why = ""

    @property
    def holds(self) -> bool:
        return not self.why
