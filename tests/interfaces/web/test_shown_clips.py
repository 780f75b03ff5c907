"""Photos and recordings over HTTP: taken in once, shown without danger, taken away."""

from __future__ import annotations

import life
from pictured import photo
from visiting import Page, Site

from hallway.model import PersonFact


def send(site: Site, path: str, *files: tuple[str, bytes], **form: str) -> Page:
    told = {"X-Token": site.token, "Accept": "application/json"}
    parts = [("file", (name, data, "text/html")) for name, data in files]
    return Page(site.client.post(path, data=form, files=parts, headers=told))


def test_a_photo_arrives_once_and_after_its_words(site: Site) -> None:
    sent = ("x.html", photo())
    assert send(site, "/captures/a1/clips/p1", sent).data == {"id": "p1", "state": "early"}
    site.post("/captures", id="a1", line="Petra Malinová, museum radio", kind="new")
    assert [send(site, "/captures/a1/clips/p1", sent).data["state"] for _ in range(2)] == ["kept", "already"]
    assert send(site, "/captures/a1/clips/p2", ("no.jpg", b"<script>")).data["state"] == "refused"
    assert send(site, "/captures/a1/clips/p3").status == 422
    [clip] = site.memory.clips.of(1)
    page = site.get("/people/1")
    assert f'<img src="/clips/{clip.id}/small" alt="Photo: Petra Malinová, museum radio, new"' in page.html


def test_it_is_shown_as_what_it_is_and_can_start_nothing(site: Site) -> None:
    site.memory.met("Petra Malinová, new")
    assert send(site, "/people/1/clips", ("a.jpg", photo()), words="<b>her stand").raw.url.path == "/people/1"
    [clip] = site.memory.clips.of(1)
    assert "Petra Malinová: &lt;b&gt;her stand" in site.get("/people/1").html
    shown = site.client.get(f"/clips/{clip.id}")
    assert (shown.headers["content-type"], shown.headers["x-content-type-options"]) == ("image/jpeg", "nosniff")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert shown.headers["cross-origin-resource-policy"] == "same-origin"
    part = site.client.get(f"/clips/{clip.id}", headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.content) == (206, shown.content[2:6])
    assert part.headers["content-range"] == f"bytes 2-5/{len(shown.content)}"
    assert site.client.get(f"/clips/{clip.id}", headers={"Range": "bytes=-4"}).content == shown.content[-4:]
    assert site.client.get(f"/clips/{clip.id}", headers={"Range": "bytes=99999999-"}).status_code == 416
    assert site.client.get("/clips/99999").status_code == 404


def test_it_is_taken_away_and_comes_back(site: Site) -> None:
    site.memory.met("Petra Malinová, new")
    send(site, "/people/1/clips", ("a.jpg", photo()))
    [clip] = site.memory.clips.of(1)
    page = site.post(f"/clips/{clip.id}/remove", back="/people/1")
    assert (page.path, page.text.startswith("Removed. Undo Petra Malinová")) == ("/people/1", True)
    assert site.memory.clips.of(1) == []
    site.post(f"/log/{site.memory.log()[0].id}/undo")
    assert len(site.memory.clips.of(1)) == 1


def test_an_event_shows_what_was_taken_there(lived_site: Site) -> None:
    porto = lived_site.memory.find_events("Porto")[0]
    lived_site.post("/captures", id="a1", line="Petra Malinová", kind="new", event=str(porto.id))
    send(lived_site, "/captures/a1/clips/p1", ("a.jpg", photo()))
    assert "Photos and recordings 1" in lived_site.get(f"/events/{porto.id}").text


def test_a_tie_with_its_reasons(lived_site: Site) -> None:
    [anke] = lived_site.memory.who("Anke Reimers")
    part = lived_site.get(f"/people/{anke.person.id}/tie", {"X-Part": "1"})
    assert part.text.startswith("Your tie strong ")
    assert "my podcasting partner" in part.text
    assert "<html" not in part.html
    assert lived_site.get(f"/people/{anke.person.id}/tie").title == "Your tie to Anke Reimers"


def test_a_note_and_a_feed(lived_site: Site) -> None:
    [anke] = lived_site.memory.who("Anke Reimers")
    path = f"/people/{anke.person.id}"
    assert "collects fog horns" in lived_site.post(f"{path}/notes", words="collects  fog horns").text
    assert lived_site.post(f"{path}/notes", words=" ").status == 422
    assert lived_site.post(f"{path}/follow", url="https://ports.example/feed").text.startswith("Followed.")
    assert [line.url for line in lived_site.memory.feeds.of("Anke Reimers")] == ["https://ports.example/feed"]


def test_in_a_text_somebody_is_not_whom_they_are_taken_for(site: Site) -> None:
    site.memory.keep(life.ghent())
    porto = life.porto()
    anke = next(p.ref for p in porto.all(PersonFact) if p.name == "Anke Reimers")
    page = site.post("/read", text=life.PORTO, name=porto.source.name)
    assert page.html.count('<option value="new">not them: somebody new</option>') == 2
    chosen = {f"keep:{anke}": "1", f"kind:{anke}": "new", f"who:{anke}": "new"}
    site.post("/read/keep", text=life.PORTO, name=porto.source.name, **chosen)
    assert len(site.memory.who("Anke Reimers")) == 2
