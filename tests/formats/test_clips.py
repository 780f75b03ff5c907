"""Photos and recordings that are attached: known by their bytes, and kept without what stands beside picture and sound."""

from __future__ import annotations

import io
import struct
import wave

import pillow_heif
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictured import CAMERA, PLACE, photo
from PIL import Image

from hallway.formats.clips.cleaning import clean
from hallway.formats.clips.ogg import _checksum
from hallway.formats.clips.protocol import MOST_BYTES, BadClip

pillow_heif.register_heif_opener()
SECRET = b"51.0543 Ida's phone"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_is_turned_upright_and_says_nothing_else(kind: str) -> None:
    kept = clean(photo(kind))
    image = Image.open(io.BytesIO(kept.data))
    assert (image.size, kept.width, kept.height, kept.kind, kept.place) == ((320, 640), 320, 640, "photo", None)
    assert dict(image.getexif()) == {}
    assert CAMERA.encode() not in kept.data
    assert Image.open(io.BytesIO(kept.small or b"")).size == (240, 480)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_where_it_was_taken_is_kept_on_purpose_and_nothing_else(kind: str) -> None:
    kept = clean(photo(kind), place=True)
    assert kept.place == PLACE
    assert CAMERA.encode() not in kept.data
    assert clean(photo(kind, place=False), place=True).place is None


def test_words_in_a_png_are_gone() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Comment", SECRET.decode())
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (9, 9, 9, 0)).save(out, "PNG", pnginfo=told)
    kept = clean(out.getvalue())
    assert (SECRET in kept.data, Image.open(io.BytesIO(kept.data)).mode) == (False, "RGBA")


def test_a_large_photo_becomes_smaller_and_a_bomb_is_refused() -> None:
    assert clean(photo(size=(6000, 100))).height == 4096
    out = io.BytesIO()
    Image.new("1", (10_000, 6_100)).save(out, "PNG")
    with pytest.raises(BadClip, match=r"pixels|damaged"):
        clean(out.getvalue())


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"%PDF-1.7 x", b"<svg onload=alert(1)>", photo()[:900], b"\xff\xd8\xff"]
)
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(BadClip):
        clean(data)


def test_too_much_is_refused() -> None:
    with pytest.raises(BadClip, match="larger than 25 MB"):
        clean(b"\xff\xd8\xff" + bytes(MOST_BYTES))


def wav() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(800))
    told = (
        b"LIST" + struct.pack("<I", len(SECRET) + len(SECRET) % 2) + SECRET.ljust(len(SECRET) + len(SECRET) % 2, b"\0")
    )
    return out.getvalue() + told


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + kind + body


def mp4(handler: bytes = b"soun") -> bytes:
    times = bytes(4) + struct.pack(">II", 3_900_000_000, 3_900_000_000) + bytes(88)
    track = box(b"trak", box(b"mdia", box(b"mdhd", times), box(b"hdlr", bytes(8) + handler + bytes(13))))
    return (
        box(b"ftyp", b"M4A \0\0\0\0")
        + box(b"moov", box(b"mvhd", times), track, box(b"udta", SECRET))
        + box(b"mdat", b"sound")
    )


def element(name: int, body: bytes, unknown: bool = False) -> bytes:
    written = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return written + (b"\x01" + b"\xff" * 7 if unknown else b"\x01" + len(body).to_bytes(7, "big")) + body


def webm(kind: int = 2) -> bytes:
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, bytes([kind])) + element(0x536E, SECRET)))
    cluster = element(0x1F43B675, element(0xA3, b"sound"), unknown=True)
    tags = element(0x1254C367, SECRET)
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    return head + element(0x18538067, tracks + cluster + tags, unknown=True)


def ogg() -> bytes:
    def page(number: int, packet: bytes) -> bytes:
        head = b"OggS" + struct.pack("<BBqIII", 0, 2 * (number == 0), 0, 7, number, 0)
        lacing = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
        made = head + bytes([len(lacing)]) + lacing + packet
        return made[:22] + struct.pack("<I", _checksum(made)) + made[26:]

    tags = (
        b"OpusTags" + struct.pack("<I", 4) + b"Opus" + struct.pack("<I", 1) + struct.pack("<I", 400) + SECRET.ljust(400)
    )
    return page(0, b"OpusHead" + bytes(11)) + page(1, tags) + page(2, b"sound")


def mp3() -> bytes:
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    tag = b"ID3\x04\0\0" + bytes([0, 0, len(SECRET) >> 7, len(SECRET) & 127]) + SECRET
    return tag + frame * 3 + b"TAG" + SECRET.ljust(125)


@pytest.mark.parametrize(
    ("data", "type_"),
    [
        (wav(), "audio/wav"),
        (mp4(), "audio/mp4"),
        (mp4(b"vide"), "video/mp4"),
        (webm(), "audio/webm"),
        (webm(1), "video/webm"),
        (ogg(), "audio/ogg"),
        (mp3(), "audio/mpeg"),
    ],
    ids=["wav", "mp4", "mp4 video", "webm", "webm video", "ogg", "mp3"],
)
def test_a_recording_is_kept_without_its_labels(data: bytes, type_: str) -> None:
    assert SECRET in data
    kept = clean(data)
    assert (kept.type, SECRET in kept.data) == (type_, False)
    assert clean(kept.data).data == kept.data


def test_pages_of_ogg_still_have_their_sums() -> None:
    kept = clean(ogg()).data
    starts = [at for at in range(len(kept)) if kept[at : at + 4] == b"OggS"]
    for start, end in zip(starts, [*starts[1:], len(kept)], strict=True):
        page = kept[start:end]
        assert struct.unpack("<I", page[22:26])[0] == _checksum(page[:22] + bytes(4) + page[26:])
    assert kept.endswith(b"sound")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from([wav(), mp4(), webm(), ogg(), mp3(), photo(size=(32, 16))]),
    st.floats(0, 1),
    st.binary(max_size=6),
    st.integers(0, 9),
)
def test_damage_is_said_and_never_more(data: bytes, where: float, instead: bytes, gone: int) -> None:
    at = int(where * len(data))
    try:
        clean(data[:at] + instead + data[at + gone :])
    except BadClip as problem:
        assert str(problem)
