"""What the memory holds of one person: a statement for each kind of fact, each row with its `fact_id`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hallway.store.store import Row, Store, marks

EVENT_DAY = """coalesce(event.start, CASE WHEN length(event.edition) = 4 THEN event.edition END, source.written)"""
"""When an event was, as far as anything says: its start, the year in its name, the day the text was written."""

DATED = """coalesce("when", event.start, CASE WHEN length(event.edition) = 4 THEN event.edition END) IS NOT NULL
 OR source.kind = 'note'"""
"""Whether that day is one that a text gives; a note is written when it happens, a diary some day later."""

_OF_SOURCE = "JOIN fact ON fact.id = fact_id JOIN source ON source.id = fact.source_id"
_CHUNK = 900


def encounters(store: Store, person: int) -> list[Row]:
    return store.rows(
        f'SELECT fact_id, encounter.kind, fact.confidence, event_id, via_id, via.name AS via, "when", source.written,'
        f' coalesce("when", {EVENT_DAY}) AS day, {DATED} AS dated'
        f" FROM encounter {_OF_SOURCE} LEFT JOIN event ON event.id = event_id"
        " LEFT JOIN person AS via ON via.id = via_id WHERE encounter.person_id = ? ORDER BY source.written, source.name, fact_id",
        (person,),
    )


def introduced(store: Store, person: int) -> list[Row]:
    """Whom this person introduced to me."""
    return store.rows(
        f"SELECT fact_id, person.name, event_id, source.written FROM encounter {_OF_SOURCE}"
        " JOIN person ON person.id = person_id WHERE via_id = ? ORDER BY source.written, source.name, fact_id",
        (person,),
    )


def names(store: Store, person: int) -> list[Row]:
    return store.rows(
        f"SELECT fact_id, name.text FROM name {_OF_SOURCE} WHERE person_id = ?"
        " ORDER BY source.written, source.name, name.rowid",
        (person,),
    )


def affiliations(store: Store, person: int) -> list[Row]:
    return store.rows(
        "SELECT fact_id, organization.name AS organization, role, since, until, source.written"
        f" FROM affiliation {_OF_SOURCE} JOIN organization ON organization.id = organization_id"
        " WHERE person_id = ? ORDER BY source.written, source.name, fact_id",
        (person,),
    )


def memberships(store: Store, person: int) -> list[Row]:
    return store.rows(
        "SELECT fact_id, team_id, team.name AS team, role, since, until, change, source.written,"
        " (SELECT event_id FROM team_name JOIN fact AS f ON f.id = team_name.fact_id"
        "  WHERE team_name.team_id = team.id AND f.source_id = source.id AND event_id IS NOT NULL LIMIT 1) AS event_id"
        f" FROM membership {_OF_SOURCE} JOIN team ON team.id = team_id WHERE person_id = ? ORDER BY source.written, source.name, fact_id",
        (person,),
    )


def organized(store: Store, person: int) -> list[Row]:
    return store.rows("SELECT fact_id, event_id FROM organizer WHERE person_id = ? ORDER BY event_id", (person,))


def about(store: Store, table: str, person: int) -> list[Row]:
    """Rows of a table that has nothing but a person and words: role, following, relation, need, outcome."""
    return store.rows(
        f"SELECT {table}.*, source.written FROM {table} {_OF_SOURCE} WHERE person_id = ? ORDER BY source.written, source.name, fact_id",
        (person,),
    )


def clips(store: Store, person: int) -> list[Row]:
    return store.rows(
        "SELECT clip.fact_id, clip.kind, event_id, maker.name AS maker, maker_id = ? AS made, source.written,"
        " CASE WHEN source.kind = 'clip' THEN source.text END AS said"
        " FROM clip JOIN fact ON fact.id = clip.fact_id JOIN source ON source.id = fact.source_id"
        " LEFT JOIN person AS maker ON maker.id = maker_id"
        " WHERE maker_id = ? OR EXISTS (SELECT 1 FROM clip_person AS c WHERE c.fact_id = clip.fact_id AND c.person_id = ?)"
        " ORDER BY clip.fact_id",
        (person, person, person),
    )


def of_source(store: Store, source: int) -> set[int]:
    """Ids of the facts that one text gave."""
    return {int(r["id"]) for r in store.rows("SELECT id FROM fact WHERE source_id = ?", (source,))}


def evidence(store: Store, facts: Iterable[int]) -> list[Row]:
    """The words that facts rest on, with where they stand, in the order of the text."""
    return [
        row
        for part in _chunks(sorted(set(facts)))
        for row in store.rows(
            'SELECT fact_id, passage.text, passage.start, passage."end", source.name AS source, source.written'
            " FROM evidence JOIN passage ON passage.id = passage_id JOIN source ON source.id = passage.source_id"
            f" WHERE fact_id IN ({marks(part)}) ORDER BY fact_id, passage.source_id, passage.start",
            part,
        )
    ]


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Not too many at once: a statement takes a limited number of values."""
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
