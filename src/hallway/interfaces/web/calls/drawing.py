"""What a program may draw: networks with a place for everybody, the flow of ties, a calendar."""

from __future__ import annotations

from hallway.interfaces.web.api import Call, Question
from hallway.interfaces.web.shapes import COUNT, ID, NUMBER, TEXT, listed, maybe, one_of, record, text
from hallway.queries.flow import STAGES
from hallway.queries.network import KNOWN, TIES

_WORDS = text(1, 500, "The name of a series or of one of its editions", "Lantern Days")
_PLACE = {"x": NUMBER, "y": NUMBER}
_EVENT = record(id=ID, title=TEXT, place=maybe(TEXT), start=maybe(TEXT), people=COUNT)
_STANDING = record(
    id=ID, name=TEXT, known=one_of(*KNOWN), work=maybe(TEXT), role=maybe(TEXT), times=COUNT,
    there=listed(listed({"type": ["integer", "string"]})), group=maybe(COUNT), **_PLACE,
)  # fmt: skip
_NETWORK = {
    "editions": listed(record(id=ID, title=TEXT, year=maybe(TEXT))),
    "people": listed(_STANDING),
    "ties": listed(record(a=ID, b=ID, kind=one_of(*TIES), about=maybe(TEXT), editions=listed(COUNT))),
    "groups": listed(record(name=maybe(TEXT), people=COUNT, radius=NUMBER, **_PLACE)),
}
_STAGE = one_of(*STAGES)
_FLOW = record(
    stages=listed(record(stage=_STAGE, people=COUNT, so_far=COUNT)),
    bands=listed(record(**{"from": _STAGE, "to": _STAGE, "count": COUNT, "people": listed(record(id=ID, name=TEXT))})),
)
_MONTHS = {"type": "object", "additionalProperties": listed(_EVENT)}
_YEAR = record(year={"type": "integer"}, people=COUNT, months=_MONTHS, some_time=listed(_EVENT))


def event_network(asked: Question) -> object:
    return asked.memory.pictures.of_event(asked.id).as_dict()


def series_network(asked: Question) -> object:
    name, found = asked.memory.pictures.of_series(asked.text("words"))
    return {"name": name, **found.as_dict()}


def flow_show(asked: Question) -> object:
    return asked.memory.pictures.flow(series=asked.text("words") or None).as_dict()


def calendar_show(asked: Question) -> object:
    return asked.memory.pictures.calendar().as_dict()


CALLS = (
    Call(
        "GET", "/api/events/{id}/network", "event_network", "Who stands with whom at an event, each with a place in the picture",
        event_network, record(**_NETWORK),
    ),
    Call(
        "GET", "/api/series/network", "series_network", "Who stands with whom in a series over the years", series_network,
        record(name=TEXT, **_NETWORK), query={"words": _WORDS}, must=("words",),
    ),
    Call(
        "GET", "/api/flow", "flow_show", "From fleeting to outcome: how ties grew, of all or of those met in a series", flow_show,
        _FLOW, query={"words": _WORDS},
    ),
    Call(
        "GET", "/api/calendar", "calendar_show", "Every event in its year and month", calendar_show,
        record(years=listed(_YEAR), undated=listed(_EVENT)),
    ),
)  # fmt: skip
