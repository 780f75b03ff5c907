"""Where somebody was met and where they belong: the events and organizations of a note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.reading.notes.cues import Sort
from hallway.reading.notes.known import Spot, same_event
from hallway.reading.notes.lexicon import CHANNELS, COMMON, CORPORATE, EVENTISH, FIRST_NAMES, GENERIC, PLACES, SETTINGS

ROLE = re.compile(
    r"(?:the |a |an |was |is |keynote |main |guest |co-?|lead )*(?:speaker|organi[sz]er|host|moderator|"
    r"volunteer|panell?ist|exhibitor|sponsor|chair|chairwoman|"
    r"chairman|keynote|trainer|presenter|performer|referent(?:in)?|redner(?:in)?|oratrice|orateur|organisat(?:or|eur|rice)|spreker|ponente|palestrante)",
    re.I,
)
JOB = re.compile(
    r"(?:(?:the|a|an|new|senior|junior|chief|lead|head|vice|deputy|freelance|independent|software|data|"
    r"web|product|project|marketing|sales|pr|comms|"
    r"communications?|community|hr|it|ux|managing|executive|art|creative|press|content|social media)[ -])*"
    r"(?:ceo|cto|cfo|coo|cmo|vp|founder|co-?founder|editor|engineer|developer|designer|manager|director|"
    r"head|professor|prof|lecturer|consultant|journalist|"
    r"writer|author|researcher|librarian|curator|lawyer|producer|publisher|translator|recruiter|analyst|"
    r"architect|freelancer|officer|owner|president|"
    r"secretary|buyer|registrar|photographer|illustrator|scientist|programmer|podcaster|blogger)(?: of [a-z&]+(?: [a-z&]+)?)?",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:(?:the|a|an|this|last|our|their|der|die|das|dem|den|le|la|les|l'|el|los|las|het|de|o|os|year's)\s+)+", re.I
)
_WORD = re.compile(r"[^\s,;()]+")
_INNER = frozenset("of and & on the for de la le du des del da do di für der und et y van".split())
_YEAR = re.compile(r"['’]?\d{2}(?:\d{2})?|#\d+|[IVX]{1,4}|\d{1,2}(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Place:
    """An event, an organization, a town or a mere setting, named at [start, end)."""

    sort: Sort
    name: str
    start: int
    end: int
    certain: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Finds them in one note, with what is known."""

    text: str
    events: tuple[Spot, ...]
    organizations: tuple[Spot, ...]
    known_events: tuple[str, ...]
    cased: bool

    def whole(self, start: int, end: int) -> Place | None:
        """The part as a whole names an event or an organization."""
        article = _ARTICLE.match(self.text, start, end)
        start = article.end() if article else start
        for spots, sort in ((self.events, Sort.EVENT), (self.organizations, Sort.ORGANIZATION)):
            for s in spots:
                if s.start == start and (
                    s.end == end or (sort is Sort.EVENT and _YEAR.fullmatch(self.text[s.end : end].strip()))
                ):
                    return Place(sort, s.name, start, end, True)
        words = self.text[start:end]
        folded = fold(words).split()
        if folded and len(folded) > 1 and folded[-1] in EVENTISH and same_event(words, self.known_events):
            return self._event(start, end, True)
        if folded and folded[0] in FIRST_NAMES and {"of", "and", "de"} & set(folded):
            return None
        if not self.cased or not words[:1].isupper() or len(folded) > 6 or not words or not self._capitals(words):
            return None
        if set(folded) & CORPORATE and len(folded) > 1 and folded[0] not in COMMON - FIRST_NAMES - CORPORATE:
            return Place(Sort.ORGANIZATION, words, start, end, True)
        if (folded[-1] in EVENTISH or (re.fullmatch(r"(?:19|20)?\d\d", folded[-1]) and len(folded) > 1)) and len(
            folded
        ) > 1:
            return self._event(start, end, True)
        return (
            self._event(start, end, True)
            if re.fullmatch(r"\w+(?:[Ff]est|[Cc]onf|[Cc]amp|[Cc]on|[Dd]ays?|[Tt]age)(?: \w+)?", words)
            and len(words) > 6
            and folded[0] not in FIRST_NAMES
            and not words.istitle()
            else None
        )

    def after(self, sort: Sort, m: re.Match[str], end: int) -> Place | None:
        """What follows `at`, `@`, `from`, `of`, `in`."""
        start = m.end() + len(self.text[m.end() : end]) - len(self.text[m.end() : end].lstrip())
        if start >= end:
            return None
        article = _ARTICLE.match(self.text, start, end)
        inner = article.end() if article else start
        for spots, kind in ((self.events, Sort.EVENT), (self.organizations, Sort.ORGANIZATION)):
            for s in spots:
                if s.start in (start, inner) and s.end <= end and not (kind is Sort.EVENT and sort is Sort.OF):
                    return Place(kind, s.name, s.start, self._with_year(s.end, end), True, _founder(m))
        if sort is Sort.AT:
            return self._at(m, inner, end)
        if sort is Sort.OF:
            return self._of(m, start, inner, end)
        stop = self._run(inner, end)
        return (
            Place(Sort.PLACE, self.text[inner:stop], inner, stop) if stop > inner and self._town(inner, stop) else None
        )

    def _at(self, m: re.Match[str], start: int, end: int) -> Place | None:
        stop = self._run(start, end)
        words = self.text[start:stop]
        folded = fold(words).split()
        if not folded:
            return self._setting(m, start, end)
        if set(folded) & CORPORATE and not set(folded) & EVENTISH:
            return Place(Sort.ORGANIZATION, words, start, stop, False)
        if not self.cased and folded[0] in SETTINGS | COMMON and not set(folded[1:]) & EVENTISH:
            return self._setting(m, start, end)
        eventish = (
            bool(set(folded) & EVENTISH)
            or bool(re.search(r"\d{2}$", words))
            or bool(same_event(words, self.known_events))
        )
        if m[0] == "@" and not eventish:
            return Place(Sort.ORGANIZATION, words, start, stop, False)
        if all(w in PLACES for w in folded) or (folded[0] in FIRST_NAMES and not eventish and len(folded) < 3):
            return Place(Sort.NOTE, words, m.start(), stop)
        if set(folded) <= GENERIC and set(folded) <= SETTINGS:
            return self._setting(m, start, end)
        return self._event(start, stop, eventish)

    def _setting(self, m: re.Match[str], start: int, end: int) -> Place | None:
        first = _WORD.match(self.text, start, end)
        if not first or (fold(first[0]) not in SETTINGS and not first[0][:1].isdigit()):
            return None
        return Place(Sort.NOTE, self.text[m.start() : first.end()], m.start(), first.end())

    def _of(self, m: re.Match[str], start: int, inner: int, end: int) -> Place | None:
        stop = self._run(inner, end)
        words = self.text[inner:stop]
        folded = fold(words).split()
        if not folded or (not self.cased and not set(folded) & CORPORATE):
            return None
        if (
            (folded[0] in PLACES and not set(folded) & CORPORATE)
            or set(folded) & EVENTISH
            or (folded[0] in FIRST_NAMES | CHANNELS and not set(folded) & CORPORATE)
        ):
            return None
        if words.split()[-1].islower() and folded[-1] not in CORPORATE:
            return None
        return Place(Sort.ORGANIZATION, words, inner, stop, False, _founder(m))

    def _event(self, start: int, end: int, certain: bool) -> Place:
        words = self.text[start:end].strip(" .!?\"'")
        return Place(
            Sort.EVENT,
            same_event(words, self.known_events) or words,
            start,
            start + len(self.text[start:end].rstrip(" .!?\"'")),
            certain,
        )

    def _run(self, start: int, end: int) -> int:
        """The end of the name that begins at `start`: capitals, years and the small words between, up to a word like `event`."""
        stop = at = start
        while m := _WORD.match(self.text, at, end):
            word, folded = m[0], fold(m[0])
            content = self._content(word, folded, stop > start)
            if content:
                stop = m.end()
            elif word.lower() not in _INNER or not self.cased or stop == start:
                break
            if (
                folded in EVENTISH
                and content
                and not re.compile(r"\s+(?:de|da|do|di|of|du|des|für) (?=[A-ZÀ-Þ])").match(self.text, stop, end)
            ):
                return self._with_year(stop, end)
            at = m.end()
            while at < end and self.text[at] in " \t":
                at += 1
        return stop

    def _content(self, word: str, folded: str, begun: bool) -> bool:
        if folded in EVENTISH or (folded in CORPORATE and begun) or (_YEAR.fullmatch(word) and begun):
            return True
        if self.cased:
            return (
                word[:1].isupper()
                or (word[:1].isdigit() and word[-1:].isalpha() and begun)
                or bool(re.search(r"[a-z][A-Z]", word))
            )
        return bool(folded) and folded not in COMMON and (word[:1].isalpha() or begun)

    def _with_year(self, stop: int, end: int) -> int:
        m = re.compile(r"\s+(?:['’]?\d{2}|(?:19|20)\d\d)(?=$|[\s,;.)])").match(self.text, stop, end)
        return m.end() if m else stop

    def _town(self, start: int, end: int) -> bool:
        words = self.text[start:end]
        return (words[:1].isupper() and self.cased) or all(w in PLACES for w in fold(words).split())

    @staticmethod
    def _capitals(words: str) -> bool:
        """Names are written with capitals throughout, small words aside."""
        return all(not w[0].islower() or w in _INNER or fold(w) in EVENTISH | CORPORATE for w in words.split())


def _founder(m: re.Match[str]) -> str | None:
    return "founder" if m[0].lower().startswith("found") else None
