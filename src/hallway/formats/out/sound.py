"""Text that every reader of UTF-8 and XML takes, and names of files that no system stumbles over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*#^\[\]\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?")
MOST_NAME = 120
"""How many bytes of UTF-8 a name takes at most; file systems allow 255 with the ending."""


def sound(text: str) -> str:
    """Text without what XML 1.0 (section 2.2) and UTF-8 cannot hold: controls, halves of code points."""
    return _NOT_XML.sub("\ufffd", text)


def file_names(names: Iterable[str]) -> list[str]:
    """A name of a file for each name, without ending: readable, safe on Windows, macOS and Linux and in links of Markdown,
    and no two alike, whatever the case and the normal form."""
    taken: set[str] = set()
    found = []
    for name in names:
        base = file_name(name)
        made, number = base, 1
        while (key := unicodedata.normalize("NFKC", made).casefold()) in taken:
            number += 1
            made = f"{base} ({number})"
        taken.add(key)
        found.append(made)
    return found


def file_name(name: str) -> str:
    """One name made safe: no path, no hidden file, no device of Windows, not too long."""
    plain = unicodedata.normalize("NFC", _NO_NAME.sub(" ", sound(name)))
    plain = " ".join(plain.split()).strip(" .")
    plain = plain.encode()[:MOST_NAME].decode("utf-8", "ignore").strip(" .") or "somebody"
    return f"{plain}_" if _DEVICES.fullmatch(plain) else plain
