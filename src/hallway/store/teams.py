"""What the memory holds of teams and who was in them."""

from __future__ import annotations

from hallway.store.store import Row, Store, marks
from hallway.store.stories import EVENT_DAY


def teams(store: Store) -> list[Row]:
    """Every team: id, name, its name and series folded, and an event at which a text tells of it."""
    return store.rows(
        "SELECT team.id, team.name, team.folded, team.series,"
        " (SELECT event_id FROM team_name WHERE team_id = team.id AND event_id IS NOT NULL ORDER BY fact_id LIMIT 1)"
        " AS event_id FROM team ORDER BY team.id"
    )


def memberships(store: Store, ids: list[int]) -> list[Row]:
    """Everything that is said of being in these teams, each with the day (EDTF) of the event or text it comes from; nothing of
    those whose name is not known yet."""
    return store.rows(
        "SELECT membership.fact_id, membership.team_id, person.name, membership.person_id, role, since, until, change,"
        f" {EVENT_DAY} AS day, source.written, source.id AS source_id"
        " FROM membership JOIN fact ON fact.id = membership.fact_id JOIN source ON source.id = fact.source_id"
        " LEFT JOIN person ON person.id = membership.person_id"
        " LEFT JOIN event ON event.id = (SELECT event_id FROM team_name JOIN fact AS f ON f.id = team_name.fact_id"
        "  WHERE team_name.team_id = membership.team_id AND f.source_id = source.id AND event_id IS NOT NULL LIMIT 1)"
        f" WHERE membership.team_id IN ({marks(ids)}) AND person.name IS NOT '' ORDER BY day, membership.fact_id",
        ids,
    )


def mates(store: Store, person: int) -> list[Row]:
    """Who else is or was in a team of this person: id, name, team."""
    return store.rows(
        "SELECT DISTINCT other.person_id AS id, person.name, team.name AS team FROM membership AS own"
        " JOIN membership AS other ON other.team_id = own.team_id AND other.person_id != own.person_id"
        " JOIN person ON person.id = other.person_id JOIN team ON team.id = own.team_id"
        " WHERE own.person_id = ? ORDER BY team.name, other.fact_id",
        (person,),
    )
