"""Programmes: talks with their days, rooms and speakers, whatever the conference leaves out."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from formats.reads import names, read, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats.protocol import Problem
from hallway.model import DetailFact, EncounterFact, EventFact, KeyFact, PersonFact, Reading, RoleFact, TalkFact

SCHEDULES = Path(__file__).parents[3] / "shared" / "data" / "schedules"
SAMPLES = Path(__file__).parent / "samples"


def talks(readings: list[Reading]) -> list[TalkFact]:
    return [t for r in readings for t in r.all(TalkFact)]


def event(readings: list[Reading]) -> EventFact:
    return next(readings[0].all(EventFact))


def keys(readings: list[Reading], kind: str = "id") -> list[str]:
    return [k.value for r in readings for k in r.all(KeyFact) if k.kind == kind]


def frab(head: str = "<title>Lantern Days 2016</title>", *events: str, day: str = "2016-05-26") -> str:
    room = f'<room name="Deck">{"".join(events)}</room>'
    return f'<schedule><conference>{head}</conference><day index="1" date="{day}">{room}</day></schedule>'


def one(inner: str, **attributes: str) -> str:
    given_ = "".join(f' {k}="{v}"' for k, v in attributes.items())
    return f"<event{given_}><title>Lamps</title>{inner}</event>"


def test_frab_xml() -> None:
    readings, problems = read((SAMPLES / "frab.xml").read_bytes())
    assert problems == []
    e = event(readings)
    assert (e.name, e.series, e.edition, e.place) == (
        "Lantern Days 2016",
        "Lantern Days",
        "2016",
        "Armazém do Cais, Porto",
    )
    assert (str(e.start), str(e.end)) == ("2016-05-26", "2016-05-27")
    assert [(t.title, t.start, t.minutes, t.room, t.track, len(t.people)) for t in talks(readings)] == [
        ("Harbour features", "2016-05-26T10:30:00", 45, "Sala Azul", "Radio", 2),
        ("Night walk", "2016-05-27T00:15:00", 90, "Deck", None, 0),
        ("Lamps from scrap", "2016-05-27T09:00:00", 20, "Sala Azul", None, 1),
    ]
    assert names(readings) == ["Anke Reimers", "Kwame Asante-Boadi", "Kwame Asante-Boadi"]
    assert keys(readings) == ["lantern-days:7", "lantern-days:9", "lantern-days:9"]
    assert "Twelve ports, twelve nights & one microphone.\n\nWith recordings of foghorns." in readings[1].source.text
    assert (readings[1].source.original or b"").startswith(b'<event id="101"')


def test_nobody_was_met_through_a_programme() -> None:
    readings, _ = read((SAMPLES / "frab.xml").read_bytes())
    assert [f for r in readings for f in r.all(EncounterFact)] == []
    assert {f.role for r in readings for f in r.all(RoleFact)} == {"speaker"}


def test_pretalx_json_has_zones_and_its_site_s_ids() -> None:
    readings, problems = shaped("pretalx.json")
    assert problems == []
    [talk] = talks(readings)
    assert (talk.title, talk.start, talk.minutes, talk.room) == (
        "Tuning tiny radios",
        "2019-11-08T10:00:00+01:00",
        30,
        "Room A",
    )
    assert keys(readings) == ["talks.signals.example:K3LMNO"]
    assert keys(readings, "url") == ["https://talks.signals.example/small-signals-2019/speaker/K3LMNO/"]
    assert [d.value for r in readings for d in r.all(DetailFact)] == ["Owen winds coils in Cardigan."]


def test_a_list_of_talks() -> None:
    readings, problems = read((SAMPLES / "talks.json").read_bytes())
    assert problems == []
    assert event(readings).name == "tidewater 2018"
    assert [(t.title, t.start, t.minutes) for t in talks(readings)] == [
        ("Lamps in the reeds", "2018-09-02T19:20:00", 40),
        ("Midnight hackspace", "2018-09-02T23:50:00", 90),
    ]
    assert names(readings) == ["Ruth Adeyemi", "Odile Fontanelle", "Institute of Reeds and Rushes"]
    assert keys(readings) == ["tidewater:86"]


@pytest.mark.parametrize("data", [SAMPLES / "sessionize.json", SAMPLES.parent / "shaped" / "gridsmart.json"])
def test_sessionize_views(data: Path) -> None:
    readings, problems = read(data.read_bytes(), "small-signals-2022_all.json")
    assert problems == []
    assert event(readings).name == "Small Signals 2022"
    [talk] = talks(readings)
    assert (talk.title, talk.start, talk.minutes, talk.room) == (
        "Maps for people who get lost",
        "2022-06-03T09:00:00",
        45,
        "Old Library",
    )
    assert keys(readings) == ["sessionize.com:6b1f1f2e-0b9c-4a79-9c7c-2f2f1b0c9d11"]


@pytest.mark.parametrize(
    ("title", "day", "series", "edition"),
    [
        ("FOSSHUB 2013", "2013-02-02", "FOSSHUB", "2013"),
        ("7th Lantern Days", "2019-05-01", "Lantern Days", "7"),
        ("The 7th Lantern Days 2019", "2019-05-01", "The Lantern Days", "7"),
        ("38C3: Illegal Instructions", "2024-12-27", "C3", "38"),
        ("LampConf19", "2019-07-21", "LampConf", "2019"),
        ("LampConf'19", "2019-07-21", "LampConf", "2019"),
        ("Lantern Days", "2016-05-26", "Lantern Days", "2016"),
        ("Lantern Days (2016)", "2016-05-26", "Lantern Days", "2016"),
        ("Lantern Days 2020", "2016-05-26", "Lantern Days", "2016"),
    ],
)
def test_series_and_edition(title: str, day: str, series: str, edition: str) -> None:
    readings, _ = read(frab(f"<title>{title}</title>", one(""), day=day))
    assert (event(readings).series, event(readings).edition) == (series, edition)


def test_a_title_of_another_year_is_put_right_and_reported() -> None:
    readings, problems = read(frab("<title>Lantern Days 2020</title><start>2020-07-24</start>", one("")))
    assert (event(readings).name, str(event(readings).start)) == ("Lantern Days 2016", "2016-05-26")
    assert [(p.field, p.what) for p in problems] == [
        ("title", "is called “Lantern Days 2020”, but its days are of another year")
    ]


@pytest.mark.parametrize(
    ("inner", "start", "minutes"),
    [
        ("<start>10:30</start><duration>00:45</duration>", "2016-05-26T10:30:00", 45),
        ("<start>01:30</start><duration>45</duration>", "2016-05-27T01:30:00", 45),
        (
            "<date>2016-05-27T00:10:00+01:00</date><start>00:10</start><duration>0:20</duration>",
            "2016-05-27T00:10:00+01:00",
            20,
        ),
        ("<start>10:30:00</start><duration>PT1H5M</duration>", "2016-05-26T10:30:00", 65),
        ("<start/><duration/>", "2016-05-26", None),
        ("", "2016-05-26", None),
    ],
)
def test_times_as_they_come(inner: str, start: str, minutes: int | None) -> None:
    readings, problems = read(frab("<title>Lantern Days</title>", one(inner)))
    assert ([(t.start, t.minutes) for t in talks(readings)], problems) == ([(start, minutes)], [])


def test_a_zone_gives_times_their_offset() -> None:
    head = "<title>Lantern Days</title><time_zone_name>Europe/Berlin</time_zone_name>"
    readings, _ = read(frab(head, one("<start>10:30</start>")))
    assert [t.start for t in talks(readings)] == ["2016-05-26T10:30:00+02:00"]


def test_an_id_beside_names_of_several_people_is_nobody_s() -> None:
    people = ("Anke Reimers", "Film evening", "Kwame Asante-Boadi")
    events = [one(f'<persons><person id="5">{name}</person></persons>', id=str(i)) for i, name in enumerate(people)]
    readings, _ = read(frab("<title>Lantern Days</title>", *events))
    assert (names(readings), keys(readings)) == (list(people), [])


def test_an_id_beside_two_forms_of_a_name_is_theirs() -> None:
    events = [
        one(f'<persons><person id="5">{n}</person></persons>', id=n[:3])
        for n in ("Anke Reimers", "Anke Reimers (tide)")
    ]
    readings, _ = read(frab("<title>Lantern Days</title>", *events))
    assert keys(readings) == ["lantern-days:5", "lantern-days:5"]


def test_ids_of_other_conferences_are_others() -> None:
    spaces = set()
    for title in ("Lantern Days 2016", "Small Signals 2016", "Schedule", "Conference"):
        readings, _ = read(
            frab(f"<title>{title}</title>", one(f'<persons><person id="5">Ida {title}</person></persons>'))
        )
        spaces.update(keys(readings))
    assert len(spaces) >= 3
    assert not any(s.startswith(("schedule:", "conference:")) for s in spaces)


def test_people_without_ids_or_names_or_elements() -> None:
    events = (
        one("<persons><person>Anke Reimers</person><person/></persons>"),
        one("<persons/>"),
        one(""),
        one("<speakers><speaker>Ruth Adeyemi</speaker></speakers>"),
    )
    readings, problems = read(frab("<title>Lantern Days</title>", *events))
    assert (names(readings), keys(readings), problems) == (["Anke Reimers", "Ruth Adeyemi"], [], [])


def test_entities_of_html_are_letters() -> None:
    readings, problems = read(
        frab("<title>Lantern Days</title>", "<event><title>Caf&eacute; &amp; lamps</title></event>")
    )
    assert ([t.title for t in talks(readings)], problems) == (["Café & lamps"], [])


def test_broken_xml_keeps_every_sound_talk() -> None:
    whole = frab(
        "<title>Lantern Days 2016</title>", one("", id="1"), "<event><title>Broken", one("", id="2"), one(" & ", id="3")
    )
    readings, problems = read(whole)
    assert len(talks(readings)) == 3
    assert event(readings).name == "Lantern Days 2016"
    assert [(p.line, p.what.startswith("is no sound XML")) for p in problems if p.line] == [(1, True)]


def test_cut_json_keeps_every_whole_talk() -> None:
    data = (SAMPLES / "talks.json").read_text(encoding="utf-8")
    readings, problems = read(data[:-400], "tidewater-2018.json")
    assert [t.title for t in talks(readings)] == ["Lamps in the reeds"]
    assert [p.what.partition(":")[0] for p in problems] == ["is no sound JSON"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_of_the_file_s_own_are_refused(doctype: str) -> None:
    readings, problems = read(doctype + frab("<title>Lantern Days</title>", one("<abstract>&b;&x;</abstract>")))
    assert [p.what.partition("(")[0] for p in problems if p.line] == ["is no sound XML: declares an entity "]
    assert all("aaaa" not in r.source.text for r in readings)


@pytest.mark.parametrize(
    "shape", ["<a>" * 50_000, '{"schedule":{"conference":{"days":' + "[" * 50_000, '[{"a":' * 50_000]
)
def test_depth_is_refused_not_followed(shape: str) -> None:
    start = "<schedule>" if shape.startswith("<") else ""
    try:
        readings, problems = read(start + shape)
    except AssertionError:
        return
    assert (talks(readings), len(problems) > 0) == ([], True)


_PIECES = st.sampled_from(
    "<schedule> <day|date='2016-05-26'> <room|name='x'> <event|id='1'> <title> Lamps </title> </event> &amp; & <person|id='2'> Anke"
    " </person> <![CDATA[ ]]> <!-- --> </schedule> \x00 é".split(" ")
).map(lambda piece: piece.replace("|", " "))


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_any_xml_is_read_or_reported(pieces: list[str]) -> None:
    for item in (*(both := read("<schedule>" + "".join(pieces)))[0], *both[1]):
        assert isinstance(item, Reading | Problem)


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**12)
    | st.sampled_from(["", "10:30", "2016-05-26", "Lamps", "\x00", "a" * 40]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "days", "rooms", "persons", "start", "duration", "date", "id", "slot"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(_VALUES)
def test_any_json_is_read_or_reported(value: object) -> None:
    text = json.dumps({"schedule": {"conference": {"days": [{"rooms": {"x": [value, value]}}, value]}}})
    for item in (*(both := read(text))[0], *both[1]):
        assert isinstance(item, Reading | Problem)


def test_a_changed_programme_adds_only_what_changed(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "schedule.xml"
    file.write_bytes((SAMPLES / "frab.xml").read_bytes())
    memory.files.import_([file])
    file.write_bytes(file.read_bytes().replace(b"<start>09:00</start>", b"<start>11:00</start>"))
    [report] = memory.files.import_([file]).files
    assert (report.records, report.unchanged, report.replaced, report.people) == (4, 3, 1, 0)
    assert memory.store.rows("SELECT count(*) FROM talk")[0][0] == 3


def _counted(file: Path) -> Iterator[tuple[str, str]]:
    """Who holds which talk, by the standard library's own parser: (talk, person)."""
    for i, talk in enumerate(etree.parse(file).getroot().iter("event")):
        yield from ((f"{i}", p.get("id", "")) for p in talk.iter("person"))


