"""The statements of recall: from passages to people, and from cues to passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hallway.store.store import Row, Store, marks

LEAST_EACH = 25
_ABOUT = (
    "name",
    "encounter",
    "role",
    "affiliation",
    "membership",
    "following",
    "relation",
    "need",
    "outcome",
    "talk_person",
    "detail",
    "post",
)


def stamp(store: Store) -> tuple[int, int]:
    """Two numbers that differ whenever the memory was changed since, by this process or by another."""
    here = store.row("SELECT total_changes() AS n")
    elsewhere = store.row("PRAGMA data_version")
    return (int(here[0]) if here else 0, int(elsewhere[0]) if elsewhere else 0)


def removals(store: Store) -> int:
    """How many names were ever removed: when it grows, ids may have come to mean somebody else."""
    found = store.row("SELECT names FROM removal")
    return int(found["names"]) if found else 0


def newest_fact(store: Store) -> int:
    found = store.row("SELECT max(id) AS n FROM fact")
    return int(found["n"] or 0) if found else 0


def events(store: Store) -> list[Row]:
    return store.rows('SELECT id, name, series, place, start, "end", written FROM event')


def names_since(store: Store, fact: int) -> Iterator[Row]:
    """Every name (person_id, folded) given since one fact, with the name the person is shown under."""
    return store.each(
        "SELECT DISTINCT person_id, folded, person.name AS name FROM name JOIN person ON person.id = person_id"
        " WHERE fact_id > ?",
        (fact,),
    )


def people_in(store: Store, passages: Sequence[int]) -> list[Row]:
    """Whom passages are about: (passage_id, person_id), once each."""
    some = marks(passages)
    parts = " UNION ".join(
        f"SELECT passage_id, person_id FROM evidence JOIN {table} USING (fact_id) WHERE passage_id IN ({some})"
        for table in _ABOUT
    )
    return store.rows(f"SELECT * FROM ({parts}) WHERE person_id IS NOT NULL", tuple(passages) * len(_ABOUT))


def events_in(store: Store, passages: Sequence[int]) -> list[Row]:
    """What happened in passages: (passage_id, person_id, event_id, via_id, kind, when) of their encounters, and
    (passage_id, person_id, event_id, role) of their roles."""
    some = marks(passages)
    return store.rows(
        'SELECT passage_id, person_id, event_id, via_id, kind, "when", NULL AS role FROM evidence'
        f" JOIN encounter USING (fact_id) WHERE passage_id IN ({some}) UNION ALL"
        " SELECT passage_id, person_id, event_id, NULL, NULL, NULL, role FROM evidence"
        f" JOIN role USING (fact_id) WHERE passage_id IN ({some})",
        tuple(passages) * 2,
    )


def encounters_of(store: Store, people: Sequence[int], most: int) -> list[Row]:
    """Encounters of some people (person_id, event_id, via_id, kind, when), at most `most` of each person, newest first."""
    rows: list[Row] = []
    for person in people:
        rows += store.rows(
            'SELECT person_id, event_id, via_id, kind, "when" FROM encounter WHERE person_id = ?'
            " ORDER BY fact_id DESC LIMIT ?",
            (person, most),
        )
    return rows


def passages_at(store: Store, events: Sequence[int], most: int) -> list[int]:
    """Passages that tell of encounters at some events: about `most`, the newest of each."""
    found: list[int] = []
    for event in events:
        found += _numbers(
            store,
            "SELECT passage_id FROM encounter JOIN evidence USING (fact_id) WHERE event_id = ? ORDER BY fact_id DESC LIMIT ?",
            (event, max(LEAST_EACH, most // len(events))),
        )
    return found


def met_at(store: Store, passages: Sequence[int], most: int) -> list[Row]:
    """Whom one met at the events that passages tell of: (passage_id, person_id, name), for at most `most` pairs."""
    return store.rows(
        "SELECT DISTINCT passage_id, encounter.person_id AS person_id, person.name AS name FROM evidence"
        " JOIN event_detail USING (fact_id) JOIN encounter ON encounter.event_id = event_detail.event_id"
        f" JOIN person ON person.id = encounter.person_id WHERE passage_id IN ({marks(passages)}) LIMIT ?",
        (*passages, most),
    )


def events_told(store: Store, passages: Sequence[int]) -> list[Row]:
    """The events that passages describe: (passage_id, event_id)."""
    return store.rows(
        "SELECT passage_id, event_id FROM evidence JOIN event_detail USING (fact_id)"
        f" WHERE passage_id IN ({marks(passages)}) ORDER BY fact_id DESC",
        tuple(passages),
    )


def passages_via(store: Store, people: Sequence[int], most: int) -> list[int]:
    """Passages that tell whom some people introduced."""
    return _numbers(
        store,
        f"SELECT passage_id FROM encounter JOIN evidence USING (fact_id) WHERE via_id IN ({marks(people)}) LIMIT ?",
        (*people, most),
    )


def passages_of(store: Store, people: Sequence[int], most: int) -> list[int]:
    """Passages about some people, newest first, at most `most` of each person."""
    found: list[int] = []
    for person in people:
        found += _numbers(
            store,
            "SELECT passage_id FROM evidence JOIN (SELECT fact_id FROM encounter WHERE person_id = ?1 UNION"
            " SELECT fact_id FROM name WHERE person_id = ?1 UNION SELECT fact_id FROM need WHERE person_id = ?1"
            " UNION SELECT fact_id FROM post WHERE person_id = ?1"
            " ORDER BY fact_id DESC LIMIT ?2) USING (fact_id)",
            (person, most),
        )
    return found


def sources(store: Store, ids: Sequence[int]) -> list[Row]:
    return store.rows(f"SELECT id, name, written FROM source WHERE id IN ({marks(ids)})", ids)


def event_of_source(store: Store, ids: Sequence[int]) -> list[Row]:
    """The first event that each source tells of in detail: (source_id, event_id)."""
    return store.rows(
        "SELECT source_id, event_id FROM fact JOIN event_detail ON fact_id = fact.id"
        f" WHERE source_id IN ({marks(ids)}) ORDER BY fact.id DESC",
        ids,
    )


def _numbers(store: Store, statement: str, values: Sequence[int]) -> list[int]:
    return [int(r[0]) for r in store.rows(statement, values)]


def passages_before(store: Store, ids: Sequence[int], gap: int) -> list[Row]:
    """For each passage that follows another within `gap` characters: (id, earlier, text), of the earlier one."""
    return store.rows(
        "SELECT p.id AS id, q.id AS earlier, q.text AS text FROM passage AS p JOIN passage AS q ON q.id ="
        " (SELECT id FROM passage WHERE source_id = p.source_id AND start < p.start ORDER BY start DESC LIMIT 1)"
        f' WHERE p.id IN ({marks(ids)}) AND p.start - q."end" BETWEEN 0 AND ?',
        (*ids, gap),
    )
