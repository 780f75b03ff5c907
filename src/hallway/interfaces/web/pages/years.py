"""What the years amount to: series, teams, ties, outcomes."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.drawn import lanes
from hallway.interfaces.web.visit import Visit, route

_STATES = ("strong", "acquaintance", "fleeting", "dormant", "not met")
_MOST = 200


def series_show(visit: Visit) -> Response:
    """A series: its editions, who came back, whom I met there first, its team, what came of it."""
    name = visit.asked("name").strip()
    stories = visit.memory.years.series(name) if name else []
    if not stories:
        raise LookupError(name)
    return visit.page("series.html", series=stories[0], kinds=KINDS)


def team_show(visit: Visit) -> Response:
    """A team over the years."""
    teams = visit.memory.years.teams(visit.asked("name").strip())
    if not teams:
        raise LookupError("no team")
    return visit.page(
        "team.html",
        teams=[(team, (lanes.wide(team), lanes.narrow(team)), _series(visit, team.series)) for team in teams],
    )


def _series(visit: Visit, folded: str | None) -> str | None:
    """What a team's series is called; None where it has none that the memory knows."""
    try:
        return visit.memory.pictures.editions(folded or "")[0]
    except LookupError:
        return None


def ties_list(visit: Visit) -> Response:
    """Everybody with the strength of my tie to them, the strongest first."""
    state = visit.asked("state")
    found = visit.memory.years.ties([state] if state in _STATES else [])
    return visit.page("ties.html", ties=found.lines[:_MOST], at=found.at.isoformat(), state=state, states=_STATES)


def outcomes_list(visit: Visit) -> Response:
    """What came of it, with all the encounters before."""
    return visit.page("outcomes.html", found=visit.memory.years.outcomes(), kinds=KINDS)


ROUTES = [
    route("GET", "/series", series_show),
    route("GET", "/team", team_show),
    route("GET", "/ties", ties_list),
    route("GET", "/outcomes", outcomes_list),
]
