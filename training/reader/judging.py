"""The shipped reader's readings beside the annotations: who was found, and whether what was read of them is right."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document

from hallway.model import Connection
from hallway.model.folding import fold
from hallway.reading.draft import Draft
from hallway.reading.local import LocalReader
from hallway.reading.sureness import connection_inputs, person_inputs


@dataclass(frozen=True, slots=True)
class Judged:
    """One person who was read, or who is annotated, or both: `gold` is None for an extra one, `said` None for a missed one."""

    gold: dict[str, str] | None
    said: str | None
    sure: float = 0.0
    person: tuple[float, ...] = ()
    connection: tuple[float, ...] = ()
    likely: tuple[float, ...] = ()
    hand: str = ""

    @property
    def right(self) -> bool:
        """Found, and of an acceptable connection."""
        return self.gold is not None and self.said in (self.gold["connection"], *self.gold.get("accept", "").split())


def judged(reader: LocalReader, doc: Document, text: str = "") -> list[Judged]:
    """Everybody of a text: matched by any of their forms, one to one, full names first; its author is nobody's business."""
    draft = reader.draft(text or doc.text, doc.path.name)
    forms = {
        p: {fold(row["name"])} | {fold(doc.text[m.start : m.end]) for m in doc.marks if m.label == p}
        for p, row in doc.people.items()
    }
    free = dict(forms)
    author = {fold(doc.head.get("author", "-"))} | set(fold(doc.head.get("author", "-")).split())
    found = []
    for i, guess in enumerate(draft.guesses() if isinstance(draft, Draft) else ()):
        assert isinstance(draft, Draft)
        figure, verdict = draft.people[i], draft.verdicts[i]
        names = {fold(figure.name)} | {fold(m.text) for m in figure.mentions}
        same = next((p for p in free if fold(figure.name) == fold(doc.people[p]["name"])), None)
        same = same or next((p for p in free if names & free[p]), None)
        if same:
            del free[same]
        elif names <= author:
            continue
        found.append(
            Judged(doc.people[same] if same else None, verdict.kind.value, guess.sure, tuple(person_inputs(figure)),
                   tuple(connection_inputs(figure, verdict)), tuple(verdict.weighed[k.value] for k in Connection), doc.hand)
        )  # fmt: skip
    return found + [Judged(doc.people[p], None, hand=doc.hand) for p in free]
