"""What pictures are drawn from: who was at events with whom, how ties grew, whom I met in which year."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.store.store import Row, Store, marks
from hallway.store.stories import EVENT_DAY

_SOURCE = "JOIN fact ON fact.id = {0}.fact_id JOIN source ON source.id = fact.source_id"
_CHUNK = 900


def met(store: Store, events: Sequence[int]) -> list[Row]:
    """Whom I met at these events, how, and through whom."""
    return store.rows(
        f"SELECT person_id, event_id, kind, via_id FROM encounter WHERE event_id IN ({marks(events)}) ORDER BY fact_id",
        events,
    )


def parts(store: Store, events: Sequence[int]) -> list[Row]:
    """Who had a part in these events, and which; organizers too. `organizes` is 1 for those."""
    among = marks(events)
    return store.rows(
        "SELECT person_id, event_id, role, 0 AS organizes FROM role"
        f" WHERE status IS NULL AND event_id IN ({among})"
        " UNION ALL SELECT person_id, event_id, NULL, 1 FROM organizer"
        f" WHERE person_id IS NOT NULL AND event_id IN ({among})",
        (*events, *events),
    )


def speaking(store: Store, events: Sequence[int]) -> list[Row]:
    """Who held which talk at these events: talk, event, title, track, person."""
    return store.rows(
        "SELECT talk.fact_id AS talk, event_id, title, track, person_id FROM talk"
        f" JOIN talk_person ON talk_person.fact_id = talk.fact_id WHERE event_id IN ({marks(events)})"
        " ORDER BY talk.fact_id, talk_person.rowid",
        events,
    )


def mates(store: Store, events: Sequence[int]) -> list[Row]:
    """Who is in a team that a text tells of at these events: team, its name, event, person. Not those who had left."""
    return store.rows(
        "SELECT DISTINCT membership.team_id, team.name AS team, team_name.event_id, membership.person_id FROM team_name"
        " JOIN fact AS named ON named.id = team_name.fact_id JOIN membership ON membership.team_id = team_name.team_id"
        " JOIN fact ON fact.id = membership.fact_id AND fact.source_id = named.source_id"
        " JOIN team ON team.id = membership.team_id WHERE membership.person_id IS NOT NULL"
        f" AND change IS NOT 'left' AND team_name.event_id IN ({marks(events)})",
        events,
    )


def one_sentence(store: Store, events: Sequence[int]) -> list[Row]:
    """Whom one sentence names as met at these events: passage, event, person."""
    return store.rows(
        "SELECT DISTINCT passage_id, event_id, person_id FROM encounter JOIN evidence ON evidence.fact_id = encounter.fact_id"
        f" WHERE event_id IN ({marks(events)})",
        events,
    )


def faces(store: Store, people: Sequence[int]) -> list[Row]:
    """Name of each of these people, at how many events and times I met them anywhere, and the latest they worked at."""
    found: list[Row] = []
    for at in range(0, len(people), _CHUNK):
        some = people[at : at + _CHUNK]
        found += store.rows(
            "SELECT person.id, person.name, (SELECT count(DISTINCT coalesce(-event_id, fact_id)) FROM encounter"
            " WHERE person_id = person.id) AS times, (SELECT organization.name FROM affiliation"
            " JOIN organization ON organization.id = organization_id WHERE person_id = person.id"
            " ORDER BY fact_id DESC LIMIT 1) AS work"
            f" FROM person WHERE person.id IN ({marks(some)})",
            some,
        )
    return found


def stages(store: Store, events: Sequence[int] | None) -> list[Row]:
    """How far each tie came, and when first: person, name, stage (followed, a kind of encounter, outcome), day (EDTF or NULL).

    With `events`: only of people whom I met there.
    """
    there = (
        ""
        if events is None
        else f" WHERE person_id IN (SELECT person_id FROM encounter WHERE event_id IN ({marks(events)}))"
    )
    return store.rows(
        "SELECT person_id, person.name, stage, day FROM ("
        "SELECT person_id, encounter.kind AS stage,"
        f' min(coalesce("when", {EVENT_DAY})) AS day FROM encounter {_SOURCE.format("encounter")}'
        " LEFT JOIN event ON event.id = event_id GROUP BY person_id, encounter.kind"
        " UNION ALL SELECT person_id, 'followed', min(since) FROM following GROUP BY person_id"
        " UNION ALL SELECT person_id, 'outcome', min(coalesce(\"when\", source.written))"
        f" FROM outcome {_SOURCE.format('outcome')} WHERE person_id IS NOT NULL GROUP BY person_id"
        f") JOIN person ON person.id = person_id{there}",
        events or (),
    )


def met_by_year(store: Store) -> dict[str, int]:
    """How many people I met in each year, each once; the year as four digits."""
    found = store.rows(
        f'SELECT substr(coalesce("when", {EVENT_DAY}), 1, 4) AS year, count(DISTINCT person_id) AS people'
        f" FROM encounter {_SOURCE.format('encounter')} LEFT JOIN event ON event.id = event_id GROUP BY year"
    )
    return {str(r["year"]): int(r["people"]) for r in found if r["year"]}
