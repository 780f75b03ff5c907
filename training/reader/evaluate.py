"""How well the shipped reader reads the texts that were kept apart: names, ties, confidence, by kind of text.

usage: python training/reader/evaluate.py [--all]     prints tables in Markdown; --all also reads the texts trained on
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document, load

from hallway.model import EncounterFact, PersonFact, Reading
from hallway.model.folding import fold
from hallway.reading.local import LocalReader


@dataclass
class Tally:
    found: int = 0
    extra: int = 0
    missed: int = 0
    judged: int = 0
    right: int = 0
    none: int = 0
    falsely: int = 0
    met_right: int = 0
    met_said: int = 0
    met_gold: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def row(self) -> list[str]:
        p = self.found / max(1, self.found + self.extra)
        r = self.found / max(1, self.found + self.missed)
        mp, mr = self.met_right / max(1, self.met_said), self.met_right / max(1, self.met_gold)
        return [
            str(self.found + self.missed), f"{p:.2f}", f"{r:.2f}", f"{2 * p * r / max(1e-9, p + r):.3f}",
            f"{self.right / max(1, self.judged):.2f}", f"{2 * mp * mr / max(1e-9, mp + mr):.3f}",
            f"{100 * self.falsely / max(1, self.none):.0f} %",
        ]  # fmt: skip


def judge(doc: Document, reading: Reading, tallies: list[Tally]) -> None:
    """Match people by any of their forms, one to one, and count."""
    forms = {
        p: {fold(row["name"])} | {fold(doc.text[m.start : m.end]) for m in doc.marks if m.label == p}
        for p, row in doc.people.items()
    }
    free = dict(forms)
    for person in reading.all(PersonFact):
        names = {fold(person.name)} | {fold(m.text) for m in person.mentions}
        same = next((p for p in free if fold(person.name) == fold(doc.people[p]["name"])), None)
        same = same or next((p for p in free if names & free[p]), None)
        met = next(reading.of(EncounterFact, person.ref), None)
        for t in tallies:
            _count(t, doc.people[same] if same else None, met.kind.value if met else "none", met)
        if same:
            del free[same]
    for t in tallies:
        t.missed += len(free)
        t.met_gold += sum(doc.people[p]["connection"] != "none" for p in doc.people)


def _count(t: Tally, gold: dict[str, str] | None, said: str, met: EncounterFact | None) -> None:
    t.met_said += said != "none"
    if gold is None:
        t.extra += 1
        return
    right = said == gold["connection"] or said in gold.get("accept", "").split()
    t.found += 1
    t.judged += 1
    t.right += right
    t.none += gold["connection"] == "none"
    t.falsely += gold["connection"] == "none" and not right
    t.met_right += right and said != "none" and gold["connection"] != "none"
    if met:
        t.sure.append((met.confidence, right))


def main(arguments: list[str]) -> int:
    docs = load(Path(__file__).parents[1] / "corpus")
    if "--all" not in arguments:
        docs = [d for d in docs if int(d.path.stem) % 8 == 5]
    reader = LocalReader()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for doc in docs:
        language = doc.head.get("language", "en")
        keys = [
            "all",
            f"style {doc.head['style']}",
            "English" if language == "en" else "other languages",
            f"hand {doc.hand}",
        ]
        judge(doc, reader.read(doc.text, doc.path.name), [tallies[k] for k in keys])
    print(
        "| texts | people | precision | recall | F1 | tie right | met-and-how F1 | falsely met |\n|---|---|---|---|---|---|---|---|"
    )
    for key in sorted(tallies, key=lambda k: (k != "all", k)):
        print(f"| {key} | " + " | ".join(tallies[key].row()) + " |")
    print("\n| confidence of an encounter | how many | right |\n|---|---|---|")
    for low in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = low + 0.1 if low else 0.3
        inside = [ok for c, ok in tallies["all"].sure if low <= c < high or (high >= 1 and c >= 0.9)]
        if inside:
            print(f"| {low:.1f} to {high:.1f} | {len(inside)} | {100 * sum(inside) / len(inside):.0f} % |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
