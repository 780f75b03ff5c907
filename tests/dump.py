"""Everything that a memory holds, for comparison."""

from hallway.store.store import Store

_BESIDES = {"action", "source", "removal"}


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Each table with its rows in order, but for the journal, the texts, the count of removals, and the search index."""
    tables = [r["name"] for r in store.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    wanted = [
        t for t in tables if t not in _BESIDES and not t.startswith(("sqlite_", "passage_words", "passage_terms"))
    ]
    return {t: sorted((tuple(r) for r in store.rows(f"SELECT * FROM {t}")), key=repr) for t in wanted}
