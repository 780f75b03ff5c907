"""Who is this? Recognised by a full name, never by a first name alone; events by name, edition and year."""

import life
import pytest
from build import Draft

from hallway import Memory
from hallway.model import Reading


def diary(text: str, name: str, event: str | None = None, written: str = "2018-01-01", **details: object) -> Reading:
    d = Draft(text, written=written)
    person = d.person(name)
    d.met(person, "renewed", d.event(event, **details) if event else None)
    return d.reading()


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Anke Reimers", True),
        ("anke reimers", True),
        ("Anke", False),
        ("Reimers", False),
        ("Anke Sommer", False),
        ("Tomas Arruda", True),
    ],
)
def test_a_full_name_is_recognised_and_a_part_of_one_is_not(lived: Memory, name: str, same: bool) -> None:
    [kept] = lived.keep(diary(f"Coffee with {name}.", name))
    assert (kept.recognised, kept.people) == ((1, 0) if same else (0, 1))


def test_a_first_name_at_the_same_event_is_enough(lived: Memory) -> None:
    text = "Lantern Days again in my thoughts: Anke on that boat."
    [kept] = lived.keep(diary(text, "Anke", "Lantern Days", start="2014-10-02"))
    assert kept.recognised == 1


def test_two_people_of_one_name_are_never_made_one(memory: Memory) -> None:
    d = Draft("Chris Miller of Ghent, and another Chris Miller of Oslo.")
    first, second = d.person("Chris Miller"), d.person("Chris Miller")
    d.met(first, "new")
    d.met(second, "new")
    memory.keep(d.reading())
    assert len(memory.who("Chris Miller")) == 2
    [kept] = memory.keep(diary("Chris Miller wrote.", "Chris Miller"))
    assert (kept.recognised, kept.people) == (0, 1)


@pytest.mark.parametrize(
    ("details", "events"),
    [
        ({"start": "2014-10"}, 3),
        ({"edition": "3"}, 3),
        ({"edition": "4"}, 4),
        ({"start": "2015-10"}, 4),
        ({"edition": "2016"}, 3),
    ],
)
def test_an_event_is_known_by_its_edition_or_its_year(lived: Memory, details: dict[str, object], events: int) -> None:
    lived.keep(diary("Lantern Days with Wim Peeters.", "Wim Peeters", "Lantern Days", **details))
    assert len(lived.events()) == events


def test_in_a_note_the_organizer_is_enough(memory: Memory) -> None:
    memory.keep(life.ghent())
    note = Draft("Wim Peeters, at the Lys event", "note", "2014-10-05", kind="note")
    note.met(note.person("Wim Peeters"), "new", note.event("Lys event"))
    memory.keep(note.reading())
    [event] = memory.events()
    assert (event.name, event.people) == ("Lantern Days", 5)


def test_recognising_writes_nothing(lived: Memory) -> None:
    log = lived.log()
    [story] = lived.recognise(diary("Anke Reimers again.", "Anke Reimers")).values()
    assert story.person.name == "Anke Reimers"
    assert lived.log() == log


def at(name: str, series: str | None = None, written: str = "2007-10-20", **details: object) -> Reading:
    d = Draft(f"{name}: Wim Peeters was there.", written=written)
    d.met(d.person("Wim Peeters"), "new", d.event(name, series=series, **details))
    return d.reading()


@pytest.mark.parametrize(
    ("name", "details", "events"),
    [
        ("the 7th DNPR", {}, 1),
        ("DNPR '07", {}, 1),
        ("DNPR", {}, 1),
        ("New PR 2.0", {}, 1),
        ("The New PR", {}, 2),
        ("The New PR", {"place": "London"}, 1),
        ("the 6th DNPR", {}, 2),
        ("DNPR '06", {}, 2),
        ("DNPR", {"written": "2009-03-01"}, 2),
        ("Engagement and the New Media", {"place": "London"}, 2),
    ],
)
def test_an_event_is_known_by_other_forms_of_its_name(
    memory: Memory, name: str, details: dict[str, str], events: int
) -> None:
    memory.keep(at("Delivering The New PR 2.0", "Delivering The New PR", edition="7", place="London"))
    memory.keep(at(name, **details))
    assert len(memory.events()) == events
