"""A conference life by year and month."""

from build import Draft

from hallway import Memory


def test_years_from_the_last_to_the_first(lived: Memory) -> None:
    found = lived.pictures.calendar()
    assert [(y.year, y.events, y.people) for y in found.years] == [
        (2017, 1, 3),
        (2016, 1, 4),
        (2015, 0, 0),
        (2014, 1, 4),
    ]
    year = found.years[0]
    assert [(m, e.title, e.people) for m, some in enumerate(year.months, 1) for e in some] == [
        (11, "Small Signals 2017", 3)
    ]
    assert found.undated == ()


def test_a_month_that_nobody_knows(memory: Memory) -> None:
    d = Draft("Tidewater in Dundee, and Harbour Talks.\n", "old.txt", None, "Ida Holm")
    d.event("Tidewater", start="2011-23")
    d.event("Harbour Talks")
    memory.keep(d.reading())
    found = memory.pictures.calendar()
    assert [e.name for e in found.years[0].some_time] == ["Tidewater"]
    assert [e.name for e in found.undated] == ["Harbour Talks"]


def test_nothing_yet(memory: Memory) -> None:
    assert memory.pictures.calendar().as_dict() == {"years": [], "undated": []}
