"""A name that is sure in one place of a text is a name in its other places too."""

from __future__ import annotations

import re

from hallway.reading.lists.items import NAME, Listing, listings
from hallway.reading.lists.naming import listed
from hallway.reading.tagged import Entity, Tagged
from hallway.reading.tongues import tongues

SURE = 0.8
LEAST = 0.6
HALF = 0.1


def spread(text: str, tagged: Tagged, lists: list[Listing] | None = None) -> list[Entity]:
    """The network's entities, with people's names found again where it overlooked them, sorted and not overlapping. `lists`
    are the text's lists of names, where they are known already."""
    found = joined(text, [e for e in tagged.entities() if e.kind != "PER" or e.score >= LEAST])
    found = listed(text, found, listings(text) if lists is None else lists, tagged)
    if tongues(text) - {"en", "de"}:
        found += _foreign(text, tagged, found)
    found += _again(text, tagged, found)
    found += [*_couples(text, tagged, found), *_domains(text, found)]
    return sorted(found, key=lambda e: e.start)


def _again(text: str, tagged: Tagged, found: list[Entity]) -> list[Entity]:
    """Names that are sure somewhere, wherever else they stand; one pass over the words, however many names there are."""
    names = {text[e.start : e.end] for e in found if e.kind == "PER" and e.score >= SURE}
    starting: dict[str, list[str]] = {}
    for name in sorted(filter(_distinct, names), key=len, reverse=True):
        first = _WORD.match(name)
        if first:
            starting.setdefault(first[0], []).append(name)
    mask = covered(text, found)
    added = []
    for m in _WORD.finditer(text):
        for name in starting.get(m[0], ()):
            end = m.start() + len(name)
            whole = (
                text.startswith(name, m.start())
                and not text[end : end + 1].isalnum()
                and text[m.start() - 1 : m.start()] != "@"
            )
            if whole and not any(mask[m.start() : end]):
                score = tagged.kind_probability(m.start(), end, "PER")
                added.append(Entity("PER", m.start(), end, score))
                mask[m.start() : end] = b"\x01" * len(name)
    return added


_WORD = re.compile(r"\w+")
LIKELY, UNLIKELY = 0.3, 0.4
"""In other languages: from what probability on capitalised words in a row are a person, and up to which one nothing else."""


def _foreign(text: str, tagged: Tagged, found: list[Entity]) -> list[Entity]:
    """Two or three capitalised words in a text that is not English, of which the network is in doubt: they are seldom anything
    else there."""
    mask = covered(text, [e for e in found if e.kind == "PER" or e.score >= UNLIKELY])
    added = []
    for m in NAME.finditer(text):
        if 2 <= len(m[0].split()) <= 4 and not any(mask[m.start() : m.end()]):
            end = m.end() - m[0].endswith(".")
            score = tagged.kind_probability(m.start(), end, "PER")
            other = max(tagged.kind_probability(m.start(), end, k) for k in ("ORG", "EVT", "LOC"))
            if score >= LIKELY and other < UNLIKELY:
                added.append(Entity("PER", m.start(), end, score))
                found[:] = [e for e in found if e.end <= m.start() or e.start >= end]
    return added


_PARTNER = re.compile(r"(?<![.!?] )(?<!^)\b([A-Z][a-zà-ÿ'’-]{1,20}) (?:and|&|und|et|y|en|e|og|och) $")
_DOMAIN = re.compile(
    r"(?<![\w@./-])[A-Za-z][\w-]{2,40}(?:\.co)?\.(?:com|org|net|info|biz|io|tv|fm|eu|uk|de|fr|nl|ch|at|es|it|dk|se|no)\b(?![\w/@])"
)


def _couples(text: str, tagged: Tagged, found: list[Entity]) -> list[Entity]:
    """The first of `Aoife and Lorcan Devane`, where only the second was seen."""
    mask = covered(text, found)
    added = []
    for e in found:
        m = (
            _PARTNER.search(text, max(0, e.start - 40), e.start)
            if e.kind == "PER" and " " in text[e.start : e.end]
            else None
        )
        if m and not any(mask[m.start(1) : m.end(1)]):
            score = tagged.kind_probability(m.start(1), m.end(1), "PER")
            if score >= HALF:
                added.append(Entity("PER", m.start(1), m.end(1), score))
    return added


