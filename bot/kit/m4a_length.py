"""The length of an M4A: the samples of its one track, each as long as AAC has it. ISO/IEC 14496-12, section 8."""

from collections.abc import Iterator

# A voice note has some twenty boxes.
_MOST_BOXES = 1000
_HOLDING = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
_SAMPLES_OF_A_FRAME = 1024
# Of a second; AAC knows no more.
_MOST_SAMPLES = 96_000

Box = tuple[bytes, bytes]


def m4a_seconds(content: bytes) -> float | None:
    """The longest that any box says; None where one is torn, where it comes in fragments, or shows pictures."""
    said: list[float] = []
    rate = frames = 0
    for name, body in _boxes(content):
        if name in (b"torn", b"moof", b"vmhd"):
            return None
        if name in (b"mvhd", b"mdhd"):
            units, length = _length_told(body)
            if not units:
                return None
            said.append(length / units)
            rate = units if name == b"mdhd" else rate
        elif name == b"stsz" and len(body) >= 12:
            frames = max(frames, int.from_bytes(body[8:12]))
    if not 0 < rate <= _MOST_SAMPLES or not frames:
        return None
    return max(*said, frames * _SAMPLES_OF_A_FRAME / rate)


def _length_told(body: bytes) -> tuple[int, int]:
    """Units of a second, and how many of them: in 32 bits, or in 64 where the first byte says so."""
    at, size = (20, 8) if body[:1] == b"\1" else (12, 4)
    return int.from_bytes(body[at : at + 4]), int.from_bytes(body[at + 4 : at + 4 + size])


def _boxes(content: bytes) -> Iterator[Box]:
    """Every box with what is in it, those that hold others opened; "torn" once one does not fit."""
    at = 0
    for _ in range(_MOST_BOXES):
        if at == len(content):
            return
        size, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        end = len(content) if size == 0 else at + size
        if len(name) < 4 or size == 1 or end < at + 8 or end > len(content):
            break
        if name == b"mdat":
            yield name, b""
        elif name not in _HOLDING:
            yield name, content[at + 8 : end]
        at = at + 8 if name in _HOLDING else end
    yield b"torn", b""
