"""Reading a text in the browser: nothing is kept before somebody says so, and then what they say."""

import life
from visiting import Site

from hallway.model import PersonFact

REFS = {p.name: p.ref for p in life.ghent().all(PersonFact)}
FILE = {"text": life.GHENT, "name": "ghent.txt", "written": ""}


def accepted(**kinds: str) -> dict[str, str]:
    """The form as a browser sends it: everybody who is named has a kind; those named here are accepted."""
    form = {"event:e0": "1", "keep:e0": "on"}
    for name, ref in REFS.items():
        form |= {f"name:{ref}": name, f"kind:{ref}": "new"}
    for ref, kind in kinds.items():
        form |= {f"keep:{ref}": "on", f"kind:{ref}": kind}
    return FILE | form


def test_a_text_with_its_marks_and_nothing_kept(site: Site) -> None:
    page = site.post("/read", **FILE)
    assert page.title == "ghent.txt"
    assert f'<mark data-ref="{REFS["Anke Reimers"]}"' in page.html
    assert site.memory.people() == []
    assert site.memory.log() == []


def test_only_what_was_accepted_is_kept(site: Site) -> None:
    anke, farida = REFS["Anke Reimers"], REFS["Farida Benali"]
    page = site.post("/read/keep", **accepted(**{anke: "cemented", farida: "new"}))
    assert page.text.startswith("Kept: 2 people, 2 encounters Undo")
    assert {p.name: p.kind for p in site.memory.people()} == {"Anke Reimers": "cemented", "Farida Benali": "new"}
    assert [e.title for e in site.memory.events()] == ["Lantern Days 2014"]
    site.post(f"/log/{site.memory.log()[0].id}/undo")
    assert site.memory.people() == []


def test_a_name_that_was_put_right_and_one_that_was_missed(site: Site) -> None:
    anke, start = REFS["Anke Reimers"], life.GHENT.index("Lys")
    form = accepted(**{anke: "new"}) | {f"name:{anke}": "Anke Reimers-Holt", f"missed:{start}-{start + 13}": "fleeting"}
    site.post("/read/keep", **form)
    assert {p.name: p.kind for p in site.memory.people()} == {"Anke Reimers-Holt": "new", "Lys Institute": "fleeting"}


def test_lines_as_browsers_end_them_are_the_same_text(site: Site) -> None:
    anke = REFS["Anke Reimers"]
    site.post("/read/keep", **accepted(**{anke: "new"}) | {"text": life.GHENT.replace("\n", "\r\n")})
    assert [p.name for p in site.memory.people()] == ["Anke Reimers"]
    assert "Nothing was added" in site.post("/read/keep", **accepted(**{anke: "new"})).text


def test_a_file_that_is_no_text_says_so(site: Site) -> None:
    answer = site.client.post("/read", data={"token": site.token}, files={"file": ("a.pdf", b"%PDF-1.7")})
    assert answer.status_code == 422
    assert "a.pdf is a PDF: save it as plain text" in answer.text


def test_a_date_that_is_none_keeps_the_text(site: Site) -> None:
    page = site.post("/read", text="I met <Petra> & others.", written="soon")
    assert page.status == 422
    assert "I met &lt;Petra&gt; &amp; others." in page.html


def test_nonsense_in_the_form_is_refused_with_the_text(site: Site) -> None:
    anke = REFS["Anke Reimers"]
    for form in ({f"kind:{anke}": "married"}, {"missed:999999-9999999": "new"}, {"missed:0-5": "married"}):
        page = site.post("/read/keep", **accepted(**{anke: "new"}) | form)
        assert page.status == 422
        assert "On the boat I sat next to Anke Reimers" in page.html
    assert site.memory.people() == []
