"""What the memory holds of many people at once, in a statement for each kind of fact: for what leaves it.

`choose` says whom it is about; every statement then gives the rows of those people, by person.
"""

from __future__ import annotations

from collections.abc import Collection

from hallway.store.store import Row, Store
from hallway.store.stories import DATED, EVENT_DAY

_CHOSEN = "person_id IN (SELECT id FROM temp.chosen)"
_FACT = "JOIN fact ON fact.id = fact_id JOIN source ON source.id = fact.source_id"
_ORDER = "ORDER BY person_id, source.written, source.name, fact_id"

STATEMENTS = {
    "people": "SELECT person.id AS person_id, person.id, action_id, action.at, name FROM person JOIN action ON action.id = action_id"
    " WHERE person.id IN (SELECT id FROM temp.chosen) ORDER BY person.id",
    "names": f"SELECT person_id, name.text, fullest FROM name {_FACT} WHERE {_CHOSEN} {_ORDER}",
    "keys": f"SELECT person_id, key.kind, value, folded FROM key {_FACT} WHERE {_CHOSEN} {_ORDER}",
    "details": f'SELECT person_id, detail.kind, value, "when" FROM detail {_FACT} WHERE {_CHOSEN}'
    f" AND detail.kind NOT IN ('unfollowed', 'nickname') {_ORDER}",
    "nicknames": f"SELECT person_id, value FROM detail {_FACT} WHERE {_CHOSEN} AND detail.kind = 'nickname' {_ORDER}",
    "jobs": f"SELECT person_id, organization.name AS organization, role FROM affiliation {_FACT}"
    f" JOIN organization ON organization.id = organization_id WHERE {_CHOSEN} {_ORDER}",
    "met": "SELECT encounter.person_id, fact_id, encounter.kind, event_id, via_id, via.name AS via,"
    f' coalesce("when", {EVENT_DAY}) AS day, {DATED} AS dated, fact.confidence FROM encounter {_FACT}'
    " LEFT JOIN event ON event.id = event_id LEFT JOIN person AS via ON via.id = via_id"
    f" WHERE encounter.{_CHOSEN} {_ORDER}",
    "roles": f"SELECT person_id, fact_id, event_id, role, status FROM role {_FACT} WHERE {_CHOSEN} {_ORDER}",
    "organized": f"SELECT DISTINCT person_id, event_id FROM organizer WHERE {_CHOSEN} ORDER BY person_id, event_id",
    "teams": f"SELECT person_id, team.name AS team, role, since, until, change FROM membership {_FACT}"
    f" JOIN team ON team.id = team_id WHERE {_CHOSEN} {_ORDER}",
    "talks": "SELECT talk_person.person_id, talk.event_id, talk.title, talk.start, talk.url FROM talk_person"
    f" JOIN talk USING (fact_id) WHERE talk_person.{_CHOSEN} ORDER BY talk_person.person_id, talk.start, talk.fact_id",
    "told": "SELECT person_id, fact_id, what, words AS text, day, source.kind AS source FROM ("
    " SELECT person_id, fact_id, 'following' AS what, words, since AS day FROM following"
    " UNION ALL SELECT person_id, fact_id, 'relation', words, NULL FROM relation"
    " UNION ALL SELECT person_id, fact_id, kind, words, NULL FROM need"
    " UNION ALL SELECT person_id, fact_id, 'outcome', words, \"when\" FROM outcome WHERE person_id IS NOT NULL"
    " UNION ALL SELECT person_id, fact_id, 'post', title, \"when\" FROM post"
    f") {_FACT} WHERE {_CHOSEN} {_ORDER}",
    "cards": "SELECT name.person_id, source.text, source.original, source.written FROM name JOIN fact ON fact.id = fact_id"
    " JOIN source ON source.id = fact.source_id WHERE source.kind = 'card' AND NOT redacted AND fullest"
    f" AND fact.id = (SELECT min(id) FROM fact AS first WHERE first.source_id = source.id) AND {_CHOSEN}"
    " ORDER BY person_id, source.written, source.id",
    "corrected": "SELECT coalesce(person.head_id, person.id) AS person_id, field, old FROM correction"
    " JOIN person ON person.id = record_id WHERE coalesce(person.head_id, person.id) IN (SELECT id FROM temp.chosen)",
}


def choose(store: Store, people: Collection[int] | None) -> None:
    """Say whom it is about: some people (heads), or everybody who has a name."""
    store.run("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)")
    store.run("DELETE FROM temp.chosen")
    if people is None:
        store.run("INSERT INTO temp.chosen SELECT id FROM person WHERE head_id IS NULL AND name != ''")
    else:
        store.run_many("INSERT INTO temp.chosen VALUES (?)", [(p,) for p in sorted(people)])


def rows(store: Store, what: str) -> list[Row]:
    """The rows of one of STATEMENTS, for those who were chosen."""
    return store.rows(STATEMENTS[what])


def other_cards(store: Store) -> list[Row]:
    """The cards that are nobody's: those of organizations, and of groups, whatever people these name."""
    return store.rows(
        "SELECT source.text, source.original FROM source WHERE kind = 'card' AND NOT redacted AND ("
        "EXISTS (SELECT 1 FROM fact JOIN team_name ON fact_id = fact.id WHERE source_id = source.id) OR"
        " EXISTS (SELECT 1 FROM fact JOIN organization_name ON fact_id = fact.id WHERE source_id = source.id) AND"
        " NOT EXISTS (SELECT 1 FROM fact JOIN name ON fact_id = fact.id WHERE source_id = source.id)) ORDER BY source.id"
    )


def at_event(store: Store, events: Collection[int]) -> set[int]:
    """Everybody who had anything to do with some events: met there, with a part, on the programme, in a clip."""
    found: set[int] = set()
    for event in events:
        for table in ("encounter", "role", "organizer"):
            found |= _people(store, f"SELECT person_id FROM {table} WHERE event_id = ?", event)
        found |= _people(
            store, "SELECT talk_person.person_id FROM talk_person JOIN talk USING (fact_id) WHERE event_id = ?", event
        )
        found |= _people(
            store, "SELECT clip_person.person_id FROM clip_person JOIN clip USING (fact_id) WHERE event_id = ?", event
        )
    return found


def since(store: Store, day: str) -> set[int]:
    """Everybody whom I met, or of whom anything was written, on or after a day (ISO 8601)."""
    met = (
        f"SELECT encounter.person_id FROM encounter {_FACT} LEFT JOIN event ON event.id = event_id"
        f' WHERE coalesce("when", event."end", {EVENT_DAY}) >= ?'
    )
    told = f"SELECT person_id FROM name {_FACT} WHERE source.written >= ?"
    return _people(store, met, day) | _people(store, told, day)


def event_actions(store: Store) -> dict[int, tuple[int, str]]:
    """Event → the action that made it, and when."""
    made = store.rows("SELECT event.id, action_id, at FROM event JOIN action ON action.id = action_id")
    return {int(r["id"]): (int(r["action_id"]), str(r["at"])) for r in made}


def event_facts(store: Store) -> list[Row]:
    """The facts (event_id, fact_id) that tell of events, in my own words or a calendar where `own`, and their addresses."""
    return store.rows(
        "SELECT event_id, fact_id, url, source.kind AS source FROM event_detail JOIN fact ON fact.id = fact_id"
        " JOIN source ON source.id = source_id ORDER BY event_id, source.written, fact_id"
    )


def _people(store: Store, statement: str, value: int | str) -> set[int]:
    return {int(r[0]) for r in store.rows(statement, (value,)) if r[0] is not None}
