"""From mentions to people: which names in one text mean the same person."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from hallway.model.folding import fold
from hallway.reading.names import NICKNAMES, TITLES, compatible, part_of, trim, words
from hallway.reading.things import THINGS


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the plain text, line breaks in it made spaces, with the probability that it is one."""

    text: str
    start: int
    end: int
    score: float


@dataclass(slots=True)
class Figure:
    """Somebody in a text: every mention, in order, and the fullest name."""

    name: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return words(self.name)

    @property
    def score(self) -> float:
        return max(m.score for m in self.mentions)


_JOINED = re.compile(r"\s{1,9}(?:and|&|und|et|y|e|en|och)\s+|\s{0,9}/\s*|\s{0,9},\s+")
_AND = re.compile(r"\s{1,9}(?:and|&|und|et|y|e|en|och)\s{1,9}")
_KNOWN_AS = re.compile(
    r"\s*[(,\[]?\s*(?:aka|a\.k\.a\.|alias|a/k/a|better known as|also known as)\s+(?:mr\.?\s+)?[\"“'‘@]?", re.I
)
_SHORT: dict[str, set[str]] = defaultdict(set)
for _nick, _fulls in NICKNAMES.items():
    for _full in _fulls:
        _SHORT[_full].add(_nick)


def mentions(text: str, spans: list[tuple[int, int, float]]) -> list[Mention]:
    """Tidy the spans that a tagger found: trimmed, with their @, and couples cut in two."""
    found: list[Mention] = []
    for start, end, score in spans:
        for a, b in _cut(text, start, end):
            low, high = trim(text, a, b)
            low, high = _whole_handle(text, low, high)
            high = _with_initial(text, low, high)
            if high > low and _can_be_name(text[low:high]):
                found.append(Mention(" ".join(text[low:high].split()), low, high, score))
    return found


def _can_be_name(name: str) -> bool:
    """Not a title alone, not a letter alone or none, not an edition (`Mix07`, `PodCamp '08`), not a file of a camera, and
    nothing that everybody knows for no person."""
    edition = re.fullmatch(r"[A-Z][A-Za-z]+ ?['’]?(?:\d\d|(?:19|20)\d\d)", name)
    file = re.fullmatch(r"[A-Z]{2,5}[_-]?\d{3,}", name)
    known = fold(name) in TITLES or fold(name) in THINGS
    return not edition and not file and not known and len(name) > 1 and any(c.isalpha() for c in name)


def _whole_handle(text: str, start: int, end: int) -> tuple[int, int]:
    """Out to the ends of a handle: `@kd_lang2` where only `kd` was seen. Other names are words of their own already."""
    low, high = start, end
    while low and (text[low - 1] in "_@" or (text[low - 1].isalnum() and _in_word(text[low : low + 1]))):
        low -= 1
    while high < len(text) and (
        text[high] == "_"
        or (
            (text[high].isalnum() and text[high - 1 : high].isalnum())
            or (text[high - 1 : high] == "_" and text[high].isalnum())
        )
    ):
        high += 1
    return (low, high) if high > low else (start, end)


_INITIAL = re.compile(r" (?![AI]\b)[A-Z](?:\.(?=[,;:)\s])|(?=[,;:)\n]|\.(?:\s|$)| (?:and|&|from|who|at|again)\b))")


def _with_initial(text: str, start: int, end: int) -> int:
    """The end of `Sarah M`, where only `Sarah` was seen: a single letter that nothing else in a sentence would be."""
    one = text[start:end].isalpha() and text[start].isupper()
    initial = _INITIAL.match(text, end) if one else None
    return initial.end() if initial else end


def _in_word(c: str) -> bool:
    return c.isalnum() or c == "_"


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts, at = [], start
    for m in _JOINED.finditer(text, start, end):
        if m.start() > at and m.end() < end and not re.match(r"(?:Jr|Sr|PhD|MD|II|III)\b", text[m.end() :]):
            cuts.append((at, m.start()))
            at = m.end()
    line = text.find("\n", at, end)
    while line != -1:
        if not _wrapped(text, line):
            cuts.append((at, line))
            at = line + 1
        line = text.find("\n", line + 1, end)
    return [*cuts, (at, end)]