@pytest.mark.parametrize("file", sorted(SCHEDULES.glob("*.xml")), ids=lambda f: f.name)
def test_real_years_are_counted_alike(file: Path) -> None:
    readings, problems = read(file.read_bytes(), file.name)
    held = list(_counted(file))
    told = [
        (str(i), k.value.rpartition(":")[2])
        for i, r in enumerate(readings[1:])
        for k in r.all(KeyFact)
        if k.kind == "id"
    ]
    assert problems == []
    assert len(talks(readings)) == sum(1 for _ in etree.parse(file).getroot().iter("event"))
    assert Counter(told) == Counter(held)
    assert all(len(list(r.all(PersonFact))) == len(list(r.all(RoleFact))) for r in readings)


@pytest.mark.parametrize("years", [files] if (files := sorted(SCHEDULES.glob("*.xml"))[:2]) else [])
def test_years_of_a_series_in_one_go(memory: Memory, years: list[Path]) -> None:
    imported = memory.files.import_(years)
    by_year = [{p for _, p in _counted(f)} for f in years]
    people = set().union(*by_year)
    again = {p for p in people if sum(p in year for year in by_year) > 1}
    assert imported.failures == 0
    assert memory.store.rows("SELECT count(*) FROM event")[0][0] == len(years)
    assert memory.store.rows("SELECT count(*) FROM person")[0][0] == len(people)
    recurring = (
        "SELECT person_id FROM talk_person JOIN talk USING (fact_id) GROUP BY 1 HAVING count(DISTINCT event_id) > 1"
    )
    assert len(memory.store.rows(recurring)) == len(again)


