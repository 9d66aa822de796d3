"""Pictures in all but their pixels: headers and pieces as cameras write them, of whatever size a test wants."""

import zlib


def png(width: int, height: int, *, besides: bytes = b"") -> bytes:
    """``besides`` is a piece of text in it."""
    header = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 2, 0, 0, 0])
    pieces = ((b"IHDR", header), (b"tEXt", besides), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_piece(*piece) for piece in pieces)


def _piece(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


def jpeg(width: int, height: int, *, besides: bytes = b"", frame: int = 0xC0) -> bytes:
    """``besides`` is a comment in it; ``frame`` 0xC2 is a progressive one."""
    size = bytes([8]) + height.to_bytes(2) + width.to_bytes(2) + bytes([1, 1, 0x11, 0])
    segments = ((0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), (0xFE, besides), (0xC4, bytes(17)), (frame, size))
    scan = _segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\x12\x34" * 20
    return b"\xff\xd8" + b"".join(_segment(*segment) for segment in segments) + scan + b"\xff\xd9"


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + len(each).to_bytes(4, "little") + each + b"\0" * (len(each) % 2) for name, each in chunks
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def lossy(width: int, height: int) -> tuple[bytes, bytes]:
    return b"VP8 ", b"\x30\x01\x00\x9d\x01\x2a" + width.to_bytes(2, "little") + height.to_bytes(2, "little") + bytes(9)


def lossless(width: int, height: int) -> tuple[bytes, bytes]:
    return b"VP8L", b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(8)


def canvas(width: int, height: int, flags: int = 0) -> tuple[bytes, bytes]:
    return b"VP8X", bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
