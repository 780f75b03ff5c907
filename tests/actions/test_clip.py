"""Attaching, taking away, exporting and forgetting photos and recordings."""

from __future__ import annotations

from pathlib import Path

import pytest
from pictured import CARD, photo

from hallway import Memory
from hallway.app import MemoryProblem


def clips(memory: Memory, name: str) -> list[tuple[str, str, str | None]]:
    found = memory.clips.of(memory.person(name).id)
    return [(c.kind, c.text, c.event.title if c.event else None) for c in found]


def test_a_clip_goes_with_its_capture(memory: Memory) -> None:
    file = memory.clips.clean(photo())
    with pytest.raises(LookupError, match="no capture"):
        memory.corridor.attach("c1", "p1", file)
    memory.corridor.capture("c1", "Petra Malinová and Owen Prydderch, new, at Small Signals 2017")
    assert [memory.corridor.attach("c1", "p1", file) for _ in range(2)] == ["kept", "already"]
    told = ("photo", "Petra Malinová and Owen Prydderch, new, at Small Signals 2017", "Small Signals 2017")
    assert (clips(memory, "Petra Malinová"), clips(memory, "Owen Prydderch")) == ([told], [told])
    memory.undo()
    assert memory.people() == []
    assert memory.corridor.attach("c1", "p1", file) == "already"
    assert memory.corridor.attach("c1", "p2", file) == "gone"
    assert memory.store.rows("SELECT * FROM clip_file") == []


def test_a_clip_is_taken_away_and_comes_back(memory: Memory) -> None:
    memory.met("Petra Malinová, new")
    file = memory.clips.clean(photo())
    assert memory.clips.attach("Petra", file, "at her  stand").facts == 2
    assert memory.clips.attach("Petra", file, "at her stand").already
    [clip] = memory.clips.of(memory.person("Petra").id)
    assert clip.text == "Petra Malinová: at her stand"
    action = memory.clips.remove(clip.id)
    assert clips(memory, "Petra") == []
    with pytest.raises(MemoryProblem, match="no such photo"):
        memory.clips.remove(clip.id)
    memory.undo(action)
    [back] = memory.clips.of(memory.person("Petra").id)
    assert memory.clips.file(back.id) == (file.type, file.data)


def test_an_archive_has_the_clips(memory: Memory, tmp_path: Path) -> None:
    memory.corridor.capture("c1", "Petra Malinová, new")
    file = memory.clips.clean(photo())
    memory.corridor.attach("c1", "p1", file)
    archive = tmp_path / "all.hallway"
    memory.files.archive(archive)
    for name in ("empty.db", "other.db"):
        with Memory(tmp_path / name) as there:
            if name == "other.db":
                there.met("Owen Prydderch, new")
            there.files.restore(archive)
            [clip] = there.clips.of(there.person("Petra Malinová").id)
            assert there.clips.file(clip.id) == (file.type, file.data)
            assert there.clips.file(clip.id, small=True) == ("image/jpeg", file.small)


def test_forgetting_somebody_takes_every_picture_of_them(memory: Memory) -> None:
    memory.corridor.capture("c1", "Petra Malinová and Owen Prydderch, new")
    memory.corridor.capture("c2", "Kwame Asante-Boadi, new")
    for at, colour in enumerate(("#a37", "#37a", "#73a")):
        memory.corridor.attach(f"c{at % 2 + 1}", f"p{at}", memory.clips.clean(photo(colour=colour)))
    memory.clips.attach("Petra", memory.clips.clean(photo(colour="#111")), "her badge")
    memory.clips.remove(memory.clips.of(memory.person("Petra").id)[0].id)
    kwame = memory.clips.of(memory.person("Kwame").id)
    memory.clips.remove(kwame[0].id)
    pictures = [bytes(r["bytes"]) for r in memory.store.rows("SELECT bytes FROM clip_file")]
    memory.same.forget("Petra Malinová")
    assert clips(memory, "Owen") == []
    memory.undo()
    assert clips(memory, "Kwame") == [("photo", "Kwame Asante-Boadi, new", None)]
    assert "her badge" not in str(memory.store.rows("SELECT text FROM source"))
    memory.close()
    everything = b"".join(f.read_bytes() for f in memory.path.parent.iterdir())
    assert [p[200:260] in everything for p in pictures] == [False, False]


def test_a_part_that_leaves_has_no_picture_of_others(memory: Memory, tmp_path: Path) -> None:
    memory.corridor.capture("c1", "Petra Malinová and Owen Prydderch, new")
    memory.corridor.attach("c1", "p1", memory.clips.clean(photo()))
    memory.clips.attach("Petra", memory.clips.clean(photo(colour="#111")))
    part = tmp_path / "petra.hallway"
    memory.files.export(part, about="Petra Malinová")
    with Memory(tmp_path / "there.db") as there:
        there.files.restore(part)
        assert [c.text for c in there.clips.of(there.person("Petra").id)] == ["Petra Malinová"]


def test_a_card_that_was_scanned_is_the_person_of_the_line(memory: Memory) -> None:
    memory.corridor.capture("c1", "Petra Malinová, museum radio", kind="new", card=CARD)
    [petra] = memory.who("Petra Malinová")
    assert (petra.person.organization, petra.person.times, len(memory.log())) == ("Museum Radio", 1, 1)
    memory.corridor.capture("c2", "Petra M., met again", card=CARD.replace("Petra Malinová", "P. Malinová"))
    assert [p.times for p in memory.people()] == [2]
    memory.undo()
    memory.undo()
    assert memory.people() == []


@pytest.mark.parametrize("card", ["https://radio.example", "BEGIN:VCARD\nEND:VCARD", "", "\x00" * 50])
def test_a_code_that_is_no_card_stops_nothing(memory: Memory, card: str) -> None:
    memory.corridor.capture("c1", "Petra Malinová, new", card=card)
    assert [p.name for p in memory.people()] == ["Petra Malinová"]


def test_somebody_new_of_the_same_name_is_said_so_for_good(memory: Memory) -> None:
    memory.met("Chris Berg, new", written="2019-05-05")
    memory.corridor.capture("c1", "Chris Berg, new", who={"Chris Berg": None})
    [one, other] = memory.who("Chris Berg")
    assert memory.same.suggestions() == []
    memory.corridor.capture("c2", "Chris Berg, met again", who={"Chris Berg": one.person.id})
    assert {s.person.id: s.person.times for s in memory.who("Chris Berg")} == {one.person.id: 2, other.person.id: 1}
