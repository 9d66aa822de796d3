"""The length of an MP3: its frames, one after another to the end. http://www.mp3-tech.org/programmer/frame_header.html."""

# kbit/s of layer III by the four bits of a header; 0 and 15 stand for none.
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
# Samples a second by version (2.5, none, 2, 1) and two bits.
_RATES = ((11025, 12000, 8000), (), (22050, 24000, 16000), (44100, 48000, 32000))
_VERSION_1, _LAYER_3 = 3, 1
# A title behind the sound, of 128 bytes; and players pad the end.
_TITLE, _TITLE_BYTES = b"TAG", 128


def mp3_seconds(content: bytes, most_seconds: int) -> float | None:
    """None where anything but frames and titles stands in it."""
    at, seconds = _behind_title(content), 0.0
    while at < len(content) and seconds <= most_seconds:
        frame = _frame(content[at : at + 4])
        if frame is None:
            is_title = content[at : at + 3] == _TITLE and at + _TITLE_BYTES == len(content)
            is_end = is_title or not content[at:].strip(b"\0")
            return seconds if seconds and is_end else None
        length, lasts = frame
        at, seconds = at + length, seconds + lasts
    return seconds or None


def _behind_title(content: bytes) -> int:
    """Where an ID3v2 title ends: its length is told in four times seven bits."""
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    length = 0
    for part in content[6:10]:
        length = length << 7 | part & 0x7F
    return 10 + length


def _frame(header: bytes) -> tuple[int, float] | None:
    """Bytes and seconds of the frame that begins so."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0 or header[1] >> 1 & 3 != _LAYER_3:
        return None
    version = header[1] >> 3 & 3
    rates, at = _RATES[version], header[2] >> 2 & 3
    kbits = (_KBITS_1 if version == _VERSION_1 else _KBITS_2)[header[2] >> 4]
    if at >= len(rates) or not kbits:
        return None
    samples = 1152 if version == _VERSION_1 else 576
    return samples * kbits * 125 // rates[at] + (header[2] >> 1 & 1), samples / rates[at]
