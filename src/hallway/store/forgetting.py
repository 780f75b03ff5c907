"""What has to go when somebody is forgotten, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hallway.store import passages
from hallway.store.store import Row, Store, marks

_ABOUT = "name encounter role affiliation membership following relation need outcome key detail post".split()
_WORDED = {**dict.fromkeys(("following", "relation", "need", "outcome", "topic"), "words"), "detail": "value"}
"""Facts that say something in the words of their text, and the column in which they do."""
BLOCK = "█"
"""What stands for each letter that was taken out, so that all offsets stay right."""


def names(store: Store, records: Sequence[int]) -> list[Row]:
    """What they were called (text, folded, source_id, start, end)."""
    return store.rows(
        'SELECT text, folded, source_id, start, "end" FROM name JOIN fact ON fact.id = fact_id'
        f" WHERE record_id IN ({marks(records)})",
        records,
    )


def values(store: Store, records: Sequence[int]) -> list[str]:
    """What is told of them in words, their addresses, and what else an address book holds of them, as written."""
    some = marks(records)
    columns = dict.fromkeys(("need", "relation", "following", "outcome"), "words") | {"key": "value", "detail": "value"}
    told = " UNION ".join(f"SELECT {c} FROM {t} WHERE record_id IN ({some})" for t, c in columns.items())
    return [str(r[0]) for r in store.rows(told, tuple(records) * len(columns)) if r[0]]


def facts(store: Store, person: int) -> set[int]:
    """The facts that are about a person."""
    found = (store.rows(f"SELECT fact_id FROM {t} WHERE person_id = ?", (person,)) for t in _ABOUT)
    return {int(r["fact_id"]) for rows in found for r in rows} | _attached(store, person)


def _attached(store: Store, person: int) -> set[int]:
    """Photos and recordings with them: from those nobody can be taken out, so they go whole, whoever else is in them."""
    rows = store.rows(
        "SELECT fact_id FROM clip_file JOIN clip_person USING (fact_id) WHERE person_id = ?1"
        " UNION SELECT fact_id FROM clip_file JOIN clip USING (fact_id) WHERE maker_id = ?1",
        (person,),
    )
    return {int(r["fact_id"]) for r in rows}


def said_of_clips(store: Store, facts: Iterable[int]) -> set[int]:
    """The sources that are nothing but what was said of the clips among these facts."""
    found: set[int] = set()
    for fact in facts:
        row = store.row(
            "SELECT source.id FROM fact JOIN source ON source.id = source_id WHERE fact.id = ? AND source.kind = 'clip'",
            (fact,),
        )
        found |= {int(row["id"])} if row else set()
    return found


def others_called(store: Store, source: int, folded: str, records: Sequence[int]) -> bool:
    """Whether anybody else in one text goes by this name."""
    found = store.row(
        "SELECT 1 FROM name JOIN fact ON fact.id = fact_id WHERE source_id = ? AND folded = ?"
        f" AND record_id NOT IN ({marks(records)}) LIMIT 1",
        (source, folded, *records),
    )
    return found is not None


def words_of(store: Store, facts: Iterable[int]) -> list[Row]:
    """The passages (id, source_id, start, end) on which no other facts rest than these, and at most an organization."""
    some = sorted(set(facts))
    found: dict[int, Row] = {}
    for at in range(0, len(some), 900):
        part = some[at : at + 900]
        for row in store.rows(
            'SELECT DISTINCT passage.id, passage.source_id, start, "end" FROM passage JOIN evidence ON passage_id = passage.id'
            f" WHERE fact_id IN ({marks(part)})",
            part,
        ):
            found[int(row["id"])] = row
    gone = set(some)
    return [
        row
        for number, row in found.items()
        if all(f in gone or _names_only(store, f) for f in _facts_on(store, number))
    ]


def _names_only(store: Store, fact: int) -> bool:
    row = store.row("SELECT kind FROM fact WHERE id = ?", (fact,))
    return row is not None and row["kind"] == "organization"


def texts_with(store: Store, words: Sequence[str]) -> list[int]:
    """The texts in which any of these words stand, letter by letter."""
    found: set[int] = set()
    for word in words:
        rows = store.rows(
            "SELECT id FROM source WHERE instr(text, ?1) OR instr(name, ?1) OR instr(coalesce(author, ''), ?1)", (word,)
        )
        found |= {int(r["id"]) for r in rows}
    return sorted(found)


def only_about(store: Store, source: int, gone: set[int]) -> bool:
    """Whether a card, a post or a line of a list tells of nobody else."""
    row = store.row("SELECT kind FROM source WHERE id = ?", (source,))
    rows = store.rows("SELECT id FROM fact WHERE source_id = ?", (source,))
    left = {int(r["id"]) for r in rows} - gone
    people = [t for t in _ABOUT if left and _any(store, t, left)]
    return row is not None and row["kind"] in ("card", "list", "post", "note", "correction", "clip") and not people


def remove(store: Store, person: int, records: Sequence[int], gone: set[int]) -> None:
    """Take the facts about a person out, and the person out of those about others."""
    some = marks(records)
    _many(store, "DELETE FROM fact WHERE id = ?", gone)
    for table in ("clip_person", "talk_person", "organizer"):
        store.run(f"DELETE FROM {table} WHERE record_id IN ({some})", records)
    store.run(f"UPDATE encounter SET via_id = NULL, via_record_id = NULL WHERE via_record_id IN ({some})", records)
    store.run(f"UPDATE clip SET maker_id = NULL, maker_record_id = NULL WHERE maker_record_id IN ({some})", records)
    store.run(
        f"DELETE FROM attic WHERE id IN (SELECT attic_id FROM attic_noun WHERE noun = 'person' AND noun_id IN ({some}))",
        records,
    )
    store.run(f"DELETE FROM correction WHERE record_id IN ({some})", records)
    store.run(f"DELETE FROM verdict WHERE a IN ({some}) OR b IN ({some})", (*records, *records))
    store.run(f"DELETE FROM person WHERE id IN ({some})", records)
    store.run(
        "DELETE FROM organization WHERE NOT EXISTS (SELECT 1 FROM organization_name WHERE organization_id = organization.id)"
        " AND NOT EXISTS (SELECT 1 FROM affiliation WHERE organization_id = organization.id)"
        " AND NOT EXISTS (SELECT 1 FROM organizer WHERE organization_id = organization.id)"
        " AND NOT EXISTS (SELECT 1 FROM attic_noun WHERE noun_id = organization.id AND noun = 'organization')"
    )


def rewrite(store: Store, source: int, text: str, name: str, author: str | None) -> None:
    """Put a text without somebody in the place of the one with them, and the sentences that were cut from it."""
    store.run(
        "UPDATE source SET text = ?, name = ?, author = ?, original = NULL, redacted = 1 WHERE id = ?",
        (text, name, author, source),
    )
    for row in store.rows("SELECT * FROM passage WHERE source_id = ?", (source,)):
        words = text[row["start"] : row["end"]]
        before, after = passages.around(text, row["start"], row["end"])
        if (words, before, after) != (row["text"], row["before"], row["after"]):
            _replace(store, row, words, before, after)


def _replace(store: Store, row: Row, words: str, before: str, after: str) -> None:
    """A new passage for an old one: its vector was of words that are gone, and the index must notice."""
    old = int(row["id"])
    held = _facts_on(store, old)
    store.run("DELETE FROM evidence WHERE passage_id = ?", (old,))
    store.run("DELETE FROM passage WHERE id = ?", (old,))
    if held and words.strip(f"{BLOCK} \n"):
        values = {k: row[k] for k in ("source_id", "start", "end", "plain")}
        new = store.insert("passage", **values, text=words, before=before, after=after)
        store.run_many("INSERT INTO evidence VALUES (?, ?)", [(fact, new) for fact in held])


def worded(store: Store) -> list[Row]:
    """What facts say in the words of their text, with the text: `in_table`, `fact_id`, `source_id`, `words`."""
    return [
        row
        for table, column in _WORDED.items()
        for row in store.rows(
            f"SELECT '{table}' AS in_table, fact_id, source_id, {column} AS words FROM {table} JOIN fact ON fact.id = fact_id"
        )
    ]


def reword(store: Store, row: Row, words: str) -> None:
    """Put other words in the place of those of a row of `worded`."""
    table = row["in_table"]
    store.run(f"UPDATE {table} SET {_WORDED[table]} = ? WHERE fact_id = ?", (words, row["fact_id"]))


def journal_without(store: Store, words: Sequence[str], everything: Iterable[int]) -> None:
    """Take words out of what the journal says was done; of actions of which nothing is left, all of them."""
    for action in everything:
        if not store.row(
            "SELECT 1 FROM fact WHERE action_id = ? UNION SELECT 1 FROM verdict WHERE action_id = ?", (action,) * 2
        ):
            store.run("UPDATE action SET summary = ? WHERE id = ?", (BLOCK * 3, action))
    for word in words:
        store.run(
            "UPDATE action SET summary = replace(summary, ?, ?) WHERE instr(summary, ?)",
            (word, BLOCK * len(word), word),
        )
        store.run("UPDATE attic SET rows = replace(rows, ?, ?) WHERE instr(rows, ?)", (word, BLOCK * len(word), word))


def actions_of(store: Store, facts: Iterable[int]) -> set[int]:
    some = sorted(set(facts))
    parts = [some[at : at + 900] for at in range(0, len(some), 900)]
    rows = [r for p in parts for r in store.rows(f"SELECT DISTINCT action_id FROM fact WHERE id IN ({marks(p)})", p)]
    return {int(r["action_id"]) for r in rows}


def source(store: Store, number: int) -> Row | None:
    return store.row("SELECT * FROM source WHERE id = ?", (number,))


def scrub(store: Store) -> None:
    """Leave nothing of what was deleted in the file: not in the index, not in free pages, not in the log beside it."""
    store.run("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
    store.run("VACUUM")
    store.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _facts_on(store: Store, passage: int) -> list[int]:
    return [int(r["fact_id"]) for r in store.rows("SELECT fact_id FROM evidence WHERE passage_id = ?", (passage,))]


def _any(store: Store, table: str, facts: set[int]) -> bool:
    some = sorted(facts)
    return store.row(f"SELECT 1 FROM {table} WHERE fact_id IN ({marks(some[:900])}) LIMIT 1", some[:900]) is not None


def _many(store: Store, statement: str, numbers: Iterable[int]) -> None:
    store.run_many(statement, [(n,) for n in sorted(numbers)])
