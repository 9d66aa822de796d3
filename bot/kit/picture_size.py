"""How large a picture is, read from its header alone: nothing is decoded, whatever the header promises.

JPEG, PNG and WebP, whole and nothing else besides: a picture that is a page, an archive or a program as well is none.
"""

import zlib

import msgspec

JPEG, PNG, WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"

# More pieces than a camera or a screenshot makes: 8 MB of PNG in the usual pieces of 8 kB are a thousand.
MOST_PIECES = 20_000
# Where a reader of archives looks for their end.
ARCHIVE_TAIL = 65_557
# Starts of a frame in a JPEG; C4, C8 and CC are tables. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, table B.1
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN, _END = 0xDA, b"\xff\xd9"
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_OTHER_KINDS = (b"%PDF-", b"<script", b"<svg", b"<html", b"<!doctype", b"<?php")
_ANIMATED = 0x02


class Picture(msgspec.Struct, frozen=True):
    media_type: str
    width: int
    height: int


def picture_size(content: bytes) -> Picture | None:
    """None for anything but one whole, still picture of a kind that is known."""
    if content.startswith(JPEG):
        media_type, size = "image/jpeg", _jpeg_size(content)
    elif content.startswith(PNG):
        media_type, size = "image/png", _png_size(content)
    elif content.startswith(WEBP):
        media_type, size = "image/webp", _webp_size(content)
    else:
        return None
    if size is None or 0 in size or _is_more_than_a_picture(content):
        return None
    return Picture(media_type, *size)


def _is_more_than_a_picture(content: bytes) -> bool:
    if b"PK\x05\x06" in content[-ARCHIVE_TAIL:]:
        return True
    lowered = content.lower()
    return any(kind.lower() in lowered for kind in _OTHER_KINDS)


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of the only frame, which stands before the scan."""
    at, size = 2, None
    for _ in range(MOST_PIECES):
        if len(content) < at + 4 or content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if marker == _START_OF_SCAN:
            return size if content.rfind(_END) > at + length else None
        if marker in _FRAMES:
            if size or length < 8 or len(content) < at + 9:
                return None
            size = int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
        if length < 2:
            return None
        at += 2 + length
    return None


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a header that its checksum vouches for; the pieces end where the file does."""
    header = content[8:33]
    if len(header) < 25 or header[:8] != b"\x00\x00\x00\x0dIHDR":
        return None
    if zlib.crc32(header[4:21]) != int.from_bytes(header[21:25]):
        return None
    at, has_pixels = 33, False
    for _ in range(MOST_PIECES):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        at += 12 + length
        if at > len(content) or name == b"IHDR":
            return None
        if name == b"IEND":
            is_whole = has_pixels and at == len(content)
            return (int.from_bytes(header[8:12]), int.from_bytes(header[12:16])) if is_whole else None
        has_pixels = has_pixels or name == b"IDAT"
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    """The larger of the canvas and what is painted on it; a moving picture is none."""
    if content[8:12] != b"WEBP" or int.from_bytes(content[4:8], "little") + 8 != len(content):
        return None
    at, size, is_painted = 12, (0, 0), False
    for _ in range(MOST_PIECES):
        if at == len(content):
            return size if is_painted else None
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        chunk = content[at + 8 : at + 8 + min(length, 16)]
        at += 8 + length + length % 2
        if at > len(content):
            return None
        if name == b"VP8X" and len(chunk) >= 10:
            if chunk[0] & _ANIMATED:
                return None
            found = int.from_bytes(chunk[4:7], "little") + 1, int.from_bytes(chunk[7:10], "little") + 1
        elif name in (b"VP8 ", b"VP8L"):
            found, is_painted = _painted(name, chunk), True
        else:
            continue
        if found is None:
            return None
        size = max(size[0], found[0]), max(size[1], found[1])
    return None


def _painted(name: bytes, chunk: bytes) -> tuple[int, int] | None:
    """https://www.rfc-editor.org/rfc/rfc6386#section-9.1 and https://www.rfc-editor.org/rfc/rfc9649#section-3.4."""
    if name == b"VP8 ":
        if chunk[3:6] != b"\x9d\x01\x2a" or len(chunk) < 10:
            return None
        return int.from_bytes(chunk[6:8], "little") & 0x3FFF, int.from_bytes(chunk[8:10], "little") & 0x3FFF
    if len(chunk) < 5 or chunk[0] != 0x2F:
        return None
    bits = int.from_bytes(chunk[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
