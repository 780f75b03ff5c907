"""Which words of a stretch can be a name: by capitals where there are any, by elimination where there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.reading.names import PARTICLES, TITLES
from hallway.reading.notes.known import Spot
from hallway.reading.notes.lexicon import CHANNELS, COMMON, CORPORATE, EVENTISH, FIRST_NAMES, PLACES

_WORD = re.compile(r"@?[^\W\d_](?:[\w'’&]|-(?=\w)|\.(?=\w\.))*\.?|@?\w[\w.-]*\w|\S")
_PARTICLES = (PARTICLES | {"das", "du", "st"}) - {"y", "e"}
_AND = re.compile(r"\s+(?:and|und|et|y|e|en)\s+|\s*[&+]\s*", re.I)
_NICK = re.compile(r"[\"“„']([^\"”“']{1,20})[\"”“']")
_NEVER = frozenset(
    (
        "new again via met from at of with wants needs sells offers was is and the has had neu nouvelle nuevo nieuw"
    ).split()
)
_ACRONYMS = frozenset(
    ["AI", "PR", "IT", "HR", "VR", "UX", "UI", "UK", "US", "EU", "TV", "QA", "CEO", "CTO", "CFO", "COO", "BBC", "NGO"]
)
_VERB = re.compile(r"\w{3}(?:ed|ing|ly)$")

KNOWN, TOLD, TITLED, LIKELY, SHAPED, SINGLE, GUESS = 6.0, 5.0, 4.5, 4.0, 2.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end): the name to give the person, and how sure it is one."""

    name: str
    start: int
    end: int
    strength: float


