"""Answers about everybody: worked out once, kept until something changes, shown as they were while that is worked out anew."""

from threading import Event, RLock

from visiting import Site

from hallway import Memory
from hallway.interfaces.web.jobs import Jobs, Progress
from hallway.interfaces.web.standing import Standing


def test_worked_out_once_and_anew_after_a_change(lived: Memory) -> None:
    standing, asked = Standing(lived, Jobs(lived.path), RLock(), patience=60), []

    def people(memory: Memory, _: Progress) -> int:
        asked.append(1)
        return len(memory.people())

    before = len(lived.people())
    assert [standing.ask("people", people).value for _ in range(3)] == [before] * 3
    lived.met("Petra Malinová, new")
    assert standing.ask("people", people).value == before + 1
    assert len(asked) == 2


def test_nobody_waits_for_long(lived: Memory) -> None:
    standing, go = Standing(lived, Jobs(lived.path), RLock(), patience=0.01), Event()

    def slowly(_: Memory, tell: Progress) -> str:
        tell(1, 2)
        go.wait(30)
        return "found"

    first = standing.ask("slow", slowly)
    assert (first.value, first.job and first.job.over) == (None, False)
    go.set()
    assert first.job is not None
    first.job.wait(30)
    assert standing.ask("slow", slowly).value == "found"
    go.clear()
    lived.met("Petra Malinová, new")
    again = standing.ask("slow", slowly)
    assert (again.value, again.job is not None) == ("found", True)
    go.set()


def test_a_page_says_so_until_it_is_there(lived_site: Site) -> None:
    lived_site.desk.standing.patience = 0
    lived_site.desk.jobs.start(lambda memory, _: memory.years.ties()).wait(60)
    page = lived_site.get("/ties")
    while "data-working" in page.html:
        assert page.text.startswith("Ties Everybody is looked at once")
        page = lived_site.get("/ties")
    assert "Anke Reimers" in page.text


def test_what_was_decided_is_not_asked_again_meanwhile(lived_site: Site) -> None:
    memory = lived_site.memory
    memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
    found = memory.same.suggestions()
    assert len(memory.same.undecided(found)) == len(found) > 0
    memory.same.merge(f"#{found[0].one.id}", f"#{found[0].other.id}")
    assert found[0] not in memory.same.undecided(found)
