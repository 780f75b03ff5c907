"""What a note claims, part by part: every stretch of words with what it is about, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hallway.reading.dates import Dated
from hallway.reading.notes.cues import Cue, Sort
from hallway.reading.notes.naming import KNOWN, LIKELY, TOLD, Name, Namer
from hallway.reading.notes.parts import Part
from hallway.reading.notes.phrases import CUES
from hallway.reading.notes.places import JOB, ROLE, Place, Places

_START = re.compile(r"(?<![\w@'’-])[\w@]|(?<=[^\s\w@])[\w@]")
_TALK = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:talk|keynote|session|panel|lecture|speech|presentation|slides|demo)\b", re.I
)
_INTRO = re.compile(r"\s+(?:then |kindly |has )?(?:introduced|intro'?d|presented|brought|sent) (?:me|us|her|him)\b(?: over| along)?(?: to)?(?: (?:me|her|him|them|each other)\b)?", re.I)  # fmt: skip
_LEAD = re.compile(
    r"(?:(?:also|and|the|a|an|lovely|great|nice|dear|kind|guy|man|woman|lady|girl|someone|somebody|"
    r"called|named|name|is|this|that|was|it|amazing|"
    r"wonderful|hey|so|ok|okay|remember|with|w/|to|i|have|habe|hab|ich|heb|ik|big|old|little|young|today|heute|just|finally)\s+)+",
    re.I,
)
_FREE = (Sort.NEED, Sort.OFFER, Sort.FOLLOWING, Sort.OUTCOME)


@dataclass(frozen=True, slots=True)
class Claim:
    """[start, end) says something of `sort`; `value` is a kind of connection, a status, a role; `names` are its own people."""

    sort: Sort
    start: int
    end: int
    part: int
    value: str | None = None
    names: tuple[Name, ...] = ()
    place: Place | None = None
    bracketed: bool = False


@dataclass(slots=True)
class Scanner:
    """Reads the parts of one note."""

    text: str
    namer: Namer
    places: Places
    dates: list[Dated]
    small: bool = False
    loose: bool = False

    def scan(self, parts: list[Part]) -> list[Claim]:
        """The claims of all parts."""
        return [replace(c, bracketed=p.bracketed) for i, p in enumerate(parts) for c in self._part(p, i)]

    def _part(self, part: Part, number: int) -> list[Claim]:
        claims: list[Claim] = []
        whole = self.places.whole(part.start, part.end)
        if whole:
            return [Claim(whole.sort, part.start, part.end, number, whole.role, place=whole)]
        at = pending = part.start
        while at < part.end:
            taken = self._take(pending, at, part.end, number, claims)
            if not taken:
                at = self._next_word(at, part.end)
                continue
            self._flush(claims, pending, taken[0].start, number)
            claims += taken
            at = pending = self._skip(taken[-1].end, part.end)
        self._flush(claims, pending, part.end, number)
        return claims

    def _take(self, pending: int, at: int, end: int, number: int, before: list[Claim]) -> list[Claim]:
        """What begins at `at`, if the words pending before it let it."""
        before_it = self.text[pending:at] if at - pending < 60 else "long"
        fresh = pending == at or bool(_LEAD.fullmatch(before_it))
        clean = fresh or bool(ROLE.fullmatch(before_it.strip()) or JOB.fullmatch(before_it.strip()))
        for dated in self.dates:
            if dated.start == at and dated.end <= end and clean:
                return [Claim(Sort.WHEN, dated.start, dated.end, number)]
        names = self.namer.names_at(at, end, self.small) if fresh and not self._in_known(at) else []
        if names and (
            names[0].strength == KNOWN or (names[0].strength >= LIKELY and self.text[at].isupper() and self.namer.cased)
        ):
            return self._people(names, number, before, end)
        for cue in CUES:
            if not (
                cue.strong or clean or cue.sort is Sort.AT or (self.loose and cue.sort is Sort.CONTACT)
            ) or self._in_known(at):
                continue
            m = cue.pattern.match(self.text, at, end)
            if m:
                taken = self._cued(cue, m, end, number, before, clean)
                if taken:
                    return taken
        return self._people(names, number, before, end) if names and names[0].strength else []

    def _cued(self, cue: Cue, m: re.Match[str], end: int, number: int, before: list[Claim], clean: bool) -> list[Claim]:
        if cue.sort in _FREE:
            return [Claim(cue.sort, m.start(), self._free_end(m.end(), end), number, cue.value)]
        if cue.sort is Sort.VIA:
            return self._via(cue, m, end, number)
        if cue.sort is Sort.UNMET:
            return self._unmet(cue, m, end, number, before)
        if cue.sort in (Sort.AT, Sort.OF, Sort.PLACE):
            place = self.places.after(cue.sort, m, self._stop(m.end(), end))
            if not place or (not clean and not place.certain):
                return []
            return [Claim(place.sort, m.start(), place.end, number, place.role, place=place)]
        return [Claim(cue.sort, m.start(), m.end(), number, cue.value or m[0])]

    def _people(self, names: list[Name], number: int, before: list[Claim], end: int) -> list[Claim]:
        last = names[-1].end
        told = before and before[-1].part == number and before[-1].sort in (Sort.CONTACT, Sort.RELATION, Sort.KIND)
        if told:
            names = [
                replace(n, strength=max(n.strength, TOLD)) if n.strength >= 1 or not self.namer.cased else n
                for n in names
            ]
        talk = _TALK.match(self.text, last, end)
        if talk:
            return [Claim(Sort.UNMET, names[0].start, self._free_end(talk.end(), end), number, "stage", tuple(names))]
        intro = _INTRO.match(self.text, last, end)
        if intro:
            return [
                Claim(Sort.VIA, names[0].start, last, number, None, tuple(names)),
                Claim(Sort.CONTACT, last, intro.end(), number),
            ]
        if re.compile(r"['’](?:s\b|\s)").match(self.text, last, end):
            return []
        return [Claim(Sort.PEOPLE, names[0].start, last, number, None, tuple(names))]

    def _via(self, cue: Cue, m: re.Match[str], end: int, number: int) -> list[Claim]:
        at = self._skip(m.end(), end)
        mine = re.compile(r"(?:my|our|the|mein|mon|mi|mijn) (?:[a-z]+ ){1,3}(?=[A-ZÀ-Þ])").match(self.text, at, end)
        at = mine.end() if mine else at
        names = self.namer.names_at(at, end) or self.namer.names_at(at, end, True)
        if not names or not names[0].strength or (cue.value == "weak" and names[0].strength < LIKELY):
            return []
        return [Claim(Sort.VIA, m.start(), names[-1].end, number, None, tuple(names))]

    def _unmet(self, cue: Cue, m: re.Match[str], end: int, number: int, before: list[Claim]) -> list[Claim]:
        at = self._skip(m.end(), end)
        lead = _LEAD.match(self.text, at, end)
        at = lead.end() if lead else at
        names = self.namer.names_at(at, end) or self.namer.names_at(
            at, end, not self.namer.cased or cue.value == "missed"
        )
        names = [n for n in names if n.strength]
        start = m.start()
        if not names and before and before[-1].sort is Sort.PEOPLE and before[-1].part == number:
            subject = before.pop()
            names, start = list(subject.names), subject.start
        before_now = re.compile(r"\s+before\b", re.I).match(self.text, names[-1].end, end) if names else None
        if before_now and cue.value == "missed":
            people = Claim(Sort.PEOPLE, names[0].start, before_now.end(), number, None, tuple(names))
            return [Claim(Sort.KIND, m.start(), m.end(), number, "new"), people]
        stop = self._free_end(max(m.end(), names[-1].end if names else 0), end)
        return [Claim(Sort.UNMET, start, stop, number, cue.value, tuple(names))]

    def _flush(self, claims: list[Claim], start: int, end: int, number: int) -> None:
        """The words that no cue took: a role, an organization, an event, or a note."""
        while end > start and self.text[end - 1] in ' \t.,:;-–—"“”':
            end -= 1
        start = self._skip(start, end)
        words = self.text[start:end]
        if start >= end or re.fullmatch(
            r"[\W_]+|and(?: i| me| myself)?|und|et|y|e|en|also|too|who|is|was|the|a|it|i|we|then|but", words, re.I
        ):
            return
        if end < len(self.text) and _LEAD.fullmatch(f"{words} "):
            return
        whole = self.places.whole(start, end)
        if whole:
            claims.append(Claim(whole.sort, start, end, number, whole.role, place=whole))
        elif ROLE.fullmatch(words) or JOB.fullmatch(words):
            claims.append(Claim(Sort.ROLE, start, end, number, words))
        else:
            claims.append(Claim(Sort.NOTE, start, end, number))

    def _free_end(self, at: int, end: int) -> int:
        """Where free words end: at a person they came through, or at an event that is surely one."""
        stop = at
        while (stop := self._next_word(stop, end)) < end:
            for cue in CUES:
                if cue.sort is Sort.VIA and cue.strong and (m := cue.pattern.match(self.text, stop, end)):
                    if self._via(cue, m, end, 0):
                        return stop
                elif cue.sort is Sort.CONTACT and cue.strong and cue.pattern.match(self.text, stop, end):
                    return stop
                elif cue.sort is Sort.AT and (m := cue.pattern.match(self.text, stop, end)):
                    place = self.places.after(cue.sort, m, end)
                    if place and place.certain:
                        return stop
        return end

    def _stop(self, at: int, end: int) -> int:
        """Where the words after `at`, `from` must end: at the next cue that counts anywhere."""
        stop, end = at, min(end, at + 80)
        while (stop := self._next_word(stop, end)) < end:
            if any(c.strong and c.pattern.match(self.text, stop, end) for c in CUES) or any(
                d.start == stop for d in self.dates
            ):
                return stop
        return end

    def _in_known(self, at: int) -> bool:
        return any(s.start < at < s.end for s in self.namer.known)

    def _next_word(self, at: int, end: int) -> int:
        m = _START.search(self.text, at + 1, end)
        return m.start() if m else end

    def _skip(self, at: int, end: int) -> int:
        while at < end and not (self.text[at].isalnum() or self.text[at] in "@\"“„#+€$£'"):
            at += 1
        return at
