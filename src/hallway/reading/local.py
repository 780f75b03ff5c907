"""The reader that ships with Hallway: a small network finds names and ties, rules do what rules do best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from hallway.model import Reading, Source, When
from hallway.model.folding import fold
from hallway.reading.draft import Draft
from hallway.reading.events import from_phrases, from_title, occasions
from hallway.reading.lists.items import cuts, listings
from hallway.reading.metadata import head
from hallway.reading.people import figures, mentions
from hallway.reading.plain import plain
from hallway.reading.protocol import UnreadableText, verified
from hallway.reading.sentences import Sentences
from hallway.reading.spread import covered, spread
from hallway.reading.tagged import Entity, Tagger

SURE_EVENT, LIKELY_EVENT = 0.5, 0.25


class LocalReader:
    """Reads offline on one CPU core; loads its network when first used. `progress` hears how far a long text is read;
    `choose` gives another tagger than the one that is best here."""

    def __init__(
        self, progress: Callable[[int, int], None] | None = None, choose: Callable[[], Tagger] | None = None
    ) -> None:
        self._progress = progress
        self._choose = choose or tagger

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        """Facts from a text in plain words, Markdown, HTML or a mail. Offsets are code points of `text` as given."""
        draft = self.draft(text, name, written)
        return verified(draft.reading()) if isinstance(draft, Draft) else Reading(draft)

    def draft(self, text: str, name: str = "", written: When | None = None) -> Draft | Source:
        """Everything found in a text; the source alone where it has no letters."""
        p = plain(text)
        top = head(p, name)
        day = top.written or written
        source = Source(name, text, "diary", top.author, day)
        if not any(c.isalpha() for c in p.text):
            return source
        tagged = self._choose().tag(p.text, self._progress)
        lists = listings(p.text)
        entities = spread(p.text, tagged, lists)
        people = figures(p.text, mentions(p.text, [(e.start, e.end, e.score) for e in entities if e.kind == "PER"]))
        spots = _events(p.text, entities, top.span)
        others = covered(p.text, [e for e in entities if e.kind != "EVT"])
        spots = spots or from_phrases(p.text, others)
        title = from_title(p.text) if not spots else None
        sentences = Sentences(p.text, cuts(lists))
        found = occasions(p.text, spots or ([title] if title else []), sentences)
        return Draft(p, source, top, tagged, sentences, people, found, entities, lists)


def _events(text: str, entities: list[Entity], byline: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The event names to go by: written like names, and sure or said more than once; all of them where none is; none of them
    from the byline."""
    low, high = byline or (0, 0)
    found = [e for e in entities if e.kind == "EVT" and not low <= e.start < high]
    found = [e for e in found if re.search(r"[A-Z\d]", text[e.start : e.end])]
    often = Counter(fold(text[e.start : e.end]) for e in found)
    sure = [e for e in found if e.score >= _least(text[e.start : e.end]) or often[fold(text[e.start : e.end])] > 1]
    return [(e.start, e.end) for e in sure or found]


def _least(name: str) -> float:
    """A single plain word ("Roundup") has to be surer than what looks like an event: words, capitals, digits."""
    return LIKELY_EVENT if re.search(r"\w\W+\w|\d|^[A-Z]{3,}$", name) else SURE_EVENT


@cache
def tagger() -> Tagger:
    """The network, loaded once a process; the CRF where onnxruntime cannot be imported. Raises UnreadableText without either."""
    try:
        from hallway.reading.encoder.model import Network

        return Network()
    except ImportError:
        return _fallback()


def _fallback() -> Tagger:
    from hallway.reading.crf.model import Crf

    try:
        return Crf()
    except ImportError:
        raise UnreadableText(
            "reading needs onnxruntime, which cannot be imported here: install it, or the smaller python-crfsuite instead"
        ) from None


def limits() -> str | None:
    """What the owner should know about how texts were read here; None where the network reads, or nothing was read yet."""
    from hallway.reading.crf.model import Crf

    if tagger.cache_info().currsize and isinstance(tagger(), Crf):
        return "onnxruntime cannot be imported here, so names are found by the smaller reader: check more than usual"
    return None
