"""Names of events taken apart, so that "the 7th DNPR", "New PR 2.0" and "DNPR '07" are found to be one series.

An event's name is its series and what tells its editions apart: an ordinal, a year, a version. What is left is compared
folded, without articles and without "conference" at its end; an acronym is compared with the initials of longer names, in
which a word in capitals stays whole ("Delivering The New PR": DNPR, DTNPR).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hallway.model.folding import fold

_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first erste première primera", "second zweite deuxième segunda", "third dritte troisième tercera",
            "fourth vierte quatrième cuarta", "fifth fünfte cinquième quinta", "sixth sechste sixième sexta",
            "seventh siebte septième séptima", "eighth achte huitième octava", "ninth neunte neuvième novena",
            "tenth zehnte dixième décima", "eleventh elfte", "twelfth zwölfte", "thirteenth", "fourteenth", "fifteenth",
            "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_NTH = rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th|\.|e|ème|ª|º)|(?P<word>{'|'.join(_ORDINALS)})[nrs]?)"
_LEADING = re.compile(
    rf"^(?:the\s+|das?\s+|die\s+|der\s+|la\s+|le\s+|el\s+)?{_NTH}\s+(?:edition\s+of\s+(?:the\s+)?)?(?=\w)", re.I
)
_TRAILING = re.compile(rf"[\s,:(–-]+(?:the\s+)?{_NTH}(?:\s+edition)?\)?$", re.I)
_YEAR = re.compile(
    r"[\s,:(/_–-]*(?:(?<!\d)(?P<full>(?:19|20)\d\d)|['’](?P<short>\d\d)|(?<=[A-Z])(?P<tight>\d\d)|\s(?P<zero>0\d))\)?$"
)
_LEADING_YEAR = re.compile(r"^(?:the\s+)?(?P<full>(?:19|20)\d\d)\s+(?=\w)", re.I)
_VERSION = re.compile(r"[\s,:(–-]*v?(?P<version>\d{1,3}\.\d{1,3})\)?$", re.I)
_NUMBER = re.compile(r"(?:\s*#\s*|[\s,]+(?:n[or]\.?\s*|vol\.?\s*|edition\s*)?)(?P<number>\d{1,3}|[IVX]{2,6})$", re.I)
_ARTICLE = re.compile(r"^(?:the|a|an|our|this year's|der|die|das|le|la|les|el|los|las|il|de|het)\s+", re.I)
_PLAIN = frozenset("conference conf event meeting edition konferenz tagung conférence conferencia congress".split())
_ANNUAL = frozenset("annual international yearly jährliche internationale".split())
_SMALL = frozenset(
    "a an and at by de der des die du el en et for für im in la le les of on or the to und with y".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart: `base` is what is left of it, folded; `series` the same as it was written.

    `edition` counts from 1, `year` has four digits, `version` is such as `2.0`; each is None where the name does not say it.
    """

    base: str
    series: str
    edition: int | None = None
    year: int | None = None
    version: str | None = None

    def fits(self, edition: str | None, year: str | None) -> bool:
        """Whether an event of this edition (an ordinal or a year, in digits) and year may be meant."""
        counted = int(edition) if edition and edition.isdigit() and len(edition) < 4 else None
        told = edition if edition and len(edition) == 4 else year
        if self.edition is not None and counted is not None and self.edition != counted:
            return False
        if self.edition is not None and counted is None and self.year is None:
            return False
        return self.year is None or told is None or str(self.year) == told


@lru_cache(maxsize=100_000)
def named(name: str) -> Named:
    """Take a name apart: `the 7th DNPR`, `DNPR '07`, `New PR 2.0`, `Lantern Days 2016`, `HDC 09`, `Hive Days #12`."""
    rest, edition, year = re.sub(r"\s+", " ", name).strip(), None, None
    rest = re.sub(r"\s*\([^()\d]*\)$", "", rest) or rest
    version = _VERSION.search(rest)
    for _ in range(3):
        before = rest
        rest, year = _take_year(rest, year)
        rest, edition = _take_edition(rest, edition)
        if rest == before:
            break
    words = fold(rest).split()
    words = [w for w in words if w not in _ANNUAL] or words
    base = " ".join(words[:-1] if len(words) > 1 and words[-1] in _PLAIN else words)
    return Named(base or fold(name), rest or name, edition, year, version["version"] if version else None)