def _wrapped(text: str, line: int) -> bool:
    """Whether a line is broken for its length, so that the name goes on in the next; in a list of names lines are short."""
    return text[line + 1 : line + 2].strip() != "" and line >= 50 and "\n" not in text[line - 50 : line]


def figures(text: str, found: list[Mention]) -> list[Figure]:
    """Group mentions into people, in order of appearance.

    Full names come first; a single name then belongs to the full name that it is part of, the nearest before it (or, if
    there is none, after it); what remains are people known by that name alone. Aliases in brackets join; `A and B` are two.
    """
    found = sorted(found, key=lambda m: m.start)
    married = _couples(text, found)
    cast = _Cast(found, _apart(text, found))
    parts = [words(m.text) for m in found]
    for i in sorted(range(len(found)), key=lambda i: -len(parts[i])):
        name = married.get(i, found[i].text)
        if len(words(name)) > 1:
            cast.give(i, cast.full(i, name) or cast.new(name), name)
    for a, b, known_as in _aliases(text, found):
        if (a in cast.owner) != (b in cast.owner):
            known, other = (a, b) if a in cast.owner else (b, a)
            cast.give(other, cast.owner[known])
        elif known_as and a in cast.owner:
            cast.join(cast.owner[a], cast.owner[b])
        elif known_as:
            figure = cast.new(found[a].text)
            cast.give(a, figure)
            cast.give(b, figure)
    nicks = {" ".join(parts[i]): cast.owner[i] for i in sorted(cast.owner) if len(parts[i]) == 1}
    for i, m in enumerate(found):
        if i in cast.owner:
            continue
        key = " ".join(parts[i])
        known_by = nicks.get(key)
        if known_by is not None and cast.beside(i, known_by):
            known_by = None
        figure = known_by or cast.bearer(i, parts[i][-1]) or cast.new(m.text)
        if not cast.bearers(parts[i][-1]):
            nicks[key] = figure
        cast.give(i, figure)
    for i, m in enumerate(found):
        cast.owner[i].mentions.append(m)
    return sorted((p for p in cast.people if p.mentions), key=lambda p: p.mentions[0].start)


class _Cast:
    """Who has been made out so far: `owner[i]` is whose mention i is. Names are looked up by their words, as an attendee
    list may have thousands."""

    def __init__(self, found: list[Mention], apart: dict[int, list[int]]) -> None:
        self.found = found
        self.apart = apart
        self.people: list[Figure] = []
        self.owner: dict[int, Figure] = {}
        self.spots: dict[int, list[int]] = {}
        self.by_word: dict[str, dict[int, Figure]] = defaultdict(dict)

    def new(self, name: str) -> Figure:
        figure = Figure(name)
        self.people.append(figure)
        self.spots[id(figure)] = []
        self._learn(figure)
        return figure

    def _learn(self, figure: Figure) -> None:
        parts = figure.words
        if len(parts) > 1:
            for word in {*parts, *NICKNAMES.get(parts[0], ()), *_SHORT.get(parts[0], ())}:
                self.by_word[word][id(figure)] = figure

    def give(self, i: int, figure: Figure, name: str = "") -> None:
        """Mention i is of this person, and has perhaps the fuller name."""
        self.owner[i] = figure
        insort(self.spots[id(figure)], i)
        if name:
            _rename(figure, name)
            self._learn(figure)

    def join(self, one: Figure, two: Figure) -> None:
        if one is not two:
            for i in self.spots.pop(id(two)):
                self.give(i, one)
            self.people.remove(two)
            for figures_of in self.by_word.values():
                figures_of.pop(id(two), None)

    def full(self, i: int, name: str) -> Figure | None:
        """Who already bears this full name in some form: two such names share a word at least."""
        parts = words(name)
        likely = {k: f for w in parts for k, f in self.by_word.get(w, {}).items()}
        ordered = sorted(likely.values(), key=lambda f: self.spots[id(f)][0])
        return next((f for f in ordered if compatible(f.words, parts) and not self.beside(i, f)), None)

    def beside(self, i: int, figure: Figure) -> bool:
        """Whether mention i stands in "A and B" with this person as the other one."""
        return any(self.owner.get(k) is figure for k in self.apart.get(i, ()))

    def bearers(self, short: str) -> list[Figure]:
        return [f for f in self.by_word.get(short, {}).values() if part_of(short, f.words)]

    def bearer(self, i: int, short: str) -> Figure | None:
        """Whose name `short` is: the bearer named last before mention i, else the first one after it."""
        likely = [f for f in self.bearers(short) if not self.beside(i, f)]
        before: list[tuple[int, int]] = []
        after: list[tuple[int, int]] = []
        for n, f in enumerate(likely):
            spots = self.spots[id(f)]
            k = bisect_left(spots, i)
            (before if k else after).append((spots[k - 1] if k else spots[0], n))
        if before:
            return likely[max(before)[1]]
        return likely[min(after)[1]] if after else None


