"""People: the list, and each one's story."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.visit import Visit, route

_PAGE = 60


def people_list(visit: Visit) -> Response:
    """Whom I met, latest first; of one kind, or by a part of a name."""
    kind, name = visit.asked("kind"), visit.asked("name").strip()
    page = max(int(visit.asked("page", "1") or 1), 1)
    if name:
        found = [story.person for story in visit.memory.who(name)]
    else:
        found = visit.memory.people(kind if kind in (*KINDS, "none") else None, limit=page * _PAGE + 1)
    template = "parts/people_found.html" if visit.wants_part else "people.html"
    start = (page - 1) * _PAGE
    similar = visit.memory.similar(name) if name and not found else []
    return visit.page(
        template, people=found[start : start + _PAGE], more=len(found) > start + _PAGE, page_number=page,
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
    )


def person_perhaps(visit: Visit) -> Response:
    """Who a person is perhaps the same as; asked for by itself, since it looks at everybody."""
    story = visit.memory.story(visit.id())
    found = visit.memory.same.perhaps(f"#{story.person.id}")
    return visit.page("perhaps.html", person=story.person, perhaps=found)


ROUTES = [
    route("GET", "/people", people_list),
    route("GET", "/people/{id:int}", person_show),
    route("GET", "/people/{id:int}/perhaps", person_perhaps),
]