@dataclass(frozen=True, slots=True)
class Namer:
    """Finds names in one note: `known` people in it, and whether capitals mean anything there."""

    text: str
    known: tuple[Spot, ...]
    first_names: frozenset[str]
    cased: bool

    def name_at(self, start: int, end: int, lower: bool = False) -> Name | None:
        """The name that begins at `start`, if one does. `lower`: a name may be written small."""
        for spot in self.known:
            if spot.start == start and spot.end <= end:
                return Name(spot.name, start, spot.end, KNOWN)
        if self.text.startswith("@", start):
            if not lower and self.cased and self.text[start + 1 : start + 2].isupper():
                return None
            m = re.compile(r"@\w[\w.-]*\w|@\w").match(self.text, start, end)
            return Name(m[0], start, m.end(), TITLED) if m else None
        limit = min([s.start for s in self.known if s.start > start] + [end])
        if self.cased and not lower:
            return self._cased(start, limit)
        return self._small(start, limit)

    def names_at(self, start: int, end: int, lower: bool = False) -> list[Name]:
        """An enumeration of names that begins at `start`: `Ann, Bo and Cy`, `Anna and Lorcan Devane`."""
        found: list[Name] = []
        at = start
        while at < end:
            name = self.name_at(at, end, lower)
            if not name:
                break
            found.append(name)
            gap = _AND.match(self.text, name.end, end)
            if not gap:
                break
            at = gap.end()
        return _couple(self.text, found)

    def _cased(self, start: int, end: int) -> Name | None:
        taken: list[re.Match[str]] = []
        at = start
        while m := self._next(at, end):
            if not self._part_of_name(m, taken):
                break
            taken.append(m)
            at = m.end()
        while taken and fold(taken[-1][0]) in _PARTICLES and taken[-1][0].islower():
            taken.pop()
        return self._made(taken) if taken else None

    def _part_of_name(self, m: re.Match[str], taken: list[re.Match[str]]) -> bool:
        word, folded = m[0], fold(m[0])
        if _NICK.fullmatch(word):
            return True
        if word in _ACRONYMS or not folded:
            return False
        if folded in TITLES and (word[0].isupper() or not taken):
            return (len(folded) > 1 and not taken) or word[0].isupper()
        if folded in _PARTICLES and (taken or word[0].isupper()):
            follows = self._next(m.end(), len(self.text))
            while follows and fold(follows[0]) in _PARTICLES and follows[0].islower():
                follows = self._next(follows.end(), len(self.text))
            return bool(follows and follows[0][:1].isupper() and "," not in self.text[m.end() : follows.start()])
        if not word[0].isupper() or any(c.isdigit() for c in word):
            return False
        if word.isupper() and len(folded) > 3 and not taken and self.cased and folded not in FIRST_NAMES:
            return False
        if taken and (fold(taken[-1][0]) in _PARTICLES or (len(folded) == 1 and word.isupper() and word != "I")):
            return True
        return folded not in COMMON or self._name_despite(m, taken)

    def _name_despite(self, m: re.Match[str], taken: list[re.Match[str]]) -> bool:
        """`Will Smith` and `Ann Long` are names, `Will send` and `Long chat` are not."""
        folded = fold(m[0])
        if taken:
            return fold(taken[-1][0]) in FIRST_NAMES and not m[0].isupper() and folded not in _NEVER
        follows = self._next(m.end(), len(self.text))
        nextfold = fold(follows[0]) if follows else ""
        if fold(m[0]) in ("big", "old", "little", "young") and follows and follows[0][:1].isupper():
            return nextfold not in COMMON
        follows_close = bool(follows and self.text[m.end() : follows.start()].strip() == "")
        return (
            fold(m[0]) in FIRST_NAMES
            and follows_close
            and bool(follows and follows[0][:1].isupper())
            and nextfold not in COMMON
        )

    def _small(self, start: int, end: int) -> Name | None:
        taken: list[re.Match[str]] = []
        at = start
        while (m := self._next(at, end)) and len(taken) < 5:
            folded = fold(m[0])
            titled = folded in TITLES and len(folded) > 1 and not taken
            joining = bool(taken) and folded in _PARTICLES and self._continues(m, end)
            if (not titled and not joining and (folded in COMMON or not _wordlike(m[0]))) or folded in CHANNELS:
                break
            solid = [t for t in taken if fold(t[0]) not in TITLES | _PARTICLES]
            if len(solid) == 2 and not (fold(solid[1][0]) in FIRST_NAMES and not joining):
                break
            if len(solid) >= 3:
                break
            taken.append(m)
            at = m.end()
        return self._made(taken) if taken else None

    def _continues(self, m: re.Match[str], end: int) -> bool:
        follows = self._next(m.end(), end)
        return bool(
            follows and (fold(follows[0]) in _PARTICLES or (_wordlike(follows[0]) and fold(follows[0]) not in COMMON))
        )

    def _next(self, at: int, end: int) -> re.Match[str] | None:
        while at < end and self.text[at] in " \t":
            at += 1
        return _NICK.match(self.text, at, end) or (_WORD.match(self.text, at, end) if at < end else None)

    def _made(self, taken: list[re.Match[str]]) -> Name | None:
        start, end = taken[0].start(), taken[-1].end()
        if self.text[end - 1] == "." and len(taken[-1][0]) > 2:
            end -= 1
        possessive = re.search(r"['’]s?$", self.text[start:end])
        if possessive:
            end = start + possessive.start()
        words = [fold(t[0].removesuffix("'s").removesuffix("’s")) for t in taken]
        if end <= start or (all(w in TITLES for w in words) and len(words) < 2):
            return None
        strength = self._strength(words)
        return Name(self._spelled(self.text[start:end]), start, end, strength) if strength else None

    def _strength(self, words: list[str]) -> float:
        if set(words) & (CORPORATE | EVENTISH) and words[0] not in TITLES:
            return 0.0
        words = " ".join(words).split()
        if not words:
            return 0.0
        if words[0] in self.first_names:
            return LIKELY
        if words[0] in TITLES:
            return TITLED
        if words[0] in FIRST_NAMES:
            return LIKELY if words[0] not in COMMON or len(words) > 1 else SHAPED
        if len(words) == 1:
            if words[0] in PLACES | CHANNELS or (not self.cased and _VERB.search(words[0])):
                return 0.0
            return SINGLE if self.cased else GUESS
        if all(w in PLACES for w in words):
            return 0.0
        return SHAPED + (0.5 if len(words[0]) == 1 or len(words[-1]) == 1 else 0.0)

    def _spelled(self, words: str) -> str:
        """`eleri vaughan` is Eleri Vaughan, `PAWLITZKI` is Pawlitzki; a handle stays as it is."""
        if re.search(r"[\d_@]", words):
            return words
        if not self.cased or (words.islower() and " " in words):
            return " ".join(w if w in _PARTICLES else _capital(w) for w in words.lower().split())
        return " ".join(words.split())


def _capital(word: str) -> str:
    return re.sub(r"(?:^|(?<=[-.'’]))\w", lambda m: m[0].upper(), word)


def _wordlike(word: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_][\w'’.-]*", word)) or bool(
        re.fullmatch(r"\w*[a-zA-Z_]\w*", word) and not word[0].isdigit()
    )


def _couple(text: str, found: list[Name]) -> list[Name]:
    """`Anna and Lorcan Devane` share a surname; in a longer enumeration nobody does."""
    if len(found) != 2 or " " in found[0].name or found[1].name.count(" ") != 1 or found[0].strength == KNOWN:
        return found
    if "," in text[found[0].end : found[1].start] or fold(found[0].name) not in FIRST_NAMES:
        return found
    if fold(found[1].name.split()[0]) in TITLES:
        return found
    first = found[0]
    return [Name(f"{first.name} {found[1].name.split()[1]}", first.start, first.end, first.strength), found[1]]
