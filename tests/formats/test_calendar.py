"""A calendar of one's own: conferences I was at, and whom I probably met; no more than it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from formats.reads import names, read

from hallway.model import EncounterFact, EventFact, Reading

SAMPLE = Path(__file__).parent / "samples" / "icalendar.ics"


def calendar(*lines: str) -> list[Reading]:
    entry = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""))
    readings, problems = read(entry)
    assert problems == []
    return readings


def met(readings: list[Reading]) -> list[EncounterFact]:
    return [e for r in readings for e in r.all(EncounterFact)]


def test_conferences_and_meetings() -> None:
    readings, problems = read(SAMPLE.read_bytes())
    assert problems == []
    [event] = [e for r in readings for e in r.all(EventFact)]
    assert (event.name, event.place, str(event.start), str(event.end), event.my_role) == (
        "Lantern Days",
        "Gas works, Ghent",
        "2014-10-02",
        "2014-10-04",
        "attendee",
    )
    assert names(readings) == ["Anke Reimers", "Yusuf Karaca"]
    assert [(str(e.when), e.confidence) for e in met(readings)] == [("2015-03-12", 0.5), ("2017-05-10", 0.5)]


@pytest.mark.parametrize(
    "line",
    ["RRULE:FREQ=WEEKLY", "STATUS:CANCELLED", "DTSTART:20990510T123000Z"],
)
def test_what_repeats_was_cancelled_or_is_to_come_is_no_encounter(line: str) -> None:
    start = () if line.startswith("DTSTART") else ("DTSTART:20170510T123000Z",)
    assert met(calendar(*start, line, "SUMMARY:Lunch with Yusuf Karaca")) == []


def test_who_declined_and_a_crowd_were_not_met() -> None:
    no = "ATTENDEE;CN=Yusuf Karaca;PARTSTAT=DECLINED:mailto:yusuf@bells.example"
    assert met(calendar("DTSTART:20170510T123000Z", "SUMMARY:Bells", no)) == []
    crowd = [f"ATTENDEE;CN=Person Number{i};PARTSTAT=ACCEPTED:mailto:p{i}@bells.example" for i in range(9)]
    readings = calendar("DTSTART:20170510T123000Z", "SUMMARY:Bells", *crowd)
    assert (met(readings), len(names(readings))) == ([], 9)


@pytest.mark.parametrize("summary", ["Holidays in Skagen", "Flight to Porto", "Urlaub"])
def test_a_holiday_is_no_conference(summary: str) -> None:
    lines = ("DTSTART;VALUE=DATE:20170701", "DTEND;VALUE=DATE:20170705", f"SUMMARY:{summary}", "LOCATION:Skagen")
    assert calendar(*lines) == []
