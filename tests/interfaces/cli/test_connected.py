"""`hallway connected`: years of address book become a conference history, if I say so."""

import json
from pathlib import Path

import pytest
from cli import hallway

from hallway import Memory

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PEOPLE = """\
Sana,Okafor,https://www.linkedin.com/in/sana-okafor,,Wharf Press,Printer,04 Oct 2014
Piet,Vandersloot,https://www.linkedin.com/in/piet-vdsloot,,,,11 Oct 2014
Late,Comer,https://www.linkedin.com/in/late-comer,,,,12 Oct 2014
Early,Bird,https://www.linkedin.com/in/early-bird,,,,01 Oct 2014
Mira,Quist,https://www.linkedin.com/in/mira-quist,,,,12 Nov 2017
"""

LIST = """\
Lantern Days 2014
  1 Piet Vandersloot · you connected on 2014-10-11, 7 days after it
  2 Sana Okafor · you connected on 2014-10-04, while it was on

Small Signals 2017
  3 Mira Quist · you connected on 2017-11-12, 1 day after it

Keep them with --accept-all or --accept 1,3-5; --dismiss 2 never asks again.
"""


@pytest.fixture
def linked(lived: Memory, tmp_path: Path) -> Memory:
    file = tmp_path / "Connections.csv"
    file.write_text(HEADER + PEOPLE, encoding="utf-8")
    lived.files.import_([file])
    return lived


def suggested(memory: Memory) -> list[tuple[str, str]]:
    return [(s.name, s.title) for s in memory.programmes.connected()]


def test_within_an_event_or_a_week_after_and_no_other_day(linked: Memory) -> None:
    result = hallway("connected", memory=linked.path)
    assert (result.exit_code, result.stdout) == (0, LIST)


def test_what_is_accepted_is_an_encounter_with_its_reason_until_undone(linked: Memory) -> None:
    result = hallway("connected", "--accept", "2-3", memory=linked.path)
    assert result.stdout == "2 encounters kept. `hallway undo 5` takes it back.\n"
    [story] = linked.who("Sana Okafor")
    [meeting] = story.meetings
    assert (meeting.kind, meeting.event.title if meeting.event else None) == ("new", "Lantern Days 2014")
    assert [w.text for w in meeting.words] == [
        "Sana Okafor, at Lantern Days: you connected on 2014-10-04, while it was on"
    ]
    assert suggested(linked) == [("Piet Vandersloot", "Lantern Days 2014")]
    linked.undo()
    assert linked.who("Sana Okafor")[0].meetings == ()
    assert len(suggested(linked)) == 3


def test_dismissed_is_never_asked_again_even_after_the_next_export(linked: Memory, tmp_path: Path) -> None:
    hallway("connected", "--dismiss", "1", memory=linked.path)
    file = tmp_path / "Connections.csv"
    file.write_text(
        HEADER + PEOPLE.replace("piet-vdsloot,,,", "piet-vdsloot,,Wharf Press,Typesetter"), encoding="utf-8"
    )
    linked.files.import_([file])
    assert "Piet Vandersloot" not in dict(suggested(linked))


def test_accept_all(linked: Memory) -> None:
    hallway("connected", "--accept-all", memory=linked.path)
    assert suggested(linked) == []
    said = "No connection began at an event that you were at, or in the week after.\n"
    assert hallway("connected", memory=linked.path).stdout == said


def test_an_event_that_i_only_know_from_its_programme_suggests_nobody(memory: Memory, tmp_path: Path) -> None:
    memory.files.import_([Path(__file__).parents[2] / "formats" / "samples" / "frab.xml"])
    file = tmp_path / "Connections.csv"
    file.write_text(HEADER + "Sana,Okafor,https://www.linkedin.com/in/sana,,,,26 May 2016\n", encoding="utf-8")
    memory.files.import_([file])
    assert suggested(memory) == []


@pytest.mark.parametrize("numbers", ["0", "4", "1-9", "x", "1,,2"])
def test_numbers_that_the_list_has_not(linked: Memory, numbers: str) -> None:
    assert hallway("connected", "--accept", numbers, memory=linked.path).exit_code == 2
    assert len(suggested(linked)) == 3


def test_json(linked: Memory) -> None:
    data = json.loads(hallway("connected", "--json", memory=linked.path).stdout)
    assert [(s["number"], s["person"], s["days_after"]) for s in data["suggestions"]] == [
        (1, "Piet Vandersloot", 7),
        (2, "Sana Okafor", 0),
        (3, "Mira Quist", 1),
    ]
