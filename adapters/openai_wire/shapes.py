"""What both wires have in common: a picture to be looked at, and the marks of an answer that is whole."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from bot.domain.errors import Rejected, Unavailable
from bot.ports.language_model import Hear, Prompt, Reply, Tool, ToolCall, Usage

Take = Callable[[bytes], None]
"""Is given the data of an event as it comes; raises nothing."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A picture as a data URL; the answer is JSON of the strict schema."""

    instruction: str
    picture: str
    schema: dict[str, object]
    most_tokens: int


class Listening(Protocol):
    """Follows one streamed answer."""

    @property
    def has_been_heard(self) -> bool: ...

    def take(self, data: bytes) -> None:
        """The data of the next event. Raises nothing."""
        ...

    def reply(self) -> Reply:
        """At the stream's end. Raises Unavailable where the answer is not whole, and Rejected."""
        ...


class Wire(Protocol):
    """One of the two ways to ask; ``reply`` raises Unavailable for what is not a whole answer, and Rejected."""

    path: str

    def ask(self, prompt: Prompt, *, stream: bool) -> bytes: ...

    def look(self, look: Look) -> bytes: ...

    def reply(self, body: bytes) -> Reply: ...

    def listen(self, hear: Hear) -> Listening: ...


class Count(msgspec.Struct):
    """Of tokens that are in a total already."""

    cached_tokens: int | None = None


def whole(text: str, calls: tuple[ToolCall, ...], usage: Usage) -> Reply:
    if not text.strip() and not calls:
        raise Unavailable("OpenAI's answer is empty")
    return Reply(text, calls, usage)


def refused() -> Rejected:
    """By the model, or by what watches over it; its words are nobody's answer."""
    return Rejected("refused", "by the model")


class EncodedTools:
    """In the shape of a wire; twenty thousand bytes that are the same in prompt after prompt are encoded once."""

    def __init__(self, shape: Callable[[Tool], dict[str, object]]) -> None:
        self._shape = shape
        self._tools: tuple[Tool, ...] = ()
        self._encoded = msgspec.Raw(b"[]")

    def of(self, tools: tuple[Tool, ...]) -> msgspec.Raw:
        if tools is not self._tools:
            self._tools, self._encoded = tools, msgspec.Raw(msgspec.json.encode([self._shape(tool) for tool in tools]))
        return self._encoded


class Heard:
    """The prose so far, told to ``hear`` each time there is more of it."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self.text = ""

    def more(self, text: str) -> None:
        if text:
            self.text += text
            self._hear(self.text)
