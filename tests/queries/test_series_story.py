"""The story of a series, and events within and beside others."""

from build import Draft

from hallway import Memory
from hallway.model import EventFact, Reading
from hallway.queries.series import SeriesStory


def edition(name: str, people: dict[str, str], written: str, by: str | None = None, **details: object) -> Reading:
    text = f"{name} was good. {', '.join(people)} and more{f', organized by {by}' if by else ''}."
    draft = Draft(text, written=written)
    made = (draft.person(by),) if by else ()
    event = draft.event(name, organizers=made, **details)
    for person, kind in people.items():
        draft.met(draft.person(person), kind, event)
    return draft.reading()


def story(memory: Memory, words: str) -> SeriesStory:
    [found] = memory.years.series(words)
    return found


def lived_there(memory: Memory) -> Memory:
    memory.keep(
        edition("DNPR '05", {"Ruth Adeyemi": "new"}, "2005-11-20", "Chidi Ashworth", place="Leeds"),
        edition("Delivering The New PR 2.0", {"Ruth Adeyemi": "renewed", "Owen Prydderch": "new"}, "2007-10-20",
                "Marieke Van Hecke", series="Delivering The New PR", edition="7", place="Ghent", start="2007-10-16"),
        edition("The New PR", {"Ruth Adeyemi": "cemented"}, "2009-05-02", "Marieke Van Hecke", edition="2009"),
    )  # fmt: skip
    return memory


def test_a_series_is_found_by_any_form_of_its_name(memory: Memory) -> None:
    lived_there(memory)
    for words in (
        "DNPR",
        "the 7th DNPR",
        "DNPR '07",
        "New PR 2.0",
        "Delivering The New PR",
        "The New PR",
        "dnpr '05",
        "dnpr",
    ):
        assert story(memory, words).name == "Delivering The New PR"


def test_its_editions_organizers_and_who_came_back(memory: Memory) -> None:
    found = story(lived_there(memory), "DNPR")
    assert [(e.year, e.edition) for e in found.editions] == [("2005", None), ("2007", "7"), ("2009", "2009")]
    assert [(name, [e.year for e in some]) for name, some in found.organizers] == [
        ("Chidi Ashworth", ["2005"]),
        ("Marieke Van Hecke", ["2007", "2009"]),
    ]
    assert [(r.name, [kind for _, kind in r.editions]) for r in found.regulars] == [
        ("Ruth Adeyemi", ["new", "renewed", "cemented"])
    ]
    assert [(e.year, names) for e, names in found.first_met] == [
        ("2005", ("Ruth Adeyemi",)),
        ("2007", ("Owen Prydderch",)),
    ]
    assert found.met == 2


def test_what_came_of_it(memory: Memory) -> None:
    lived_there(memory)
    memory.years.outcome("Owen Prydderch", "became a client", when="2008-05")
    assert [c.what for c in story(memory, "DNPR").came] == ["became a client"]


def test_a_short_name_alone_makes_no_series_of_two(memory: Memory) -> None:
    memory.keep(
        edition("The Small Signals", {"Ruth Adeyemi": "new"}, "2015-10-01"),
        edition("Sending The Small Signals", {"Owen Prydderch": "new"}, "2018-10-01"),
    )
    assert len(memory.years.series("Small Signals")) == 1
    assert len(story(memory, "The Small Signals").editions) == 1


def test_events_within_and_beside_others(memory: Memory) -> None:
    draft = Draft("Lantern Days, with its Shadow Room; the Tidewater Forum next door.", written="2014-10-05")
    days = draft.event("Lantern Days", place="Ghent", start="2014-10-02", end="2014-10-04")
    draft.facts.append(EventFact("e1", "Shadow Room", within=days, evidence=draft.sentence("Shadow")))
    draft.event("Tidewater Forum", place="Ghent", start="2014-10-04", end="2014-10-06")
    memory.keep(draft.reading())
    [main] = memory.event("Lantern Days")
    assert ([p.name for p in main.parts], [b.name for b in main.beside]) == (["Shadow Room"], ["Tidewater Forum"])
    [room] = memory.event("Shadow Room")
    assert room.within == main.event
    assert [p.name for p in story(memory, "Lantern Days").parts] == ["Shadow Room"]


def test_a_year_makes_no_other_name_and_an_acronym_does(memory: Memory) -> None:
    memory.keep(edition("Lantern Days 2014", {"Ruth Adeyemi": "new"}, "2014-10-05"))
    memory.keep(edition("Lantern Days 2016", {"Ruth Adeyemi": "renewed"}, "2016-10-05"))
    assert story(memory, "Lantern Days").called == ()
    lived_there(memory)
    assert story(memory, "DNPR").called == ("DNPR", "New PR")
