"""The length of an Ogg Opus recording: its packets, each as long as its first bytes say.

https://www.rfc-editor.org/rfc/rfc3533#section-6 and https://www.rfc-editor.org/rfc/rfc6716#section-3.1
"""

from collections.abc import Iterator

# What stands before a page's lengths of packets, and the packets that hold no sound.
_PAGE_HEADER = 27
_TITLE_PACKETS = 2
# Milliseconds of one frame by the five bits of its configuration: speech, both, music.
_FRAME_MS = (*(10, 20, 40, 60) * 3, *(10, 20) * 2, *(2.5, 5, 10, 20) * 4)


def ogg_seconds(content: bytes, most_seconds: int) -> float | None:
    """None where it is not one whole stream of Opus."""
    milliseconds = 0.0
    for number, packet in enumerate(_packets(content)):
        if not packet or (number == 0 and not packet.startswith(b"OpusHead")):
            return None
        if number >= _TITLE_PACKETS:
            lasts_ms = _FRAME_MS[packet[0] >> 3] * _frames(packet)
            milliseconds += lasts_ms
            if not lasts_ms:
                return None
            if milliseconds > most_seconds * 1000:
                break
    return milliseconds / 1000


def _frames(packet: bytes) -> int:
    """How many frames a packet has; 0 where it cannot be told: no packet is empty, so counting comes to an end."""
    code = packet[0] & 3
    if code < 3:
        return 1 if code == 0 else 2
    return packet[1] & 0x3F if len(packet) > 1 else 0


def _packets(content: bytes) -> Iterator[bytes | None]:
    """The first bytes of every packet; None once something else than a page comes."""
    at, begun = 0, b""
    while at < len(content):
        segments = content[at + 26] if len(content) >= at + _PAGE_HEADER else 0
        body = at + _PAGE_HEADER + segments
        lengths = content[at + _PAGE_HEADER : body]
        end = body + sum(lengths)
        if content[at : at + 5] != b"OggS\0" or not segments or end > len(content):
            yield None
            return
        for length in lengths:
            begun = (begun + content[body : body + min(length, 8)])[:8]
            body += length
            if length < 255:
                yield begun
                begun = b""
        at = end
