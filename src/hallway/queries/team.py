"""A team over the years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from hallway.model.folding import fold
from hallway.store import gatherings
from hallway.store.store import Row, Store


@dataclass(slots=True)
class Years:
    """One member (None: I): the years in which a text has them in the team, and when they joined and left."""

    person: str | None
    there: set[int] = field(default_factory=set)
    joined: int | None = None
    left: int | None = None

    def span(self) -> tuple[int, int] | None:
        """First and last year, as far as anything says."""
        known = self.there | {y for y in (self.joined, self.left) if y}
        return (min(known), max(known)) if known else None

    def as_dict(self) -> dict[str, object]:
        return {"person": self.person, "years": sorted(self.there), "joined": self.joined, "left": self.left}


def team_years(store: Store, series: str) -> list[Years]:
    """The members of a series' team, in the order in which they came."""
    found: dict[int | None, Years] = defaultdict(lambda: Years(None))
    for row in gatherings.team_years(store, fold(series)):
        years = found[row["person_id"]]
        years.person = row["name"]
        _note(years, row)
    return sorted((y for y in found.values() if y.span()), key=lambda y: (y.span() or (0, 0), y.person or ""))


def _note(years: Years, row: Row) -> None:
    said, since, until = _year(row["day"]), _year(row["since"]), _year(row["until"])
    if row["change"] == "left":
        years.left = until or said
        return
    if row["change"] == "joined":
        years.joined = since or said
    years.there.update(y for y in (since, said) if y)


def _year(edtf: str | None) -> int | None:
    return next((int(p[:4]) for p in (edtf or "").split("/") if p[:4].isdigit()), None)
