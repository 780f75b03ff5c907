"""The JSON API: what a token may, and the same answers as everywhere."""

from typing import Any

import pytest
from visiting import Site

from hallway.interfaces.web.pages.api import CALLS


def ask(site: Site, token: str, method: str, path: str, **more: Any) -> Any:
    return site.client.request(method, path, headers={"Authorization": f"Bearer {token}"}, **more)


@pytest.fixture
def reader(lived_site: Site) -> str:
    return lived_site.memory.access.token("a reader", ("read",))


@pytest.fixture
def writer(lived_site: Site) -> str:
    return lived_site.memory.access.token("a writer", ("read", "write"))


def test_every_call_needs_a_token_with_its_scope(lived_site: Site, reader: str) -> None:
    for call in CALLS:
        path = call.path.replace("{id}", "1")
        assert lived_site.client.request(call.method, path).status_code == 401
        assert ask(lived_site, "x" * 43, call.method, path).status_code == 401
        if call.needs == "write":
            assert ask(lived_site, reader, call.method, path, json={}).status_code == 403


def test_people_and_their_stories(lived_site: Site, reader: str) -> None:
    people = ask(lived_site, reader, "GET", "/api/people", params={"limit": 3}).json()["people"]
    assert [p["name"] for p in people] == [p.name for p in lived_site.memory.people(limit=3)]
    story = ask(lived_site, reader, "GET", f"/api/people/{people[0]['id']}").json()
    assert story["name"] == people[0]["name"]
    found = ask(lived_site, reader, "GET", "/api/recall", params={"need": "radio features about ports"}).json()
    assert found["people"][0]["name"] == "Anke Reimers"


def test_a_capture_is_kept_once_and_taken_back(lived_site: Site, writer: str) -> None:
    line = {"id": "7f3a", "line": "Petra Malinová, museum radio", "kind": "new"}
    kept = ask(lived_site, writer, "POST", "/api/captures", json=line).json()
    assert kept["kept"]["people"] == 1
    assert ask(lived_site, writer, "POST", "/api/captures", json=line).json()["kept"]["already"] is True
    assert ask(lived_site, writer, "POST", f"/api/log/{kept['action']}/undo").status_code == 200
    assert lived_site.memory.who("Petra Malinová") == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"id": 1}', b'{"id": "a", "line": "and"}', b"\xff"])
def test_nonsense_is_refused(lived_site: Site, writer: str, body: bytes) -> None:
    assert ask(lived_site, writer, "POST", "/api/captures", content=body).status_code == 422


def test_what_is_not_there(lived_site: Site, writer: str) -> None:
    for path in ("/api/people/99999", f"/api/events/{2**70}"):
        assert ask(lived_site, writer, "GET", path).status_code == 404
    assert ask(lived_site, writer, "GET", "/api/people", params={"limit": "0"}).status_code == 422
    assert ask(lived_site, writer, "POST", "/api/log/99999/undo").status_code == 409


def test_the_document_has_every_call(lived_site: Site) -> None:
    paths = lived_site.client.get("/api/openapi.json").json()["paths"]
    assert {(m.upper(), p) for p, methods in paths.items() for m in methods} == {(c.method, c.path) for c in CALLS}
