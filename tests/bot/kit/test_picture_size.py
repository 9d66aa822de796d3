"""A picture's size is read from its header; what is not one whole still picture is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.picture_size import Picture, picture_size
from tests.pictures import canvas, jpeg, lossless, lossy, png, webp

WHOLE = {
    "a PNG": (png(640, 480), Picture("image/png", 640, 480)),
    "a JPEG": (jpeg(4000, 3000), Picture("image/jpeg", 4000, 3000)),
    "a progressive JPEG": (jpeg(800, 600, frame=0xC2), Picture("image/jpeg", 800, 600)),
    "a JPEG with bytes to fill in": (jpeg(8, 9).replace(b"\xff\xfe", b"\xff\xff\xfe"), Picture("image/jpeg", 8, 9)),
    "a lossy WebP": (webp(lossy(1280, 720)), Picture("image/webp", 1280, 720)),
    "a lossless WebP": (webp(lossless(16383, 2)), Picture("image/webp", 16383, 2)),
    "a WebP on a canvas": (webp(canvas(300, 200), (b"ICCP", b"x"), lossy(300, 200)), Picture("image/webp", 300, 200)),
    "a WebP that hides a larger one": (webp(canvas(3, 2), lossy(9000, 8000)), Picture("image/webp", 9000, 8000)),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_picture_has_its_size(kind: str) -> None:
    content, size = WHOLE[kind]
    assert picture_size(content) == size


NONE = {
    "nothing": b"",
    "words": b"not a picture",
    "a PNG of no width": png(0, 5),
    "a PNG whose header was changed": png(10, 10).replace(b"\0\0\0\x0a\0\0\0\x0a", b"\0\0\0\x0a\0\0\0\x0b"),
    "a PNG that goes on": png(5, 5) + b"more",
    "a PNG without pixels": png(5, 5).replace(b"IDAT", b"aaAt"),
    "a JPEG with two frames": jpeg(5, 5).replace(
        b"\xff\xc4\0\x13" + bytes(17), b"\xff\xc1\0\x0b\x08\0\5\0\5\1\1\x11\0"
    ),
    "a JPEG without a frame": jpeg(5, 5, frame=0xC8),
    "a JPEG whose height comes later": jpeg(5, 0),
    "a JPEG with a torn segment": jpeg(5, 5).replace(b"\xff\xfe\0\2", b"\xff\xfe\0\1"),
    "a JPEG without end": jpeg(5, 5)[:-2],
    "a moving WebP": webp(canvas(5, 5, flags=2), lossy(5, 5)),
    "a WebP of a canvas alone": webp(canvas(5, 5)),
    "a WebP with another start": webp((b"VP8 ", bytes(10))),
    "a WebP of another length": webp(lossy(5, 5)) + b"12",
    "a GIF": b"GIF89a\x05\0\x05\0",
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_not_a_whole_picture_is_none(kind: str) -> None:
    assert picture_size(NONE[kind]) is None


@pytest.mark.parametrize(
    "besides",
    [b"%PDF-1.7", b"<SCRIPT>alert(1)</SCRIPT>", b"<svg xmlns='x'>", b"<?php echo 1;", b"PK\x05\x06" + bytes(18)],
)
def test_a_picture_that_is_something_else_as_well_is_none(besides: bytes) -> None:
    assert picture_size(jpeg(5, 5, besides=b"plain")) is not None
    assert picture_size(jpeg(5, 5, besides=besides)) is None
    assert picture_size(png(5, 5, besides=besides)) is None


@given(st.sampled_from([png(64, 48), jpeg(64, 48), webp(canvas(64, 48), lossy(64, 48))]), st.data())
def test_no_part_of_a_picture_is_one(content: bytes, data: st.DataObject) -> None:
    assert picture_size(content[: data.draw(st.integers(0, len(content) - 1))]) is None


@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"]), st.binary(max_size=300))
def test_no_bytes_break_it(magic: bytes, rest: bytes) -> None:
    size = picture_size(magic + rest)
    assert size is None or (size.width > 0 and size.height > 0)