def _domains(text: str, found: list[Entity]) -> list[Entity]:
    """`Simply-Communicate.com` in running text is an organization."""
    mask = covered(text, found)
    spots = [m.span() for m in _DOMAIN.finditer(text)]
    return [Entity("ORG", a, b, 0.9) for a, b in spots if not any(mask[a:b])]


_TITLE = re.compile(
    r"(?:\b(?:at|to|for|attend(?:ed|ing)|called|the|of|auf der|bei|à|en)\s+[\"“«]?)"
    r"((?:[A-Z][\w'’&-]*,?\s+)(?:(?:[A-Z][\w'’&-]*|and|the|of|for|in|on|&|und|der|für|et|de|la|des|y|del)(?:,?\s+|(?=$)))*)$"
)
_CODE = re.compile(r"[\w’'&+#-]*::?[\w:’'-]+(?:\(\w+\))?")


def joined(text: str, found: list[Entity]) -> list[Entity]:
    """Event and organization names made whole: words that hang together (`lantern::conf(2019)`), `University of` + its town."""
    whole: list[Entity] = []
    others = covered(text, [e for e in found if e.kind != "EVT"])
    for e in found:
        start, end = e.start, e.end
        if e.kind == "EVT":
            start, end = _whole_word(text, start, end)
            start = e.start if any(others[start : e.start]) else start
            end = e.end if any(others[e.end : end]) else end
        last = whole[-1] if whole else None
        gap = text[last.end : start] if last else "\n"
        if last and last.kind == e.kind == "EVT" and (start <= last.end or re.fullmatch(r"[ :(/&'’-]{0,2}", gap)):
            whole[-1] = Entity("EVT", last.start, max(last.end, end), max(last.score, e.score))
        elif (
            last
            and last.kind == "ORG"
            and re.search(r"\b(?:of|für|de|di|voor)$", text[last.start : last.end])
            and gap == " "
        ):
            whole[-1] = Entity("ORG", last.start, end, last.score)
        elif not last or start >= last.end:
            whole.append(Entity(e.kind, start, end, e.score))
    return whole


_MORE = re.compile(
    r"(?: (?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|I|Day|Trip|Reports?|Summary|Recap|Part|Notes?|Reviews?|Wrap|Highlights|Round|Roundup|Keynote|Talks?|Sessions?|Videos?|Photos?|Pictures|The|A|An|In|At|On|My|We|And|But|So|It)\b)[A-Z][a-zà-ÿ’'-]{2,20}\b){1,4}"
)


def covered(text: str, entities: list[Entity]) -> bytearray:
    """One byte a character: 1 where an entity stands."""
    mask = bytearray(len(text))
    for e in entities:
        mask[e.start : e.end] = b"\x01" * (e.end - e.start)
    return mask


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Out to the ends of a name that is written with colons."""
    low = max(text.rfind(c, 0, start) for c in " \n\t,;") + 1
    m = _CODE.match(text, low)
    start, end = (low, max(end, m.end())) if m and m.end() > start else (start, end)
    if re.match(r"['’]?s\b", text[start : start + 3]) and re.search(r"\w['’]?$", text[max(0, start - 2) : start]):
        start = text.rfind(" ", 0, start) + 1
    if "(" in text[start:end] and ")" not in text[start:end] and text[end : end + 1] == ")":
        end += 1
    more = _MORE.match(text, end)
    end = more.end() if more else end
    title = _TITLE.search(text, max(0, start - 120), start)
    return (
        (title.start(1), end) if title and not re.search(r"[.!?;:\n]", text[title.start(1) : start]) else (start, end)
    )


def _distinct(name: str) -> bool:
    """Long enough, and not a common word in lower case."""
    return len(name) >= 3 and (not name.islower() or len(name) >= 4) and any(c.isalpha() for c in name)
