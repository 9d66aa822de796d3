"""A pretend voice note: Ogg pages with Opus in name only, and the words that would be heard in a comment."""

import re

WORDS = re.compile(rb"words:([^\n]*)\n")
SAMPLES_PER_S = 48_000


def spoken(words: str) -> bytes:
    """A file as Telegram's phones record it, short of the sound."""
    comment = f"words:{words}\n".encode()
    vendor = b"sandbox"
    tags = b"OpusTags" + len(vendor).to_bytes(4, "little") + vendor + (1).to_bytes(4, "little")
    head = b"OpusHead\x01\x01\x00\x00" + SAMPLES_PER_S.to_bytes(4, "little") + b"\x00\x00\x00"
    return _page(0, 2, head) + _page(1, 4, tags + len(comment).to_bytes(4, "little") + comment)


def words_in(sound: bytes) -> str | None:
    """None for a recording that is no pretend one."""
    found = WORDS.search(sound) if sound.startswith(b"OggS") else None
    return found[1].decode() if found else None


def _page(number: int, flags: int, content: bytes) -> bytes:
    """One Ogg page, without its checksum."""
    sizes = bytes([255] * (len(content) // 255) + [len(content) % 255])
    head = b"OggS\x00" + bytes([flags]) + bytes(8) + (1).to_bytes(4, "little") + number.to_bytes(4, "little")
    return head + bytes(4) + bytes([len(sizes)]) + sizes + content
