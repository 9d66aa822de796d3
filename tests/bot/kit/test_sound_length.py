"""A recording is as long as its frames, whatever its header says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.sound_length import sound_length
from tests.recordings import m4a, mp3, ogg

MOST = 120


@pytest.mark.parametrize(
    ("content", "media_type", "seconds"),
    [
        (ogg(3), "audio/ogg", 3),
        (ogg(3, told_s=0.1), "audio/ogg", 3),
        (ogg(1, each=b"\x1b\x04\0"), "audio/ogg", 12),
        (ogg(1, each=b"\x19\0\0"), "audio/ogg", 6),
        (ogg(0), "audio/ogg", 0),
        (mp3(5), "audio/mpeg", 5),
        (mp3(2) + b"TAG" + bytes(125), "audio/mpeg", 2),
        (mp3(2) + bytes(100), "audio/mpeg", 2),
        (m4a(7), "audio/mp4", 7),
        (m4a(7, told_s=1), "audio/mp4", 7),
        (m4a(1, told_s=9), "audio/mp4", 9),
    ],
)
def test_a_recording_is_as_long_as_its_frames(content: bytes, media_type: str, seconds: float) -> None:
    sound = sound_length(content, MOST)
    assert sound is not None
    assert (sound.media_type, sound.seconds) == (media_type, pytest.approx(seconds, abs=0.05))


@pytest.mark.parametrize("content", [ogg(300, told_s=1), mp3(300), m4a(300, told_s=1)])
def test_one_that_is_too_long_is_known_to_be(content: bytes) -> None:
    sound = sound_length(content, MOST)
    assert sound is not None
    assert sound.seconds > MOST


NONE = {
    "nothing": b"",
    "words": b"not a recording",
    "another codec": ogg(1).replace(b"OpusHead", b"\1vorbis\0"),
    "an Ogg that goes on as something else": ogg(1) + b"PK\3\4",
    "half an Ogg": ogg(2)[:-3],
    "an Ogg of empty packets": ogg(2, each=b""),
    "an Ogg of packets without frames": ogg(2, each=b"\x1b\0"),
    "an MP3 that goes on as something else": mp3(1) + b"%PDF-1.7",
    "an MP3 of another layer": b"\xff\xfd\x90\0" * 200,
    "an MP3 of no rate": b"\xff\xfb\xfc\0" * 200,
    "a title alone": b"ID3\4\0\0\0\0\0\0",
    "half an M4A": m4a(1)[:-1],
    "an M4A in fragments": m4a(1) + b"\0\0\0\x08moof",
    "an M4A with pictures": m4a(1) + b"\0\0\0\x08vmhd",
    "an M4A of too fine a time": m4a(1).replace((44100).to_bytes(4), (10**9).to_bytes(4)),
    "an M4A of no time": m4a(1).replace((1000).to_bytes(4), bytes(4)),
    "an M4A without frames": m4a(0),
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_not_a_whole_recording_is_none(kind: str) -> None:
    assert sound_length(NONE[kind], MOST) is None


@given(st.sampled_from([b"OggS\0", b"\0\0\0\x10ftyp", b"\xff\xfb\x90", b"ID3"]), st.binary(max_size=300))
def test_no_bytes_break_it(magic: bytes, rest: bytes) -> None:
    sound = sound_length(magic + rest, MOST)
    assert sound is None or sound.seconds >= 0
