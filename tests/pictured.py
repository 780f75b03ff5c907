"""Pictures as phones take them: really encoded, with the place in their EXIF; and codes as badges have them."""

from __future__ import annotations

import io

import segno
from PIL import Image, ImageDraw

CAMERA = "Lanternix 3000"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Malinová;Petra;;;\r\nFN:Petra Malinová\r\nORG:Museum Radio\r\nEMAIL:petra@radio.example\r\nEND:VCARD\r\n"
PLACE = "51.05431, 3.71739"


def photo(kind: str = "JPEG", size: tuple[int, int] = (640, 320), colour: str = "#3a7", place: bool = True) -> bytes:
    """A picture lying on its side (orientation 6), with who took it and, if wanted, where."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).rectangle((0, 0, 40, 40), fill="#fff")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, CAMERA
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 3.0, 15.5), 3: "E", 4: (3.0, 43.0, 2.6)})
    out = io.BytesIO()
    image.save(out, kind, exif=exif.tobytes())
    return out.getvalue()


def code(text: str = CARD, scale: int = 6, encoding: str | None = None) -> Image.Image:
    """A QR code on white; ISO 8859-1 where that has all letters, unless another `encoding` is named."""
    out = io.BytesIO()
    segno.make(text, error="m", encoding=encoding).save(out, kind="png", scale=scale, border=6)
    return Image.open(out).convert("RGB")


def video_of(image: Image.Image, size: tuple[int, int] = (640, 480), frames: int = 4) -> bytes:
    """A picture before a camera, as YUV4MPEG2 (4:2:0), which Chromium takes for one."""
    ground = Image.new("RGB", size, "white")
    small = image.copy()
    small.thumbnail((min(size), min(size)))
    ground.paste(small, ((size[0] - small.width) // 2, (size[1] - small.height) // 2))
    y, cb, cr = ground.convert("YCbCr").split()
    half = (size[0] // 2, size[1] // 2)
    frame = b"FRAME\n" + y.tobytes() + cb.resize(half).tobytes() + cr.resize(half).tobytes()
    return f"YUV4MPEG2 W{size[0]} H{size[1]} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * frames
