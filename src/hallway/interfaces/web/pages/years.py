"""What the years amount to: series, teams, ties, outcomes."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.drawn import lanes
from hallway.interfaces.web.jobs import Job
from hallway.interfaces.web.visit import Visit, route

_STATES = ("strong", "acquaintance", "fleeting", "dormant", "not met")
_MOST = 200


def series_show(visit: Visit) -> Response:
    """A series: its editions, who came back, whom I met there first, its team, what came of it."""
    name = visit.asked("name").strip()
    found = visit.desk.standing.ask(f"series {name}", lambda memory, _: memory.years.series(name) if name else [])
    if found.value is None:
        return visit.working(name, found.job or Job())
    if not found.value:
        raise LookupError(name)
    return visit.page("series.html", series=found.value[0], kinds=KINDS, anew=found.job)


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
    state = visit.asked("state") if visit.asked("state") in _STATES else ""
    found = visit.desk.standing.ask("ties", lambda memory, _: memory.years.ties())
    if found.value is None:
        return visit.working(visit.say("Ties"), found.job or Job())
    lines = [line for line in found.value.lines if not state or line.state.value == state]
    return visit.page(
        "ties.html", ties=lines[:_MOST], at=found.value.at.isoformat(), state=state, states=_STATES, anew=found.job
    )


def outcomes_list(visit: Visit) -> Response:
    """What came of it, with all the encounters before."""
    return visit.page("outcomes.html", found=visit.memory.years.outcomes(), kinds=KINDS)


ROUTES = [
    route("GET", "/series", series_show, slow=True),
    route("GET", "/team", team_show),
    route("GET", "/ties", ties_list, slow=True),
    route("GET", "/outcomes", outcomes_list),
]
