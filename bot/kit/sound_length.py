"""How long a recording lasts, counted from its own frames: nothing is decoded, and no header is believed.

Ogg Opus, MP3 and M4A, whole and nothing else besides.
"""

import msgspec

from bot.kit.m4a_length import m4a_seconds
from bot.kit.mp3_length import mp3_seconds
from bot.kit.ogg_length import ogg_seconds


class Sound(msgspec.Struct, frozen=True):
    media_type: str
    seconds: float


def sound_length(content: bytes, most_seconds: int) -> Sound | None:
    """None for anything but one whole recording of a kind that is known; past ``most_seconds`` counting stops."""
    if content.startswith(b"OggS"):
        media_type, seconds = "audio/ogg", ogg_seconds(content, most_seconds)
    elif content[4:8] == b"ftyp":
        media_type, seconds = "audio/mp4", m4a_seconds(content)
    else:
        media_type, seconds = "audio/mpeg", mp3_seconds(content, most_seconds)
    return None if seconds is None else Sound(media_type, seconds)
