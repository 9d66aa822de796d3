"""What a model is asked and what it plays in return, whichever of the two wires it came by."""

from collections.abc import Callable
from typing import Literal

import msgspec

Json = dict[str, object]


class ToolUse(msgspec.Struct, frozen=True):
    """One call of a tool; as text ``arguments`` are sent as they are, be they JSON or not."""

    name: str
    arguments: str | Json = "{}"
    id: str = ""

    @property
    def written(self) -> str:
        """The arguments as they go over the wire."""
        return self.arguments if isinstance(self.arguments, str) else msgspec.json.encode(self.arguments).decode()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """``calls`` are an assistant's; ``call_id`` names the call a tool's words belong to."""

    role: Literal["user", "assistant", "tool"]
    text: str = ""
    calls: tuple[ToolUse, ...] = ()
    call_id: str = ""
    pictures: tuple[bytes, ...] = ()


class Toolbox(msgspec.Struct, frozen=True):
    """The tools on offer: their parameters' schemas by name, and what they cost in tokens."""

    schemas: dict[str, Json]
    tokens: int


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """``schema`` is what the answer has to look like, where it must be JSON."""

    wire: Literal["chat", "responses"]
    model: str
    system: str
    entries: tuple[Entry, ...]
    toolbox: Toolbox
    schema: Json | None = None
    most_tokens: int | None = None

    @property
    def tools(self) -> dict[str, Json]:
        return self.toolbox.schemas

    @property
    def words(self) -> str:
        """What the person said last."""
        return next((entry.text for entry in reversed(self.entries) if entry.role == "user"), "")

    @property
    def picture(self) -> bytes | None:
        """The last picture shown."""
        return next((picture for entry in reversed(self.entries) for picture in entry.pictures), None)

    @property
    def since(self) -> tuple[Entry, ...]:
        """What came after the person's last words."""
        said = [at for at, entry in enumerate(self.entries) if entry.role == "user"]
        return self.entries[said[-1] + 1 :] if said else self.entries

    @property
    def results(self) -> tuple[str, ...]:
        """What the tools found since then."""
        return tuple(entry.text for entry in self.since if entry.role == "tool")


class Play(msgspec.Struct, frozen=True, kw_only=True):
    """One answer. ``finish_reason`` is the one that fits unless given; with ``nothing`` there is no choice in it."""

    text: str = ""
    calls: tuple[ToolUse, ...] = ()
    finish_reason: Literal["stop", "tool_calls", "length", "content_filter"] | None = None
    nothing: bool = False

    @property
    def reason(self) -> str:
        return self.finish_reason or ("tool_calls" if self.calls else "stop")


Script = Callable[[Asked], Play]
