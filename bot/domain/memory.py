"""What PAM remembers of a person: typed facts they agreed to, never policies or instructions."""

from typing import Literal

import msgspec

from bot.domain.ids import MemoryId

MemoryKind = Literal["person", "employer", "home", "birthday"]
"""person: "Ann" is "sister" · employer: "" is "Acme" · home: "" is "Lisbon" · birthday: "Ann" is "05-14", the
speaker's own with subject "", a relation's with subject "sister". What they call things is ``bot.ports.meanings``."""


class Memory(msgspec.Struct, frozen=True):
    """One fact: of which kind, about what or whom, and what of it."""

    kind: MemoryKind
    subject: str
    value: str


class KeptMemory(msgspec.Struct, frozen=True):
    """A memory under its id; ``vector`` only where one was made by the model of that name."""

    id: MemoryId
    memory: Memory
    vector: tuple[float, ...] = ()
    vector_model: str = ""
