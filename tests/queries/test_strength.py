"""Ties of a small life: who is how near, why, since when; and through whom somebody could be reached."""

from itertools import product

import pytest
from build import Draft

from hallway import Memory
from hallway.model import AffiliationFact, DetailFact, OrganizationFact, OutcomeFact, When
from hallway.model.tie import State
from hallway.queries.links import CROWD
from hallway.queries.ties import TieLine


def by_name(memory: Memory, **how: str) -> dict[str, TieLine]:
    return {line.name: line for line in memory.years.ties(**how).lines}


def test_everybody_has_a_tie_as_of_the_last_day_that_the_memory_tells_of(lived: Memory) -> None:
    ties = lived.years.ties()
    assert ties.at.isoformat() == "2017-11-12"
    assert sorted(line.name for line in ties.lines) == sorted(p.name for p in lived.people() + lived.people("none"))
    assert [line.strength for line in ties.lines] == sorted((line.strength for line in ties.lines), reverse=True)


def test_states_in_plain_words(lived: Memory) -> None:
    states = {name: line.state for name, line in by_name(lived).items()}
    assert states == {
        "Anke Reimers": State.STRONG,
        "Owen Prydderch": State.ACQUAINTANCE,
        "Ursina Caflisch": State.ACQUAINTANCE,
        "Kwame Asante-Boadi": State.ACQUAINTANCE,
        "Ilmar Tamm": State.ACQUAINTANCE,
        "Odile Fontanelle": State.ACQUAINTANCE,
        "Ruth Adeyemi": State.DORMANT,
        "Farida Benali": State.DORMANT,
        "Tomás Arruda": State.STRONG,
        "Yusuf Karaca": State.ACQUAINTANCE,
        "Marieke Van Hecke": State.NOT_MET,
        "Wilhelmina Oduya": State.NOT_MET,
        "Chidi Ashworth": State.NOT_MET,
    }


def test_only_dormant_ones(lived: Memory) -> None:
    assert {line.name for line in lived.years.ties(["dormant"]).lines} == {"Ruth Adeyemi", "Farida Benali"}


def test_a_tie_takes_itself_apart_in_the_words_of_the_diaries(lived: Memory) -> None:
    [anke] = lived.years.tie("Anke")
    assert sum(w.worth for w in anke.why) == pytest.approx(anke.line.strength)
    assert [(w.kind, w.event.title if w.event else w.about) for w in anke.why] == [
        ("new", "Lantern Days 2014"),
        ("cemented", "Lantern Days 2016"),
        ("new", "Small Signals 2017"),
        ("relation", "my podcasting partner"),
        ("kinds", None),
    ]
    assert (
        anke.why[1].words[0].text == "More evenings with Anke Reimers, my podcasting partner, who is at Hafenfunk now."
    )
    assert [day for day, _ in anke.grew] == ["2014-10-02", "2016-05-26", "2016-05-30", "2017-11-09"]
    assert (anke.line.first, anke.line.last, anke.line.occasions) == ("2014-10-02", "2017-11-09", 3)


def test_as_of_an_earlier_day_what_came_later_does_not_count(lived: Memory) -> None:
    then = by_name(lived, at="2014-12")
    assert (then["Anke Reimers"].state, then["Anke Reimers"].occasions) == (State.ACQUAINTANCE, 1)
    assert then["Owen Prydderch"].state is State.NOT_MET


def test_numbers_can_be_set_and_remembered(lived: Memory) -> None:
    short, long = (
        {line.name: line.strength for line in lived.years.ties(weights={"half_life": days}).lines}
        for days in (30, 3000)
    )
    assert all(short[name] <= long[name] for name in short)
    lived.years.weigh({"half_life": 3000})
    assert {name: line.strength for name, line in by_name(lived).items()} == long
    lived.years.weigh({"fleeting": 0.1})
    assert (lived.years.weights().half_life, lived.years.weights().depths["fleeting"]) == (3000, 0.1)
    lived.years.weigh(None)
    assert lived.years.weights().half_life == 182
    with pytest.raises(ValueError, match="no weight is called 'depth'"):
        lived.years.weigh({"depth": 1})


