"""Keeping what a browser sends, exactly once, however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from hallway.actions.keep import Kept, keep_one, keep_within
from hallway.model import EncounterFact, PersonFact, Reading, Ref
from hallway.model.folding import fold
from hallway.model.phrase import Phrase
from hallway.store import captures, clips, journal, verdicts
from hallway.store.facts import source_with_facts
from hallway.store.store import Store

LONGEST_ID = 64
_DAY = 86_400_000.0
_OLDEST = 366 * _DAY


@dataclass(frozen=True, slots=True)
class Beside:
    """What came with a note: `card` is the card of the person it is about (a scanned code), `who` says of names in the note
    which people of the memory they are; None for somebody new."""

    card: Reading | None = None
    who: Mapping[str, int | None] = field(default_factory=dict)


def capture(store: Store, capture_id: str, reading: Reading, beside: Beside | None = None) -> Kept:
    """Keep a note under the id that its browser made for it; what arrived before adds nothing, and says so.

    The id and the facts are written in one transaction, so neither is ever there without the other; that holds after an
    undo, too: what was sent again by a phone that had not heard is not kept again. Raises ValueError for an id that is
    none, MemoryProblem when the memory cannot be written.
    """
    check_id(capture_id)
    beside = beside or Beside()
    with store.transaction():
        if before := arrived_before(store, capture_id):
            return before
        known = _meant(reading, beside.who)
        if beside.card is None:
            kept = keep_within(store, [reading], "met", known)[0]
        else:
            kept = _with_card(store, reading, beside.card, known)
        captures.note(store, capture_id, datetime.now(UTC).isoformat(timespec="seconds"), kept.action)
        return kept


def check_id(given: str) -> None:
    """Raises ValueError for what no browser of ours makes as an id."""
    if not given or len(given) > LONGEST_ID:
        raise ValueError(Phrase("an id has 1 to {n} characters: {id}", n=str(LONGEST_ID), id=repr(given[:80])))


def _meant(reading: Reading, who: Mapping[str, int | None]) -> dict[Ref, int | None]:
    by_name = {fold(name): person for name, person in who.items()}
    return {p.ref: by_name[fold(p.name)] for p in reading.all(PersonFact) if fold(p.name) in by_name}


def _with_card(store: Store, reading: Reading, card: Reading, known: dict[Ref, int | None]) -> Kept:
    """The card first, since its addresses say best who this is; then the note, which is about the same person."""
    action = journal.begin(store, "met", reading.source.text[:500])
    met = [f.person for f in reading.all(EncounterFact)]
    names = {p.ref: fold(p.name) for p in reading.all(PersonFact)}
    carded = [(p.ref, fold(p.name)) for p in card.all(PersonFact)]
    about = next((ref for ref in met if names[ref] in {name for _, name in carded}), met[0] if met else None)
    pinned = {ref: known[about] for ref, _ in carded[:1]} if about in known else {}
    keep_one(store, card, action, known=pinned)
    source = source_with_facts(store, card.source.digest)
    records = clips.people_named(store, source) if source is not None else []
    if about is not None and records:
        known = known | {about: verdicts.head(store, int(records[0]["record_id"]))}
    return keep_one(store, reading, action, known=known)


def arrived_before(store: Store, capture_id: str) -> Kept | None:
    """What to answer for a capture that was kept already, even if it was taken back since; None for a new one."""
    return Kept("note", already=True) if captures.arrived(store, capture_id) else None


def day_made(made: object, sent: object, zone: object, now: datetime) -> date:
    """The day on which a capture was made, where it was made, whatever the phone's clock says.

    `made` and `sent` are the phone's clock in milliseconds since 1970, when the line was typed and when the queue was
    sent; how far the phone's clock is off cancels out of their difference. `zone` is minutes behind UTC (ECMAScript's
    getTimezoneOffset). Without them, or where they make no sense, it is the day of `now`.
    """
    numbers = [_number(n) for n in (made, sent, zone)]
    if None in numbers:
        return now.date()
    typed, left, behind = (n or 0.0 for n in numbers)
    ago = timedelta(milliseconds=min(max(left - typed, 0), _OLDEST))
    return (now.astimezone(UTC) - ago - timedelta(minutes=max(-840, min(840, behind)))).date()


def _number(given: object) -> float | None:
    """A number that a clock can show."""
    is_one = isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e15
    return float(str(given)) if is_one else None
