"""How wide words stand in the bundled font, and words cut or shrunk to a room."""

import struct
from functools import cache, lru_cache
from pathlib import Path

FONT = Path(__file__).with_name("inter_medium.otf")
ELLIPSIS = "…"
# Below it a phone shows no figures but grey.
SMALLEST = 9.0
# The widest letter; a browser that shows what the font does not hold may take as much.
EM = 1.0


@lru_cache(maxsize=2048)
def width_of(text: str, size: float) -> float:
    """In the unit of ``size``; no letters are drawn nearer to each other than they stand here."""
    advances = _advances()
    return size * sum(advances.get(ord(letter), EM) for letter in text)


def cut(text: str, size: float, room: float) -> str:
    """The words as they are, or their beginning and an ellipsis."""
    if width_of(text, size) <= room:
        return text
    left = room - width_of(ELLIPSIS, size)
    kept = 0
    for kept, letter in enumerate(text):  # noqa: B007 - where it stops is what is wanted
        left -= width_of(letter, size)
        if left < 0:
            break
    return text[:kept].rstrip() + ELLIPSIS


def shrunk(text: str, size: float, room: float) -> tuple[str, float]:
    """Words and the size at which they fit: a figure that is cut would be another figure.

    What does not fit at the smallest size is no figure, and is cut.
    """
    width = width_of(text, size)
    smaller = size if width <= room else max(SMALLEST, size * room / width)
    return (text if width <= room or smaller > SMALLEST else cut(text, smaller, room)), smaller


@cache
def _advances() -> dict[int, float]:
    """Code point to width in ems."""
    # https://learn.microsoft.com/typography/opentype/spec/otff#organization-of-an-opentype-font
    font = FONT.read_bytes()
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[at : at + 4]: struct.unpack_from(">L", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    units = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    metrics = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    widths = [struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * glyph)[0] / units for glyph in range(metrics)]
    glyphs = _glyphs(font, tables[b"cmap"])
    return {letter: widths[min(glyph, metrics - 1)] for letter, glyph in glyphs.items() if glyph}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Code point to glyph, from the font's one character map, of format 4."""
    at = cmap + struct.unpack_from(">L", font, cmap + 8)[0]
    double = struct.unpack_from(">H", font, at + 6)[0]
    ends, starts, deltas, offsets = (at + 14, at + 16 + double, at + 16 + 2 * double, at + 16 + 3 * double)
    found: dict[int, int] = {}
    for step in range(0, double, 2):
        end, start, delta, offset = (
            struct.unpack_from(">H", font, row + step)[0] for row in (ends, starts, deltas, offsets)
        )
        for letter in range(start, end + 1):
            place = offsets + step + offset + 2 * (letter - start)
            glyph = struct.unpack_from(">H", font, place)[0] if offset else letter
            found[letter] = (glyph + delta) & 0xFFFF if glyph or not offset else 0
    return found
