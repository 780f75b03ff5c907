"""Lists of names, and what their headings say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import drafted

from hallway.model import Connection, EncounterFact, FollowingFact, PersonFact, RoleFact
from hallway.reading.lists.headings import heading
from hallway.reading.lists.items import listings

NEW, RENEWED, CEMENTED, FLEETING, NONE = "new", "renewed", "cemented", "fleeting", "none"


@pytest.mark.parametrize(
    ("words", "kind", "status"),
    [
        ("Brand new connections:", NEW, None), ("## People I met for the first time", NEW, None), ("New faces (7)", NEW, None),
        ("First encounters", NEW, None), ("Finally met in person", NEW, None), ("Met again", RENEWED, None),
        ("Old friends", RENEWED, None), ("Reconnected with:", RENEWED, None), ("People I already knew", RENEWED, None),
        ("Good to see again", RENEWED, None), ("With me all the way", CEMENTED, None), ("Briefly:", FLEETING, None),
        ("Only said hello to", FLEETING, None), ("Met briefly", FLEETING, None), ("Missed", NONE, "missed"),
        ("People I missed this year", NONE, "missed"), ("Could not find", NONE, "missed"), ("Didn't get to talk to", NONE, "missed"),
        ("Too shy to talk to", NONE, "missed"), ("Couldn't make it", NONE, "absent"), ("Absent friends", NONE, "absent"),
        ("Heard on stage", NONE, None), ("Best talks", NONE, None), ("Speakers I heard", NONE, None),
        ("Neue Bekanntschaften", NEW, None), ("Wiedergesehen", RENEWED, None), ("Leider verpasst", NONE, "missed"),
        ("Auf der Bühne gehört", NONE, None), ("Nur kurz", FLEETING, None), ("Nouvelles rencontres :", NEW, None),
        ("Retrouvailles", RENEWED, None), ("Manqués", NONE, "missed"), ("À la tribune", NONE, None), ("En coup de vent", FLEETING, None),
        ("Nuevos contactos", NEW, None), ("Reencuentros", RENEWED, None), ("No pude ver a", NONE, "missed"), ("En el escenario", NONE, None),
        ("Nieuwe gezichten", NEW, None), ("Weergezien", RENEWED, None), ("Helaas gemist", NONE, "missed"), ("Op het podium", NONE, None),
        ("Novos contactos", NEW, None), ("Reencontros", RENEWED, None), ("Não consegui falar com", NONE, "missed"), ("No palco", NONE, None),
        ("Nuove conoscenze", NEW, None), ("Gamle venner", RENEWED, None),
    ],
)  # fmt: skip
def test_headings_say_how_everybody_below_was_met(words: str, kind: str, status: str | None) -> None:
    told = heading(words)
    assert told and (told.kind.value, told.status) == (kind, status)


@pytest.mark.parametrize(
    "words",
    ["I met again the man who sold me the boat", "Lunch", "Organizers", "Attendees", "New York", "Missed the bus home", "The talk of the town", "", ":"],
)  # fmt: skip
def test_other_words_say_nothing(words: str) -> None:
    assert heading(words) is None


def names(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in found.names()] for found in listings(text)]


def test_bullets_labels_and_plain_lines_are_lists() -> None:
    assert names("Old friends:\n- Ada Quill\n- Bo Thrush (raku)\n\nMissed: Cy Lark, Di Wren and Eve Rook.\n") == [
        ["Ada Quill", "Bo Thrush"],
        ["Cy Lark", "Di Wren", "Eve Rook"],
    ]
    assert names("First encounters\nAda Quill\nBo van der Thrush, indigo\n\nThe end.") == [
        ["Ada Quill", "Bo van der Thrush"]
    ]
    assert names("New friends:\nAda Quill, Bo Thrush,\nCy Lark\n\nThen we left.") == [
        ["Ada Quill", "Bo Thrush", "Cy Lark"]
    ]


def test_prose_below_a_heading_is_no_list() -> None:
    assert names("Missed\n\nAda came too late for the boat, and I had left.\n") == []


def test_a_heading_holds_until_its_list_ends() -> None:
    text = "New people:\n- Ada Quill\n- Bo Thrush\n\nHeard on stage:\n- Cy Lark\n\nDi Wren was quoted.\n"
    reading = drafted(text, dict.fromkeys(("Ada Quill", "Bo Thrush", "Cy Lark", "Di Wren"), "PER"))
    met = {reading.names()[e.person]: e.kind for e in reading.all(EncounterFact)}
    assert met == {"Ada Quill": Connection.NEW, "Bo Thrush": Connection.NEW}
    assert [e.evidence[0].text for e in reading.all(EncounterFact)] == ["New people", "New people"]
    assert list(reading.all(FollowingFact)) == []


def test_names_that_only_stand_in_a_list_are_found() -> None:
    text = "HDC 2007.\n\nBrand new connections:\n- Ada Quill\n- Bo Thrush\n- Cy Lark\n"
    assert [p.name for p in drafted(text, {"HDC 2007": "EVT"}).all(PersonFact)] == ["Ada Quill", "Bo Thrush", "Cy Lark"]


def test_a_word_behind_one_name_is_said_of_it_alone() -> None:
    text = "At HDC 2007:\n- Ada Quill (new)\n- Bo Thrush - met again\n- Cy Lark, missed\n- Di Wren\n"
    marks = dict.fromkeys(("Ada Quill", "Bo Thrush", "Cy Lark", "Di Wren"), "PER") | {"HDC 2007": "EVT"}
    reading = drafted(text, marks)
    met = {reading.names()[e.person]: e.kind for e in reading.all(EncounterFact)}
    assert met == {"Ada Quill": Connection.NEW, "Bo Thrush": Connection.RENEWED}
    assert {reading.names()[r.person]: r.status for r in reading.all(RoleFact)} == {"Cy Lark": "missed"}


@given(st.lists(st.sampled_from(["Met again:", "- Ada Quill", "Bo Thrush, Cy Lark", "", "Missed: Di Wren", "We left at noon."]), max_size=20))  # fmt: skip
def test_items_stand_in_order_and_never_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    spots = [n for found in listings(text) for n in found.names()]
    assert spots == sorted(spots)
    assert all(a < b for a, b in spots)
    assert all(before[1] <= after[0] for before, after in pairwise(spots))
