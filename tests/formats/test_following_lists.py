"""Whom I follow: each network's own way to say it."""

from __future__ import annotations

import pytest
from formats.reads import names, read, shaped

from hallway.model import DetailFact, FollowingFact, KeyFact


@pytest.mark.parametrize(
    ("file", "called", "key", "since"),
    [
        ("following.js", ["X account 20417", "X account 20418"], "x:20417", None),
        ("following.json", ["@lampmaker"], "instagram:lampmaker", "2016-05-26"),
    ],
)
def test_each_network(file: str, called: list[str], key: str, since: str | None) -> None:
    readings, problems = shaped(file)
    assert (names(readings), problems) == (called, [])
    assert next(readings[0].all(KeyFact)).value == key
    following = next(readings[0].all(FollowingFact))
    assert (str(following.since) if following.since else None) == since


def test_friends_on_facebook_have_a_day_and_their_letters() -> None:
    readings, problems = shaped("your_friends.json")
    assert (names(readings), problems) == (["Éloïse Tamm", "Piet Vandersloot"], [])
    assert [str(d.when) for d in readings[0].all(DetailFact) if d.kind == "connected"] == ["2014-10-06"]


def test_what_is_no_account_is_reported() -> None:
    readings, problems = read("Account address,Show boosts\nowen@social.example,true\nnobody,true\n")
    assert (names(readings), [(p.line, p.field) for p in problems]) == (
        ["@owen@social.example"],
        [(3, "Account address")],
    )
