"""The JSON API: what a token may, and the same answers as everywhere."""

from typing import Any

import life
import pytest
from jsonschema_rs import Draft202012Validator as Validator
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


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"id": 1}', b'{"id": "a", "line": "b", "x": 1}', b"\xff"])
def test_what_is_not_asked_for_is_refused(lived_site: Site, writer: str, body: bytes) -> None:
    assert ask(lived_site, writer, "POST", "/api/captures", content=body).status_code == 400


def test_what_makes_no_sense_is_refused(lived_site: Site, writer: str) -> None:
    nobody = ask(lived_site, writer, "POST", "/api/captures", json={"id": "a", "line": "and"})
    assert nobody.status_code == 422
    assert nobody.json()["problem"].startswith("no name found in this note: who was it?")
    assert ask(lived_site, writer, "POST", "/api/captures", data={"id": "a", "line": "Petra"}).status_code == 415
    half = b'{"id": "a", "line": "Petra \\ud800"}'
    assert ask(lived_site, writer, "POST", "/api/captures", content=half).json() == {
        "problem": "line has half a character (a lone surrogate)"
    }


def test_what_is_not_there(lived_site: Site, writer: str) -> None:
    for path in ("/api/people/99999", f"/api/events/{2**70}"):
        assert ask(lived_site, writer, "GET", path).status_code == 404
    assert ask(lived_site, writer, "GET", "/api/people", params={"limit": "0"}).status_code == 400
    assert ask(lived_site, writer, "POST", "/api/log/99999/undo").status_code == 409


def closed(schema: Any) -> Any:
    """The schema with nothing in any object but what it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if "properties" in schema else {}
    return {key: closed(value) for key, value in schema.items()} | more


def test_the_document_names_every_field_of_every_answer(lived_site: Site, writer: str) -> None:
    """Whoever adds a field to `as_dict` describes it in interfaces/web/answers.py."""
    memory = lived_site.memory
    memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
    memory.feeds.follow("Anke Reimers", "https://hafenfunk.example/feed", since="2012")
    anke, porto = memory.who("Anke Reimers")[0].person.id, memory.find_events("Porto")[0].id
    document = lived_site.client.get("/api/openapi.json").json()
    bodies = {"capture_create": {"id": "a", "line": "Petra Malinová, new"}, "text_read": {"text": life.GHENT}}
    bodies |= {"outcome_create": {"words": "a series"}, "feed_unfollow": {"url": "https://hafenfunk.example/feed"}}
    asked = {
        "recall_ask": {"need": "radio"},
        "series_show": {"words": "Lantern Days"},
        "teams_show": {"words": "Lantern"},
        "series_network": {"words": "Lantern"},
    }
    told = [c for c in CALLS if c.method == "GET" or c.name in bodies]
    for call in told:
        path = call.path.replace("{id}", str(porto if "events" in call.path else anke))
        more: dict[str, Any] = {"params": asked.get(call.name)} if call.method == "GET" else {"json": bodies[call.name]}
        answer = ask(lived_site, writer, call.method, path, **more)
        assert answer.status_code == 200, (call.name, answer.text)
        schema = closed(call.gives | {"components": {"schemas": document["components"]["schemas"]}})
        errors = [
            f"{call.name}: {e.instance_path}: {e.message}"[:300] for e in Validator(schema).iter_errors(answer.json())
        ]
        assert errors == []
    assert len(told) == 22


def test_what_else_is_asked_is_answered_in_json(lived_site: Site, writer: str) -> None:
    assert ask(lived_site, writer, "GET", "/api/nothing").json() == {"problem": "there is nothing here"}
    refused = ask(lived_site, writer, "PATCH", "/api/feeds")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")
    assert ask(lived_site, writer, "HEAD", "/api/feeds").status_code == 200


def test_the_document_has_every_call(lived_site: Site) -> None:
    paths = lived_site.client.get("/api/openapi.json").json()["paths"]
    assert {(m.upper(), p) for p, methods in paths.items() for m in methods} == {(c.method, c.path) for c in CALLS}
