"""Who is in a team, as facts: each person once, with their role and when they came or went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hallway.model import MembershipFact, Span, When
from hallway.reading.dates import Dated
from hallway.reading.sentences import Sentence, Sentences
from hallway.reading.skeleton import Token
from hallway.reading.teams import Membership, Team

_ORIGINAL = re.compile(
    r"\b(?:original(?:ly)?|founding|founders?|from the (?:start|beginning|first)|first (?:team|crew|group|line-?up)|ursprünglich\w*|gründ\w+|d['’]origine|origin[ae]l\w*|oorspronkelijk\w*|fundador\w*)\b",
    re.I,
)


def memberships(
    team: Team,
    sentences: Sentences,
    tokens: Sequence[Token],
    dates: Sequence[Dated],
    span: Callable[[Sentence], Span],
    founded: When | None = None,
) -> Iterator[MembershipFact]:
    """One fact a member of team `t0`: `since` of those who joined and `until` of those who left, where it is told; in an
    original team everybody else is in it since it was `founded`, in others no more than its author."""
    original = bool(_ORIGINAL.search(span(sentences.all[team.sentence]).text))
    for m in _one_each(team):
        s = sentences.all[m.sentence]
        when = _date_of_change(m, s, tokens, dates)
        since = when if m.change == "joined" else founded if original or m.person is None else None
        until = when if m.change == "left" else None
        who = f"p{m.person}" if m.person is not None else None
        yield MembershipFact("t0", who, m.role, since, until, m.change, (span(s),))


def _date_of_change(m: Membership, s: Sentence, tokens: Sequence[Token], dates: Sequence[Dated]) -> When | None:
    """The date told of one person's joining or leaving: after their name, before anybody else's."""
    spots = [t.start for t in tokens if t.kind == "P" and s.start <= t.start < s.end]
    mine = [t.start for t in tokens if t.kind == "P" and t.number == m.person and s.start <= t.start < s.end]
    if not mine:
        return None
    until = min((x for x in spots if x > mine[-1]), default=s.end)
    first = mine[-1] if len(spots) > 1 else s.start
    return next((d.when for d in dates if first <= d.start < until), None)


def _one_each(team: Team) -> Iterator[Membership]:
    """One membership a person: the role from where they are listed, the change from where it is told."""
    merged: dict[int | None, Membership] = {}
    for m in team.members:
        known = merged.get(m.person)
        if known is None:
            merged[m.person] = m
        elif m.change:
            known.change, known.sentence = m.change, m.sentence
    yield from merged.values()


NEAR = 4
"""So many sentences around a team is said when it began."""


def team_founded(team: Team, sentences: Sentences, began: Sequence[Dated]) -> When | None:
    """When a team began, if that is told near it."""
    near = [d for d in began if abs(sentences.index(d.start) - team.sentence) <= NEAR]
    return near[0].when if near else None
