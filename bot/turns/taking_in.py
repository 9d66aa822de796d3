"""A file that came with a message, fetched and judged by its own bytes; nothing is decoded."""

import msgspec

from bot.domain.attachment import MOST_SECONDS, Attachment, is_too_large
from bot.domain.errors import Rejected, Unavailable
from bot.kit.picture_size import picture_size
from bot.kit.sound_length import sound_length
from bot.ports.files import Files


class TakenIn(msgspec.Struct, frozen=True):
    """What it is, however it was called; ``seconds`` of a recording, rounded up."""

    content: bytes
    media_type: str
    seconds: int = 0


async def take_in(files: Files, channel: str, attachment: Attachment) -> TakenIn | str:
    """The file, or the wording of why it is not taken."""
    is_picture = attachment.kind == "picture"
    try:
        content = await files.fetch(channel, attachment.ref, attachment.most_bytes)
    except Unavailable:
        return "no_pictures" if is_picture else "no_voice"
    except Rejected as no:
        if no.reason == "too_large":
            return "picture_large" if is_picture else "voice_large"
        return "file_gone"
    return _picture(content) if is_picture else _recording(content)


def _picture(content: bytes) -> TakenIn | str:
    picture = picture_size(content)
    if picture is None:
        return "picture_kind"
    if is_too_large(picture.width, picture.height):
        return "picture_large"
    return TakenIn(content, picture.media_type)


def _recording(content: bytes) -> TakenIn | str:
    sound = sound_length(content, MOST_SECONDS)
    if sound is None:
        return "voice_kind"
    if sound.seconds > MOST_SECONDS:
        return "voice_large"
    return TakenIn(content, sound.media_type, int(sound.seconds) + 1)
