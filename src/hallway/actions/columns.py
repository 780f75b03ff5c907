"""Remembering which column of a CSV is what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from hallway.formats.anycsv import fingerprint, parse
from hallway.formats.kit.contact import ROLES
from hallway.store.settings import remember
from hallway.store.store import Store


def remember_columns(store: Store, header: Sequence[str], roles: Mapping[str, str] | str) -> None:
    """Remember it for all files with this header. Raises ValueError for a role or a column that there is not."""
    told = parse(roles, header) if isinstance(roles, str) else dict(roles)
    for column, role in told.items():
        if role.partition(":")[0] not in (*ROLES, "detail"):
            raise ValueError(f"{column}: {role} is none of {', '.join(ROLES)}")
    with store.transaction():
        remember(store, fingerprint(header), json.dumps(told, ensure_ascii=False))
