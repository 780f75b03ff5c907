"""The pages, as somebody would read them."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from build import Draft
from visiting import Site

from hallway.interfaces.web.tongue import tongues

WEB = Path(__file__).parents[3] / "src" / "hallway" / "interfaces" / "web"
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
        "Anke Reimers my podcasting partner · Hafenfunk Met 3 times, first 2 Oct 2014 Met again Add, put right, forget"
        " Encounters"
        " New Lantern Days 2014 2 Oct 2014 Ghent On the boat I sat next to Anke Reimers , who makes radio features"
    )


def test_an_event_is_its_people(lived_site: Site) -> None:
    porto = lived_site.memory.find_events("Porto")[0]
    page = lived_site.get(f"/events/{porto.id}")
    assert page.text.startswith(
        "All of Lantern Days Lantern Days 2016 Porto · 26–28 May 2016 Whom to look for Who stands with whom How ties grew New 3 Kwame Asante-Boadi"
    )
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


def test_two_who_are_one_and_are_two_again(lived_site: Site) -> None:
    memory = lived_site.memory
    memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
    page = lived_site.get("/same")
    assert "Anke Reimers" in page.text
    ids = {s.person.name: str(s.person.id) for s in memory.who("Anke")}
    one, other = ids["Anke Reimers"], ids["Anke Reimer"]
    page = lived_site.post("/same", one=one, other=other, verdict="same")
    assert page.text.startswith("Joined: Anke Reimers and Anke Reimer Undo")
    assert [s.person.name for s in memory.who("Anke")] == ["Anke Reimers"]
    assert lived_site.get(f"/people/{other}").path == f"/people/{one}"
    assert "Joined from" in lived_site.get(f"/people/{one}").text
    lived_site.post(f"/people/{one}/split", record=other)
    assert sorted(s.person.name for s in memory.who("Anke")) == ["Anke Reimer", "Anke Reimers"]


def test_what_came_of_it(lived_site: Site) -> None:
    [farida] = lived_site.memory.who("Farida Benali")
    page = lived_site.post(f"/people/{farida.person.id}/outcomes", words="became a client", when="2015-04")
    assert page.text.startswith("Noted. Undo Farida Benali")
    assert "Farida Benali : became a client" in lived_site.get("/outcomes").text
    assert "Ursina Caflisch : became a client" in lived_site.get("/outcomes").text


def test_a_name_put_right(lived_site: Site) -> None:
    [farida] = lived_site.memory.who("Farida Benali")
    page = lived_site.post(f"/people/{farida.person.id}/correct", field="name", new="Farida Benali-Koch")
    assert page.title == "Farida Benali-Koch"


def test_forgetting_asks_for_the_name(lived_site: Site) -> None:
    [owen] = lived_site.memory.who("Owen Prydderch")
    address = f"/people/{owen.person.id}/forget"
    assert lived_site.post(address, name="Owen").status == 422
    assert lived_site.post(address, name="Owen Prydderch").title == "Forgotten"
    assert lived_site.memory.who("Owen Prydderch") == []


def test_a_series_its_team_and_the_ties(lived_site: Site) -> None:
    page = lived_site.get("/series", name="Lantern Days")
    assert page.text.startswith("Lantern Days 2 editions")
    assert lived_site.get("/series", name="Nothing Days").status == 404
    page = lived_site.get("/team", name="Lantern Days")
    assert "<rect" in page.html
    assert [page.text.index(n) for n in ("Ruth Adeyemi", "Yusuf Karaca")] == sorted(
        page.text.index(n) for n in ("Ruth Adeyemi", "Yusuf Karaca")
    )
    assert lived_site.get("/ties").text.index("Anke Reimers") < lived_site.get("/ties").text.index("Kwame")
    assert lived_site.get("/contradictions").status == 200


def test_files_in_and_everything_out(lived_site: Site) -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Vendela Roos\r\nEMAIL:vendela@roos.example\r\nEND:VCARD\r\n"
    data = {"token": lived_site.token}
    answer = lived_site.client.post("/imports", data=data, files=[("files", ("../../x.vcf", card, "text/vcard"))])
    address = answer.url.path
    for _ in range(100):
        page = lived_site.get(address, {"X-Part": "1"})
        if "data-over" in page.html:
            break
        time.sleep(0.05)
    assert "1 new person" in page.text
    assert [s.person.name for s in lived_site.memory.who("Vendela")] == ["Vendela Roos"]
    exported = lived_site.client.post("/export", data=data)
    assert exported.headers["content-type"] == "application/zip"
    assert zipfile.is_zipfile(io.BytesIO(exported.content))
    assert lived_site.get("/imports/nothing").status == 404
    assert lived_site.post("/imports").status == 422


def test_german_is_complete() -> None:
    """Every sentence of the templates, and every one that a page says by name, has a German one."""
    said: set[str] = set()
    words = tongues()["de"].words
    told = re.compile(r"""(?:\b_|\bsay|\.say)\(\s*(?:"([^"]+)"|'([^']+)')""")
    counted = re.compile(r"""\b(?:n_|count)\([^,]+,\s*"([^"]+)",\s*"([^"]+)\"""")
    for file in [*WEB.rglob("*.html"), *WEB.rglob("*.py")]:
        text = file.read_text(encoding="utf-8")
        said |= {m[1] or m[2] for m in told.finditer(text)}
        said |= {s for m in counted.finditer(text) for s in m.groups()}
    assert sorted(said - set(words)) == []
