"""Teams change: who is in, who left, who joined."""

from __future__ import annotations

import pytest
from rules import drafted, marked

from hallway.model import MembershipFact
from hallway.reading.teams import team_mates, teams

Told = list[tuple[int | None, str | None, str | None]]


def told(*sentences: str) -> tuple[str, Told, set[int]] | None:
    team = teams([marked(s) for s in sentences])
    return (team.name, [(m.person, m.role, m.change) for m in team.members], team_mates(team)) if team else None


@pytest.mark.parametrize(
    ("text", "name", "members", "mates"),
    [
        ("This year's team: P0, P1 and me.", "This year's team", [(0, None, None), (1, None, None), (None, None, None)], {0, 1}),
        ("The organizing committee was P0, P1 and P2.", "organizing committee", [(0, None, None), (1, None, None), (2, None, None)], set()),
        ("Our team: presenters P0 and me, plus organizers P1, P2.", "team", [(0, "presenter", None), (None, "presenter", None), (1, "organizer", None), (2, "organizer", None)], {0, 1, 2}),
        ("P0 left the team.", "the team", [(0, None, "left")], set()),
        ("In our team P0 still has other priorities.", "the team", [(0, None, "left")], set()),
        ("P0 joined the team earlier this year.", "the team", [(0, None, "joined")], set()),
        ("P0 replaced P1 on the committee.", "the team", [(0, None, "joined"), (1, None, "left")], set()),
        ("In the crew P0 was replaced by P1.", "the team", [(0, None, "left"), (1, None, "joined")], set()),
        ("P0 stepped down from the committee and P1 took over.", "the team", [(0, None, "left"), (1, None, "joined")], set()),
    ],
)  # fmt: skip
def test_team_sentences(text: str, name: str, members: Told, mates: set[int]) -> None:
    assert told(text) == (name, members, mates)


def test_changes_are_told_in_the_sentences_after_the_team() -> None:
    assert told("The original team has evolved.", "P0 has other priorities.", "P1 joined earlier this year.") == (
        "the team",
        [(0, None, "left"), (1, None, "joined")],
        set(),
    )


def test_who_left_is_no_mate_of_the_author() -> None:
    assert told("The team was P0, P1 and me.", "P1 has moved on.") == (
        "team",
        [(0, None, None), (1, None, None), (None, None, None), (1, None, "left")],
        {0},
    )


@pytest.mark.parametrize(
    "text",
    [
        "P0 joined us for dinner.", "P0 joined O0.", "P0 joined the conference.", "P0 left early.", "P0 left the room.", "P0 gave up her seat.",
        "The team won.", "P0 is a team player.", "The football team was great, said P0.",
    ],
)  # fmt: skip
def test_what_is_no_team(text: str) -> None:
    assert told(text) is None


def test_coming_and_going_at_an_event_changes_no_team() -> None:
    assert told("The team was P0 and P1.", "P2 left early.", "P2 joined us for dinner.") == (
        "team",
        [(0, None, None), (1, None, None)],
        set(),
    )


def test_an_original_team_is_together_since_it_began() -> None:
    text = "The original crew was Ada Quill, Bo Thrush and me. Bo Thrush left the crew. It goes back to late 2015."
    reading = drafted(text, {"Ada Quill": "PER", "Bo Thrush": "PER"})
    names = reading.names()
    told = {
        names[m.person] if m.person else "me": (m.since and m.since.edtf, m.change) for m in reading.all(MembershipFact)
    }
    assert told == {
        "Ada Quill": ("2015-09/2015-12", None),
        "Bo Thrush": ("2015-09/2015-12", "left"),
        "me": ("2015-09/2015-12", None),
    }


def test_somebody_who_joined_us_is_in_it() -> None:
    text = "Our team was Ada Quill, Bo Thrush and me. Cy Lark joined us in 2014, and Di Wren joined us for dinner."
    reading = drafted(text, dict.fromkeys(("Ada Quill", "Bo Thrush", "Cy Lark", "Di Wren"), "PER"))
    joined = [(reading.names()[m.person or ""], str(m.since)) for m in reading.all(MembershipFact) if m.change]
    assert joined == [("Cy Lark", "2014")]


def test_our_group_without_a_name_is_known_by_when_it_began() -> None:
    reading = drafted("I met Ada Quill. Our group goes back to late 2015.", {"Ada Quill": "PER"})
    assert [(m.person, str(m.since)) for m in reading.all(MembershipFact)] == [(None, "2015-09/2015-12")]
