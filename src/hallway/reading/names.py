"""The parts of names: titles, first and last, nicknames, and whether two forms can mean one person."""

from __future__ import annotations

import re
from functools import lru_cache

from hallway.model.folding import fold

TITLES = frozenset(
    (
        "mr mrs ms mx miss dr prof professor sir dame lord lady rev fr sr sra dra don doña herr frau hr mme "
        "mlle m monsieur madame señor señora sr srta dott ing captain capt dj uncle aunt tante onkel oncle "
        "senhor senhora seu dona mevrouw meneer docent pater father sister brother rabbi imam judge senator "
        "president king queen saint st"
    ).split()
)
_NICKNAMES = """
alexander alex al sasha xander|alexandra alex sandra lexi|andrew andy drew|anthony tony|barbara barb babs|benjamin ben benny
bernard bernie|bradley brad|catherine kate cathy katie cat|katherine kate kathy katie kat|charles charlie chuck|christine chris
christina tina|christopher chris kit topher|daniel dan danny|david dave davey|deborah deb debbie|donald don donnie
douglas doug|edward ed eddie ted ned|elizabeth liz beth betty lizzie eliza libby betsy|eugene gene|frances fran|francis frank
frederick fred freddie|gabriel gabe|geoffrey geoff|gerald gerry jerry|gregory greg|harold harry hal|henry harry hank
jacob jake|james jim jimmy jamie|janet jan|jeffrey jeff|jennifer jen jenny|jessica jess jessie|john jack johnny
jonathan jon jonny|joseph joe joey|joshua josh|judith judy|kenneth ken kenny|kimberly kim|lawrence larry|leonard len lenny leo
louis lou|margaret maggie meg peggy marge greta|martin marty|matthew matt|maximilian max|michael mike mick mickey|michelle shelly
nathan nate|nathaniel nat nate|nicholas nick nicky|nicola nicky|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete
philip phil|phillip phil|raymond ray|rebecca becky becca|richard rick rich dick ricky|robert bob rob bobby robbie|roger rodge
ronald ron ronnie|russell russ|samuel sam sammy|samantha sam|sebastian seb bastian|stephanie steph|stephen steve|steven steve
stewart stu|stuart stu|susan sue susie|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|tobias tobi
victoria vicky tori|vincent vince|walter walt|william bill will billy liam|zachary zach|johannes hans jo|franziska franzi
sebastián seba|francisco paco pancho|josé pepe|guadalupe lupe|ignacio nacho|joaquim quim|antonio toni toño|dolores lola
wilhelm willi|ulrich uli|ursula uschi|katharina kathi kati|friedrich fritz|matthias matze|stefanie steffi|joachim jochen
"""
NICKNAMES: dict[str, frozenset[str]] = {}
for _group in _NICKNAMES.replace("\n", "|").split("|"):
    _full, *_short = fold(_group).split() or [""]
    for _nick in _short:
        NICKNAMES[_nick] = NICKNAMES.get(_nick, frozenset()) | {_full}

PARTICLES = frozenset(
    "van von der den de del della di da dos la le el al bin bint ibn ter ten zu zum af av y e".split()
)
GREETINGS = frozenset(
    "dear hi hello hey dearest liebe lieber liebes hallo chère cher chers chères bonjour salut querida querido hola estimado "
    "estimada caro cara cari prezado prezada olá beste lieve thanks cheers kära hej".split()
)
"""Words before a name in a letter, which a tagger may take for a part of it."""
OFFICES = frozenset("CEO CFO CIO CMO COO CTO DM MC MP PI PM PR RA TA VP".split())
"""What somebody is, in capitals before the name: `our TA Nora Quist`."""
_EDGES = " \t\n.,;:!?()[]{}<>\"“”„«»*_/|-–—'’"


def words(name: str) -> list[str]:
    """The folded parts of a name, titles left off: `Frau Dr. Seidl-Moor` → `["seidl", "moor"]`."""
    return list(_words(name))


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    parts = fold(name.lstrip("@")).split()
    kept = [w for w in parts if w not in TITLES]
    return tuple(kept or parts)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink [start, end) to the name: no quotes, no brackets, no possessive, no trailing stop unless an initial's."""
    low, high = _shrunk(text, start, end)
    while (low, high) != (start, end):
        start, end = low, high
        low, high = _shrunk(text, start, end)
    return low, high


def _shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        if text[end - 1] == "." and re.search(r"(?:\b\w|\b[JS]r)\.$", text[start:end]) and end - start > 3:
            break
        opening = {")": "(", "}": "{"}.get(text[end - 1])
        if opening and opening in text[start:end]:
            break
        end -= 1
    first, gap, _ = text[start:end].partition(" ")
    if gap and (first.lower() in GREETINGS or first in OFFICES):
        start += len(first) + 1
    possessive = re.search(r"['’`](?:s|S)?$", text[start:end])
    if possessive and possessive.start() > 0:
        end = start + possessive.start()
    return start, end


def same_word(a: str, b: str) -> bool:
    """One name part written two ways: equal, an initial, a nickname, or one slip of the pen in a longer word."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if (
        b in NICKNAMES.get(a, ())
        or a in NICKNAMES.get(b, ())
        or NICKNAMES.get(a, frozenset()) & NICKNAMES.get(b, frozenset())
    ):
        return True
    return min(len(a), len(b)) >= 5 and _one_slip(a, b)


def compatible(a: list[str], b: list[str]) -> bool:
    """Whether two full names (two parts or more each) can be one: first and last parts alike, in either fullness."""
    if a == b or _within(a, b) or _within(b, a):
        return True
    if min(len(a[-1]), len(b[-1])) == 1:
        return a[0] == b[0] and len(a[0]) > 2 and a[-1][0] == b[-1][0]
    if not same_word(a[-1], b[-1]):
        return False
    exact_last = a[-1] == b[-1]
    if not exact_last and a[0] != b[0]:
        return False
    return same_word(a[0], b[0])


def _within(short: list[str], full: list[str]) -> bool:
    """`["van", "heemst"]` in `["joost", "van", "heemst"]`."""
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def part_of(short: str, full: list[str]) -> bool:
    """Whether one word can stand for a full name: its first part (or a nickname of it) or its last."""
    if not full:
        return False
    return (
        short in (full[0], full[-1])
        or (short in full[1:-1] and short not in PARTICLES and len(short) > 2)
        or (full[0] in NICKNAMES.get(short, ()) or short in NICKNAMES.get(full[0], ()))
    )


def _one_slip(a: str, b: str) -> bool:
    """Edit distance (with neighbours swapped) of at most one."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    x, y = a[i:], b[i:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[:2][::-1] and x[2:] == y[2:])
