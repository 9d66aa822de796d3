"""The need to read a photographed receipt: what comes of it is a stranger's text, never an order."""

from typing import Protocol

import msgspec

from bot.ports.language_model import Usage


class ReadReceipt(msgspec.Struct, frozen=True):
    """As it stands on the paper, "" where it was not found: total "45.30", currency "USD", date "2026-11-25"."""

    total: str = ""
    currency: str = ""
    merchant: str = ""
    date: str = ""
    usage: Usage = Usage()


class ReceiptReader(Protocol):
    """Raises Unavailable when no whole answer came in time, and Rejected for a picture the vendor does not take."""

    @property
    def model(self) -> str: ...

    async def read(self, picture: bytes, media_type: str) -> ReadReceipt: ...

    async def close(self) -> None: ...
