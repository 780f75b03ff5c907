"""What is written, read by others: vobject, icalendar, networkx, csv, html5lib, and XML by the standard library."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import awkward
import html5lib
import icalendar
import networkx
import pytest
import vobject

from hallway.formats.out.protocol import out_formats
from hallway.formats.out.sound import sound
from hallway.formats.out.table import armed

PEOPLE = awkward.outgoing().people


def written(name: str) -> bytes:
    file = io.BytesIO()
    out_formats()[name].write(awkward.outgoing(), file)
    return file.getvalue()


def plainly(text: str) -> str:
    """What is left to compare where line breaks and spaces may become others."""
    return re.sub(r"\s+", "", sound(text))


def test_vobject_reads_every_card_with_its_name() -> None:
    cards = list(vobject.readComponents(written("vcard3").decode()))
    assert [plainly(c.fn.value) for c in cards] == [plainly(p.name) for p in PEOPLE]
    assert [c.uid.value for c in cards] == [p.urn for p in PEOPLE]
    assert [plainly(c.note.value) for c in cards] == [plainly(p.contact.notes[0]) for p in PEOPLE]


@pytest.mark.parametrize("name", ["vcard3", "vcard4", "icalendar"])
def test_lines_are_folded_at_75_octets_between_letters(name: str) -> None:
    lines = written(name).split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert [line for line in lines if b"\n" in line or b"\r" in line] == []
    assert "\n".join(line.decode() for line in lines).count("\n") == len(lines) - 1


@pytest.mark.parametrize("name", ["vcard3", "vcard4"])
def test_no_name_begins_a_card_or_a_property_of_its_own(name: str) -> None:
    lines = written(name).replace(b"\r\n ", b"").split(b"\r\n")
    assert lines.count(b"BEGIN:VCARD") == lines.count(b"END:VCARD") == len(PEOPLE)
    assert [line for line in lines if line.startswith(b"FN:Mallory")] == []


def test_icalendar_reads_events_birthdays_and_tasks() -> None:
    calendar = icalendar.Calendar.from_ical(written("icalendar"))
    events = [c for c in calendar.walk("VEVENT") if "RRULE" not in c]
    assert [c for c in calendar.walk() if c.errors] == []
    occasions = awkward.outgoing().occasions
    dated = [o for o in occasions if o.start == "2014-10-02"]
    assert [plainly(str(e["SUMMARY"])) for e in events] == [plainly(o.title) for o in dated]
    assert {(str(e["DTSTART"].dt), str(e["DTEND"].dt)) for e in events} == {("2014-10-02", "2014-10-05")}
    assert len(calendar.walk("VJOURNAL")) == len(occasions) - len(dated)
    assert len([c for c in calendar.walk("VEVENT") if "RRULE" in c]) == len(PEOPLE)
    assert len(calendar.walk("VTODO")) == 2 * len(PEOPLE)
    assert [c for c in calendar.walk() if "ATTENDEE" in c or "ORGANIZER" in c] == []
    uids = [str(c["UID"]) for c in calendar.walk() if "UID" in c]
    assert len(set(uids)) == len(uids)


def test_networkx_reads_the_graph() -> None:
    graph = networkx.read_graphml(io.BytesIO(written("graphml")))
    labels = {plainly(d.get("label", "")) for _, d in graph.nodes(data=True) if d["kind"] == "person"}
    assert labels == {plainly(p.name) for p in PEOPLE}
    met = [(a, b) for a, b, d in graph.edges(data=True) if d["kind"] == "met"]
    assert sorted(met) == sorted(("me", p.uid) for p in PEOPLE)


@pytest.mark.parametrize("name", ["opml", "graphml"])
def test_it_is_xml(name: str) -> None:
    ET.fromstring(written(name))


def test_csv_reads_back_what_was_written_and_no_cell_is_a_formula() -> None:
    text = written("csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [armed(r["name"]) for r in rows] == [sound(p.name) for p in PEOPLE]
    assert [armed(r["notes"]) for r in rows] == [sound(p.contact.notes[0]) for p in PEOPLE]
    cells = [value for row in rows for value in row.values()]
    assert [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝")] == []


def test_the_page_is_html_that_runs_nothing_and_asks_for_nothing() -> None:
    page = written("html")
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert [e for e in parser.errors if e[1] not in ("invalid-codepoint",)] == []
    tags = {e.tag for e in tree.iter() if isinstance(e.tag, str)}
    assert tags & {"script", "img", "iframe", "object", "form", "base", "video", "svg"} == set()
    addresses = {v for e in tree.iter() for k, v in e.attrib.items() if k in ("href", "src")}
    assert [a for a in addresses if not re.match(r"#|https?://|mailto:|tel:|data:,$", a)] == []
    assert {k for e in tree.iter() for k in e.attrib if k.startswith("on")} == set()
    ids = [e.attrib["id"] for e in tree.iter() if "id" in e.attrib]
    assert len(set(ids)) == len(ids)
    assert [a for a in addresses if a.startswith("#") and a[1:] not in ids] == []
    shown = [plainly("".join(e.itertext())) for e in tree.iter("h3")]
    assert sorted(set(map(plainly, (p.name for p in PEOPLE))) - set(shown)) == []


def test_the_vault_has_a_note_for_everybody_whose_front_matter_is_theirs() -> None:
    with zipfile.ZipFile(io.BytesIO(written("markdown"))) as archive:
        notes = [archive.read(n).decode() for n in archive.namelist() if n.startswith("People/")]
        names = archive.namelist()
    front = [re.match(r"---\n(.*?)\n---\n", note, re.S) for note in notes]
    told = [dict(line.split(": ", 1) for line in f[1].splitlines()) for f in front if f]
    assert [sound(json.loads(t["name"])) for t in told] == [sound(p.name) for p in PEOPLE]
    links = {m[1] for note in notes for m in re.finditer(r"\[\[([^|\]]+)\|[^\]]*\]\]", note)}
    assert [link for link in links if f"{link}.md" not in names] == []
