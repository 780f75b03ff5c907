"""What the memory holds of ties: every contact and every bond, and who knows whom among the others."""

from __future__ import annotations

from hallway.store.store import Row, Store
from hallway.store.stories import DATED, EVENT_DAY

_SOURCE = "JOIN fact ON fact.id = {0}.fact_id JOIN source ON source.id = fact.source_id"
_BONDS = (
    f"SELECT person_id, 'following' AS kind, words, source.written AS day, following.fact_id"
    f" FROM following {_SOURCE.format('following')}",
    f"SELECT person_id, 'connection', value, coalesce(\"when\", source.written), detail.fact_id"
    f" FROM detail {_SOURCE.format('detail')} WHERE detail.kind = 'connected'",
    f"SELECT person_id, 'relation', words, source.written, relation.fact_id FROM relation {_SOURCE.format('relation')}",
    f"SELECT person_id, 'outcome', words, coalesce(\"when\", source.written), outcome.fact_id"
    f" FROM outcome {_SOURCE.format('outcome')}",
    f"SELECT membership.person_id, 'team', team.name, coalesce(CASE WHEN change = 'left' THEN until END, {EVENT_DAY}),"
    f" membership.fact_id FROM membership {_SOURCE.format('membership')} JOIN team ON team.id = membership.team_id"
    " LEFT JOIN event ON event.id = (SELECT event_id FROM team_name JOIN fact AS f ON f.id = team_name.fact_id"
    "  WHERE team_name.team_id = team.id AND f.source_id = source.id AND event_id IS NOT NULL LIMIT 1)"
    " WHERE EXISTS (SELECT 1 FROM membership AS me WHERE me.team_id = team.id AND me.person_id IS NULL)",
    f"SELECT via_id, 'introduction', person.name, coalesce(\"when\", {EVENT_DAY}), encounter.fact_id"
    f" FROM encounter {_SOURCE.format('encounter')} JOIN person ON person.id = encounter.person_id"
    " LEFT JOIN event ON event.id = encounter.event_id",
    f"SELECT person_id, 'organizing', event.name, {EVENT_DAY}, organizer.fact_id"
    f" FROM organizer {_SOURCE.format('organizer')} JOIN event ON event.id = organizer.event_id"
    " WHERE event.my_role = 'organizer'",
)


def contacts(store: Store, person: int | None = None) -> list[Row]:
    """Every encounter, or those with one person: person, kind, event, its day as far as anything says (EDTF), whether it has one, and who tells of it."""
    where = "" if person is None else " WHERE encounter.person_id = ?"
    return store.rows(
        f'SELECT encounter.person_id, encounter.kind, event_id, coalesce("when", {EVENT_DAY}) AS day, {DATED} AS dated,'
        f" encounter.fact_id, fact.source_id FROM encounter {_SOURCE.format('encounter')}"
        f" LEFT JOIN event ON event.id = event_id{where} ORDER BY encounter.fact_id",
        () if person is None else (person,),
    )


def bonds(store: Store, person: int | None = None) -> list[Row]:
    """Every other way of being tied, to anybody or to one person: person, kind, words, the day of it (EDTF), and the fact."""
    which = "person_id IS NOT NULL" if person is None else "person_id = ?"
    return store.rows(
        f"SELECT * FROM ({' UNION ALL '.join(_BONDS)}) WHERE {which} ORDER BY fact_id",
        () if person is None else (person,),
    )


def written_days(store: Store) -> list[str]:
    """The days on which any texts were written (EDTF), those of corrections left out, by the index of them.

    The day of a correction says that a text was read wrongly, not that anybody was met since.
    """
    return [r[0] for r in store.rows(
        "WITH RECURSIVE days (day) AS (SELECT min(written) FROM source UNION ALL"
        " SELECT (SELECT min(written) FROM source WHERE written > day) FROM days WHERE day IS NOT NULL)"
        " SELECT day FROM days WHERE day IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM source WHERE written = day AND kind != 'correction')"
    )]  # fmt: skip


def is_told(store: Store, written: str) -> bool:
    """Whether the memory still rests on a text of this day; not on one that was undone."""
    found = store.row(
        "SELECT 1 FROM source WHERE written = ? AND kind != 'correction'"
        " AND EXISTS (SELECT 1 FROM fact WHERE source_id = source.id) LIMIT 1",
        (written,),
    )
    return found is not None


def event_days(store: Store) -> list[str]:
    """The days on which events began (EDTF)."""
    return [r[0] for r in store.rows("SELECT DISTINCT start FROM event WHERE start IS NOT NULL")]


def everybody(store: Store) -> list[Row]:
    """Id and name of each person, whether I met them or not."""
    return store.rows("SELECT id, name FROM person WHERE head_id IS NULL OR head_id = id ORDER BY name, id")


def introductions(store: Store) -> list[Row]:
    """Who introduced whom to me, and thus knows them."""
    return store.rows(
        "SELECT via_id AS a, person_id AS b, fact_id FROM encounter WHERE via_id IS NOT NULL AND via_id != person_id"
    )


def together(store: Store) -> list[Row]:
    """People by what brings them together, so that those of one `kind` and `place` know each other.

    `team`, `organizing`: the team, the event. `work`: the organization, from `since` to `until` (EDTF), as of `written`.
    `met`: the sentence that tells of meeting them.
    """
    return store.rows(
        "SELECT 'team' AS kind, team_id AS place, person_id, team.name AS words, since, until, NULL AS written, fact_id"
        " FROM membership JOIN team ON team.id = team_id WHERE person_id IS NOT NULL"
        " UNION ALL SELECT 'organizing', event_id, person_id, event.name, NULL, NULL, NULL, fact_id"
        " FROM organizer JOIN event ON event.id = event_id WHERE person_id IS NOT NULL"
        " UNION ALL SELECT 'work', organization_id, person_id, organization.name, since, until, source.written, fact_id"
        f" FROM affiliation {_SOURCE.format('affiliation')} JOIN organization ON organization.id = organization_id"
        " UNION ALL SELECT 'met', evidence.passage_id, person_id, event.name, NULL, NULL, NULL, encounter.fact_id"
        " FROM encounter JOIN evidence ON evidence.fact_id = encounter.fact_id"
        " LEFT JOIN event ON event.id = event_id"
    )


def outcomes(store: Store) -> list[Row]:
    """Everything that came of meeting somebody: whom (NULL: not named), words, lag in words, day (EDTF), and who says so."""
    return store.rows(
        'SELECT outcome.fact_id, outcome.person_id, person.name, outcome.words, outcome.lag, "when", source.written,'
        f" fact.source_id FROM outcome {_SOURCE.format('outcome')} LEFT JOIN person ON person.id = outcome.person_id"
        " ORDER BY outcome.fact_id"
    )
