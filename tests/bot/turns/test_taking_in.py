"""What is fetched is judged by its own bytes, in little memory, before anybody is asked to decode it."""

import tracemalloc
import zlib

import pytest

from bot.domain.attachment import MOST_PICTURE_BYTES, Attachment
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.turns.taking_in import TakenIn, take_in
from tests.pictures import canvas, jpeg, lossless, lossy, png, webp
from tests.recordings import m4a, mp3, ogg

PICTURE = Attachment(kind="picture", ref="file", media_type="image/jpeg")
VOICE = Attachment(kind="voice", ref="file", media_type="audio/ogg")


class OneFile:
    """Fulfils Files with one file, or one fault; it keeps how much was asked for."""

    def __init__(self, content: bytes | PamError) -> None:
        self._content = content
        self.most_bytes = 0

    async def fetch(self, channel: str, ref: str, most_bytes: int) -> bytes:
        self.most_bytes = most_bytes
        if isinstance(self._content, PamError):
            raise self._content
        return self._content

    async def close(self) -> None:
        """Nothing was opened."""


async def taken(content: bytes | PamError, attachment: Attachment = PICTURE) -> TakenIn | str:
    return await take_in(OneFile(content), "telegram", attachment)


HUGE = 50_000
SCRIPTED = b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"
BOMBS = {
    "a PNG of 50,000 by 50,000": (png(HUGE, HUGE), "picture_large"),
    "a PNG of one long line": (png(12_001, 1), "picture_large"),
    "a JPEG of 60,000 by 60,000": (jpeg(60_000, 60_000), "picture_large"),
    "a JPEG of 41 megapixels": (jpeg(6_400, 6_407), "picture_large"),
    "a lossless WebP of 16,384 by 16,384": (webp(lossless(16_384, 16_384)), "picture_large"),
    "a WebP on a canvas of 16 million": (webp(canvas(2**24, 2**24), lossy(5, 5)), "picture_large"),
    "a small canvas around a large WebP": (webp(canvas(5, 5), lossless(16_384, 16_384)), "picture_large"),
    "an SVG": (SCRIPTED, "picture_kind"),
    "a GIF": (b"GIF89a" + HUGE.to_bytes(2, "little") * 2 + bytes(50), "picture_kind"),
    "a PDF": (b"%PDF-1.7\n" + zlib.compress(bytes(10**6)), "picture_kind"),
    "a zip": (b"PK\x03\x04" + bytes(26) + zlib.compress(bytes(10**6)) + b"PK\x05\x06" + bytes(18), "picture_kind"),
    "a JPEG that is a zip as well": (jpeg(5, 5) + b"PK\x05\x06" + bytes(18), "picture_kind"),
    "a PNG that is a page as well": (png(5, 5, besides=SCRIPTED), "picture_kind"),
    "a PNG whose piece lies of its length": (
        png(5, 5).replace(b"\0\0\0\0tEXt", b"\xff\xff\xff\xfftEXt"),
        "picture_kind",
    ),
    "a million pieces of nothing": (png(5, 5)[:33] + (bytes(4) + b"aaAa" + bytes(4)) * 600_000, "picture_kind"),
    "a header cut short": (png(5, 5)[:20], "picture_kind"),
}


@pytest.mark.parametrize("bomb", BOMBS)
async def test_a_bomb_is_refused_in_little_memory(bomb: str) -> None:
    content, refusal = BOMBS[bomb]
    assert len(content) <= MOST_PICTURE_BYTES
    tracemalloc.start()
    assert await taken(content) == refusal
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most <= len(content) + 2**20


@pytest.mark.parametrize("content", [png(12_000, 3_333), jpeg(6_000, 6_666), webp(lossy(5_000, 8_000))])
async def test_the_largest_pictures_are_taken_for_what_they_are(content: bytes) -> None:
    picture = await taken(content)
    assert isinstance(picture, TakenIn)
    assert picture.media_type == {b"\x89": "image/png", b"\xff": "image/jpeg", b"R": "image/webp"}[content[:1]]


@pytest.mark.parametrize(("content", "seconds"), [(ogg(3.9), 4), (ogg(119), 120), (mp3(5), 5), (m4a(7), 7)])
async def test_a_recording_is_taken_with_its_length(content: bytes, seconds: int) -> None:
    sound = await taken(content, VOICE)
    assert isinstance(sound, TakenIn)
    assert sound.seconds == pytest.approx(seconds, abs=1)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (ogg(121, told_s=2), "voice_large"),
        (ogg(4_000, each=b"\x78"), "voice_large"),
        (m4a(600, told_s=2), "voice_large"),
        (jpeg(5, 5), "voice_kind"),
        (b"RIFF\0\0\0\0WAVE", "voice_kind"),
    ],
)
async def test_a_recording_that_lies_of_its_length_or_kind_is_refused(content: bytes, refusal: str) -> None:
    assert await taken(content, VOICE) == refusal


@pytest.mark.parametrize(
    ("fault", "picture", "voice"),
    [
        (Rejected("too_large"), "picture_large", "voice_large"),
        (Rejected("gone"), "file_gone", "file_gone"),
        (Unavailable("Telegram"), "no_pictures", "no_voice"),
    ],
)
async def test_what_cannot_be_fetched_is_told_apart(fault: PamError, picture: str, voice: str) -> None:
    assert (await taken(fault), await taken(fault, VOICE)) == (picture, voice)


async def test_no_more_is_asked_for_than_its_kind_may_have() -> None:
    files = OneFile(b"")
    await take_in(files, "telegram", VOICE)
    assert files.most_bytes == 5 * 2**20
    await take_in(files, "telegram", PICTURE)
    assert files.most_bytes == 8 * 2**20
