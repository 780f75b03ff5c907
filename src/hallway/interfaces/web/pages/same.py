"""Who is perhaps the same person: one decision at a time, each of which can be taken back."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.jobs import Job
from hallway.interfaces.web.visit import Visit, route

_MOST, _MOST_PAIRS = 30, 200
_SAID = {"same": "Joined: {one} and {other}", "different": "Kept apart: {one} and {other}", "later": "Put off."}


def same_list(visit: Visit) -> Response:
    """The queue of suggestions, the likeliest first."""
    found = visit.desk.standing.ask("same", lambda memory, progress: memory.same.suggestions(200, progress=progress))
    if found.value is None:
        return visit.working(visit.say("Same person?"), found.job or Job())
    with visit.desk.lock:
        shown = visit.memory.same.undecided(found.value)[:_MOST]
    return visit.page("same.html", suggestions=shown, anew=found.job)


def same_decide(visit: Visit) -> Response:
    """Say that two are the same, or not, or that this can wait."""
    form, same = visit.form, visit.memory.same
    one, other, verdict = f"#{int(form['one'])}", f"#{int(form['other'])}", form.get("verdict", "")
    names = {"one": visit.memory.person(one).name, "other": visit.memory.person(other).name}
    action = same.merge(one, other) if verdict == "same" else same.differ(one, other, later=verdict == "later")
    back = form.get("back", "")
    return visit.go(back if back.startswith("/people/") else "/same", visit.say(_SAID[verdict], **names), action)


def person_join(visit: Visit) -> Response:
    """Say of a person, by name, that they are somebody else."""
    me, other = f"#{visit.id()}", visit.memory.person(visit.form.get("other", ""))
    names = {"one": visit.memory.person(me).name, "other": other.name}
    action = visit.memory.same.merge(me, f"#{other.id}")
    return visit.go(f"/people/{visit.id()}", visit.say(_SAID["same"], **names), action)


def person_split(visit: Visit) -> Response:
    """Take one record out of a person again."""
    action = visit.memory.same.split(f"#{visit.id()}", int(visit.form["record"]))
    return visit.go(f"/people/{visit.id()}", visit.say("Taken apart."), action)


def contradictions_list(visit: Visit) -> Response:
    """What does not fit together, with both sides in their own words."""
    found = visit.desk.standing.ask("contradictions", lambda memory, _: memory.years.contradictions())
    if found.value is None:
        return visit.working(visit.say("What does not fit"), found.job or Job())
    return visit.page("contradictions.html", found=found.value[:_MOST_PAIRS], anew=found.job)


ROUTES = [
    route("GET", "/same", same_list, slow=True),
    route("POST", "/same", same_decide),
    route("POST", "/people/{id:int}/join", person_join),
    route("POST", "/people/{id:int}/split", person_split),
    route("GET", "/contradictions", contradictions_list, slow=True),
]
