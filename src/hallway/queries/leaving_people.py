"""People as they leave: what a memory holds of each, put together from the rows of all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from hallway.formats.cards.blocks import narrowed
from hallway.formats.cards.contact import Contact, Met
from hallway.formats.out.data import Encounter, Membership, Part, Person, Quote, Talk, There, Told, once
from hallway.model.folding import fold
from hallway.model.uid import record_in, uid
from hallway.queries.events import EventLine
from hallway.queries.words import Quotes, Words
from hallway.reading.plain import plain
from hallway.store import leaving
from hallway.store.store import Row, Store

Rows = Mapping[int, list[Row]]
_GROUP = re.compile(rb"(?im)^(?:X-ADDRESSBOOKSERVER-)?KIND(?:;[^:\r\n]{0,200})?:[ \t]*group[ \t]*\r?$")
_MARKUP = re.compile(r"[<&*_`\[\\~#]")


class People:
    """Those who were chosen in `store.leaving`; `there` says which of them were at which event, filled by `people`."""

    def __init__(self, store: Store, memory: str, lines: Mapping[int, EventLine], events: Mapping[int, str]) -> None:
        self._lines = lines
        self._events = events
        self._rows = {what: _by_person(leaving.rows(store, what)) for what in leaving.STATEMENTS}
        chosen = (r for rows in self._rows["people"].values() for r in rows)
        self._uids = {int(r["id"]): uid(memory, "person", r["id"], r["action_id"], r["at"]) for r in chosen}
        quoted = (r["fact_id"] for what in ("met", "told") for rows in self._rows[what].values() for r in rows)
        self._quotes = Quotes(store, quoted)
        self.there: dict[int, dict[int, There]] = defaultdict(dict)

    def people(self, progress: Callable[[int, int], None] | None = None) -> list[Person]:
        """Everybody, in the order in which the memory came to know them."""
        found = []
        for number, person in enumerate(self._uids, 1):
            found.append(self._person(person, self._rows["people"][person][0]["name"]))
            if progress:
                progress(number, len(self._uids))
        return found

    def _of(self, what: str, person: int) -> list[Row]:
        return self._rows[what].get(person, [])

    def _person(self, person: int, name: str) -> Person:
        met = self._met(person)
        for row in met:
            self._was_there(person, name, row["event_id"], row["kind"], None)
        parts = self._parts(person, name)
        encounters = tuple(self._encounter(row) for row in met)
        told = tuple(
            dict.fromkeys(
                Told(r["what"], _told(r), r["day"], self._said(r["fact_id"])) for r in self._of("told", person)
            )
        )
        return Person(
            self._contact(person, name, encounters, told),
            tuple(dict.fromkeys(own for r in reversed(self._of("cards", person)) if (own := card(r)) and not _is_group(own))),
            tuple(("job", r["old"]) for r in self._of("corrected", person) if r["field"] == "organization" and r["old"]),
            tuple(dict.fromkeys((r["kind"], r["when"]) for r in self._of("details", person) if r["when"])),
            encounters,
            parts,
            tuple(
                dict.fromkeys(
                    Membership(r["team"], r["role"], r["since"], r["until"], r["change"]) for r in self._of("teams", person)
                )
            ),
            tuple(
                dict.fromkeys(
                    Talk(r["title"], self._title(r["event_id"]), r["start"], r["url"]) for r in self._of("talks", person)
                )
            ),
            told,
        )  # fmt: skip

    def _contact(self, person: int, name: str, met: tuple[Encounter, ...], told: tuple[Told, ...]) -> Contact:
        called = (*(r["text"] for r in self._of("names", person) if r["fullest"]),
                  *(r["value"] for r in self._of("nicknames", person)))  # fmt: skip
        keys = {(r["kind"], r["folded"] or r["value"]): r["value"] for r in self._of("keys", person) if not _ours(r)}
        own = {fold(name), *map(fold, keys.values())}
        others = {fold(n): n for n in reversed(called) if n and fold(n) not in own}
        return Contact(
            name,
            self._uids[person],
            tuple(reversed(others.values())),
            tuple((kind, value) for (kind, _), value in keys.items()),
            _jobs(self._of("jobs", person)),
            tuple(dict.fromkeys((r["kind"], r["value"]) for r in self._of("details", person))),
            once(t.text for t in told if t.kind == "note"),
            tuple(m.met for m in met),
        )

    def _met(self, person: int) -> list[Row]:
        """Encounters by day; at one event I meet somebody once, as the surest text says."""
        found: dict[object, Row] = {}
        for row in self._of("met", person):
            key = ("event", row["event_id"]) if row["event_id"] else row["fact_id"]
            if key not in found or row["confidence"] > found[key]["confidence"]:
                found[key] = row
        return sorted(found.values(), key=lambda r: (r["day"] is None, r["day"] or ""))

    def _encounter(self, row: Row) -> Encounter:
        event = self._lines.get(row["event_id"])
        met = Met(row["kind"], row["day"], event.title if event else None, event.place if event else None)
        via = (self._uids.get(row["via_id"]), row["via"]) if row["via"] else None
        at = self._events.get(row["event_id"])
        return Encounter(met, bool(row["dated"]), at, via, self._said(row["fact_id"]))

    def _parts(self, person: int, name: str) -> tuple[Part, ...]:
        told = [(r["event_id"], "organizer", None) for r in self._of("organized", person)]
        told += [(r["event_id"], r["role"], r["status"]) for r in self._of("roles", person)]
        told += [(r["event_id"], "speaker", None) for r in self._of("talks", person)]
        for event, role, status in told:
            self._was_there(person, name, event, None, role or status)
        return tuple(dict.fromkeys(Part(self._events[e], self._title(e), r, s) for e, r, s in told))

    def _was_there(self, person: int, name: str, event: int | None, kind: str | None, role: str | None) -> None:
        if event is not None:
            old = self.there[event].get(person, There(self._uids[person], name, None, None))
            self.there[event][person] = There(old.uid, name, old.kind or kind, old.role or role)

    def _title(self, event: int) -> str:
        return self._lines[event].title

    def _said(self, fact: int) -> tuple[Quote, ...]:
        return tuple(map(quoted, self._quotes.of(fact)))


def quoted(words: Words) -> Quote:
    """Words as a reader sees them, without the signs of Markdown and HTML; the archive has them as they were written."""
    return Quote(shown(words.text), words.source, words.date)


def shown(text: str) -> str:
    """The same for any text, in one line."""
    bare = plain(text).text if _MARKUP.search(text) else text
    return " ".join(bare.split()) or text


def _told(row: Row) -> str:
    """What is told in the words of its source; those of a card or list as they are, since they go back there."""
    return str(row["text"]) if row["source"] in ("card", "list") else shown(row["text"])


def _by_person(rows: Iterable[Row]) -> Rows:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["person_id"], []).append(row)
    return found


def _ours(key: Row) -> bool:
    """Whether a key is an id under which somebody left a memory before; they leave under it again."""
    return (
        key["kind"] == "id" and key["value"].startswith(("hallway:", "card:")) and record_in(key["value"]) is not None
    )


def _jobs(rows: list[Row]) -> tuple[tuple[str, str | None], ...]:
    """Organizations with what somebody is there, the latest told first; without a role only where none tells one."""
    told = dict.fromkeys((r["organization"], r["role"]) for r in reversed(rows))
    known = {o for o, role in told if role}
    return tuple((o, role) for o, role in told if role or o not in known)


def card(row: Row) -> bytes:
    """The bytes of a card as it came; empty where it came in another format."""
    came: bytes = row["original"] if row["original"] is not None else row["text"].encode("utf-8", "surrogatepass")
    begins = narrowed(came[:200])[0].lstrip()[:11]
    return came if begins.upper() == b"BEGIN:VCARD" else b""


def _is_group(came: bytes) -> bool:
    """Whether a card is that of a group, in which people are only named."""
    return _GROUP.search(narrowed(came)[0]) is not None
