"""What a program may look up."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.interfaces.web.api import Call, Question
from hallway.interfaces.web.shapes import COUNT, LIMIT, NUMBER, TEXT, Shape, listed, one_of, record, ref, text
from hallway.queries.people import PersonLine

_WORDS = text(1, 500, "A name, a part of one, a place, a year", "Lantern Days 2016")
_KIND = one_of("new", "renewed", "cemented", "fleeting", "none")
_STATE = one_of("strong", "acquaintance", "fleeting", "dormant", "not met")


def people_list(asked: Question) -> object:
    """Whom I met, latest first; `kind` keeps those ever met so, `name` those who are called so."""
    if asked.text("name"):
        return {"people": _people(asked.memory.called(asked.text("name"), _limit(asked)))}
    return {"people": _people(asked.memory.people(asked.text("kind") or None, limit=_limit(asked)))}


def person_show(asked: Question) -> object:
    story = asked.memory.story(asked.id)
    return {"id": story.person.id, **story.as_dict()}


def events_list(asked: Question) -> object:
    words = asked.text("words")
    found = asked.memory.find_events(words) if words else asked.memory.events()
    return {"events": [{"id": e.id, **e.as_dict()} for e in found[: _limit(asked)]]}


def event_show(asked: Question) -> object:
    there = asked.memory.gathering(asked.id)
    people = [{"id": p.id, **p.as_dict()} for p in there.people]
    return {"id": there.event.id, **there.as_dict(), "people": people}


def recall_ask(asked: Question) -> object:
    found = asked.memory.recall(asked.text("need"), asked.number("limit", 5))
    told = found.as_dict()
    people = told["people"] if isinstance(told["people"], list) else []
    return told | {"people": [{"id": m.person_id, **one} for m, one in zip(found, people, strict=True)]}


def ties_list(asked: Question) -> object:
    found, state = asked.standing.now("ties", lambda memory, _: memory.years.ties()), asked.text("state")
    lines = [line for line in found.lines if not state or line.state.value == state]
    told = [{"id": line.id, **line.as_dict()} for line in lines[: _limit(asked)]]
    return found.as_dict(0) | {"count": len(lines), "ties": told}


def outcomes_list(asked: Question) -> object:
    found = asked.memory.years.outcomes(asked.text("words"))
    if found is None:
        raise LookupError(asked.text("words"))
    return found.as_dict()


def series_show(asked: Question) -> object:
    words = asked.text("words")
    found = asked.standing.now(f"series {words}", lambda memory, _: memory.years.series(words))
    return {"series": [story.as_dict() for story in found]}


def teams_show(asked: Question) -> object:
    return {"teams": [team.as_dict() for team in asked.memory.years.teams(asked.text("words"))]}


def talks_list(asked: Question) -> object:
    found = asked.memory.programmes.talks(asked.text("words"))
    return {"count": len(found), "talks": [t.as_dict() for t in found[: _limit(asked)]]}


def contradictions_list(asked: Question) -> object:
    found = asked.standing.now("contradictions", lambda memory, _: memory.years.contradictions())
    return {"contradictions": [c.as_dict() for c in found]}


def same_list(asked: Question) -> object:
    found = asked.standing.now("same", lambda memory, progress: memory.same.suggestions(200, progress=progress))
    return {"suggestions": [s.as_dict() for s in found[: _limit(asked)]]}


def feeds_list(asked: Question) -> object:
    return {"feeds": [f.as_dict() for f in asked.memory.feeds.all()]}


def log_list(asked: Question) -> object:
    return {"actions": [e.as_dict() for e in asked.memory.log(_limit(asked))]}


def _limit(asked: Question) -> int:
    return asked.number("limit", 50)


def _people(lines: Iterable[PersonLine]) -> list[dict[str, object]]:
    return [{"id": p.id, **p.as_dict()} for p in lines]


_FEW = {"limit": LIMIT}
_MEDIANS = record(**{by: listed(ref("Median")) for by in ("kind", "event", "series")})
_NUMBERS: Shape = {"type": "object", "additionalProperties": NUMBER}
_WEIGHTS: Shape = {"type": "object", "additionalProperties": {"anyOf": [NUMBER, _NUMBERS]}}

CALLS = (
    Call(
        "GET", "/api/people", "people_list", "Whom I met, latest first", people_list,
        record(people=listed(ref("Person"))), query={"name": _WORDS, "kind": _KIND} | _FEW,
        leads={"person_show": "/people/0/id"},
    ),
    Call("GET", "/api/people/{id}", "person_show", "One person's story", person_show, ref("Story")),
    Call(
        "GET", "/api/events", "events_list", "Events, latest first; those that words fit, earliest first", events_list,
        record(events=listed(ref("Event"))), query={"words": _WORDS} | _FEW, leads={"event_show": "/events/0/id"},
    ),
    Call("GET", "/api/events/{id}", "event_show", "One event with its people", event_show, ref("Gathering")),
    Call(
        "GET", "/api/recall", "recall_ask", "Who comes to mind, with the sentences that say why", recall_ask,
        ref("Recalled"), query={"need": text(1, 2000, "A need, or half a memory", "radio about ports")} | _FEW, must=("need",),
        leads={"person_show": "/people/0/id"},
    ),
    Call(
        "GET", "/api/ties", "ties_list", "Ties as of the last day that is told of, the strongest first", ties_list,
        record(at=TEXT, weights=_WEIGHTS, count=COUNT, ties=listed(ref("Tie"))), query={"state": _STATE} | _FEW, aside=True,
    ),
    Call(
        "GET", "/api/outcomes", "outcomes_list", "What came of it, of all or of a person, an event, a series", outcomes_list,
        record(outcomes=listed(ref("Outcome")), medians=_MEDIANS), query={"words": _WORDS},
    ),
    Call(
        "GET", "/api/series", "series_show", "The stories of the series that words mean", series_show,
        record(series=listed(ref("Series"))), query={"words": _WORDS}, must=("words",), aside=True,
    ),
    Call(
        "GET", "/api/teams", "teams_show", "The teams that words mean, over the years", teams_show,
        record(teams=listed(ref("Team"))), query={"words": _WORDS}, must=("words",),
    ),
    Call(
        "GET", "/api/talks", "talks_list", "Talks in which all words are found, as they were held", talks_list,
        record(count=COUNT, talks=listed(ref("Talk"))), query={"words": _WORDS} | _FEW,
    ),
    Call(
        "GET", "/api/contradictions", "contradictions_list", "What does not fit together", contradictions_list,
        record(contradictions=listed(ref("Contradiction"))), aside=True,
    ),
    Call(
        "GET", "/api/same", "same_list", "Who is perhaps the same person, the likeliest first", same_list,
        record(suggestions=listed(ref("Suggestion"))), query=_FEW | {"limit": {**LIMIT, "maximum": 200}}, aside=True,
    ),
    Call(
        "GET", "/api/feeds", "feeds_list", "The feeds that are followed", feeds_list, record(feeds=listed(ref("Feed")))
    ),
    Call(
        "GET", "/api/log", "log_list", "What was done, latest first", log_list, record(actions=listed(ref("Action"))),
        query=_FEW,
    ),
)  # fmt: skip
