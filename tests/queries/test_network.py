"""Who stands with whom, in the words of three diaries and a programme."""

import pytest
from build import Draft

from hallway import Memory
from hallway.model import TalkFact
from hallway.queries.network import Network


def ties(found: Network) -> set[tuple[str, str, str, str | None]]:
    names = {p.id: p.name for p in found.people}
    return {(*sorted((names[t.a], names[t.b])), t.kind, t.words) for t in found.ties}  # type: ignore[misc]


def known(found: Network) -> dict[str, str]:
    return {p.name: p.known for p in found.people}


def test_an_event(lived: Memory) -> None:
    found = lived.pictures.of_event(lived.find_events("Ghent")[0].id)
    assert known(found) == {
        "Anke Reimers": "new", "Farida Benali": "new", "Ruth Adeyemi": "new", "Tomás Arruda": "new",
        "Marieke Van Hecke": "none",
    }  # fmt: skip
    assert ties(found) == {
        ("Farida Benali", "Tomás Arruda", "introduced", None),
        ("Ruth Adeyemi", "Tomás Arruda", "team", "workshop team"),
        ("Ruth Adeyemi", "Tomás Arruda", "met", None),
    }
    assert [(g.name, g.people) for g in found.groups] == [(None, 1)]


def test_a_series_over_the_years(lived: Memory) -> None:
    name, found = lived.pictures.of_series("Lantern Days")
    assert (name, [e.title for e in found.editions]) == ("Lantern Days", ["Lantern Days 2014", "Lantern Days 2016"])
    anke = found.people[0]
    assert (anke.name, anke.known, anke.there) == ("Anke Reimers", "cemented", ((0, "new"), (1, "cemented")))
    porto = ("Ilmar Tamm", "Kwame Asante-Boadi", "met", None)
    assert porto in ties(found)
    assert next(t.editions for t in found.ties if t.kind == "team") == (0,)
    assert "Tomás Arruda" in known(found)


def test_who_only_speaks_gathers_by_track(memory: Memory) -> None:
    names = [f"Speaker Number{c}" for c in "ABCDEFG"]
    text = "Tidewater in Dundee.\n" + "\n".join(names) + "\nTalks.\n"
    d = Draft(text, "programme.xml", "2018-06-01", kind="programme")
    tide = d.event("Tidewater", start="2018-06-04", place="Dundee")
    refs = [d.person(n) for n in names]
    for number, (track, people) in enumerate([("Maps", refs[:2]), ("maps", refs[2:4]), ("Radio", refs[4:])]):
        d.add(TalkFact(tide, f"Talk {number}", people=tuple(people), track=track, evidence=d.sentence("Talks")))
    memory.keep(d.reading())
    found = memory.pictures.of_event(memory.find_events("Tidewater")[0].id)
    assert [(g.name, g.people) for g in found.groups] == [("maps", 4), ("Radio", 3)]
    assert {t.kind for t in found.ties} == {"talk"}
    assert {p.role for p in found.people} == {"speaker"}
    event = memory.find_events("Tidewater")[0].id
    memory.corridor.capture("c1", "Speaker NumberA", kind="new", event=event, written="2018-06-04")
    found = memory.pictures.of_event(event)
    assert known(found)["Speaker NumberA"] == "new"
    assert [(p.name, p.known) for p in found.people if p.group is None] == [
        ("Speaker NumberA", "new"), ("Speaker NumberB", "none"),
    ]  # fmt: skip


def test_the_same_memory_gives_the_same_picture(lived: Memory) -> None:
    before = lived.pictures.of_series("Lantern Days")[1]
    assert lived.pictures.of_series("Lantern Days")[1] is before
    with Memory(lived.path) as again:
        assert again.pictures.of_series("Lantern Days")[1].as_dict() == before.as_dict()
    lived.met("Petra Malinová, new, at Lantern Days 2016")
    assert "Petra Malinová" in known(lived.pictures.of_series("Lantern Days")[1])


def test_where_there_is_none(lived: Memory) -> None:
    for ask in (lambda: lived.pictures.of_event(999), lambda: lived.pictures.of_series("Nothing Days")):
        with pytest.raises(LookupError):
            ask()
