"""Whole write-ups by invented authors with what a careful friend would have understood, and how a reading compares.

A file has one line a person, `Name = kind, details`, then `=====`, then the text. Several kinds that are right are separated
by `|`; details are `followed`, `missed`, `left`, `joined`, `via NAME`, `of ORGANIZATION`. `team = ...` and `event = ...` are
for who reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from hallway.model import AffiliationFact, EncounterFact, FollowingFact, MembershipFact, PersonFact, Reading
from hallway.model.folding import fold
from hallway.reading.local import LocalReader
from hallway.reading.names import words

FOLDER = Path(__file__).parent / "writeups"


@dataclass
class Somebody:
    """What is to be understood of one person."""

    name: str
    kinds: tuple[str, ...]
    details: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        return "none" not in self.kinds

    def detail(self, word: str) -> str | None:
        return next((d.removeprefix(word).strip() for d in self.details if d.split(" ")[0] == word), None)


@dataclass
class Writeup:
    """One text and its people."""

    name: str
    text: str
    people: list[Somebody] = field(default_factory=list)


def load(file: Path) -> Writeup:
    """One file."""
    head, _, text = file.read_text(encoding="utf-8").partition("=====\n")
    people = []
    for line in head.splitlines():
        name, _, told = (part.strip() for part in line.partition("="))
        if name not in ("team", "event"):
            kinds, *details = (d.strip() for d in told.split(","))
            people.append(Somebody(name, tuple(kinds.split("|")), tuple(details)))
    return Writeup(file.stem, text, people)


@dataclass
class Score:
    """Counts over texts; `wrong` says in words what is wrong."""

    found: int = 0
    extra: int = 0
    lost: int = 0
    claimed: int = 0
    met: int = 0
    hit: int = 0
    unmet: int = 0
    falsely: int = 0
    right: int = 0
    details: int = 0
    details_right: int = 0
    details_extra: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def people_f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.extra + self.lost)

    @property
    def met_f1(self) -> float:
        return 2 * self.hit / max(1, self.claimed + self.met)

    @property
    def falsely_met(self) -> float:
        return self.falsely / max(1, self.unmet)

    def __str__(self) -> str:
        return (
            f"people F1 {self.people_f1:.3f} ({self.found} found, {self.extra} extra, {self.lost} lost); met-and-how F1 {self.met_f1:.3f}; "
            f"falsely met {self.falsely}/{self.unmet}; tie right {self.right}/{self.found}; "
            f"details {self.details_right}/{self.details}, {self.details_extra} extra"
        )


def score(writeups: list[Writeup], reader: LocalReader) -> Score:
    """How well the texts are read."""
    total = Score()
    for writeup in writeups:
        _compare(writeup, reader.read(writeup.text, f"{writeup.name}.txt"), total)
    return total


def _compare(writeup: Writeup, reading: Reading, total: Score) -> None:
    people = list(reading.all(PersonFact))
    free = {p.ref: p for p in people}
    pairs: list[tuple[Somebody, PersonFact]] = []
    for loose in (False, True):
        for gold in writeup.people:
            if any(gold is g for g, _ in pairs):
                continue
            same = next((p for p in free.values() if _same(gold.name, p, loose)), None)
            if same:
                del free[same.ref]
                pairs.append((gold, same))
    total.found += len(pairs)
    total.extra += len(free)
    total.lost += len(writeup.people) - len(pairs)
    names = reading.names()
    kinds = {e.person: e.kind.value for e in reading.all(EncounterFact)}
    total.claimed += len({p.ref for p in people} & set(kinds))
    total.met += sum(g.met for g in writeup.people)
    total.wrong += [f"{writeup.name}: extra {p.name} ({kinds.get(p.ref, 'none')})" for p in free.values()]
    total.wrong += [f"{writeup.name}: lost {g.name}" for g in writeup.people if not any(g is x for x, _ in pairs)]
    for gold, person in pairs:
        kind = kinds.get(person.ref, "none")
        good = kind in gold.kinds
        total.right += good
        total.hit += good and kind != "none"
        if not gold.met:
            total.unmet += 1
            total.falsely += not good
        if not good:
            total.wrong.append(f"{writeup.name}: {gold.name} is {'|'.join(gold.kinds)}, read as {kind}")
        _details(writeup, gold, person, reading, names, total)


def _details(
    writeup: Writeup, gold: Somebody, person: PersonFact, reading: Reading, names: dict[str, str], total: Score
) -> None:
    change = next((m.change for m in reading.of(MembershipFact, person.ref) if m.change), None)
    via = next((names[e.via] for e in reading.of(EncounterFact, person.ref) if e.via), None)
    job = next((names[a.organization] for a in reading.of(AffiliationFact, person.ref)), None)
    told = {
        "followed": "" if any(reading.of(FollowingFact, person.ref)) else None,
        "left": "" if change == "left" else None,
        "joined": "" if change == "joined" else None,
        "via": via,
        "of": job,
    }
    for word, value in told.items():
        wanted = gold.detail(word)
        total.details += wanted is not None
        if wanted is not None and value is not None and fold(wanted) == fold(value):
            total.details_right += 1
        elif wanted is not None or (value is not None and word != "of"):
            total.details_extra += value is not None
            total.wrong.append(f"{writeup.name}: {gold.name} {word} {wanted!r}, read as {value!r}")


def _same(name: str, person: PersonFact, loose: bool) -> bool:
    forms = {" ".join(words(n)) for n in (person.name, *(m.text for m in person.mentions))}
    return bool(forms & set(fold(name).split())) if loose else fold(name) in forms
