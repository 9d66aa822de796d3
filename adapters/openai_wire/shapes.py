"""What both wires have in common: a picture to be looked at, and the marks of an answer that is whole."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from bot.domain.errors import Rejected, Unavailable
from bot.ports.language_model import Hear, Prompt, Reply, Tool, ToolCall, Usage

# What is more is no answer to a chat: PAM does six calls of one message, and 700 tokens come to some 3 KB.
MOST_CALLS = 32
LONGEST_PROSE = 32 * 1024
TOO_LONG = "OpenAI's answer is too long"


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

    def tell(self) -> None:
        """That for now there is no other event: what is new is told on, once for all that came. Raises nothing."""
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
    check_length(len(text), len(calls))
    return Reply(text, calls, usage)


def check_length(prose: int, calls: int) -> None:
    """Raises Unavailable for more characters or calls than an answer has, as soon as they are there."""
    if prose > LONGEST_PROSE or calls > MOST_CALLS:
        raise Unavailable(TOO_LONG)


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
    """The prose so far; ``hear`` is told of it no oftener than ``tell`` is called, and only where there is more."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._new: list[str] = []
        self.length = 0
        self.text = ""

    def add(self, text: str) -> None:
        if text:
            self._new.append(text)
            self.length += len(text)

    def tell(self) -> None:
        if self._new:
            self.text += "".join(self._new)
            self._new.clear()
            self._hear(self.text)
