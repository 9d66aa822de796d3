"""Recordings in all but their sound: frames and pages as phones write them, as long as a test wants."""


def ogg(seconds: float, *, told_s: float | None = None, each: bytes = b"\x78\0\0") -> bytes:
    """Opus packets of 20 ms; ``told_s`` is what the pages say of the length, ``each`` a packet's first bytes."""
    head = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0"
    packets = [each] * round(seconds * 50)
    pages = [_page([head], 0), _page([b"OpusTags" + bytes(8)], 0)]
    told = round((seconds if told_s is None else told_s) * 48000)
    pages += [_page(packets[at : at + 50], told) for at in range(0, len(packets), 50)]
    return b"".join(pages)


def _page(packets: list[bytes], granule: int) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    head = b"OggS\0\0" + granule.to_bytes(8, "little") + bytes(12)
    return head + bytes([len(lengths)]) + lengths + b"".join(packets)


def mp3(seconds: float) -> bytes:
    """MPEG 1 layer III at 128 kbit/s and 44,100 Hz, behind a title."""
    frame = b"\xff\xfb\x90\0" + bytes(413)
    return b"ID3\4\0\0\0\0\0\x0a" + bytes(10) + frame * round(seconds * 44100 / 1152)


def m4a(seconds: float, *, told_s: float | None = None) -> bytes:
    """AAC at 44,100 Hz; ``told_s`` is what its headers say of the length."""
    told = seconds if told_s is None else told_s
    frames = round(seconds * 44100 / 1024)
    sizes = _box(b"stsz", bytes(8) + frames.to_bytes(4))
    track = _box(b"trak", _box(b"mdia", _length(b"mdhd", 44100, told) + _box(b"minf", _box(b"stbl", sizes))))
    moov = _box(b"moov", _length(b"mvhd", 1000, told) + track)
    return _box(b"ftyp", b"M4A \0\0\0\0") + moov + _box(b"mdat", bytes(frames))


def _length(name: bytes, units: int, seconds: float) -> bytes:
    return _box(name, bytes(12) + units.to_bytes(4) + round(seconds * units).to_bytes(4) + bytes(4))


def _box(name: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4) + name + body
