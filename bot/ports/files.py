"""The need for a file that somebody sent: a picture, a voice note."""

from typing import Protocol


class Files(Protocol):
    """Raises Unavailable, and Rejected: "too_large" for more than was asked for, "gone" for what is not there."""

    async def fetch(self, channel: str, ref: str, most_bytes: int) -> bytes:
        """The file a channel knows as ``ref``. No more than ``most_bytes`` are taken in, whatever is said of it."""
        ...

    async def close(self) -> None: ...
