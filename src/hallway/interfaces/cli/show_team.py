"""A team in 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import period, when
from hallway.interfaces.cli.render import entry, heading, long_heading, paragraph, quote
from hallway.interfaces.cli.show_years import team_lines

if TYPE_CHECKING:
    from hallway.queries.team import Team, Years
    from hallway.queries.words import Words


def team_story(team: Team) -> Iterator[str]:
    """The whole team: its years as bars, the original team, the last one, and who came and went."""
    yield from long_heading(team.name)
    if any(m.span() for m in team.members):
        yield from ["", *team_lines([m for m in team.members if m.span()])]
    shown: set[Words] = set()
    original, (now, open_) = team.original(), team.latest()
    if original:
        yield from ["", heading(f"The original team ({len(original)})")]
        yield from _members(original, team, shown, first=True)
    if {id(m) for m in now} != {id(m) for m in original}:
        yield from ["", heading(f"T{_last(team)[1:]} ({len(now)})")]
        yield from _members(now, team, shown)
        yield from _perhaps(open_)
    yield from _moved("Joined", [(m, m.came) for m in team.members if m.came is not None], shown)
    yield from _moved("Left", [(m, m.went) for m in team.members if m.went is not None], shown)


def _last(team: Team) -> str:
    """`the team of 2016`; where no text has a date, the team as they have it."""
    return f"the team of {team.years[-1]}" if team.years else "the team now, as the text says"


def chosen_lines(team: Team, original: bool, at: str | None) -> Iterator[str]:
    """The original team, the team on a day, or else the last one."""
    chosen, open_ = (team.original(), []) if original else team.at(at) if at else team.latest()
    title = "the original team" if original else when(at) if at else _last(team)
    yield from long_heading(f"{team.name}: {title}")
    if not chosen:
        yield from paragraph("Nobody is known to have been in it then." if at else "Nobody is known.", 2)
    yield from _members(chosen, None if at else team, set(), first=original)
    yield from _perhaps(open_)


def _members(members: Iterable[Years], team: Team | None, shown: set[Words], first: bool = False) -> Iterator[str]:
    """A line a member, and the words that tell of several of them once: the `first` ones, or the last."""
    told: dict[Words, None] = {}
    for member in members:
        span = member.span()
        old = team and team.years and span and not member.left and span[1] < team.years[-1]
        last = f"last told of in {span[1]}" if old and span else None
        since = period(member.since, member.until) or None
        yield from entry(member.person or "you", [member.role, since, last])
        words_in = [w for w in member.words if w not in (member.went or ())]
        told |= dict.fromkeys(words_in[:1] if first else words_in[-1:])
    for words in told:
        if words not in shown:
            shown.add(words)
            yield from quote(words.text, indent=4)


def _perhaps(members: list[Years]) -> Iterator[str]:
    if members:
        names = ", ".join(m.person or "you" for m in members)
        yield from paragraph(f"perhaps also {names}: the texts leave the day open", 2, hanging=2)


def _moved(title: str, members: list[tuple[Years, tuple[Words, ...]]], shown: set[Words]) -> Iterator[str]:
    if not members:
        return
    yield from ["", heading(title)]
    for member, told in members:
        since = period(member.since, None) if title == "Joined" else period(None, member.until)
        year = member.joined if title == "Joined" else member.left
        yield from entry(member.person or "you", [since or (f"told of in {year}" if year else None)])
        for words in told:
            yield from quote(words.text, member.person, indent=4)
            shown.add(words)