def _take_year(rest: str, year: int | None) -> tuple[str, int | None]:
    found = _YEAR.search(rest) or _LEADING_YEAR.search(rest)
    if not found or year is not None:
        return rest, year
    told = next(g for g in found.groups() if g)
    left = _without(rest, found)
    return (left, _four(told)) if left else (rest, None)


def _four(digits: str) -> int:
    """`07` → 2007, `97` → 1997: two digits mean the century that begins in 1970."""
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def _take_edition(rest: str, edition: int | None) -> tuple[str, int | None]:
    version = _VERSION.search(rest)
    if version and (left := _without(rest, version)):
        return left, edition
    for pattern in (_LEADING, _TRAILING):
        found = pattern.search(rest)
        if found and edition is None and (left := _without(rest, found)):
            return left, int(found["digits"]) if found["digits"] else _ORDINALS[found["word"].lower()]
    article = _ARTICLE.match(rest)
    if article and (left := rest[article.end() :]):
        return left, edition
    number = _NUMBER.search(rest)
    if number and edition is None and (left := _without(rest, number)):
        count = int(number["number"]) if number["number"].isdigit() else _roman(number["number"])
        return (left, count) if count else (rest, edition)
    return rest, edition


def _without(text: str, found: re.Match[str]) -> str:
    return (text[: found.start()] + text[found.end() :]).strip(" ,:(-–_/")


def _roman(numeral: str) -> int | None:
    if not numeral.isupper() or not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", numeral):
        return None
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=100_000)
def initials(series: str) -> frozenset[str]:
    """What a name may be shortened to, folded: `Delivering The New PR` → dnpr, dtnpr, dnp, dtnp. Three letters at least."""
    words = re.findall(r"[\w&]+", series)
    found = set()
    for small in (True, False):
        chosen = [w for w in words if small or w.lower() not in _SMALL]
        found.add("".join(w if w.isupper() else w[0] for w in chosen))
        found.add("".join(w[0] for w in chosen))
    return frozenset(fold(short).replace(" ", "") for short in found if len(short) > 2)


def same_series(a: str, b: str) -> bool:
    """Whether two names are of one series, whatever their editions: alike, or one short for the other."""
    x, y = named(a), named(b)
    if x.base.replace(" ", "") == y.base.replace(" ", ""):
        return True
    return _short_for(x, y) or _short_for(y, x)


def _short_for(short: Named, long: Named) -> bool:
    letters = short.series.replace(".", "").replace(" ", "")
    return letters.upper() == letters and short.base.replace(" ", "") in initials(long.series)


def within_name(part: str, whole: str) -> bool:
    """Whether `whole` begins or ends with `part`, two words at least that mean something: New PR, Delivering The New PR.

    That alone makes no series of two: they must have something else in common, such as an organizer.
    """
    x, y = named(part).base.split(), named(whole).base.split()
    telling = [w for w in x if w not in _SMALL | _PLAIN]
    return len(x) < len(y) and len(telling) > 1 and x in (y[: len(x)], y[-len(x) :])


def grouped(names: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Number → the least number of its series, for numbered names; one number may have several names, which are then one."""
    head: dict[int, int] = {}

    def find(n: int) -> int:
        while head.setdefault(n, n) != n:
            n = head[n]
        return n

    first: dict[str, int] = {}
    for number, key in _keys(names):
        a, b = find(number), find(first.setdefault(key, number))
        head[max(a, b)] = min(a, b)
    return {n: find(n) for n in head}


def _keys(names: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Names by what they must share to be one series: their base, and the acronyms that are really used."""
    told = [(number, named(name)) for number, name in names]
    short = {n.base.replace(" ", "") for _, n in told if n.series.upper() == n.series}
    for number, name in told:
        yield number, name.base.replace(" ", "")
        yield from ((number, acronym) for acronym in sorted(initials(name.series) & short))
