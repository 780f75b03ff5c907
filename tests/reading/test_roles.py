"""What sentences say about people besides how they were met."""

from __future__ import annotations

import pytest
from rules import marked

from hallway.reading.roles import said


def told(text: str) -> set[tuple[str, int, str, int | None]]:
    return {(t.what, t.person, t.words, t.other) for t in said(marked(text))}


@pytest.mark.parametrize(
    ("text", "met", "by"),
    [
        ("P0 introduced me to P1.", {1}, 0),
        ("P0 kindly introduced us to P1 and P2.", {1, 2}, 0),
        ("I was introduced to P1 by P0.", {1}, 0),
        ("I met P1 through P0.", {1}, 0),
        ("P1, introduced by P0, sang.", {1}, 0),
        ("Thanks to P0 I met P1.", {1}, 0),
        ("P0 dragged me over to meet P1.", {1}, 0),
        ("got an introduction to P1 from P0", {1}, 0),
        ("P0 stellte mich P1 vor.", {1}, 0),
        ("Durch P0 lernte ich P1 kennen.", {1}, 0),
        ("P0 m'a présenté à P1.", {1}, 0),
        ("P0 me presentó a P1.", {1}, 0),
        ("I introduced P0 to P1.", set(), 0),
        ("P0 introduced herself.", set(), 0),
        ("P0 introduced P1 on stage.", set(), 0),
    ],
)
def test_introductions(text: str, met: set[int], by: int) -> None:
    assert {t for t in told(text) if t[0] == "via"} == {("via", person, "", by) for person in met}


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("P0 of O0 and P1 from O1 came", {(0, 0), (1, 1)}),
        ("P0 (O0) and P1 (CTO at O1)", {(0, 0), (1, 1)}),
        ("P0, the founder of O0, came", {(0, 0)}),
        ("P0, who works for O0,", {(0, 0)}),
        ("P0 is now at O0", {(0, 0)}),
        ("P0 the new head of O0", {(0, 0)}),
        ("P0, marketing director at O0", {(0, 0)}),
        ("P0 CEO of O0", {(0, 0)}),
        ("P0 arbeitet bei O0", {(0, 0)}),
        ("P0 runs O0", {(0, 0)}),
        ("O0's CEO P0 came", {(0, 0)}),
        ("O0 founder P0", {(0, 0)}),
        ("P0 - O0", {(0, 0)}),
        ("P0 used to work for O0", set()),
        ("P0, formerly of O0,", set()),
        ("P0, who left O0,", set()),
        ("P0 needs help from O0", set()),
        ("P0 got a letter from O0", set()),
        ("O0 had a booth, and P0 sang", set()),
    ],
)
def test_employers(text: str, jobs: set[tuple[int, int]]) -> None:
    assert {(t[1], t[3]) for t in told(text) if t[0] == "org"} == jobs


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("a talk by P0 and P1", {(0, "speaker"), (1, "speaker")}),
        ("P0's closing keynote", {(0, "speaker")}),
        ("P0 spoke about cheese", {(0, "speaker")}),
        ("keynote speaker P0", {(0, "speaker")}),
        ("ein Vortrag von P0", {(0, "speaker")}),
        ("organized by P0 and P1", {(0, "organizer"), (1, "organizer")}),
        ("P0, one of the organisers, sang", {(0, "organizer")}),
        ("P0 was our host", {(0, "organizer")}),
        ("the moderator, P0", {(0, "moderator")}),
        ("TA P0 helped", {(0, "teaching assistant")}),
        ("my co-presenter P0", {(0, "co-presenter")}),
        ("P0 is not a speaker", set()),
        ("P0 gave me a lift", set()),
        ("P0 laughed", set()),
    ],
)
def test_roles(text: str, roles: set[tuple[int, str]]) -> None:
    assert {(t[1], t[2]) for t in told(text) if t[0] == "role"} == roles


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("my podcasting partner P0", {(0, "my podcasting partner")}),
        ("my old friends P0 and P1", {(0, "my old friends"), (1, "my old friends")}),
        ("my friend P0 and P1", {(0, "my friend")}),
        ("P0, my boss, sang", {(0, "my boss")}),
        ("P0, who is our editor,", {(0, "our editor")}),
        ("mein Kollege P0", {(0, "mein Kollege")}),
        ("mi amiga P0", {(0, "mi amiga")}),
        ("P0's husband P1", set()),
        ("her friend P0", set()),
    ],
)
def test_relations(text: str, relations: set[tuple[int, str]]) -> None:
    assert {(t[1], t[2]) for t in told(text) if t[0] == "relation"} == relations


def test_a_sentence_without_people_says_nothing() -> None:
    assert told("my friend works for O0, a talk by the organizer") == set()
