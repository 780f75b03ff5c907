"""Photos: really decoded, turned upright, and written anew from their pixels, so that nothing else of the file stays.

Where a photo was taken stands in its EXIF (CIPA DC-008: IFD 0x8825, latitude and longitude in degrees, minutes, seconds).
"""

from __future__ import annotations

import importlib.util
import io
import warnings
from typing import TYPE_CHECKING, Any

from hallway.formats.clips.protocol import BadClip
from hallway.model import ClipFile
from hallway.model.phrase import Phrase

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000
LONGEST = 4096
"""Pixels of the longer side of what is kept: enough to read a slide on it."""
SMALL = 480
_GPS = 0x8825
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif"})
_KNOWN = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF")


def recognise(head: bytes) -> bool:
    """Whether these bytes begin a picture that can be kept."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return head.startswith(_MAGIC) or webp or _is_heic(head)


def cleaned(data: bytes, place: bool) -> ClipFile:
    """The photo as it is kept. Raises BadClip for one that cannot be decoded, or is too large to be."""
    image, gps = _decoded(data)
    where = _where(gps) if place else None
    image.thumbnail((LONGEST, LONGEST))
    png = image.mode in ("P", "1", "LA", "RGBA", "I;16") or data.startswith(_MAGIC[0])
    kept = image.convert("RGBA") if _clear(image) else image.convert("RGB")
    out = io.BytesIO()
    if png:
        kept.save(out, "PNG", optimize=True)
    else:
        kept.convert("RGB").save(
            out, "JPEG", quality=88, optimize=True, progressive=True, **_told(gps if where else {})
        )
    return ClipFile(
        "image/png" if png else "image/jpeg", out.getvalue(), _small(kept), image.width, image.height, where
    )


def _decoded(data: bytes) -> tuple[Image, dict[int, Any]]:
    """The first picture of a file, upright, and what it says of where it was taken."""
    from PIL import Image, ImageOps

    if _is_heic(data[:64]):
        _open_heic()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[f for f in _KNOWN if f in _formats()]) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise BadClip(
                        Phrase(
                            "this has more than {n} million pixels: make it smaller", n=str(MOST_PIXELS // 1_000_000)
                        )
                    )
                image.load()
                gps = dict(image.getexif().get_ifd(_GPS))
                return ImageOps.exif_transpose(image), gps
    except BadClip:
        raise
    except Exception as error:  # Pillow raises many kinds for what is no picture
        raise BadClip(
            Phrase(
                "this photo is damaged, or of a kind that cannot be read here ({why}): take it again", why=str(error)
            )
        ) from error


def _formats() -> frozenset[str]:
    from PIL import Image

    Image.init()
    return frozenset(Image.OPEN)


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC


def _open_heic() -> None:
    """HEIC, which iPhones write, needs a library of its own."""
    if importlib.util.find_spec("pillow_heif") is not None:
        import pillow_heif

        pillow_heif.register_heif_opener()
    elif "AVIF" not in _formats():
        raise BadClip(Phrase('this is HEIC: pip install "hallway[pictures]" reads it, or let the phone take JPEG'))


def _clear(image: Image) -> bool:
    """Whether anything of it can be seen through."""
    return image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info


def _small(image: Image) -> bytes:
    from PIL import Image

    small = image.copy()
    small.thumbnail((SMALL, SMALL))
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=78, optimize=True)
    return out.getvalue()


def _where(gps: dict[int, Any]) -> str | None:
    """Degrees north and east, as far as a photo tells them."""
    try:
        north, east = (_degrees(gps[at], gps.get(at - 1)) for at in (2, 4))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return f"{north:.5f}, {east:.5f}" if abs(north) <= 90 and abs(east) <= 180 else None


def _degrees(parts: Any, side: object) -> float:
    degrees, minutes, seconds = (float(p) for p in parts)
    found = degrees + minutes / 60 + seconds / 3600
    if not 0 <= found <= 180:
        raise ValueError(found)
    return -found if str(side or "").strip("\x00 ")[:1].upper() in ("S", "W") else found


def _told(gps: dict[int, Any]) -> dict[str, bytes]:
    """What Pillow is to write into a photo: where it was taken, and nothing else."""
    from PIL import Image

    if not gps:
        return {}
    exif = Image.Exif()
    exif[_GPS] = {tag: gps[tag] for tag in (1, 2, 3, 4) if tag in gps}
    return {"exif": exif.tobytes()}