def test_europython_calls_talks_entries_and_writes_times_without_colons() -> None:
    xml = """<schedule created="2014-07-13"><day date="2014-07-21"><entry id="4"><start>0930</start><duration>30</duration>
      <room id="1">C01</room><title>Harbour features</title><speakers><speaker id="7"><name>Anke Reimers</name>
      <profile>https://reimers.example/anke</profile><description>Makes radio.</description></speaker></speakers></entry>
      </day></schedule>"""
    readings, problems = read(xml, "small-signals-2014.xml")
    assert (event(readings).name, [str(p) for p in problems]) == ("Small Signals 2014", [])
    assert [(t.title, t.start, t.minutes, t.room) for t in talks(readings)] == [
        ("Harbour features", "2014-07-21T09:30:00", 30, "C01")
    ]
    assert (names(readings), keys(readings), keys(readings, "url")) == (
        ["Anke Reimers"],
        ["small-signals:7"],
        ["https://reimers.example/anke"],
    )


def test_a_programme_that_names_no_conference_says_so() -> None:
    _, problems = read(
        "<schedule><day date='2014-07-21'><event id='1'><title>A</title></event></day></schedule>", "schedule.xml"
    )
    assert [(p.field, p.what) for p in problems] == [("title", "names no conference; kept as “Conference”")]


