"""Who was met: which of the names in a note are its people, and which claims are about whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from hallway.reading.notes.claims import Claim
from hallway.reading.notes.cues import Sort
from hallway.reading.notes.naming import LIKELY, SHAPED, Name


@dataclass(slots=True)
class Group:
    """People met together, and what the note says of them all; `own` is said of one of them."""

    names: list[Name]
    claims: list[Claim] = field(default_factory=list)
    own: list[tuple[Name, Claim]] = field(default_factory=list)
    met: bool = True


def chosen(claims: list[Claim], text: str) -> list[Claim]:
    """The claims with every candidate that is nobody turned back into words of a note."""
    candidates = [(i, c) for i, c in enumerate(claims) if c.sort is Sort.PEOPLE]
    mains = _mains(candidates, claims, text)
    kept = [
        c if c.sort is not Sort.PEOPLE or i in mains else replace(c, sort=Sort.NOTE, value="name", names=())
        for i, c in enumerate(claims)
    ]
    return _merged(kept, text)


def _mains(candidates: list[tuple[int, Claim]], claims: list[Claim], text: str) -> set[int]:
    outside = [
        (i, c) for i, c in candidates if not c.bracketed or " " in c.names[0].name or c.names[0].name.startswith("@")
    ]
    candidates = outside or candidates
    if not candidates:
        return set()
    best = {i: max(n.strength for n in c.names) for i, c in candidates}
    if max(best.values()) < LIKELY:
        top = max(best.values())
        if any(c.sort is Sort.UNMET and c.names for c in claims) and top < SHAPED:
            return set()
        first = next(i for i in best if best[i] == top)
        return {first} | _listed(first, candidates, claims, text)
    sure = {i for i in best if best[i] >= LIKELY}
    plain = {i for i in sure if not _tells(i, claims)}
    mains = plain or {min(sure)}
    for i in list(mains):
        mains |= _listed(i, candidates, claims, text)
    return mains


def _tells(i: int, claims: list[Claim]) -> bool:
    """The name is the subject of free words: `Marc says hi`."""
    after = claims[i + 1] if i + 1 < len(claims) else None
    return bool(after and after.part == claims[i].part and after.sort is Sort.NOTE and after.place is None)


def _listed(i: int, candidates: list[tuple[int, Claim]], claims: list[Claim], text: str) -> set[int]:
    """The neighbours in an enumeration: `Ann, Bo and Cy`."""
    numbers = {k for k, _ in candidates}
    run = {i}
    for step in (-1, 1):
        k = i + step
        while k in numbers and re.fullmatch(
            r"\s*,\s*", text[min(claims[k].end, claims[k - step].end) : max(claims[k].start, claims[k - step].start)]
        ):
            run.add(k)
            k += step
    return run if any(len(claims[k].names) > 1 for k in run) else set()


def _merged(claims: list[Claim], text: str) -> list[Claim]:
    """Words of a note that stand together are one note."""
    out: list[Claim] = []
    for c in claims:
        last = out[-1] if out else None
        loose = c.sort is Sort.NOTE or (
            c.sort in (Sort.ORGANIZATION, Sort.EVENT, Sort.PLACE, Sort.ROLE) and not (c.place and c.place.certain)
        )
        if (
            last
            and last.sort is Sort.NOTE
            and last.part == c.part
            and (c.sort is Sort.NOTE or (loose and last.value == "name"))
        ) and re.fullmatch(r"[^,;()\n]{0,8}", text[last.end : c.start]):
            out[-1] = replace(last, end=c.end)
            continue
        out.append(c)
    return out


def grouped(claims: list[Claim], text: str) -> list[Group]:
    """People with their claims. Those not met by their own claim come last, and get claims only if nobody was met."""
    met: list[Group] = []
    unmet: list[Group] = []
    waiting: list[Claim] = []
    last: tuple[Group, Claim] | None = None
    for c in claims:
        if c.sort is Sort.PEOPLE:
            last = _join(met, waiting, c, text), c
        elif c.sort is Sort.UNMET and c.names:
            unmet.append(Group(list(c.names), [replace(c, names=())], met=False))
            last = unmet[-1], c
        elif last and c.sort in (Sort.ORGANIZATION, Sort.ROLE) and (c.part == last[1].part or c.bracketed):
            last[0].own.append((last[0].names[-1], c))
        else:
            waiting.append(c)
            last = last if c.bracketed else None
    for group in met[-1:] or unmet:
        group.claims += waiting
    return met + unmet


def _join(met: list[Group], waiting: list[Claim], name: Claim, text: str) -> Group:
    """The group that these people belong to: the one just named, if nothing was said in between."""
    ahead = _ahead(waiting, name, text)
    if met and not waiting:
        met[-1].names = _one_person(met[-1].names, list(name.names), text)
        return met[-1]
    if met:
        met[-1].claims += waiting[: len(waiting) - len(ahead)]
        waiting[:] = ahead
    met.append(Group(list(name.names), list(waiting)))
    waiting.clear()
    return met[-1]


def _one_person(before: list[Name], more: list[Name], text: str) -> list[Name]:
    """A handle beside a name is the same person's: `Ann Bek (@annbek)`."""
    a, b = before[-1], more[0]
    beside = re.fullmatch(r"[\s(,/]{0,3}(?:aka\s)?", text[a.end : b.start])
    if len(more) == 1 and beside and a.name.startswith("@") != b.name.startswith("@"):
        full = b if a.name.startswith("@") else a
        return [
            *before[:-1],
            replace(a, name=full.name, strength=max(a.strength, b.strength)),
            replace(b, name=full.name),
        ]
    return before + more


def _ahead(waiting: list[Claim], name: Claim, text: str) -> list[Claim]:
    """The claims that lead up to a name: `again: Jo Lund`, `glimpsed Jo Lund`."""
    ahead: list[Claim] = []
    at = name.start
    for c in reversed(waiting):
        if c.part != name.part and text[c.end : at].strip() != ":":
            break
        ahead.insert(0, c)
        at = c.start
    return ahead
