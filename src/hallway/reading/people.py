"""From mentions to people: which names in one text mean the same person."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from hallway.model.folding import fold
from hallway.reading.names import TITLES, compatible, part_of, trim, words


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the plain text, with the probability that it is one."""

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
_ALIAS = re.compile(r"\s*(?:[(\[,]\s*)?(?:aka|a\.k\.a\.|alias|a/k/a|better known as|known as)?\s*[(\[\"“'‘]?\s*")


def mentions(text: str, spans: list[tuple[int, int, float]]) -> list[Mention]:
    """Tidy the spans that a tagger found: trimmed, with their @, and couples cut in two."""
    found: list[Mention] = []
    for start, end, score in spans:
        for a, b in _cut(text, start, end):
            low, high = trim(text, a, b)
            low, high = _whole_handle(text, low, high)
            if high > low and any(c.isalpha() for c in text[low:high]) and fold(text[low:high]) not in TITLES:
                found.append(Mention(text[low:high], low, high, score))
    return found


def _whole_handle(text: str, start: int, end: int) -> tuple[int, int]:
    """Out to the ends of a handle: `@kd_lang2` where only `kd` was seen. Other names are words of their own already."""
    low, high = start, end
    while low and (text[low - 1] in "_@" or (text[low - 1].isalnum() and text[low : low + 1].isalnum())):
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


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts, at = [], start
    for m in _JOINED.finditer(text, start, end):
        if m.start() > at and m.end() < end and not re.match(r"(?:Jr|Sr|PhD|MD|II|III)\b", text[m.end() :]):
            cuts.append((at, m.start()))
            at = m.end()
    line = text.find("\n", at, end)
    while line != -1:
        cuts.append((at, line))
        at = line + 1
        line = text.find("\n", at, end)
    return [*cuts, (at, end)]


def figures(text: str, found: list[Mention]) -> list[Figure]:
    """Group mentions into people, in order of appearance.

    Full names come first; a single name then belongs to the full name that it is part of, the nearest before it (or, if
    there is none, after it); what remains are people known by that name alone. Aliases in brackets join.
    """
    found = sorted(found, key=lambda m: m.start)
    married = _couples(text, found)
    alias = _aliases(text, found)
    people: list[Figure] = []
    owner: dict[int, Figure] = {}
    for i in sorted(range(len(found)), key=lambda i: -len(words(found[i].text))):
        m = found[i]
        full = words(married.get(i, m.text))
        if len(full) > 1:
            figure = next((p for p in people if len(p.words) > 1 and compatible(p.words, full)), None)
            if figure is None:
                figure = Figure(married.get(i, m.text))
                people.append(figure)
            _rename(figure, married.get(i, m.text))
            owner[i] = figure
    for a, b in alias:
        if (a in owner) != (b in owner):
            known, other = (a, b) if a in owner else (b, a)
            owner[other] = owner[known]
    _singles(found, owner, people)
    for i, m in enumerate(found):
        owner[i].mentions.append(m)
    return sorted((p for p in people if p.mentions), key=lambda p: p.mentions[0].start)


def _singles(found: list[Mention], owner: dict[int, Figure], people: list[Figure]) -> None:
    nicks = {" ".join(words(found[i].text)): owner[i] for i in owner if len(words(found[i].text)) == 1}
    spots: dict[str, list[int]] = defaultdict(list)
    for i in sorted(owner):
        for w in {*words(owner[i].name), *words(found[i].text)}:
            spots[w].append(i)
    for i, m in enumerate(found):
        if i in owner:
            continue
        key = " ".join(words(m.text))
        short = words(m.text)[-1]
        figure = nicks.get(key) or _bearer(short, i, found, owner)
        if figure is None:
            figure = Figure(m.text)
            people.append(figure)
        nicks_key = not any(part_of(short, p.words) and len(p.words) > 1 for p in people)
        if nicks_key:
            nicks[key] = figure
        owner[i] = figure


def _bearer(short: str, i: int, found: list[Mention], owner: dict[int, Figure]) -> Figure | None:
    """Whose name `short` is: the bearer named last before mention i, else the first one after it."""
    full = [k for k in owner if len(owner[k].words) > 1 and part_of(short, owner[k].words)]
    before = [k for k in full if k < i]
    if before:
        return owner[max(before)]
    return owner[min(full)] if full else None


def _rename(figure: Figure, name: str) -> None:
    """Keep the fullest form, an initial counting less than a name and no title for more."""
    better = sum(len(w) > 1 for w in words(name)) - sum(len(w) > 1 for w in figure.words)
    if better > 0 or (better == 0 and len("".join(words(name))) > len("".join(figure.words))):
        figure.name = name


def _couples(text: str, found: list[Mention]) -> dict[int, str]:
    """`Aoife and Lorcan Devane`: index of the first mention → its name with the shared surname."""
    shared: dict[int, str] = {}
    firsts = {words(m.text)[0] for m in found if len(words(m.text)) > 1}
    for i, (a, b) in enumerate(zip(found, found[1:], strict=False)):
        if not re.fullmatch(r"\s+(?:and|&|und|et|y|e|en|och)\s+", text[a.end : b.start]):
            continue
        one, two = words(a.text), words(b.text)
        alone = sum(1 for m in found if words(m.text) == one)
        listed = (
            i > 0 and re.fullmatch(r"\s*,\s*", text[found[i - 1].end : a.start]) and len(words(found[i - 1].text)) == 1
        )
        if (
            len(one) == 1
            and len(two) == 2
            and one[0] not in firsts
            and alone == 1
            and not listed
            and a.text[0].isupper()
        ):
            shared[i] = f"{a.text} {b.text.split(' ', 1)[1]}"
    return shared


def _aliases(text: str, found: list[Mention]) -> list[tuple[int, int]]:
    """Neighbouring mentions of one person: `Torbjørn Myhre (tormy)`, `the Foghorn (aka Mr. Quill)`."""
    pairs = []
    for i, (a, b) in enumerate(zip(found, found[1:], strict=False)):
        between = text[a.end : b.start]
        known_as = re.fullmatch(
            r"\s*[(,\[]?\s*(?:aka|a\.k\.a\.|alias|a/k/a|better known as|also known as)\s+(?:mr\.?\s+)?[\"“'‘]?",
            between,
            re.I,
        )
        brackets = re.fullmatch(r"[\"”'’]?\s*[(\[][\"“'‘@]?", between) and re.match(
            r"[\"”'’]?\s*[)\]]", text[b.end : b.end + 3]
        )
        if known_as or (brackets and (len(words(a.text)) == 1) != (len(words(b.text)) == 1)):
            pairs.append((i, i + 1))
    return pairs
