"""Address books in CSV: LinkedIn, Google, Outlook, and the awkward ways in which CSV is written."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from formats.reads import names, read, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats.kit.sheet import Row, rows
from hallway.formats.protocol import Context, Problem
from hallway.model import AffiliationFact, DetailFact, KeyFact, NeedFact, Reading

SAMPLES = Path(__file__).parent / "samples"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def linkedin(*lines: str, header: str = HEADER, before: str = "") -> tuple[list[Reading], list[Problem]]:
    return read(before + "\n".join((header, *lines)) + "\n")


def keys(reading: Reading) -> list[tuple[str, str]]:
    return [(k.kind, k.value) for k in reading.all(KeyFact)]


def details(reading: Reading) -> dict[str, str]:
    return {d.kind: str(d.when or d.value) for d in reading.all(DetailFact)}


def test_linkedin_below_its_notes() -> None:
    readings, problems = read((SAMPLES / "linkedin.csv").read_bytes())
    assert problems == []
    assert names(readings) == ["Anke Reimers", "Farida Benali", "Chidi Ashworth, PhD"]
    anke = readings[0]
    assert keys(anke) == [("url", "https://www.linkedin.com/in/anke-reimers-hafen")]
    assert details(anke) == {"connected": "2025-03-12"}
    assert (anke.source.place, anke.source.record) == ("line 5", "linkedin:linkedin.com/in/anke-reimers-hafen")
    assert [a.role for a in anke.all(AffiliationFact)] == ["Editor, features"]


def test_a_closed_account_is_reported_and_the_others_stay() -> None:
    readings, problems = linkedin(
        "Anke,Reimers,https://l.example/in/a,,,,12 Mar 2025", ",,,,,,13 Mar 2025", "Ilmar,Tamm,,,,,1 Jan 2020"
    )
    assert names(readings) == ["Anke Reimers", "Ilmar Tamm"]
    assert [(p.line, p.field) for p in problems] == [(3, "First Name")]


def test_the_next_export_recognises_everybody_and_replaces_what_changed(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_bytes((SAMPLES / "linkedin.csv").read_bytes())
    memory.files.import_([file])
    file.write_bytes(file.read_bytes().replace(b"Hafenfunk", b"Radio Kai"))
    [report] = memory.files.import_([file]).files
    assert (report.people, report.unchanged, report.replaced) == (0, 2, 1)
    assert [p.organization for p in memory.people("none") if p.name == "Anke Reimers"] == ["Radio Kai"]


def test_google_new_layout() -> None:
    readings, problems = read((SAMPLES / "google.csv").read_bytes())
    assert problems == []
    assert names(readings) == ["Odile Fontanelle", "desk@quay.example"]
    odile = readings[0]
    assert [v for k, v in keys(odile) if k == "email"] == [
        "odile@fontanelle.example",
        "odile@home.example",
        "o.fontanelle@old.example",
    ]
    assert details(odile) == {
        "birthday": "1971-04-09",
        "tag": "Lantern Days",
        "address": "Rua das Pedras 4, 4000-001 Porto",
        "anniversary": "2001-06-30",
        "partner": "Kwame",
        "matrix": "@odile:glass.example",
    }
    assert [n.words for n in odile.all(NeedFact)] == ["Met on the quay in Porto.\nWants a lamp for the reading room."]


def test_google_old_layout_in_utf_16() -> None:
    text = (SAMPLES.parent / "shaped" / "google-old.csv").read_text(encoding="utf-8")
    for readings, problems in (shaped("google-old.csv"), read(text.encode("utf-16"))):
        assert (names(readings), problems) == (["Ilmar Tamm"], [])
        assert details(readings[0])["tag"] == "Porto"
        assert [a.role for a in readings[0].all(AffiliationFact)] == ["Printer"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_encodings_and_line_ends(separator: str, encoding: str, end: str) -> None:
    lines = [HEADER, "Éloïse,Tamm,,,Müller,,12 Mar 2025", "Ilmar,Tamm,,,,,"]
    data = end.join(lines).replace(",", separator).encode(encoding)
    readings, problems = read(data)
    assert (names(readings), problems) == (["Éloïse Tamm", "Ilmar Tamm"], [])
    assert [r.source.place for r in readings] == ["line 2", "line 3"]


def test_cells_with_line_breaks_and_quotation_marks() -> None:
    readings, problems = linkedin('Anke,Reimers,,,"Hafen\nfunk ""Nord""",,12 Mar 2025', "Ilmar,Tamm,,,,,")
    assert (names(readings), problems) == (["Anke Reimers", "Ilmar Tamm"], [])
    assert readings[1].source.place == "line 4"


def test_a_quotation_mark_that_never_closes_costs_its_own_line() -> None:
    many = [f"Person,Number{i},,,,," for i in range(30)]
    readings, problems = linkedin('Anke,"Reimers,,,,,', *many)
    assert len(readings) == 30
    assert [(p.line, p.what) for p in problems] == [(2, "a quotation mark that never closes")]


def test_too_many_cells_are_reported_with_their_line() -> None:
    readings, problems = linkedin("Anke,Reimers,,,a,b,12 Mar 2025,more", "Ilmar,Tamm,,,,,")
    assert names(readings) == ["Ilmar Tamm"]
    assert [(p.line, p.what) for p in problems] == [(2, "has 8 cells under 7 columns")]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_below_a_header_are_read_or_reported(noise: bytes) -> None:
    readings, problems = read(f"{HEADER}\nAnke,Reimers,,,,,\n".encode() + noise)
    assert names(readings)[0] == "Anke Reimers"
    assert all(isinstance(p, Problem) for p in problems)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=8), min_size=3, max_size=3
        ),
        max_size=6,
    )
)
def test_what_was_written_is_what_is_read(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["a", "b", "c"], *table])
    found = list(rows(io.BytesIO(out.getvalue().encode()), Context("f"), lambda h: h == ["a", "b", "c"]))
    wanted = [[c.strip() for c in row] for row in table if any(c.strip() for c in row)]
    assert [list(r.cells.values()) for r in found if isinstance(r, Row)] == wanted
