"""Names made comparable: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "’": "'", "`": "'"})


@lru_cache(8192)
def fold(name: str) -> str:
    """`Éloïse O’Neill-Bø` → `eloise oneill bo`; an empty string stays empty."""
    text = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().replace("'", "")
    return re.sub(r"[\W_]+", " ", text).strip()


def is_handle(name: str) -> bool:
    """`@tolva`, `kd_lang2`, `2shortsails`, `zefram`: names that their bearers chose to be alone with."""
    return bool(re.fullmatch(r"@\w+|[a-z0-9][\w.-]*", name)) and not name.istitle()
