"""The reader that ships with Hallway: a small network finds names and ties, rules do what rules do best."""

from __future__ import annotations

from functools import cache

from hallway.model import Reading, Source, When
from hallway.reading.draft import Draft
from hallway.reading.encoder.model import Entity
from hallway.reading.events import from_title, occasions
from hallway.reading.metadata import head
from hallway.reading.people import figures, mentions
from hallway.reading.plain import plain
from hallway.reading.protocol import verified
from hallway.reading.sentences import Sentences
from hallway.reading.spread import spread

SURE_EVENT = 0.6


class LocalReader:
    """Reads offline on one CPU core; loads its network when first used."""

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        """Facts from a text in plain words, Markdown, HTML or a mail. Offsets are code points of `text` as given."""
        p = plain(text)
        top = head(p, name)
        day = top.written or written
        source = Source(name, text, "diary", top.author, day)
        if not any(c.isalpha() for c in p.text):
            return Reading(source)
        tagged = network().tag(p.text)
        entities = spread(p.text, tagged)
        people = figures(p.text, mentions(p.text, [(e.start, e.end, e.score) for e in entities if e.kind == "PER"]))
        spots = _events(entities, top.span)
        title = from_title(p.text) if not spots else None
        sentences = Sentences(p.text)
        found = occasions(p.text, spots or ([title] if title else []), sentences)
        draft = Draft(p, source, top, tagged, sentences, people, found, entities)
        return verified(draft.reading())


def _events(entities: list[Entity], byline: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The event names to go by: the sure ones where there are any, none of them from the byline."""
    low, high = byline or (0, 0)
    found = [e for e in entities if e.kind == "EVT" and not low <= e.start < high]
    sure = [e for e in found if e.score >= SURE_EVENT]
    return [(e.start, e.end) for e in sure or found]


@cache
def network():  # type: ignore[no-untyped-def]
    """The network, loaded once a process."""
    from hallway.reading.encoder.model import Network

    return Network()

