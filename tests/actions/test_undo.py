"""Undo takes back the last thing as a whole, and the one before it the next time."""

import life
from build import Draft

from hallway import Memory
from hallway.model import Reading, Source


def test_undo_goes_back_step_by_step(memory: Memory) -> None:
    memory.keep(life.ghent(), life.porto())
    memory.keep(life.leeds())
    assert [memory.undo(), memory.undo()] != [None, None]
    assert memory.undo() is None
    assert (memory.people(), memory.events()) == ([], [])
    assert [bool(e.undone_at) for e in memory.log()] == [True, True]


def test_what_was_undone_can_be_kept_again_with_another_day(memory: Memory) -> None:
    memory.keep(life.leeds())
    memory.undo()
    reading = life.leeds()
    moved = type(reading)(type(reading.source)("renamed.txt", reading.source.text), reading.facts)
    [kept] = memory.keep(moved)
    assert not kept.already
    [story] = memory.who("Ursina")
    assert [(w.source, w.date) for m in story.meetings for w in m.words] == [("renamed.txt", None)]


def test_undo_gives_an_event_its_old_name_back(memory: Memory) -> None:
    memory.keep(life.leeds())
    d = Draft("Small Signals Conference 2017 with Owen Prydderch.", written="2018")
    signals = d.event("Small Signals Conference 2017", series="Small Signals", edition="2017")
    d.met(d.person("Owen Prydderch"), "renewed", signals)
    memory.keep(d.reading())
    assert [e.name for e in memory.events()] == ["Small Signals Conference 2017"]
    memory.undo()
    assert [e.name for e in memory.events()] == ["Small Signals"]


def test_a_text_without_facts_is_not_kept(memory: Memory) -> None:
    [kept] = memory.keep(Reading(Source("empty.txt", "The weather was fine.")))
    assert (kept.already, kept.facts, memory.log()) == (False, 0, [])


def test_undo_says_how_far_it_is(memory: Memory) -> None:
    memory.keep(life.ghent(), life.porto())
    heard: list[tuple[int, int]] = []
    memory.undo(progress=lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1] == (heard[0][1], heard[0][1])