def test_a_vague_day_that_may_have_been_counts(memory: Memory) -> None:
    draft = Draft("Met Petra Malinová this year.\n", written="2016-02-01")
    petra = draft.person("Petra Malinová")
    draft.met(petra, "new")
    draft.add(OutcomeFact("hired me", petra, None, When("2016"), draft.sentence("Petra")))
    memory.keep(draft.reading())
    assert by_name(memory)["Petra Malinová"].state is State.STRONG


def test_a_connection_online_is_a_tie_to_somebody_not_met(lived: Memory) -> None:
    draft = Draft("Wilhelmina Oduya, connected 3 Mar 2017", kind="list", written="2017-11-01")
    draft.add(DetailFact(draft.person("Wilhelmina Oduya"), "connected", "3 Mar 2017", When("2017-03-03")))
    lived.keep(draft.reading())
    [tie] = [t for t in lived.years.tie("Wilhelmina") if t.line.kinds]
    assert (tie.line.state, tie.line.kinds) == (State.NOT_MET, ("connection",))
    assert 0 < tie.line.strength < 0.25


def test_a_way_to_somebody_whom_i_only_heard_of(lived: Memory) -> None:
    lys = Draft(
        "Wilhelmina Oduya has joined the Lys Institute.\nFarida Benali of the Lys Institute.\n", written="2015-01-02"
    )
    people = [lys.person(name) for name in ("Wilhelmina Oduya", "Farida Benali")]
    lys.facts.append(AffiliationFact(people[0], lys.organization("Lys Institute"), evidence=lys.sentence("joined")))
    lys.facts.append(AffiliationFact(people[1], "o0", evidence=lys.sentence("Farida")))
    lys.met(people[1], "renewed")
    lived.keep(lys.reading())
    [found] = lived.years.path("Wilhelmina")
    assert found.mine.state is State.NOT_MET
    assert [(w.through.name, [s.name for s in w.steps]) for w in found.ways] == [
        ("Farida Benali", ["Wilhelmina Oduya"]),
    ]
    [step] = found.ways[0].steps
    assert (step.kind, step.about) == ("work", "Lys Institute")
    assert [w.text for w in step.words] == [
        "Wilhelmina Oduya has joined the Lys Institute.",
        "Farida Benali of the Lys Institute.",
    ]


def test_jobs_in_one_place_at_different_times_are_no_link(memory: Memory) -> None:
    draft = Draft("Ruth Adeyemi and Owen Prydderch.\n", written="2016-02-01")
    ruth, owen = draft.person("Ruth Adeyemi"), draft.person("Owen Prydderch")
    draft.facts.append(AffiliationFact(ruth, "o0", None, None, When("2009")))
    draft.facts.append(AffiliationFact(owen, "o0", None, When("2012")))
    draft.facts.insert(0, OrganizationFact("o0", "Lys Institute"))
    draft.met(ruth, "new")
    memory.keep(draft.reading())
    assert [w.ways for w in memory.years.path("Owen")] == [()]


def test_a_crowd_connects_only_whom_i_ask_for(memory: Memory) -> None:
    names = [f"{a}{b} Oduya" for a, b in product("ABCDEFG", "abcdefgh")][: CROWD + 5]
    draft = Draft("\n".join(names), written="2016-02-01")
    draft.facts.append(OrganizationFact("o0", "Lys Institute"))
    people = [draft.person(name) for name in names]
    draft.facts += [AffiliationFact(p, "o0") for p in people]
    draft.met(people[0], "new")
    memory.keep(draft.reading())
    assert by_name(memory)[names[1]].strength == 0
    [found] = memory.years.path(names[1])
    assert [w.through.name for w in found.ways] == [names[0]]