TALK = {
    "title": "Harbour features",
    "start": "2024-12-27T10:30:00+01:00",
    "end": "2024-12-27T11:00:00+01:00",
    "room": {"name": "Saal 1", "slug": "saal-1"},
    "track": {"slug": "sound"},
}


def test_the_second_version_of_the_schedule_format() -> None:
    told = {
        "version": "2024",
        "conference": {
            "title": "Lantern Days 2024",
            "days": [{"index": 1, "date": "2024-12-27"}],
            "rooms": [{"name": "Saal 1"}],
        },
        "events": [TALK | {"participants": [{"guid": "7", "name": "Anke Reimers", "role": "SPEAKER"}]}],
    }
    readings, _ = read(json.dumps({"$schema": "x", "schedule": told}))
    assert [(t.title, t.minutes, t.room, t.track) for t in talks(readings)] == [
        ("Harbour features", 30, "Saal 1", "sound")
    ]
    assert (event(readings).name, names(readings)) == ("Lantern Days 2024", ["Anke Reimers"])


def test_a_tree_by_day_hour_and_room_of_a_site_s_own() -> None:
    slot = {
        "start": "2024-12-27T10:30:00+01:00",
        "end": "2024-12-27T11:00:00+01:00",
        "room": {"name": {"en": "Saal 1"}},
    }
    talk = {"title": "Harbour features", "speakers": [{"code": "ABC", "name": "Anke Reimers"}], "slots": [slot]}
    readings, _ = read(
        json.dumps({"schedule": {"2024-12-27": {"510": {}, "630": {"12": talk}}}}), "lantern-days-2024.json"
    )
    assert [(t.title, t.start, t.minutes, t.room) for t in talks(readings)] == [
        ("Harbour features", "2024-12-27T10:30:00+01:00", 30, "Saal 1")
    ]
    assert names(readings) == ["Anke Reimers"]


def test_a_calendar_whose_organizers_are_the_speakers() -> None:
    def entry(number: int) -> str:
        return (
            f"BEGIN:VEVENT\nUID:1\nORGANIZER;CN=Speaker Number{number % 9}:MAILTO:info@lantern.example\n"
            f"DTSTART:2024091{3 + number % 3}T1{number % 9}0000Z\nSUMMARY:Talk {number}\nLOCATION:XOR\nEND:VEVENT\n"
        )

    calendar = "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(map(entry, range(18))) + "END:VCALENDAR\n"
    readings, _ = read(calendar, "lantern-days-2024.ics")
    assert (len(talks(readings)), len(set(names(readings)))) == (18, 9)
    assert len({r.source.record for r in readings if r.source.record}) == 1
