"""What a recall answers with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Cue:
    """Something understood in the question: `kind` is time, place, event, person, via, connection, role or unknown;
    `text` are the question's own words; `value` says what they were taken for (an EDTF date, a name, a kind)."""

    kind: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Because:
    """A sentence that made the memory think of someone: `text` is exactly `source`'s [start:end], in code points.

    `date` (EDTF) is when the event began, else when the source was written; None where neither is known.
    """

    text: str
    source: str
    start: int
    end: int
    date: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who it is: the row in this memory, and the name that is shown."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Match:
    """A person who may be meant: `score` from 0 to 1, and `sure` where the memory would put its name to it."""

    person_id: int
    name: str
    score: float
    sure: bool
    because: list[Because] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """The person as the stories know them."""
        return Person(self.person_id, self.name)


@dataclass(frozen=True, slots=True)
class Recalled:
    """The answer to one question: people best first, none where nobody comes to mind."""

    query: str
    understood: list[Cue] = field(default_factory=list)
    people: list[Match] = field(default_factory=list)

    def __iter__(self) -> Iterator[Match]:
        """The people, best first."""
        return iter(self.people)

    def as_dict(self) -> dict[str, object]:
        """Plain data: what `hallway recall --json` prints."""
        return {
            "query": self.query,
            "understood": [asdict(cue) for cue in self.understood],
            "people": [
                {"name": m.name, "score": m.score, "sure": m.sure, "because": [asdict(b) for b in m.because]}
                for m in self.people
            ],
        }
