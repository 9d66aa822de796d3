"""A model that says what a test has it say, and remembers what it was asked; ``meanwhile`` happens as it thinks."""

from collections.abc import Awaitable, Callable, Iterable

import msgspec

from bot.brain.senses import Senses
from bot.ports.language_model import Found, Hear, Prompt, Reply, Said, ToolCall, Usage

Script = Callable[[Prompt], Reply | Exception]


def calls(*wanted: tuple[str, object]) -> Reply:
    """A reply that asks for tools; arguments are JSON already, or made it."""
    return Reply(
        calls=tuple(
            ToolCall(f"call-{number}", name, told if isinstance(told, str) else msgspec.json.encode(told).decode())
            for number, (name, told) in enumerate(wanted)
        ),
        usage=Usage(100, 0, 20),
    )


def says(text: str) -> Reply:
    return Reply(text, usage=Usage(100, 0, 20))


def found(prompt: Prompt) -> list[str]:
    """What the tools told it, in order."""
    return [entry.text for entry in prompt.entries if isinstance(entry, Found)]


def asked(prompt: Prompt) -> str:
    """The person's last words."""
    return next(entry.text for entry in reversed(prompt.entries) if isinstance(entry, Said) and entry.role == "user")


class ScriptedModel:
    """Fulfils ``bot.ports.language_model.LanguageModel``; prose comes word by word."""

    model = "gpt-5-mini"
    thoughts = 0

    def __init__(self, script: Script, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
        self.script = script
        self.meanwhile = meanwhile
        self.prompts: list[Prompt] = []

    async def respond(self, prompt: Prompt, hear: Hear | None = None) -> Reply:
        self.prompts.append(prompt)
        if self.meanwhile:
            await self.meanwhile()
        reply = self.script(prompt)
        if isinstance(reply, Exception):
            raise reply
        for end in _ends_of_words(reply.text):
            if hear:
                hear(reply.text[:end])
        return reply

    async def warm_up(self) -> None:
        """Always ready."""

    async def close(self) -> None:
        """Nothing was opened."""


def in_turn(*replies: Reply | Exception) -> Script:
    """One after another, whatever is asked; the last again and again."""
    waiting = list(replies)

    def script(_prompt: Prompt) -> Reply | Exception:
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    return script


def thinking(script: Script) -> Senses:
    return Senses(model=ScriptedModel(script))


def _ends_of_words(text: str) -> Iterable[int]:
    return [at for at, sign in enumerate(text) if sign == " "] + [len(text)] if text else []
