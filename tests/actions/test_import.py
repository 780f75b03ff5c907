"""Imports: one action, nothing doubled, changes replace, and what is bad costs only itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dump import dump
from formats.lines import file

from hallway.actions import import_ as module
from hallway.actions.import_ import FileReport, Importer, Planned, import_
from hallway.actions.undo import undo
from hallway.formats.protocol import Problem
from hallway.store.store import Store


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path)
    yield store
    store.close()


def take(store: Store, *files: Planned, dry_run: bool = False) -> tuple[FileReport, list[Problem]]:
    told: list[Problem] = []
    reports, _ = import_(store, files, told.append, None, dry_run)
    return reports[0], told


def names(store: Store) -> list[str]:
    return [r["name"] for r in store.rows("SELECT name FROM person ORDER BY id")]


def firms(store: Store) -> list[tuple[str, str]]:
    found = store.rows(
        "SELECT person.name, organization.name FROM affiliation JOIN person ON person.id = person_id"
        " JOIN organization ON organization.id = organization_id ORDER BY 1, 2"
    )
    return [(r[0], r[1]) for r in found]


def test_each_record_is_kept_and_counted(store: Store) -> None:
    report, told = take(store, file("Ida Holm;ida@holm.example;Lys", "Odile Fontanelle;odile@f.example"))
    assert (report.records, report.people, report.recognised, report.unchanged, told) == (2, 2, 0, 0, [])
    assert names(store) == ["Ida Holm", "Odile Fontanelle"]


def test_the_same_again_adds_nothing(store: Store) -> None:
    take(store, file("Ida Holm;ida@holm.example"))
    before = dump(store)
    report, _ = take(store, file("Ida Holm;ida@holm.example", name="copy.lines"))
    assert (report.people, report.unchanged) == (0, 1)
    assert dump(store) == before


def test_a_changed_record_replaces_what_it_said_and_undo_brings_that_back(store: Store) -> None:
    take(store, file("Ida Holm;ida@holm.example;Lys"))
    before = dump(store)
    report, _ = take(store, file("Ida Holm;ida@holm.example;Hafenfunk"))
    assert (report.people, report.recognised, report.replaced) == (0, 1, 1)
    assert firms(store) == [("Ida Holm", "Hafenfunk")]
    undo(store)
    after = dump(store)
    assert {t: rows for t, rows in after.items() if t != "passage"} == {
        t: rows for t, rows in before.items() if t != "passage"
    }
    assert firms(store) == [("Ida Holm", "Lys")]


def test_an_older_record_does_not_replace_a_newer_one(store: Store) -> None:
    take(store, file("Ida Holm;ida@holm.example;Lys;2020-05-01"))
    report, _ = take(store, file("Ida Holm;ida@holm.example;Hafenfunk;2019-05-01"))
    assert (report.unchanged, report.replaced) == (1, 0)
    assert firms(store) == [("Ida Holm", "Lys")]


def test_two_records_of_one_name_in_one_file_are_both_kept(store: Store) -> None:
    lines = ("Ida Holm;ida@holm.example;Lys", "Ida Holm;ida@holm.example;Hafenfunk")
    take(store, file(*lines))
    assert firms(store) == [("Ida Holm", "Hafenfunk"), ("Ida Holm", "Lys")]
    report, _ = take(store, file(*lines))
    assert report.unchanged == 2
    report, _ = take(store, file(lines[1], "Ida Holm;ida@holm.example;Small Signals"))
    assert firms(store) == [("Ida Holm", "Hafenfunk"), ("Ida Holm", "Small Signals")]


def test_a_bad_record_is_named_by_line_and_the_rest_is_kept(store: Store) -> None:
    report, told = take(store, file("Ida Holm", ";x@y.example", "Odile Fontanelle"))
    assert [(p.file, p.line, p.field) for p in told] == [("a.lines", 2, "name")]
    assert (report.records, report.failures, names(store)) == (2, 1, ["Ida Holm", "Odile Fontanelle"])


def test_a_record_that_cannot_be_written_costs_only_itself(store: Store) -> None:
    _report, told = take(store, file("Ida Holm;a@b.example;unkeepable", "Odile Fontanelle"))
    assert [(p.file, p.line) for p in told] == [("a.lines", 1)]
    assert names(store) == ["Odile Fontanelle"]
    assert undo(store) is not None
    assert names(store) == []


def test_a_format_that_stumbles_keeps_what_came_before(store: Store) -> None:
    _report, told = take(store, file("Ida Holm", "stumble", "Odile Fontanelle"), file("Ruth Adeyemi", name="b.lines"))
    assert len(told) == 1
    assert names(store) == ["Ida Holm", "Ruth Adeyemi"]


def test_undo_takes_all_files_back(store: Store) -> None:
    empty = dump(store)
    take(store, file("Ida Holm;ida@holm.example;Lys"), file("Ruth Adeyemi", name="b.lines"))
    undo(store)
    assert dump(store) == empty


def test_a_dry_run_counts_and_keeps_nothing(store: Store) -> None:
    empty = dump(store)
    report, _ = take(store, file("Ida Holm;ida@holm.example;Lys"), dry_run=True)
    assert (report.records, report.people) == (1, 1)
    assert dump(store) == empty
    assert store.rows("SELECT * FROM action") == []


def test_an_interrupted_import_goes_on_under_the_same_action(store: Store) -> None:
    lines = [f"Person {i};p{i}@x.example" for i in range(module.BATCH + 10)]
    importer = Importer(store, "a.lines", lambda problem: None, None, 0)
    first = file(*lines[: module.BATCH])
    importer.take(first)  # and never finished
    report, _ = take(store, file(*lines))
    assert (report.unchanged, report.people) == (module.BATCH, 10)
    assert [r["verb"] for r in store.rows("SELECT verb FROM action")] == ["import"]
    undo(store)
    assert names(store) == []
