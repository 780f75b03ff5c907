"""Captures: kept once, in order, and never lost to a neighbour that cannot be kept."""

from datetime import date

from visiting import Site


def queue(*lines: str, **more: object) -> dict[str, object]:
    return {"sent": 0, "captures": [{"id": f"id-{line}", "line": line, **more} for line in lines]}


def states(site: Site, sent: dict[str, object]) -> list[str]:
    return [c["state"] for c in site.send("/captures/queue", sent).data["captures"]]


def test_a_line_and_a_button(site: Site) -> None:
    page = site.post("/captures", id="a1", line="Petra Malinová, museum radio", kind="fleeting")
    assert page.path == "/"
    assert page.text.startswith("Kept: Petra Malinová: in passing")
    [petra] = site.memory.people()
    assert (petra.name, petra.kind, petra.last) == ("Petra Malinová", "fleeting", date.today().isoformat())


def test_what_is_kept_can_be_taken_back_from_the_same_page(site: Site) -> None:
    site.post("/captures", id="a1", line="Petra Malinová, new")
    action = site.memory.log()[0].id
    assert site.post(f"/log/{action}/undo", back="/").text.startswith("Taken back: Petra Malinová, new")
    assert site.memory.people() == []


def test_the_same_id_is_kept_once(site: Site) -> None:
    assert states(site, queue("Petra Malinová, new")) == ["kept"]
    assert states(site, queue("Petra Malinová, new")) == ["already"]
    assert [p.times for p in site.memory.people()] == [1]


def test_what_was_taken_back_does_not_come_again_with_a_phone_that_did_not_hear(site: Site) -> None:
    states(site, queue("Petra Malinová, new"))
    site.memory.undo()
    assert states(site, queue("Petra Malinová, new")) == ["already"]
    assert site.memory.people() == []


def test_one_that_cannot_be_kept_stops_nobody(site: Site) -> None:
    sent = queue("Petra Malinová, new", "the weather was nice", "Owen Prydderch, met again")
    assert states(site, sent) == ["kept", "refused", "kept"]
    assert [e.summary for e in site.memory.log()] == ["Owen Prydderch, met again", "Petra Malinová, new"]
    assert states(site, sent) == ["already", "refused", "already"]


def test_things_that_are_no_captures(site: Site) -> None:
    for sent in ([], {"captures": "x"}, {"captures": [{}] * 501}, "x", None):
        assert site.send("/captures/queue", sent).status == 422
    assert (
        states(site, {"captures": [1, {"id": 7}, {"id": "", "line": "Petra"}, {"id": "x" * 65, "line": "Petra"}]})
        == ["refused"] * 4
    )
    assert site.memory.people() == []


def test_the_event_one_is_at_is_where_it_happened(lived_site: Site) -> None:
    porto = lived_site.memory.find_events("Porto")[0]
    lived_site.post("/here", event=str(porto.id))
    assert "You are at Lantern Days 2016" in lived_site.get("/").text
    lived_site.post("/captures", id="b1", line="Petra Malinová, museum radio", kind="new", event=str(porto.id))
    [petra] = lived_site.memory.who("Petra Malinová")
    assert [(m.event and m.event.title, m.kind) for m in petra.meetings] == [("Lantern Days 2016", "new")]
    assert petra.meetings[0].words[0].text == "Petra Malinová, museum radio, new, at Lantern Days"


def test_a_line_that_names_its_event_is_believed(lived_site: Site) -> None:
    porto = lived_site.memory.find_events("Porto")[0]
    lived_site.post("/captures", id="b1", line="Petra Malinová, new, at Small Signals 2017", event=str(porto.id))
    [petra] = lived_site.memory.who("Petra Malinová")
    assert [m.event and m.event.name for m in petra.meetings] == ["Small Signals"]


def test_chips_while_typing_keep_nothing(lived_site: Site) -> None:
    page = lived_site.get("/understood", line="Anke Reimers, met again, via Owen Prydderch", event="")
    assert page.text == (
        "who Anke Reimers ✓ met 9 Nov 2017 not them: somebody new"
        " through Owen Prydderch met 9 Nov 2017 not them: somebody new how Met again"
    )
    assert lived_site.get("/understood", line="and", event="").text == "Begin with a name."
    assert len(lived_site.memory.log()) == 3


def test_a_problem_keeps_what_was_typed(site: Site) -> None:
    page = site.post("/captures", id="c1", line="it rained all day <b>")
    assert page.status == 422
    assert "it rained all day &lt;b&gt;" in page.html
    assert "/?line=it%20rained%20all%20day%20%3Cb%3E" in page.links()


def test_a_memory_that_fails_keeps_what_was_typed(site: Site) -> None:
    site.memory.store.run("DROP TABLE capture")
    page = site.post("/captures", id="c1", line="Petra Malinová, new, it rained")
    assert page.status == 503
    assert "Petra Malinová, new, it rained" in page.html
    assert "/?line=Petra%20Malinov%C3%A1%2C%20new%2C%20it%20rained" in page.links()
    assert site.memory.people() == []