def _apart(text: str, found: list[Mention]) -> dict[int, list[int]]:
    """Which mentions stand in "A and B": they are two people, however alike their names."""
    pairs: dict[int, list[int]] = defaultdict(list)
    for i, (a, b) in enumerate(pairwise(found)):
        if _AND.fullmatch(text, a.end, b.start):
            pairs[i].append(i + 1)
            pairs[i + 1].append(i)
    return pairs


def _rename(figure: Figure, name: str) -> None:
    """Keep the fullest form, an initial counting less than a name and no title for more."""
    better = sum(len(w) > 1 for w in words(name)) - sum(len(w) > 1 for w in figure.words)
    if better > 0 or (better == 0 and len("".join(words(name))) > len("".join(figure.words))):
        figure.name = name


def _couples(text: str, found: list[Mention]) -> dict[int, str]:
    """`Nicky and Andy Wake`: index of the first mention → its name with the shared surname."""
    shared: dict[int, str] = {}
    parts = [words(m.text) for m in found]
    firsts = {p[0] for p in parts if len(p) > 1}
    times = Counter(tuple(p) for p in parts)
    for i, (a, b) in enumerate(pairwise(found)):
        if not _AND.fullmatch(text, a.end, b.start):
            continue
        one, surname = parts[i], _surname(b.text)
        listed = i > 0 and re.fullmatch(r"\s*,\s*", text[found[i - 1].end : a.start]) and len(parts[i - 1]) == 1
        if (
            surname
            and len(one) == 1
            and one[0] not in firsts
            and times[tuple(one)] == 1
            and not listed
            and a.text[0].isupper()
        ):
            shared[i] = f"{a.text} {surname}"
    return shared


def _surname(name: str) -> str | None:
    """`Wake` of `Dr. Andy Wake`; nothing of a name in more or fewer than two words, or of a handle."""
    kept = [w for w in name.split() if fold(w) not in TITLES]
    return kept[1] if len(kept) == 2 and all(len(words(w)) >= 1 and "@" not in w for w in kept) else None


def _aliases(text: str, found: list[Mention]) -> list[tuple[int, int, bool]]:
    """Neighbouring mentions of one person: `Jos Boumans (tormy)`, `the Hanselnator (aka Mr. Quill)`; the third says
    whether in words."""
    pairs = []
    for i, (a, b) in enumerate(pairwise(found)):
        if b.start - a.end > 40:
            continue
        between = text[a.end : b.start]
        known_as = _KNOWN_AS.fullmatch(between)
        brackets = re.fullmatch(r"[\"”'’]?\s*[(\[][\"“'‘@]?", between) and re.match(
            r"[\"”'’]?\s*[)\]]", text[b.end : b.end + 3]
        )
        if known_as or (brackets and (len(words(a.text)) == 1) != (len(words(b.text)) == 1)):
            pairs.append((i, i + 1, bool(known_as)))
    return pairs
