"""The need to have a voice note in words."""

from typing import Protocol


class Transcriber(Protocol):
    """Raises Unavailable when no whole answer came in time, and Rejected for a recording the vendor does not take."""

    @property
    def model(self) -> str: ...

    async def transcribe(self, sound: bytes, media_type: str) -> str:
        """The words alone; "" where nobody speaks."""
        ...

    async def close(self) -> None: ...
