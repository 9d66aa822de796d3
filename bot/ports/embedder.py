"""The need to tell how near two sentences are in meaning."""

from typing import Protocol

import msgspec


class Embedded(msgspec.Struct, frozen=True):
    """A vector a text, in order, all of one length; ``tokens`` is what the vendor counted."""

    vectors: tuple[tuple[float, ...], ...]
    tokens: int = 0


class Embedder(Protocol):
    """Raises Unavailable and Rejected. Vectors of different ``model``s must not be compared."""

    @property
    def model(self) -> str: ...

    async def embed(self, texts: tuple[str, ...]) -> Embedded: ...

    async def close(self) -> None: ...
