"""A pretend receipt: a small PNG that carries what would be read on it."""

import zlib
from collections.abc import Iterator

import msgspec

PNG = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"receipt\x00"
WIDTH, HEIGHT = 240, 320


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """As it stands on the paper, "" where it does not."""

    total: str = "12.40"
    currency: str = "USD"
    merchant: str = "Corner Shop"
    date: str = ""


# What looks like print: from the row, how many rows, and from and to which columns.
PRINT = (
    (28, 14, 70, 170),
    (52, 4, 90, 150),
    *((top, 5, *columns) for top in (92, 114, 136, 158) for columns in ((28, 110 + top % 40), (186, 212))),
    (188, 2, 28, 212),
    (206, 11, 28, 88),
    (206, 11, 168, 212),
    (262, 4, 80, 160),
)
PAPER, INK = 0xFC, 0x55


def photographed(receipt: Receipt) -> bytes:
    """A picture of print that says nothing, whole and valid."""
    header = WIDTH.to_bytes(4) + HEIGHT.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    pixels = zlib.compress(b"".join(b"\x00" + _row(at) for at in range(HEIGHT)))
    chunks = ((b"IHDR", header), (b"tEXt", KEYWORD + msgspec.json.encode(receipt)), (b"IDAT", pixels), (b"IEND", b""))
    return PNG + b"".join(_chunk(kind, content) for kind, content in chunks)


def read_receipt(picture: bytes) -> Receipt:
    """The usual one for a picture that carries none."""
    for kind, content in _chunks(picture):
        if kind == b"tEXt" and content.startswith(KEYWORD):
            return msgspec.json.decode(content.removeprefix(KEYWORD), type=Receipt)
    return Receipt()


def _row(at: int) -> bytes:
    row = bytearray([PAPER]) * WIDTH
    for top, rows, left, right in PRINT:
        if top <= at < top + rows:
            row[left:right] = bytes([INK]) * (right - left)
    return bytes(row)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while picture.startswith(PNG) and at + 8 <= len(picture):
        length = int.from_bytes(picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12
