"""Names made comparable: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "’": "'", "`": "'"})


def fold(name: str) -> str:
    """`Éloïse O’Neill-Bø` → `eloise oneill bo`; an empty string stays empty."""
    text = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().replace("'", "")
    return re.sub(r"[\W_]+", " ", text).strip()
