"""The pages, as somebody would read them."""

import pytest
from build import Draft
from visiting import Site

HOSTILE = "<script>alert(1)</script>"


def test_the_first_page_teaches_whoever_starts(site: Site) -> None:
    page = site.get("/")
    assert page.title == "Today"
    assert "Nobody yet. Type one line about somebody and tap how you met" in page.text


def test_people_in_the_order_of_meeting(lived_site: Site) -> None:
    text = lived_site.get("/people").text
    names = ["Anke Reimers", "Owen Prydderch", "Kwame Asante-Boadi", "Farida Benali"]
    assert sorted(names, key=text.index) == names
    assert "Kwame" not in lived_site.get("/people", kind="fleeting").text
    assert "Ursina Caflisch" in lived_site.get("/people", kind="fleeting").text


def test_people_by_a_part_of_a_name(lived_site: Site) -> None:
    assert "Anke Reimers" in lived_site.get("/people", name="anke").text
    page = lived_site.get("/people", name="Ankee")
    assert "Nobody is called Ankee. Anke Reimers" in page.text


def test_a_story(lived_site: Site) -> None:
    [anke] = lived_site.memory.who("Anke Reimers")
    page = lived_site.get(f"/people/{anke.person.id}")
    assert page.title == "Anke Reimers"
    assert page.text.startswith(
        "Anke Reimers my podcasting partner · Hafenfunk Met 3 times, first 2 Oct 2014 Encounters"
        " New Lantern Days 2014 2 Oct 2014 Ghent On the boat I sat next to Anke Reimers , who makes radio features"
    )


def test_an_event_is_its_people(lived_site: Site) -> None:
    porto = lived_site.memory.find_events("Porto")[0]
    page = lived_site.get(f"/events/{porto.id}")
    assert page.text.startswith("Lantern Days 2016 Porto · 26–28 May 2016 New 3 Kwame Asante-Boadi")
    people = [link for link in page.links() if link.startswith("/people/")]
    assert len(people) == 5


def test_recall_answers_with_people_and_the_sentence(lived_site: Site) -> None:
    page = lived_site.get("/recall", need="somebody who makes radio features about ports")
    assert "Anke Reimers On the boat I sat next to Anke Reimers , who makes radio features" in page.text.replace(
        "perhaps ", ""
    )
    part = lived_site.get("/recall", {"X-Part": "1"}, need="radio features about ports, Ghent")
    assert "<html" not in part.html
    assert 'data-without="Ghent"' in part.html


def test_the_log_says_what_was_done(lived_site: Site) -> None:
    page = lived_site.get("/log")
    assert [page.text.index(name) for name in ("leeds", "porto", "ghent")] == sorted(
        page.text.index(name) for name in ("leeds", "porto", "ghent")
    )


@pytest.mark.parametrize("address", ["/people/999999", "/events/999999", f"/people/{2**70}", f"/events/{2**70}"])
def test_what_is_not_there(site: Site, address: str) -> None:
    page = site.get(address)
    assert page.status == 404
    assert page.text.startswith("Nothing here")


def test_foreign_text_is_text(site: Site) -> None:
    text = f"{HOSTILE} I met Zed <i>Q</i> {HOSTILE}.\n"
    draft = Draft(text, f"{HOSTILE}.txt", "2014-10-07", HOSTILE)
    zed = draft.person(f"Zed {HOSTILE}", "Zed <i>Q</i>")
    event = draft.event(HOSTILE, place=HOSTILE, start="2014-10-02", my_role=HOSTILE)
    draft.met(zed, "new", event)
    site.memory.keep(draft.reading())
    [person], [happened] = site.memory.people(), site.memory.events()
    paths = ["/", "/people", f"/people/{person.id}", "/events", f"/events/{happened.id}", "/log", "/here"]
    paths += ["/recall?need=<script>alert(1)</script>", "/people?name=<script>alert(1)</script>"]
    for path in paths:
        assert "<script>alert" not in site.get(path).html, path


def test_german_by_what_the_browser_asks_for(lived_site: Site) -> None:
    page = lived_site.get("/", headers={"Accept-Language": "fr;q=0.9, de-CH, en;q=0.5"})
    assert '<html lang="de">' in page.html
    assert page.title == "Heute"
    lived_site.post("/language", language="en")
    assert lived_site.get("/", headers={"Accept-Language": "de"}).title == "Today"
