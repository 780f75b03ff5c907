"""Pictures where people would rather look: networks, the flow of ties, a calendar. Each has its table on the same page."""

from __future__ import annotations

import gzip
import json
from urllib.parse import urlencode

from starlette.responses import Response

from hallway.interfaces.web.drawn import rivers
from hallway.interfaces.web.visit import Visit, route
from hallway.queries.flow import STAGES
from hallway.queries.network import KNOWN, TIES, Network

_AT_FIRST = 100
_SMALL = 2048
_STEPS = {"followed": "Followed", "fleeting": "In passing", "new": "New", "renewed": "Met again"}
_STEPS |= {"cemented": "Time together", "outcome": "Outcome"}


def pictures_list(visit: Visit) -> Response:
    """All the pictures that there are."""
    memory = visit.memory
    series: dict[str, int] = {}
    for event in memory.events():
        if event.series:
            series[event.series] = series.get(event.series, 0) + 1
    often = sorted(series, key=lambda name: (-series[name], name))
    return visit.page("pictures.html", series=[(name, series[name]) for name in often[:40]])


def event_network(visit: Visit) -> Response:
    """Who stands with whom at an event."""
    found = visit.memory.pictures.of_event(visit.id())
    event = found.editions[0]
    return _network(visit, found, event.title, f"/events/{event.id}", f"/events/{event.id}/network.json")


def series_network(visit: Visit) -> Response:
    """Who stands with whom in a series, over the years."""
    name, found = visit.memory.pictures.of_series(visit.asked("name"))
    asked = urlencode({"name": name})
    return _network(visit, found, name, f"/series?{asked}", f"/series/network.json?{asked}")


def event_data(visit: Visit) -> Response:
    """The same as data, for the script that draws it."""
    return _data(visit, visit.memory.pictures.of_event(visit.id()))


def series_data(visit: Visit) -> Response:
    """The same as data, for the script that draws it."""
    return _data(visit, visit.memory.pictures.of_series(visit.asked("name"))[1])


def flow_show(visit: Visit) -> Response:
    """From fleeting to outcome, of everybody, an event or a series; with `from` and `to`, who took that step."""
    event, series = visit.asked("event"), visit.asked("series").strip()
    memory, title, of = visit.memory, "", {}
    if event:
        title, of = memory.gathering(int(event)).event.title, {"event": event}
    elif series:
        title = memory.pictures.editions(series)[0]
        of = {"series": title}
    found = memory.pictures.flow(event=int(event) if event else None, series=series or None)
    begin, end = visit.asked("from"), visit.asked("to")
    chosen: tuple[tuple[int, str], ...] = ()
    if begin in STAGES and end:
        chosen = next((b.people for b in found.bands if (b.begin, b.end) == (begin, end)), ())
    elif begin in STAGES:
        chosen = next(s.so_far for s in found.stages if s.name == begin)
    return visit.page(
        "flow.html", flow=found, pictures=(rivers.wide(found), rivers.narrow(found)), steps=_STEPS, title=title,
        of="".join(f"&{urlencode({k: v})}" for k, v in of.items()), begin=begin, end=end, chosen=chosen,
    )  # fmt: skip


def calendar_show(visit: Visit) -> Response:
    """A conference life by year and month."""
    found = visit.memory.pictures.calendar()
    most = max((e.people for y in found.years for some in (*y.months, y.some_time) for e in some), default=0)
    return visit.page("calendar.html", calendar=found, size=lambda people: _size(people, most))


def _size(people: int, most: int) -> int:
    """How large an event's dot is, 0 to 6: as the root of how many people, so that its area is as they are many."""
    return max(1, round(6 * (people / max(most, 12)) ** 0.5)) if people else 0


def _network(visit: Visit, found: Network, title: str, back: str, data: str) -> Response:
    tied: dict[int, list[str]] = {}
    names = {p.id: p.name for p in found.people}
    for tie in found.ties:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if names[other] not in tied.setdefault(one, []):
                tied[one].append(names[other])
    met = sum(p.known not in ("none", "elsewhere") for p in found.people)
    return visit.page(
        "network.html", network=found, title=title, back=back, data=data, met=met, known=KNOWN, ties=TIES, tied=tied,
        shown=found.people[:_AT_FIRST],
    )  # fmt: skip


def _data(visit: Visit, found: Network) -> Response:
    """JSON, packed where it is large and the browser can unpack it. It holds no secret that its size could give away."""
    body = json.dumps(found.as_dict(), ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"Vary": "Accept-Encoding"}
    if len(body) > _SMALL and "gzip" in visit.request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, 5)
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type="application/json", headers=headers)


ROUTES = [
    route("GET", "/pictures", pictures_list),
    route("GET", "/events/{id:int}/network", event_network),
    route("GET", "/events/{id:int}/network.json", event_data),
    route("GET", "/series/network", series_network),
    route("GET", "/series/network.json", series_data),
    route("GET", "/flow", flow_show),
    route("GET", "/calendar", calendar_show),
]
