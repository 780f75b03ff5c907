"""Reading a text: what it says beside it, put right where it is wrong, and kept only then."""

from __future__ import annotations

import re

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.guess import others_called
from hallway.interfaces.web.marks import pieces
from hallway.interfaces.web.visit import Visit, route
from hallway.model import Connection, EventFact, PersonFact, Reading, Ref
from hallway.reading.decoding import decode
from hallway.reading.mending import NOBODY, Missed, Said, mended
from hallway.reading.protocol import UnreadableText

_MISSED = re.compile(r"(\d{1,9})-(\d{1,9})")


def reading_ask(visit: Visit) -> Response:
    """A place for a text."""
    return visit.page("read.html", text="", written="", wrong="")


def reading_show(visit: Visit) -> Response:
    """The text with every name marked, and what it says beside it. Nothing is kept."""
    text, name = _text(visit)
    written = visit.form.get("written", "").strip()
    try:
        reading = visit.desk.read(text, name, written)
    except (UnreadableText, ValueError) as error:
        return visit.page("read.html", 422, text=text, written=written, wrong=visit.tongue.failure(error))
    with visit.desk.lock:
        known = visit.memory.recognise(reading)
        already = visit.memory.is_kept(reading)
        taken = {ref: story.person for ref, story in known.items()}
        who = {p.ref: others_called(visit.memory, p.name, taken.get(p.ref)) for p in reading.all(PersonFact)}
    told = reading.as_dict()
    return visit.page(
        "reading.html",
        text=text,
        told=told,
        people=list(zip([p.ref for p in reading.all(PersonFact)], _list(told["people"]), strict=True)),
        events=list(reading.all(EventFact)),
        pieces=list(pieces(reading)),
        unsure={g.person for g in reading.unsure()},
        known=taken,
        who=who,
        already=already,
        name=name,
        written=written,
        kinds=KINDS,
    )


def _list(told: object) -> list[object]:
    return told if isinstance(told, list) else []


def reading_keep(visit: Visit) -> Response:
    """Keep what was accepted, as it was put right."""
    text, name = _text(visit)
    reading = visit.desk.read(text, name, visit.form.get("written", "").strip())
    right = _put_right(reading, visit.form)
    known = {
        key.removeprefix("who:"): int(value) if value.isdecimal() else None
        for key, value in visit.form.items()
        if key.startswith("who:")
        and (value.isdecimal() or value == "new")
        and key.removeprefix("who:") in right.names()
    }
    with visit.desk.lock:
        [kept] = visit.memory.keep(right, known=known)
    if kept.already or not kept.action:
        return visit.go("/read", visit.say("Nothing was added: there was nothing new to keep."))
    people, met = kept.people + kept.recognised, kept.encounters
    said = visit.tongue.count(people, "Kept: {n} person", "Kept: {n} people")
    return visit.go("/", f"{said}, {visit.tongue.count(met, '{n} encounter', '{n} encounters')}", kept.action)


def _text(visit: Visit) -> tuple[str, str]:
    """The text and its name: a file that was dropped, else what was pasted; lines end as Hallway has them."""
    if visit.files:
        name, data = visit.files[0]
        return decode(data, name).text, name
    text = visit.form.get("text", "").replace("\r\n", "\n")
    return text, visit.form.get("name", "").strip() or visit.say("pasted text")


def _put_right(reading: Reading, form: dict[str, str]) -> Reading:
    """The reading with what the form says about each person and event of it."""
    people: dict[Ref, Said] = {}
    names = reading.names()
    for ref in (p.ref for p in reading.all(PersonFact) if f"kind:{p.ref}" in form):
        name = form.get(f"name:{ref}", names[ref])
        people[ref] = Said(name if name != names[ref] else None, form[f"kind:{ref}"])
        if f"keep:{ref}" not in form:
            people[ref] = Said(kind=NOBODY)
    gone = [ref for ref in names if f"event:{ref}" in form and f"keep:{ref}" not in form]
    missed = [
        Missed(int(place[1]), int(place[2]), Connection(kind))
        for key, kind in form.items()
        if key.startswith("missed:") and (place := _MISSED.fullmatch(key.removeprefix("missed:")))
    ]
    return mended(reading, people, gone, missed)


ROUTES = [
    route("GET", "/read", reading_ask),
    route("POST", "/read", reading_show, slow=True),
    route("POST", "/read/keep", reading_keep, slow=True),
]
