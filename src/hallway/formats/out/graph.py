"""GraphML (graphml.graphdrawing.org): people, events, organizations and teams, and who was where with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from hallway.formats.out.data import Occasion, Outgoing, Person
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound

_NODE = ("label", "kind", "place", "start", "end", "organization", "times")
_EDGE = ("kind", "how", "when", "role", "since", "until")
ME = "me"


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for where, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "int" if name == "times" else "string"
            told = f'  <key id="{where}-{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
            file.write(told.encode())
    file.write(b'  <graph id="hallway" edgedefault="directed">\n')
    graph = _Graph()
    for piece in graph.pieces(outgoing):
        file.write(piece.encode())
    file.write(b"  </graph>\n</graphml>\n")


class _Graph:
    """Nodes and edges as lines; every node stands before the edges that end in it."""

    def __init__(self) -> None:
        self._others: dict[tuple[str, str], str] = {}

    def pieces(self, outgoing: Outgoing) -> Iterator[str]:
        yield _node(ME, label="I", kind="me")
        for person in outgoing.people:
            job = person.contact.jobs[0][0] if person.contact.jobs else None
            yield _node(person.uid, label=person.name, kind="person", organization=job, times=str(len(person.met)))
        for event in outgoing.occasions:
            yield _node(event.uid, label=event.title, kind="event", place=event.place, start=event.start, end=event.end)
        here = {o.uid for o in outgoing.occasions}
        known = {p.uid for p in outgoing.people}
        for person in outgoing.people:
            yield from self._person(person, here, known)
        for event in outgoing.occasions:
            yield from self._series(event)
            if event.attended:
                yield _edge(ME, event.uid, kind="was at", role=event.my_role)

    def _person(self, person: Person, here: set[str], known: set[str]) -> Iterator[str]:
        for met in person.met:
            yield _edge(ME, person.uid, kind="met", how=met.met.kind, when=met.met.when)
            if met.event in here:
                yield _edge(person.uid, met.event or "", kind="was at", how=met.met.kind)
            if met.via and met.via[0] in known:
                yield _edge(met.via[0] or "", person.uid, kind="introduced", when=met.met.when)
        for part in person.parts:
            if part.event in here:
                yield _edge(person.uid, part.event, kind=part.status or "had a part in", role=part.role)
        for organization, role in person.contact.jobs:
            yield from self._to(person.uid, "organization", organization, kind="works at", role=role)
        for team in person.teams:
            yield from self._to(
                person.uid,
                "team",
                team.team,
                kind=team.change or "is in",
                role=team.role,
                since=team.since,
                until=team.until,
            )

    def _series(self, event: Occasion) -> Iterator[str]:
        if event.series:
            yield from self._to(event.uid, "series", event.series, kind="edition of")

    def _to(self, source: str, kind_of: str, name: str, **told: str | None) -> Iterator[str]:
        """An edge to something that has no id of its own, which gets a node where it has none yet."""
        if (kind_of, name) not in self._others:
            self._others[kind_of, name] = f"{kind_of}-{len(self._others) + 1}"
            yield _node(self._others[kind_of, name], label=name, kind=kind_of)
        yield _edge(source, self._others[kind_of, name], **told)


def _node(id: str, **told: str | None) -> str:
    return f"    <node id={quoteattr(id)}>{_data('node', told)}</node>\n"


def _edge(source: str, target: str, **told: str | None) -> str:
    return f"    <edge source={quoteattr(source)} target={quoteattr(target)}>{_data('edge', told)}</edge>\n"


def _data(where: str, told: dict[str, str | None]) -> str:
    return "".join(f'<data key="{where}-{k}">{escape(sound(v))}</data>' for k, v in told.items() if v)


OUT = (
    OutFormat(
        "graphml",
        "GraphML",
        (".graphml",),
        _write,
        "people, events, series, organizations and teams as nodes; who met, introduced, organized, worked where as edges;"
        " for Gephi, yEd, networkx",
    ),
)
