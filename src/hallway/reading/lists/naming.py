"""Names that a tagger overlooks where they stand in a list: forty names and no sentence are little to go by."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.reading.lists.items import Listing
from hallway.reading.tagged import Entity, Tagged

KNOWN = 0.6
"""From what probability on the tagger itself has found a name."""
ANOTHER = 0.8
"""From what probability on it is a name of another kind, wherever it stands."""
ALONE = 0.15
"""How likely a single word has to be a person."""
LISTED = 0.75
"""How likely a name is one that others like it stand around, under a heading for people."""


def listed(text: str, found: Iterable[Entity], lists: Iterable[Listing], tagged: Tagged) -> list[Entity]:
    """`found` with the names that stand in lists made people, sorted; what overlaps them goes."""
    added: list[Entity] = []
    old = list(found)
    people = [(e.start, e.end) for e in old if e.kind == "PER" and e.score >= KNOWN]
    starts = dict(people)
    lists = list(lists)
    certain = any(x.heading and x.heading.people for x in lists)
    for listing in lists:
        spots = list(listing.names())
        if spots and ((certain and listing.heading) or _of_people(listing, spots, starts)):
            added += (e for a, b in spots if (e := _named(text, a, b, tagged)))
    if not added:
        return old
    taken = {i for e in added for i in range(e.start, e.end)}
    kept = (e for e in old if not any(i in taken for i in range(e.start, e.end)))
    return sorted([*kept, *added], key=lambda e: e.start)


def _of_people(listing: Listing, spots: list[tuple[int, int]], starts: dict[int, int]) -> bool:
    """Whether a list is one of people: its heading says so, or the tagger knows enough of them."""
    if listing.heading and listing.heading.people:
        return True
    known = sum(a in starts for a, _ in spots)
    if listing.heading:
        return 3 * known >= len(spots)
    return len(spots) >= 4 and 2 * known >= len(spots)


def _named(text: str, start: int, end: int, tagged: Tagged) -> Entity | None:
    own = tagged.kind_probability(start, end, "PER")
    other = max(tagged.kind_probability(start, end, k) for k in ("ORG", "EVT", "LOC"))
    if other >= ANOTHER or (own < ALONE and " " not in text[start:end]):
        return None
    return Entity("PER", start, end, max(own, LISTED))
