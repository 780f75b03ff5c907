"""Monica, the personal CRM: its JSON export (version 4, `1.0-preview.1`) and what its API gives (versions 2 to 4).

Read off Monica's own exporter (app/ExportResources, release 4.1.2) and API resources. What is not understood is a detail under
its own name; the record as it stood in the file is kept beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hallway.formats.kit import times, words
from hallway.formats.kit.contact import KIND, Contact, word
from hallway.formats.kit.jsontree import Node
from hallway.formats.kit.monica import (
    NAMES,
    TECHNICAL,
    Person,
    activities,
    address,
    day,
    is_contact,
    job_of,
    owned,
    person,
    plain_value,
    properties,
    role_of,
    summary,
    tags,
    type_of,
    types,
    walk,
)
from hallway.formats.kit.reading import MOST, json_value, opens_json
from hallway.formats.protocol import Context, Format, Item, Problem, Stream
from hallway.model import (
    Connection,
    EncounterFact,
    Fact,
    KeyFact,
    NeedFact,
    PersonFact,
    Reading,
    RelationFact,
    Source,
    Span,
    TopicFact,
)


def sniff(head: bytes, name: str) -> float:
    """JSON that Monica made, by its fields."""
    text = opens_json(head)
    if '"app_version":' in text[:500] and '"account":{' in text[:2000]:
        return 0.95
    known = (
        '"first_name":',
        '"last_name":',
        '"is_partial":',
        '"is_dead":',
        '"stay_in_touch_frequency":',
        '"hash_key":',
    )
    return 0.9 if text and sum(k in text for k in known) >= 4 else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A contact each, with all that Monica has of them; then each activity, relationship and journal entry."""
    for value in json_value(stream, context, MOST):  # pictures stand in it
        yield from [value] if isinstance(value, Problem) else _Export(value, context).items()


def _key(ref: str, person: Person, whole: tuple[Span, ...]) -> list[Fact]:
    return [KeyFact(ref, "id", f"monica:{person.key}", whole)] if person.key else []


@dataclass(slots=True)
class _Page:
    """A record's text in lines `field: value`, and where each value stands."""

    text: str = ""
    spots: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, label: str, value: str) -> None:
        if value:
            start = len(self.text) + len(label) + 2
            self.text += f"{label}: {value}\n"
            self.spots.setdefault(value, (start, start + len(value)))


