"""The day of each encounter, whatever changes what it rests on."""

from build import Draft

from hallway import Memory

WRONG = (
    "SELECT encounter.fact_id FROM encounter JOIN encounter_days AS d ON d.fact_id = encounter.fact_id"
    " WHERE encounter.day IS NOT d.day OR encounter.dated IS NOT d.dated"
)


def days(memory: Memory) -> list[str]:
    assert memory.store.rows(WRONG) == []
    return [str(r["day"]) for r in memory.store.rows("SELECT day FROM encounter ORDER BY fact_id")]


def diary(name: str, written: str) -> Draft:
    draft = Draft("I met Zed Quill at Tide Talks.\n", name, written)
    draft.met(draft.person("Zed Quill", "Zed Quill"), "new", draft.event("Tide Talks"))
    return draft


def test_an_event_whose_day_becomes_known(memory: Memory) -> None:
    memory.keep(diary("a.txt", "2019-05-20").reading())
    assert days(memory) == ["2019-05-20"]
    later = Draft("Tide Talks were on 3 May 2019.\n", "b.txt", "2019-06-01")
    later.event("Tide Talks", start="2019-05-03")
    memory.keep(later.reading())
    assert days(memory) == ["2019-05-03"]
    memory.undo()
    assert days(memory) == ["2019-05-20"]


def test_merging_correcting_and_undoing(lived: Memory) -> None:
    before = days(lived)
    lived.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
    lived.same.merge("Anke Reimers", "Anke Reimer")
    lived.same.correct("Owen Prydderch", "met", "cemented", event="Lantern Days 2016")
    days(lived)
    lived.undo()
    lived.undo()
    lived.undo()
    assert sorted(days(lived)) == sorted(before)


def test_pages_of_people_are_the_list_cut(lived: Memory) -> None:
    from hallway.queries.people import people, people_among

    everybody = people(lived.store)
    assert [p for n in range(len(everybody)) for p in people(lived.store, limit=1, skip=n)] == everybody
    ids = [p.id for p in everybody[::2]]
    assert people_among(lived.store, ids, 100) == everybody[::2]
    assert people_among(lived.store, ids, 1, 1) == everybody[2:3]
