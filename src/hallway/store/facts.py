"""Facts into their tables: how each kind is written down. Who is who was decided before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from hallway.model import (
    AffiliationFact,
    ClipFact,
    DetailFact,
    EncounterFact,
    EventFact,
    Fact,
    FollowingFact,
    KeyFact,
    MembershipFact,
    NeedFact,
    OrganizationFact,
    OutcomeFact,
    PersonFact,
    PostFact,
    Ref,
    RelationFact,
    RoleFact,
    Source,
    Span,
    TalkFact,
    TeamFact,
    TopicFact,
    When,
)
from hallway.model.folding import fold
from hallway.model.key import normal
from hallway.store import passages
from hallway.store.store import Row, Store, Value, Writer
from hallway.store.tables import (
    AFFILIATION,
    DETAIL,
    EVIDENCE,
    FACT,
    KEY,
    NAME,
    NEED,
    ORGANIZATION_NAME,
    SOURCE,
)

_PLAIN = {"need": 0, "key": 2}
"""How plain the lines of an address book are (`passages.add`); what somebody noted there is as good as a diary."""


@dataclass(slots=True)
class Context:
    """Where facts of one source go: the action, the source, and which row each ref stands for.

    `people` are records; `heads` says which of them are shown under another one. `whole` is the text of the source, from
    which the words around a passage are taken, unless it is `plain`: a line of an address book says all by itself. `look`
    is where its passages may be known already; None for a text that is new. `meant` is how many of them, the first ones, are
    given a meaning, where not all are; the others are found by their words.
    """

    store: Writer
    action: int
    source: int
    people: Mapping[Ref, int]
    organizations: Mapping[Ref, int]
    events: Mapping[Ref, int]
    teams: Mapping[Ref, int]
    heads: Mapping[int, int] = field(default_factory=dict)
    passages: dict[tuple[int, int], int] = field(default_factory=dict)
    whole: str = ""
    plain: bool = False
    meant: int | None = None
    look: Store | None = None

    def both(self, ref: Ref | None) -> tuple[int | None, int | None]:
        """The person whom a row is about, and the record of them; neither for nobody."""
        record = self.people.get(ref or "")
        return self.head(record), record

    def who(self, ref: Ref | None) -> dict[str, Value]:
        """The same as the two columns that say it."""
        person, record = self.both(ref)
        return {"person_id": person, "record_id": record}

    def head(self, record: int | None) -> int | None:
        return self.heads.get(record, record) if record is not None else None


def source_with_facts(store: Store, digest: str) -> int | None:
    """The row of the text with this digest, if facts of it are in the memory; an undo leaves nothing but the text.

    One in which somebody was forgotten counts as kept, so that it does not tell of them again.
    """
    found = store.row(
        "SELECT id FROM source WHERE digest = ? AND (redacted OR EXISTS (SELECT 1 FROM fact WHERE source_id = source.id))",
        (digest,),
    )
    return int(found["id"]) if found else None


def facts_of_record(store: Store, record: str, kind: str, but: int) -> list[Row]:
    """The facts (id, source_id, written) that earlier actions than `but` kept of one record of a file."""
    return store.rows(
        "SELECT fact.id, source_id, written FROM source JOIN fact ON fact.source_id = source.id"
        " WHERE record = ? AND source.kind = ? AND action_id != ?",
        (record, kind, but),
    )


def write_source(store: Store, source: Source) -> tuple[int, bool]:
    """The row of a source, and whether the text is new. One that was undone takes on the name and day it is given now."""
    known = store.row("SELECT id FROM source WHERE digest = ?", (source.digest,))
    if not known:
        return insert_source(store, source), True
    number = int(known["id"])
    store.run(
        "UPDATE source SET name = ?, kind = ?, author = ?, written = ?, place = ?, record = ? WHERE id = ?",
        (source.name, source.kind, source.author, text(source.written), source.place, source.record, number),
    )
    return number, False


def insert_source(store: Writer, source: Source, digest: str = "") -> int:
    """The row of a source whose text is new; `digest` is that of the source, where it is known already."""
    return store.put(
        SOURCE,
        digest or source.digest,
        source.name,
        source.kind,
        source.author,
        text(source.written),
        source.place,
        source.record,
        source.text,
        source.original,
    )


def write_fact(to: Context, fact: Fact) -> int:
    """One fact with its evidence; returns its id."""
    kind, write = _KNOWN.get(type(fact)) or _how(type(fact))
    number = to.store.put(FACT, to.action, to.source, kind, fact.confidence)
    write(fact, to, number)
    plain = _PLAIN.get(kind, 1) if to.plain else 0
    spans = fact.evidence if len(fact.evidence) < 2 else dict.fromkeys(fact.evidence)
    for span in spans:
        to.store.put(EVIDENCE, number, _passage(to, span, plain))
    return number


def _passage(to: Context, span: Span, plain: int) -> int:
    key = (span.start, span.end)
    if key not in to.passages:
        known = passages.known(to.look, to.source, span) if to.look else None
        plain = plain or (to.meant is not None and len(to.passages) >= to.meant)
        to.passages[key] = known or passages.add(to.store, to.source, span, "" if to.plain else to.whole, plain)
    return to.passages[key]


def text(when: When | None) -> str | None:
    return when.edtf if when else None


_KNOWN: dict[type, tuple[str, Callable[[Fact, Context, int], None]]] = {}


def _how(kind: type) -> tuple[str, Callable[[Fact, Context, int], None]]:
    """What a kind of fact is called, and how it is written."""
    _KNOWN[kind] = kind.__name__.removesuffix("Fact").lower(), _write.dispatch(kind)
    return _KNOWN[kind]


@singledispatch
def _write(fact: object, to: Context, number: int) -> None:
    raise TypeError(f"no table for {type(fact).__name__}")


@_write.register
def _(fact: PersonFact, to: Context, number: int) -> None:
    seen = {fact.name: (-1, -1)} | {m.text: (m.start, m.end) for m in reversed(fact.mentions)}
    for name, (start, end) in seen.items():
        to.store.put(NAME, number, *to.both(fact.ref), name, fold(name), int(name == fact.name), start, end)


@_write.register
def _(fact: OrganizationFact, to: Context, number: int) -> None:
    to.store.put(ORGANIZATION_NAME, number, to.organizations[fact.ref])


@_write.register
def _(fact: EventFact, to: Context, number: int) -> None:
    event = to.events[fact.ref]
    to.store.insert(
        "event_detail",
        fact_id=number,
        event_id=event,
        name=fact.name,
        folded=fold(fact.name),
        series=fact.series,
        series_folded=fold(fact.series or fact.name),
        edition=fact.edition,
        place=fact.place,
        start=text(fact.start),
        end=text(fact.end),
        my_role=fact.my_role,
        within_id=to.events.get(fact.within or ""),
        url=fact.url,
        key=fact.key,
    )
    for ref in fact.organizers:
        to.store.insert(
            "organizer",
            fact_id=number,
            event_id=event,
            organization_id=to.organizations.get(ref),
            **to.who(ref),
        )


@_write.register
def _(fact: TeamFact, to: Context, number: int) -> None:
    to.store.insert("team_name", fact_id=number, team_id=to.teams[fact.ref], event_id=to.events.get(fact.event or ""))


@_write.register
def _(fact: EncounterFact, to: Context, number: int) -> None:
    via = to.people.get(fact.via or "")
    to.store.insert(
        "encounter",
        fact_id=number,
        kind=fact.kind.value,
        event_id=to.events.get(fact.event or ""),
        via_id=to.head(via),
        via_record_id=via,
        when=text(fact.when),
        **to.who(fact.person),
    )


@_write.register
def _(fact: RoleFact, to: Context, number: int) -> None:
    to.store.insert(
        "role",
        fact_id=number,
        event_id=to.events[fact.event],
        role=fact.role,
        status=fact.status,
        **to.who(fact.person),
    )


@_write.register
def _(fact: AffiliationFact, to: Context, number: int) -> None:
    job = to.organizations[fact.organization], fact.role, text(fact.since), text(fact.until)
    to.store.put(AFFILIATION, number, *to.both(fact.person), *job)


@_write.register
def _(fact: MembershipFact, to: Context, number: int) -> None:
    to.store.insert(
        "membership",
        fact_id=number,
        team_id=to.teams[fact.team],
        role=fact.role,
        since=text(fact.since),
        until=text(fact.until),
        change=fact.change,
        **to.who(fact.person),
    )


@_write.register
def _(fact: FollowingFact, to: Context, number: int) -> None:
    to.store.insert("following", fact_id=number, words=fact.words, since=text(fact.since), **to.who(fact.person))


@_write.register
def _(fact: RelationFact, to: Context, number: int) -> None:
    to.store.insert("relation", fact_id=number, words=fact.words, **to.who(fact.person))


@_write.register
def _(fact: NeedFact, to: Context, number: int) -> None:
    to.store.put(NEED, number, *to.both(fact.person), fact.kind, fact.words)


@_write.register
def _(fact: OutcomeFact, to: Context, number: int) -> None:
    to.store.insert(
        "outcome",
        fact_id=number,
        words=fact.words,
        lag=fact.lag,
        when=text(fact.when),
        **to.who(fact.person),
    )


@_write.register
def _(fact: ClipFact, to: Context, number: int) -> None:
    maker = to.people.get(fact.maker or "")
    to.store.insert(
        "clip",
        fact_id=number,
        kind=fact.kind,
        maker_id=to.head(maker),
        maker_record_id=maker,
        event_id=to.events.get(fact.event or ""),
    )
    if (file := fact.file) is not None:
        to.store.insert(
            "clip_file",
            fact_id=number,
            type=file.type,
            bytes=file.data,
            small=file.small,
            width=file.width,
            height=file.height,
            place=file.place,
        )
    for ref in fact.shows:
        to.store.insert("clip_person", fact_id=number, **to.who(ref))


@_write.register
def _(fact: TopicFact, to: Context, number: int) -> None:
    to.store.insert("topic", fact_id=number, words=fact.words)


@_write.register
def _(fact: KeyFact, to: Context, number: int) -> None:
    to.store.put(KEY, number, *to.both(fact.person), fact.kind, fact.value, normal(fact.kind, fact.value))


@_write.register
def _(fact: DetailFact, to: Context, number: int) -> None:
    to.store.put(DETAIL, number, *to.both(fact.person), fact.kind, fact.value, text(fact.when))


@_write.register
def _(fact: PostFact, to: Context, number: int) -> None:
    when = text(fact.when)
    to.store.insert("post", fact_id=number, title=fact.title, url=fact.url, when=when, **to.who(fact.person))


@_write.register
def _(fact: TalkFact, to: Context, number: int) -> None:
    to.store.insert(
        "talk",
        fact_id=number,
        event_id=to.events[fact.event],
        title=fact.title,
        start=fact.start,
        minutes=fact.minutes,
        room=fact.room,
        track=fact.track,
        url=fact.url,
        key=fact.key,
    )
    for ref in fact.people:
        to.store.insert("talk_person", fact_id=number, **to.who(ref))
