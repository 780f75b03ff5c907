"""What came of it: all encounters before, none blamed or praised alone, and how long it took as far as dates say."""

from build import Draft

from hallway import Memory
from hallway.model import Connection, EncounterFact, OutcomeFact, When
from hallway.model.lag import Lag, told
from hallway.queries.outcomes import Came, Outcomes


def came(memory: Memory, words: str = "") -> tuple[Came, ...]:
    found = memory.years.outcomes(words)
    assert found
    return found.came


def test_the_text_says_how_long_it_took(lived: Memory) -> None:
    [one] = came(lived)
    assert (one.person, one.what, one.said) == ("Ursina Caflisch", "became a client", "six months")
    assert [(b.kind, b.event.title if b.event else None) for b in one.before] == [("fleeting", "Small Signals 2017")]
    assert one.lag == told("six months")


def test_all_encounters_before_are_listed_with_the_time_from_each(lived: Memory) -> None:
    lived.years.outcome("Anke Reimers", "wrote a book with me", when="2017")
    [one] = came(lived, "Anke")
    assert [(b.day, b.lag) for b in one.before] == [
        ("2014-10-02", Lag(822, 1186)),
        ("2016-05-26", Lag(220, 584)),
        ("2017-11-09", Lag(0, 52)),
    ]
    lived.years.outcome("Anke Reimers", "rented me a studio", when="2016-12-01")
    assert [len(c.before) for c in came(lived, "Anke")] == [3, 2]


def test_by_person_event_and_series(lived: Memory) -> None:
    lived.years.outcome("Anke", "wrote a book with me", when="2017-12")
    assert [c.what for c in came(lived, "Small Signals")] == ["became a client", "wrote a book with me"]
    assert [c.what for c in came(lived, "Lantern Days 2016")] == ["wrote a book with me"]
    assert [c.what for c in came(lived, "Ursina")] == ["became a client"]
    assert came(lived, "Farida") == ()
    assert lived.years.outcomes("Zürich") is None


def test_from_a_fleeting_encounter_to_something(lived: Memory) -> None:
    lived.years.outcome("Anke", "wrote a book with me", when="2017-11-20")
    found = lived.years.outcomes(kind="fleeting")
    assert found
    assert [c.what for c in found.came] == ["became a client"]


def test_medians_by_kind_event_and_series(lived: Memory) -> None:
    lived.years.outcome("Anke", "wrote a book with me", when="2017-11-20")
    found = lived.years.outcomes()
    assert isinstance(found, Outcomes)
    assert {m.of: (m.count, m.lag) for m in found.by_kind} == {
        "fleeting": (1, told("six months")),
        "new": (1, Lag(1145, 1145)),
        "cemented": (1, Lag(543, 543)),
    }
    assert {m.of: m.count for m in found.by_event} == {
        "Small Signals 2017": 2,
        "Lantern Days 2014": 1,
        "Lantern Days 2016": 1,
    }
    assert {m.of: m.count for m in found.by_series} == {"Small Signals": 2, "Lantern Days": 1}


def test_an_outcome_without_a_day_was_before_it_was_told(memory: Memory) -> None:
    draft = Draft("Met Petra Malinová in 2010.\nPetra has hired me.\n", written="2012-06-30")
    petra = draft.person("Petra Malinová")
    days = draft.event("Met", start="2010")
    draft.met(petra, "new", days)
    draft.add(OutcomeFact("has hired me", petra, None, None, draft.sentence("hired")))
    memory.keep(draft.reading())
    [one] = came(memory)
    assert (one.day, one.lag) == (None, Lag(0, 911))


def test_what_came_before_we_met_has_no_encounter_before_it(lived: Memory) -> None:
    lived.years.outcome("Owen Prydderch", "sent me a poem", when="2011")
    assert [c.before for c in came(lived, "Owen")] == [()]


def test_words_that_tell_of_an_outcome_are_no_encounter_before_it(memory: Memory) -> None:
    draft = Draft("Petra Malinová asked me for help.\nPetra and I now run a podcast.\n", written="2012-06-30")
    petra = draft.person("Petra Malinová")
    draft.met(petra, "new")
    now = draft.sentence("podcast")
    draft.add(
        EncounterFact(petra, Connection.CEMENTED, evidence=now), OutcomeFact("run a podcast", petra, evidence=now)
    )
    memory.keep(draft.reading())
    [one] = came(memory)
    assert [b.kind for b in one.before] == ["new"]


def test_noted_twice_it_is_kept_once_and_can_be_undone(lived: Memory) -> None:
    assert not lived.years.outcome("Anke", "hired me", when=When("2018")).already
    assert lived.years.outcome("Anke", "hired me", when=When("2018")).already
    assert len(came(lived, "Anke")) == 1
    lived.undo()
    assert came(lived, "Anke") == ()
    [story] = lived.who("Anke Reimers")
    assert story.outcomes == ()
