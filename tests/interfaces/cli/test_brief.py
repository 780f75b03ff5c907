"""`hallway brief`: whom to look for at an event."""

import json
from pathlib import Path

from cli import hallway, problem

from hallway import Memory

PROGRAMME = Path(__file__).parents[2] / "formats" / "samples" / "frab.xml"


def briefed(memory: Memory, *words: str) -> list[str]:
    return hallway("brief", *words, memory=memory.path).stdout.splitlines()


def test_who_is_on_the_programme_and_was_met_before(memory: Memory) -> None:
    memory.files.import_([PROGRAMME])
    memory.met("Anke Reimers, new, at Small Signals 2015", written="2015-11-01")
    assert briefed(memory, "Lantern Days") == [
        "Lantern Days 2016",
        "  Anke Reimers · met 1 time · last at Small Signals 2015 · Harbour features",
    ]
    [event] = json.loads(hallway("brief", "Lantern Days", "--json", memory=memory.path).stdout)
    assert [(p["name"], p["times"]) for p in event["people"]] == [("Anke Reimers", 1)]
    assert problem(hallway("brief", "zither", memory=memory.path)).startswith("no event here is known as")


def test_whom_i_met_at_earlier_editions_and_what_is_open_with_them(memory: Memory) -> None:
    memory.files.import_([PROGRAMME])
    memory.met("Nils Aker, new, at Lantern Days 2014", written="2014-10-05")
    memory.met("Nils Aker, met again, at Lantern Days 2015. He offers a room in Malmö", written="2015-10-05")
    memory.met("Ida Holm, new, at Lantern Days 2014", written="2014-10-05")
    memory.met("Petra Malinová, new, at Small Signals 2017. She needs a lawyer", written="2017-11-05")
    assert briefed(memory, "Lantern Days 2016") == [
        "Lantern Days 2016",
        "  Nobody on its programme whom you met before or follow.",
        "",
        "Met there before; they may come again",
        "  Nils Aker · Lantern Days 2015 and Lantern Days 2014",
        "  Ida Holm · Lantern Days 2014",
        "",
        "Still open",
        "  Nils Aker offers · you met at Lantern Days 2015 · told 5 October 2015",
        "      “He offers a room in Malmö”",
    ]


def test_a_need_of_somebody_elsewhere_that_a_talk_there_fits(memory: Memory) -> None:
    memory.files.import_([PROGRAMME])
    memory.met("Petra Malinová, new, at Small Signals 2015. She needs harbour recordings", written="2015-11-05")
    assert briefed(memory, "Lantern Days 2016")[3:] == [
        "Still open",
        "  Petra Malinová needs · Anke Reimers speaks there of “Harbour features”",
        "      (harbour) · told 5 November 2015",
        "      “She needs harbour recordings”",
    ]


def test_speakers_who_were_there_before(memory: Memory, tmp_path: Path) -> None:
    memory.files.import_([PROGRAMME])
    next_year = PROGRAMME.read_text().replace("2016", "2017").replace('guid="', 'guid="n')
    (tmp_path / "next.xml").write_text(next_year)
    memory.files.import_([tmp_path / "next.xml"])
    memory.met("Anke Reimers, new, at Lantern Days 2016", written="2016-11-05")
    assert briefed(memory, "Lantern Days 2017") == [
        "Lantern Days 2017",
        "  Anke Reimers · met 1 time · last at Lantern Days 2016 · spoke at Lantern Days",
        "      2016 · Harbour features",
        "  2 of its 2 speakers had a part in an earlier edition.",
    ]