class _Export:
    """Reads one export: contacts by their ids first, as everything else points at them."""

    def __init__(self, value: Any, context: Context) -> None:
        self._context = context
        self._nodes = list(walk(value))
        self._kinds = types(value)
        self._people = {p.key: p for n in self._nodes if (p := person(n))}

    def items(self) -> Iterator[Item]:
        for node in self._nodes:
            if is_contact(node):
                yield self._contact(node)
        for node in self._nodes:
            if reading := self._activity(node) or self._relationship(node) or self._entry(node):
                yield reading

    def _contact(self, node: Node) -> Item:
        inner = properties(node)
        number = node.string("uuid", "id", "hash_key")
        contact = Contact("", keys=[("id", f"monica:{number}")] if number else [])
        page = _Page()
        for given, role in NAMES.items():
            contact.add(role, inner.string(given))
        page.add("name", contact.name)
        for label, role, value in self._fields(node, inner):
            page.add(label, value)
            contact.add(role, value, label)
        job, company = job_of(inner)
        page.add("job", job)
        page.add("company", company)
        contact.jobs.append((words.line(company), words.line(job)))
        contact.text = page.text
        place, record = f"line {node.line}", f"monica:{number}"
        reading = contact.reading(
            self._context.name, place, record, json.dumps(node, ensure_ascii=False).encode("utf-8", "replace")
        )
        if reading is None:
            return self._context.problem(node.line, "first_name", "a contact without a name", "give it one in Monica")
        return self._met(reading, inner)

    def _fields(self, node: Node, inner: Node) -> Iterator[tuple[str, str, str]]:
        """What a contact has: what it is called, its role, its value."""
        for tag in tags(inner):
            yield "tag", "tags", tag
        for label, value in (("birthday", day(inner, "birthdate")), ("first met", day(inner, "first_met_date"))):
            yield label, "birthday" if label == "birthday" else "detail:first met", value
        yield "deceased", "detail:deceased", day(inner, "deceased_date")
        yield "created", "created", node.string("created_at")[:10]
        yield "description", "notes", inner.string("description")
        met = inner.node("information") and inner["information"].node("how_you_met")
        yield (
            "how we met",
            "notes",
            met.string("general_information") if met else inner.string("first_met_additional_info"),
        )
        for key, value in inner.items():
            if key not in TECHNICAL and key not in NAMES and key != "deceased_date" and (text := plain_value(value)):
                yield key, f"detail:{key.replace('_', ' ')}", text
        for kind, one in owned(node):
            yield from self._one(kind, one)

    def _one(self, kind: str, node: Node) -> Iterator[tuple[str, str, str]]:
        """One thing that belongs to a contact: a field, a note, a call, a gift, a task, ..."""
        inner = properties(node)
        if kind in ("contact_field", "contactfield"):
            told = self._kinds.get(inner.string("type")) or type_of(inner)
            value = inner.string("data", "content")
            yield told or "contact", role_of(told, value), value
        elif kind == "note":
            yield "note", "notes", inner.string("body")
        elif kind == "address":
            yield "address", "detail:address", address(inner)
        elif kind == "conversation":
            said = [
                f"{'I' if m.get('written_by_me') else 'they'}: {m.string('content')}"
                for m in map(properties, inner.nodes("messages"))
            ]
            yield (
                "conversation",
                "detail:conversation",
                " / ".join([inner.string("happened_at")[:10], *said]).strip(" /"),
            )
        else:
            yield kind, f"detail:{word(kind)}", summary(inner, self._kinds)

    def _met(self, reading: Reading, inner: Node) -> Reading:
        """The first meeting, where Monica has its day, and who introduced us."""
        met = times.day(day(inner, "first_met_date"))
        through = self._people.get(inner.string("first_met_through"))
        whole = (reading.source.span(0, min(len(reading.source.text), 600)),)
        more: list[Fact] = []
        if through:
            more += [PersonFact("p1", through.name, (), whole), *_key("p1", through, whole)]
        if met:
            more.append(EncounterFact("p0", Connection.NEW, None, "p1" if through else None, met, whole, 0.9))
        elif through:
            more.append(NeedFact("p0", "note", f"met through {through.name}", whole))
        return Reading(reading.source, (*reading.facts, *more))

    def _activity(self, node: Node) -> Reading | None:
        """Something that I did together with some: an encounter with each."""
        inner = properties(node)
        there = (
            [p for p in self._people.values() if node.string("uuid") in activities(p.node)]
            if "happened_at" in inner
            else []
        )
        attendees = node.node("attendees")
        for one in [*(attendees.nodes("contacts") if attendees else []), *node.nodes("contacts")]:
            there += [p for p in [self._people.get(one.string("uuid", "id")) or person(one)] if p]
        told = words.line(inner.string("summary", "title"))
        happened = times.day(inner.string("happened_at"))
        if not told or "happened_at" not in inner:
            return None
        page = _Page()
        page.add("activity", told)
        page.add("with", ", ".join(p.name for p in there))
        page.add("day", str(happened or ""))
        page.add("description", words.plain(inner.string("description")))
        source = self._source(node, page, "activity")
        whole = (source.span(0, min(len(source.text), 600)),)
        facts: list[Fact] = [TopicFact(told, whole)]
        for i, who in enumerate(there):
            facts += [PersonFact(f"p{i}", who.name, (), whole), *_key(f"p{i}", who, whole)]
            facts.append(EncounterFact(f"p{i}", Connection.RENEWED, None, None, happened, whole, 0.8))
        return Reading(source, tuple(facts))

    def _relationship(self, node: Node) -> Reading | None:
        inner = properties(node)
        one, other = self._people.get(inner.string("contact_is")), self._people.get(inner.string("of_contact"))
        told = inner.string("type").replace("_", " ")
        if not one or not other or not told:
            return None
        page = _Page()
        page.add("relationship", f"{one.name} is {told} of {other.name}")
        source = self._source(node, page, "relationship")
        whole = (source.span(0, len(source.text)),)
        facts: list[Fact] = [PersonFact("p0", one.name, (), whole), PersonFact("p1", other.name, (), whole)]
        facts += [*_key("p0", one, whole), *_key("p1", other, whole)]
        facts.append(RelationFact("p0", f"{told} of {other.name}", whole))
        return Reading(source, tuple(facts))

    def _entry(self, node: Node) -> Reading | None:
        """A journal entry: my own words, kept with whoever of the contacts is named in full."""
        inner = properties(node)
        post = words.plain(inner.string("post"))
        if not post:
            return None
        page = _Page()
        page.add("journal", words.line(inner.string("title")))
        page.add("day", inner.string("date")[:10])
        page.text += f"\n{post}\n"
        source = self._source(node, page, "journal")
        named = [p for p in self._people.values() if " " in p.name and p.name in post]
        said = tuple(
            source.span(*c) for c in words.chunks(source.text, len(source.text) - len(post) - 1, len(source.text) - 1)
        )
        facts: list[Fact] = [TopicFact(words.line(inner.string("title")) or post[:60], said)]
        for i, who in enumerate(named):
            at = source.text.index(who.name)
            spot = (source.span(at, at + len(who.name)),)
            facts += [PersonFact(f"p{i}", who.name, spot, spot), *_key(f"p{i}", who, spot)]
        return Reading(source, tuple(facts))

    def _source(self, node: Node, page: _Page, kind: str) -> Source:
        record = f"monica:{kind}:{node.string('uuid', 'id')}"
        return Source(self._context.name, page.text, KIND, None, None, None, f"line {node.line}", record)


FORMAT = Format(
    name="monica",
    title="Monica (JSON)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Monica 4: Settings → Export data → Export to JSON. Older versions: what `/api/contacts`, `/api/activities` give, saved as "
    "files.",
    fields=(
        ("names, nickname, job, company", "the name, organization and title"),
        ("contact fields", "mail addresses, numbers, profiles as keys; others as details"),
        ("first met date, met through", "an encounter on that day, and who introduced you"),
        ("activities", "encounters with everybody who was there"),
        ("notes, description, how you met", "notes"),
        ("relationships", "a tie in plain words, for both"),
        (
            "calls, conversations, gifts, debts, tasks, reminders, pets, life events, addresses, tags",
            "details under their own names",
        ),
        ("journal", "kept, with the contacts who are named in full in it"),
        ("anything else", "a detail; the whole record as Monica wrote it is kept, too"),
    ),
)
