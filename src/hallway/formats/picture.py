"""Pictures: a vCard or MECARD from a QR code in a photograph of a badge, and a business card by its letters.

Codes are read with zxing-cpp, letters with RapidOCR, both on this machine: `pip install "hallway[pictures]"`. Each address,
number and name of a business card comes with where on the picture it was read, in pixels from the upper left.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator
from dataclasses import replace

from hallway.formats import mecard, vcard
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

MOST_BYTES = 40_000_000
MOST_PIXELS = 60_000_000
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_INSTALL = 'install what reads pictures: pip install "hallway[pictures]"'


def sniff(head: bytes, name: str) -> float:
    """Sure of PNG, JPEG, GIF, WebP and TIFF; of BMP, whose mark is two letters, only with its header behind."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return 0.9
    if head[:2] == b"BM":
        return 0.9 if head[6:10] == b"\x00\x00\x00\x00" and len(head) > 26 else 0.0
    return 0.9 if head.startswith(_MAGIC) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each code that is a card; where there is none, the letters."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        yield context.problem(None, None, f"is a picture of more than {MOST_BYTES // 1_000_000} MB", "make it smaller")
    elif not all(importlib.util.find_spec(name) for name in ("zxingcpp", "PIL")):
        yield context.problem(None, None, "is a picture", _INSTALL)
    else:
        yield from _picture(data, context)


def _picture(data: bytes, context: Context) -> Iterator[Item]:
    import zxingcpp
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                yield context.problem(None, None, "has too many pixels", "make it smaller")
                return
            plain = image.convert("RGB")
    except Exception as error:  # Pillow raises many kinds for what is no picture
        yield context.problem(None, None, f"is a damaged picture ({error})", "copy it again")
        return
    codes = [(code.text, str(code.position).strip("\x00")) for code in zxingcpp.read_barcodes(plain)]
    for text, position in codes:
        yield from _code(text, f"code at {position}", context)
    if not codes:
        yield from _letters(plain, context)


def _code(text: str, place: str, context: Context) -> Iterator[Item]:
    """The cards in what a code says; a problem that has a line has it in the code, not in the picture."""
    format = next((f for f in (vcard.FORMAT, mecard.FORMAT) if f.sniff(text.encode(), "") >= 0.5), None)
    if format is None:
        what = f"has a code that is no card: {text[:60]}"
        yield context.problem(None, None, what, "open it where it leads to, or import what it says by hand")
        return
    for item in format.read(io.BytesIO(text.encode()), context):
        if isinstance(item, Problem):
            yield replace(item, line=None)
        else:
            yield replace(item, source=replace(item.source, place=place))


def _letters(image: object, context: Context) -> Iterator[Item]:
    if importlib.util.find_spec("rapidocr") is None:
        yield context.problem(None, None, "has no QR code of a card", _INSTALL)
        return
    from hallway.formats.cards.photographed import business_card

    yield business_card(image, context)


FORMAT = Format(
    name="picture",
    title="Picture of a QR code or of a business card",
    kind="card",
    sniff=sniff,
    read=read,
    where='A photograph or a screenshot: PNG, JPEG, GIF, WebP. It needs `pip install "hallway[pictures]"`.',
    fields=(
        ("QR code with a vCard or MECARD", "what becomes of such a card"),
        (
            "business card or badge",
            "name, organization, title, addresses and numbers, each with its place on the picture",
        ),
    ),
)
