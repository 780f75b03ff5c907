"""People: the list, and each one's story."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.visit import Visit, route

_PAGE = 60
_LAST = 1_000_000


def people_list(visit: Visit) -> Response:
    """Whom I met, latest first; of one kind, or by a part of a name."""
    kind, name = visit.asked("kind"), visit.asked("name").strip()
    page = min(max(int(visit.asked("page", "1") or 1), 1), _LAST)
    start = (page - 1) * _PAGE
    if name:
        found = visit.memory.called(name, _PAGE + 1, start)
    else:
        found = visit.memory.people(kind if kind in (*KINDS, "none") else None, limit=_PAGE + 1, skip=start)
    template = "parts/people_found.html" if visit.wants_part else "people.html"
    similar = visit.memory.similar(name) if name and not found else []
    return visit.page(
        template, people=found[:_PAGE], more=len(found) > _PAGE, page_number=page,
        kind=kind, name=name, kinds=KINDS, similar=similar,
    )  # fmt: skip


def person_show(visit: Visit) -> Response:
    """One person's story."""
    story = visit.memory.story(visit.id())
    if story.person.id != visit.id():
        return visit.go(f"/people/{story.person.id}")
    memory, name = visit.memory, f"#{story.person.id}"
    return visit.page(
        "person.html",
        story=story,
        person=story.person,
        kinds=KINDS,
        records=memory.same.records(name),
        clips=(clips := memory.clips.of(story.person.id)),
        told_clips=[d for d in story.clips if d.text not in {c.text for c in clips}],
        mates=memory.years.mates(story.person.id),
    )


def person_perhaps(visit: Visit) -> Response:
    """Who a person is perhaps the same as; asked for by itself, since it looks at everybody."""
    story = visit.memory.story(visit.id())
    found = visit.memory.same.perhaps(f"#{story.person.id}")
    return visit.page("perhaps.html", person=story.person, perhaps=found)


def person_tie(visit: Visit) -> Response:
    """How strong my tie to a person is, and why; asked for by itself, since it looks at everybody."""
    person = visit.memory.story(visit.id()).person
    template = "parts/tie.html" if visit.wants_part else "tie.html"
    tie = visit.memory.years.tie_of(person.id)
    return visit.page(template, person=person, tie=tie, kinds=KINDS, bonds=_BONDS, ago=lambda days: _ago(visit, days))


def _ago(visit: Visit, days: float) -> str:
    """How long before the day of the tie something was."""
    count = visit.tongue.count
    if days >= 365.25:
        return count(round(days / 365.25), "{n} year before", "{n} years before")
    if days >= 61:
        return count(round(days / 30.44), "{n} month before", "{n} months before")
    return count(round(days), "{n} day before", "{n} days before")


def person_follow(visit: Visit) -> Response:
    """Follow what a person writes; it is fetched with the other feeds."""
    person = visit.memory.story(visit.id()).person
    kept = visit.memory.feeds.follow(person.name, visit.form.get("url", "").strip(), person=person.id)
    said = visit.say("Followed. `hallway feeds refresh` fetches what they write.") if kept else ""
    return visit.go(f"/people/{person.id}", said)


_BONDS = {
    "team": "in {what}",
    "relation": "{what}",
    "outcome": "what came of it: {what}",
    "organizing": "organized {what} with you",
    "introduction": "introduced you to {what}",
    "following": "you follow: {what}",
    "connection": "connected online: {what}",
}

ROUTES = [
    route("GET", "/people/{id:int}/tie", person_tie),
    route("POST", "/people/{id:int}/follow", person_follow),
    route("GET", "/people", people_list),
    route("GET", "/people/{id:int}", person_show),
    route("GET", "/people/{id:int}/perhaps", person_perhaps),
]
