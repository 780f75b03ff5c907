"""A name as its parts: in Latin letters, without case, order or ornament."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

PARTS = 5
"""More parts than this say nothing more."""

_ALIAS = re.compile(r"\(([^()]*)\)|[\"“”«»]([^\"“”«»]+)[\"“”«»]|(?<!\w)['‘]([^'’]+)['’](?!\w)")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_QUIET = frozenset(
    "dr prof professor mr mrs ms miss sir dame jr sr phd msc of the de da do dos del della di du van von der den la le "
    "el al bin ibn zu ter ten af av y i und and et st".split()
)
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_SOUNDS = (
    (re.compile(r"ch(?=[rl])|ck|qu|kh"), "k"),
    (re.compile(r"sch|sh|ch|tch|cz|sz|zh"), "s"),
    (re.compile(r"ph|gh"), "f"),
    (re.compile(r"[cqg]"), "k"),
    (re.compile(r"ks|xs"), "x"),
    (re.compile(r"th|dt|[d]"), "t"),
    (re.compile(r"w|ou(?=[aeiy])|[b]"), "v"),
    (re.compile(r"[zj](?=[aeiouy])"), "i"),
    (re.compile(r"ae|ai|ay"), "e"),
    (re.compile(r"oe|au"), "o"),
    (re.compile(r"ue|ou|oo"), "u"),
    (re.compile(r"ei|ey|ie|iy|ee|ij|y|j"), "i"),
    (re.compile(r"h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@cache
def forms(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a name, then those of each alias in it: `Ana (tolva) Berg` → `(ana, berg)`, `(tolva,)`."""
    aliases = [next(filter(None, found.groups()), "") for found in _ALIAS.finditer(name)]
    found = [parts(_ALIAS.sub(" ", name)), *map(parts, aliases)]
    return tuple(dict.fromkeys(p for p in found if p))


def parts(name: str) -> tuple[str, ...]:
    """`Øystein van der Grøvlen-Ek` → `oystein grovlen ek`; titles and particles are left out if anything else is
    there."""
    words = _words(_HAN.sub(lambda han: f" {_chinese(han[0])} ", name))
    told = [word for word in words if word not in _QUIET and not _ORDINAL.fullmatch(word)] or words
    return tuple(told if len(told) <= PARTS else [*told[: PARTS - 1], told[-1]])


def _words(name: str) -> list[str]:
    plain = anyascii(name).lower().replace("'", "").replace("`", "")
    return re.findall(r"[a-z0-9]+", plain)


def _chinese(han: str) -> str:
    """A Chinese name, family name first: the first syllable, then the others as one word."""
    return f"{anyascii(han[0])} {anyascii(han[1:])}"


def plain(value: str) -> str:
    """Any other value made comparable: Latin letters and digits, single spaces between."""
    return " ".join(_words(value)) if not re.fullmatch(r"[\d-]+", value) else value


@lru_cache(1 << 16)
def sound(part: str) -> str:
    """Roughly how a part sounds, whichever way its language spells it: `sergey` and `sergei`, `mueller` and
    `muller`."""
    for pattern, letter in _SOUNDS:
        part = pattern.sub(letter, part)
    return part


@lru_cache(1 << 16)
def skeleton(part: str) -> str:
    """The consonants of the sound: what most slips of the pen leave alone."""
    heard = sound(part)
    return re.sub(r"(.)\1+", r"\1", heard[:1] + re.sub(r"[aeiou]", "", heard[1:]))


@lru_cache(1 << 16)
def bones(part: str) -> str:
    """The consonants as they stand, which is all that Arabic and Hebrew write: `mohamed` and `mhmd`."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", part))


def handles(name: tuple[str, ...]) -> frozenset[str]:
    """What people with this name call themselves on the net: `ana berg` → anaberg, bergana, aberg, anab, berga."""
    if len(name) < 2 or len(name[-1]) < 3 or len(name[0]) < 2:
        return frozenset()
    first, last = name[0], name[-1]
    return frozenset({first + last, last + first, first[0] + last, first + last[0], last + first[0]})
