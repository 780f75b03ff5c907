"""What somebody does about a person: an outcome noted, a correction, forgetting."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.visit import Visit, route


def outcome_create(visit: Visit) -> Response:
    """Note what came of meeting somebody."""
    name, form = f"#{visit.id()}", visit.form
    kept = visit.memory.years.outcome(
        name, form.get("words", ""), when=form.get("when", "").strip() or None, lag=form.get("lag", "").strip() or None
    )
    return visit.go(f"/people/{visit.id()}", visit.say("Noted."), kept.action)


def note_create(visit: Visit) -> Response:
    """Note something about somebody."""
    kept = visit.memory.corridor.note(visit.id(), visit.form.get("words", ""))
    return visit.go(f"/people/{visit.id()}", visit.say("Noted."), kept.action)


def person_correct(visit: Visit) -> Response:
    """Put a name or an organization right."""
    form = visit.form
    field, new = form.get("field", ""), form.get("new", "").strip()
    action = visit.memory.same.correct(f"#{visit.id()}", field, new or None, form.get("old", "").strip() or None)
    return visit.go(f"/people/{visit.id()}", visit.say("Put right."), action)


def forget_ask(visit: Visit) -> Response:
    """What forgetting somebody means, before it is done."""
    return visit.page("forget.html", person=visit.memory.story(visit.id()).person)


def person_forget(visit: Visit) -> Response:
    """Forget somebody for good."""
    person = visit.memory.story(visit.id()).person
    if visit.form.get("name", "").strip() != person.name:
        return visit.page("forget.html", 422, person=person)
    gone, copies = visit.memory.same.forget(f"#{person.id}")
    return visit.page("forgotten.html", gone=gone, copies=copies)


ROUTES = [
    route("POST", "/people/{id:int}/notes", note_create),
    route("POST", "/people/{id:int}/outcomes", outcome_create),
    route("POST", "/people/{id:int}/correct", person_correct),
    route("GET", "/people/{id:int}/forget", forget_ask),
    route("POST", "/people/{id:int}/forget", person_forget),
]
