"""Putting right what a text was read to say. A correction beats every reading, those to come included, until it is undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hallway.actions.say import Meant, write
from hallway.model import AffiliationFact, Connection, EncounterFact, EventFact, Fact, PersonFact, Source, When
from hallway.model.correction import Correction
from hallway.model.phrase import Phrase
from hallway.store import attic, corrections, journal, lists, nouns, verdicts
from hallway.store.problems import MemoryProblem
from hallway.store.store import Row, Store

_TABLE = {"met": "encounter", "organization": "affiliation"}


def correct(store: Store, person: int, correction: Correction, words: str) -> int:
    """Keep a correction about a person, `words` being how I said it; returns the action's number.

    What texts were read to say instead is set aside, its words going over to what is right. Raises MemoryProblem when there is
    no such person, or nothing that could be meant.
    """
    if not lists.is_person(store, person):
        raise MemoryProblem(Phrase("there is no person {n}; nothing was changed", n=str(person)))
    with store.transaction():
        action = journal.begin(store, "correct", words[:500])
        corrections.add(store, action, person, correction)
        right = _right(correction, words, corrections.told_meeting(store, person, correction.event))
        name = PersonFact(
            "p0", correction.new if correction.field == "name" and correction.new else _called(store, person)
        )
        named = replace(name, evidence=(_source(words).span(0, len(words)),))
        write(
            store,
            action,
            _source(words),
            [named, *_where(store, correction), *right],
            _meant(store, person, correction),
        )
        if correction.field == "name":
            nouns.prefer_names(store, action, verdicts.head(store, person))
        rows = corrections.about(store, [verdicts.head(store, person)])
        overruled = _overrule(store, [r for r in rows if r["action_id"] == action])
        if not (overruled or right or correction.field == "name"):
            raise MemoryProblem(
                Phrase("nothing of the kind is told of them: {words}; nothing was changed", words=words)
            )
    return action


def overrule(store: Store, people: Iterable[int]) -> None:
    """Let the corrections about some people (heads) speak again, after something new was kept about them."""
    _overrule(store, corrections.about(store, people))


def _overrule(store: Store, rows: Iterable[Row]) -> int:
    found = 0
    for row in rows:
        facts = corrections.overruled(store, row)
        table = _TABLE.get(row["field"])
        own = corrections.own_fact(store, row["action_id"], table) if table else None
        if own is not None:
            corrections.rest_on(store, own, [p for fact in facts for p in corrections.passages(store, fact)])
        found += attic.set_aside(store, facts, row["action_id"])
    return found


def _right(correction: Correction, words: str, told: Row | None) -> list[Fact]:
    """What is so, as facts that rest on my words; how and when we were told to have met stays, whatever the kind."""
    evidence = (_source(words).span(0, len(words)),)
    if correction.field == "organization" and correction.new:
        return [AffiliationFact("p0", "o0", evidence=evidence)]
    if correction.field == "met" and correction.new not in (None, Connection.NONE):
        kind, event = Connection(correction.new), "e0" if correction.event else None
        when = _when(told["when"]) if told else None
        return [EncounterFact("p0", kind, event, "p1" if told else None, when, evidence)]
    return []


def _where(store: Store, correction: Correction) -> list[Fact]:
    """The event that a correction is about, as it is known now, so that the next text that tells of it finds it."""
    return [
        EventFact("e0", r["name"], r["series"], r["edition"], r["place"], _when(r["start"]), _when(r["end"]))
        for r in lists.events(store, [correction.event] if correction.event else [])
    ]


def _when(edtf: str | None) -> When | None:
    return When(edtf) if edtf else None


def _called(store: Store, person: int) -> str:
    """The name that a correction carries, so that it still knows whom it is about when the text that named them is gone."""
    return lists.called(store, {verdicts.head(store, person)})[verdicts.head(store, person)]


def _meant(store: Store, person: int, correction: Correction) -> Meant:
    told = corrections.told_meeting(store, person, correction.event)
    people = {"p0": person} | ({"p1": int(told["via_record_id"])} if told and told["via_record_id"] else {})
    employer = {"o0": correction.new} if correction.field == "organization" and correction.new else {}
    return Meant(people, {"e0": correction.event} if correction.event else {}, employer)


def _source(words: str) -> Source:
    return Source("correction", words, kind="correction", written=When(date.today().isoformat()))
