"""Whose a feed is, by what it is called: a guess, until the feed itself says who writes it."""

from __future__ import annotations

import re

_WORK = (
    r"(?:we)?blogs?|journal|notes?|notebook|feed|rss|podcasts?|newsletter|letters?|musings|thoughts|posts?|site|website|home ?page|"
    r"articles|diary|page|corner|stream|channel|photos?|writings?|essays|updates|world|place"
)
_OWNED = re.compile(rf"^(?:the\s+)?(.{{3,60}}?)(?:['’]s|['’])\s+(?:[\w-]+\s+){{0,3}}(?:{_WORK})\b", re.I)
_BY = re.compile(r"\b(?:by|with|from|of|von|par|por|van|door)\s+(.{3,60})$", re.I)
_APART = re.compile(r"\s+[-–—|·:»«]+\s+|:\s+|\s*[|»«]\s*")
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]*)*")
_NOT_A_NAME = frozenset(
    (
        "the a an and of in on at for to with from by my our your blog blogs weblog weblogs news weekly daily monthly journal notes feed rss"
        " podcast podcasts newsletter magazine review reviews post posts latest home page site online radio show tv times today report reports"
        " tech technology digital media marketing public relations pr communications communication design research science project group lab labs"
        " all comments entries articles inc ltd gmbh llc foundation society institute university conference days planet"
    ).split()
)
_SMALL = frozenset("van von de der den di da la le bin al ibn el dos das du ter ten zu".split())


def name_in(title: str) -> str:
    """The name of a person in the title of a feed (`Ida Holm's weblog`, `Ports: Ida Holm`), or the whole title."""
    whole = " ".join(title.split())
    owned = _OWNED.match(whole)
    if owned and _is_name(owned[1], 1):
        return owned[1]
    parts = [p.strip() for p in _APART.split(whole) if p.strip()]
    for part in parts:
        by = _BY.search(part)
        if by and _is_name(by[1]):
            return by[1]
    return next((p for p in parts if len(parts) > 1 and _is_name(p)), whole)


def _is_name(text: str, least: int = 2) -> bool:
    words = text.split()
    return (
        least <= len(words) <= 4
        and all(
            _WORD.fullmatch(w) and w.lower().strip(".") not in _NOT_A_NAME and (w[0].isupper() or w in _SMALL)
            for w in words
        )
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )
