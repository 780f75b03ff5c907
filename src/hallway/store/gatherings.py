"""What the memory holds of one event and of its team."""

from __future__ import annotations

from hallway.store.store import Row, Store, marks


def encounters(store: Store, event: int) -> list[Row]:
    return store.rows(
        "SELECT fact_id, person_id, person.name, encounter.kind, via.name AS via, confidence FROM encounter"
        " JOIN fact ON fact.id = fact_id JOIN person ON person.id = person_id LEFT JOIN person AS via ON via.id = via_id"
        " WHERE event_id = ? ORDER BY fact_id",
        (event,),
    )


def roles(store: Store, event: int) -> list[Row]:
    return store.rows(
        "SELECT fact_id, person_id, person.name, role, status FROM role JOIN person ON person.id = person_id"
        " WHERE event_id = ? ORDER BY fact_id",
        (event,),
    )


def team_of(store: Store, event: int) -> list[Row]:
    """Who is said to be in the event's team by the texts that tell of this event."""
    return store.rows(
        "SELECT membership.fact_id, team.name AS team, person.name, person_id, role, since, until, change"
        " FROM membership JOIN fact ON fact.id = membership.fact_id JOIN team ON team.id = membership.team_id"
        " LEFT JOIN person ON person.id = person_id"
        " WHERE EXISTS (SELECT 1 FROM team_name JOIN fact AS f ON f.id = team_name.fact_id"
        "  WHERE team_name.team_id = team.id AND f.source_id = fact.source_id AND event_id = ?)"
        " ORDER BY membership.fact_id",
        (event,),
    )


def clips(store: Store, event: int) -> list[Row]:
    return store.rows(
        "SELECT fact_id, clip.kind, person.name AS maker, CASE WHEN source.kind = 'clip' THEN source.text END AS said"
        " FROM clip JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
        " LEFT JOIN person ON person.id = maker_id WHERE event_id = ? ORDER BY fact_id",
        (event,),
    )


def detail_facts(store: Store, event: int) -> list[int]:
    """Ids of the facts that say something of the event itself, in somebody's words: a programme's are only its data."""
    found = store.rows(
        "SELECT fact_id FROM event_detail JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
        " WHERE event_id = ? AND source.kind != 'programme' ORDER BY fact_id",
        (event,),
    )
    return [int(r["fact_id"]) for r in found]


def everybody_at(store: Store) -> list[Row]:
    """Event, `who` and as what (`organizer`, `person`; organizations have negative numbers), for everybody who is known to have been anywhere."""
    return store.rows(
        "SELECT event_id, 'person' AS kind, person_id AS who FROM encounter WHERE event_id IS NOT NULL"
        " UNION SELECT event_id, 'person', person_id FROM role"
        " UNION SELECT event_id, 'organizer', person_id FROM organizer WHERE person_id IS NOT NULL"
        " UNION SELECT event_id, 'organizer', -organization_id FROM organizer WHERE organization_id IS NOT NULL"
    )


def people_at(store: Store, events: list[int]) -> list[Row]:
    """Whom I met at these events (`kind` as I met them) or who had a part there (`kind` NULL), with the fact."""
    among = marks(events)
    return store.rows(
        "SELECT event_id, person_id, person.name, encounter.kind, NULL AS role, fact_id FROM encounter"
        f" JOIN person ON person.id = person_id WHERE event_id IN ({among})"
        " UNION ALL SELECT event_id, person_id, person.name, NULL, role, fact_id FROM role"
        f" JOIN person ON person.id = person_id WHERE status IS NULL AND event_id IN ({among})"
        " ORDER BY fact_id",
        (*events, *events),
    )
