"""The need for a model that reads a person's words: it may call tools or answer in prose, and is never believed."""

from collections.abc import Callable
from typing import Literal, Protocol

import msgspec

Hear = Callable[[str], None]
"""Is given all of the prose so far, each time there is more of it; returns at once and raises nothing."""


class Tool(msgspec.Struct, frozen=True):
    """One thing a model may ask for. ``parameters`` is a strict JSON schema of an object."""

    name: str
    description: str
    parameters: dict[str, object]


class ToolCall(msgspec.Struct, frozen=True):
    """What a model asks for, as it wrote it: ``arguments`` may be any text, ``name`` any name."""

    id: str
    name: str
    arguments: str


class Said(msgspec.Struct, frozen=True):
    """Words of the person or of PAM."""

    role: Literal["user", "assistant"]
    text: str


class Wanted(msgspec.Struct, frozen=True):
    """The model asked for these."""

    calls: tuple[ToolCall, ...]


class Found(msgspec.Struct, frozen=True):
    """What a call came to; the model reads it."""

    call_id: str
    text: str


Entry = Said | Wanted | Found


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """All that a model gets: nothing of a conversation is kept at the vendor.

    most_tokens   of the answer; a longer one is cut by the vendor and counts as none
    """

    system: str
    entries: tuple[Entry, ...]
    tools: tuple[Tool, ...] = ()
    most_tokens: int = 700


class Usage(msgspec.Struct, frozen=True):
    """What the vendor counted, in tokens; ``tokens_cached`` are among ``tokens_in``."""

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_cached + other.tokens_cached,
            self.tokens_out + other.tokens_out,
        )


class Reply(msgspec.Struct, frozen=True):
    """A whole answer: prose, or calls, or both. Never a part of one."""

    text: str = ""
    calls: tuple[ToolCall, ...] = ()
    usage: Usage = Usage()


class LanguageModel(Protocol):
    """``model`` is what it is called at its vendor, for the price list; ``thoughts`` are the tokens it may write beside
    an answer.

    Raises ``Unavailable`` when no whole answer came in time, whatever was wrong with it (``retry_after_s`` as the
    vendor said), and ``Rejected`` when the vendor refuses this very prompt. Safe to repeat: nothing is kept there.
    """

    @property
    def model(self) -> str: ...

    @property
    def thoughts(self) -> int: ...

    async def respond(self, prompt: Prompt, hear: Hear | None = None) -> Reply:
        """``hear`` follows the prose while it comes; what it heard counts only once this returned."""
        ...

    async def warm_up(self) -> None:
        """What is better done before the first message; it need not be."""
        ...

    async def close(self) -> None: ...
