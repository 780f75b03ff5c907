"""The occasions a text tells of: their fullest name, series, edition, place, dates, and the author's part in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from hallway.model import When
from hallway.model.folding import fold
from hallway.reading.dates import MONTHS, Dated
from hallway.reading.names import trim
from hallway.reading.sentences import Sentences

_YEAR = re.compile(r"(?:[\s:(\[_-]{0,5}(?:(?<!\d)((?:19|20)\d\d)|['’](\d\d)|(?<=[A-Za-z])(\d\d)|\s(\d\d))[)\]]*)$")
_NUMBER = re.compile(r"(?:\s{1,9}#\s*|\s{1,9}n[or]\.?\s*|\s{1,9})(\d{1,3}|[IVXL]{1,6})$")
_VERSION = re.compile(r"\s{1,9}\d{1,4}\.\d{1,4}$")
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_OTHER = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9,
          "zehnte": 10, "première": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
          "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "quinta": 5, "sexta": 6, "séptima": 7}  # fmt: skip
ORDINALS = {w: i + 1 for i, w in enumerate(_WORDS)} | _OTHER
_ORDINAL = rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th|\.|e|ème|ª|º)|{'|'.join(ORDINALS)}(?:[nrs]|)?)"
_KIND = (
    r"(?:edition\b|ausgabe\b|auflage\b|édition\b|edición\b|annual\b|such\b|year running\b|conference\b|in (?:a|the|this|its|an?\b[^.]{0,20}) ?[\w -]{0,30}series\b|"
    r"of (?:its|the|these|this|a|our|their)\b(?! (?:day|week|month|year|talk|two|three|four|evening))|in (?:the|a|an|our|this|its)\b(?! (?:row|evening|morning|afternoon|day|week)))"
)
"""What follows an ordinal that counts editions: not a time, a day, a talk."""
_AFTER = re.compile(
    rf"^[^.!?\n]{{0,40}}?\b(?:the|its|their|die|der|das|la|le|el|de|now in its)\s+{_ORDINAL}(?!\w)(?:\s+{_KIND})",
    re.I,
)
_EDITION = re.compile(rf"^!*,?\s+(?:the\s+)?{_ORDINAL}\s+(?:edition|one\b|ausgabe|édition|edición|editie|edição)", re.I)
_BEFORE = re.compile(
    rf"\b{_ORDINAL}(?:\s+(?:annual|international|edition of(?: the)?|jährliche|édition d[eu]))*\s*$", re.I
)
_ELSE = re.compile(rf"\b(?:my|our|his|her|their|your|mein\w*|unser\w*|mon|notre|mi|{'|'.join(MONTHS)})\.?\s+$", re.I)
_NEXT = re.compile(
    rf"^\s*(?:It|This|That|Dies|Das|C['’]|Esta|Dit)\s+(?:was|is|war|ist|[eé]tait|est|fue|era)\s+(?:already |now )?(?:the|its|die|der|das|la|le|el|de)\s+{_ORDINAL}(?!\w)(?=[.,;!]|\s+{_KIND})",
    re.I,
)
_ATTENDED = re.compile(
    r"\b(?:I|we|me|my|our|ich|wir|je|nous|j['’]|yo|nosotros|ik|eu)\b|\b(?:back from|home from|notes from|report|recap|summary|day \d|"
    r"was at|were at|wrap-?up|review|highlights|went to|trip)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:no|not|never|skipped|cancel+ed|postponed|should have|was meant|would have)\b", re.I)
_LOOSE = re.compile(r"(?:\s+(?:in|at|on|of|the|for|and|to|from|by|with|is|was|nr|no)\.?)+$", re.I)
_LEADING = re.compile(
    r"(?:(?:at|in|to|from|for|of|on|after|before|during|since|via|At|From|bei|beim|auf|von|vom|zur|zum|nach|seit|à|au|aux|"
    rf"en|na|no|op|bij|naar|Bei|Beim|(?:{'|'.join(ORDINALS)})[nrs]?|(?:{'|'.join(ORDINALS).upper()})|(?i:the|der|die|das|den|dem|le|la|les|el|los|de|het|o|as))\s+)+"
)
_PLANNED = re.compile(
    r"\b(?:next (?:year|spring|summer|autumn|fall|winter|month|time)|will be|see you (?:at|in)|going to be|hope to|plan(?:ning)? to|submit|register|upcoming)\b",
    re.I,
)
_ROLES = {
    "speaker": r"\bI (?:spoke|presented|keynoted|(?:also )?gave (?:a|my|the|two|three|\w+ talks)|talked (?:about|on) .{0,30}at|was (?:speaking|presenting))\b|"
    r"\bmy (?:talk|keynote|session|presentation|panel|workshop|lightning talk|slides)\b|\bhielt ich\b|\bmein(?:en)? vortrag\b",
    "organizer": r"\b(?:I|we) (?:co-)?organi[sz]ed\b|\bI(?:['’]m| am| was) (?:one of )?the organi[sz]ers?\b|\bour conference\b",
}


@dataclass(slots=True)
class Occasion:
    """An event in one text; `spots` are its mentions as [start, end)."""

    name: str
    spots: list[tuple[int, int]] = field(default_factory=list)
    series: str | None = None
    edition: str | None = None
    place: str | None = None
    when: When | None = None
    my_role: str | None = None
    organizers: list[tuple[str, int]] = field(default_factory=list)
    weight: float = 0.0


def occasions(text: str, spans: list[tuple[int, int]], sentences: Sentences) -> list[Occasion]:
    """Group the event names of a text, fullest name first in each, the main event first of all."""
    found: list[Occasion] = []
    for start, end in spans:
        low, high = _widen(text, *trim(text, start, end))
        loose = _LOOSE.search(text, low, high)
        high = loose.start() if loose else high
        leading = _LEADING.match(text, low, high)
        low = leading.end() if leading else low
        if high - low < 3 or not re.search(r"[A-Z\d]", text[low:high]):
            continue
        name = re.sub(r"\s+", " ", text[low:high])
        known = next(
            (o for o in found if same_event(o.name, name) or any(same_event(text[a:b], name) for a, b in o.spots)), None
        )
        if known is None and _bracketed(text, low, found):
            known = found[-1]
        if known is None:
            known = Occasion(name)
            found.append(known)
        known.spots.append((low, high))
        longer = len(fold(name)) - len(fold(known.name))
        if longer > 0 or (longer == 0 and known.name.isupper() and " " in name):
            known.name = name
    for o in found:
        _number(o, text, sentences)
        o.weight = _weight(o, text, sentences)
        o.my_role = _my_role(o, text, sentences)
    return sorted(found, key=lambda o: -o.weight)


@lru_cache(maxsize=10_000)
def same_event(a: str, b: str) -> bool:
    """`HIVE::EU` and `HIVE::EU 2007`; `HDC 09` and `HDC 09`; an acronym and its words; never two different years."""
    (base_a, year_a), (base_b, year_b) = split_edition(a), split_edition(b)
    if year_a and year_b and year_a != year_b:
        return False
    x, y = fold(base_a), fold(base_b)
    if not x or not y:
        return fold(a) == fold(b)
    if x.replace(" ", "") == y.replace(" ", ""):
        return True
    longer, shorter = (base_a, base_b) if len(x) > len(y) else (base_b, base_a)
    if re.search(rf"\b{re.escape(fold(shorter))}\b", fold(longer)) and len(fold(shorter)) > 3:
        return True
    capitals = "".join(re.findall(r"\b[A-Z]", longer))
    return len(shorter) >= 2 and shorter.isupper() and shorter == capitals


def split_edition(name: str) -> tuple[str, str | None]:
    """`PodCamp '07` → (`PodCamp`, `2007`); `Hive Days #12` → (`Hive Days`, `12`)."""
    bare = re.sub(r"\s*\((?!['’]?\d+\))[^()]*\)$", "", name) or name
    year = _YEAR.search(bare)
    if year and (full := year[1] or _century(year[2] or year[3] or year[4])):
        base = bare[: year.start()].strip(" :(-_,")
        return base or name, full
    number = _NUMBER.search(bare)
    if number:
        count = number[1] if number[1].isdigit() else _roman(number[1])
        if count:
            return bare[: number.start()], count
    return bare, None


def _century(two: str) -> str | None:
    """`07` → `2007`; nothing for what is no year that anybody writes in two digits."""
    return f"19{two}" if int(two) > 69 else f"20{two}" if int(two) < 40 else None


def _roman(numeral: str) -> str | None:
    """`XII` → `12`; single letters are names rather ("Factor X")."""
    if len(numeral) < 2 or not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", numeral):
        return None
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in a year or version right behind the name, and an acronym in brackets."""
    version = re.match(r"\.\d+\b", text[end : end + 9]) if text[end - 1].isdigit() else None
    if version:
        end += version.end()
    more = re.match(
        r"(?:\s?\(?['’]?(?:(?:19|20)\d\d|\d\d)\)?(?!\w|[-:.]\d)|\s\d\.\d\b)?(?:\s\([A-Z]\w{0,12}[A-Z0-9]\w{0,12}(?: ?['’]?\d{2,4})?\))?",
        text[end : end + 40],
    )
    if more:
        end += more.end()
    return start, end


def _bracketed(text: str, start: int, found: list[Occasion]) -> bool:
    return bool(found) and bool(re.fullmatch(r"\s*[(\[]\s*", text[found[-1].spots[-1][1] : start]))


def _number(o: Occasion, text: str, sentences: Sentences) -> None:
    """Series and edition, from the name or from an ordinal right beside it; nothing where neither says so."""
    base, edition = split_edition(o.name)
    for a, b in o.spots:
        edition = edition or split_edition(text[a:b])[1]
    bracket = re.search(r"\(([^()]+)\)$", o.name)
    if bracket and not edition:
        edition = split_edition(bracket[1])[1]
    version = _VERSION.search(base)
    leading = re.match(rf"{_ORDINAL}\s+(?:annual\s+|international\s+)?(?=[A-Z])", base, re.I)
    series = base[: version.start()] if version else base[leading.end() :] if leading else base
    for a, b in o.spots:
        sentence = sentences.at(a)
        near = (
            _counted(_BEFORE.search(text[max(sentence.start, a - 60) : a]))
            or _AFTER.search(text[b : min(b + 90, sentence.end)])
            or _EDITION.search(text[b : b + 40])
            or _NEXT.search(text[sentence.end : sentence.end + 60])
        )
        nth = near or leading
        if nth and not (edition and len(edition) < 4):
            edition = ordinal(nth["nth"])
            break
    o.edition = edition
    o.series = series if series != o.name or edition else None


def _counted(before: re.Match[str] | None) -> re.Match[str] | None:
    """The ordinal before a name, unless it counts something else: days ("on May 7th") or visits ("my second")."""
    said = before.string[: before.start()] if before else ""
    return None if _ELSE.search(said) else before


def ordinal(word: str) -> str:
    digits = re.match(r"\d+", word)
    if digits:
        return digits[0]
    low = word.lower()
    return str(ORDINALS.get(low) or ORDINALS.get(low[:-1], 0))


def _weight(o: Occasion, text: str, sentences: Sentences) -> float:
    weight = 0.0
    for a, _ in o.spots:
        s = sentences.at(a)
        words = text[s.start : s.end]
        weight += 1 + 2 * bool(_ATTENDED.search(words)) - 1.5 * bool(_PLANNED.search(words)) + (2 if a < 150 else 0)
    return weight


def _my_role(o: Occasion, text: str, sentences: Sentences) -> str | None:
    for a, _ in o.spots:
        low, high = sentences.near(a, 0, 1)
        for role, pattern in _ROLES.items():
            if re.search(pattern, text[low:high], re.I):
                return role
    return None


def attended(found: list[Occasion]) -> list[Occasion]:
    """The main event and the others that the author seems to have been at."""
    if not found:
        return []
    return [found[0], *(o for o in found[1:] if o.weight >= 3)]


def place_of(o: Occasion, text: str, places: list[tuple[int, int]], sentences: Sentences) -> str | None:
    """A place named right with the event ("HDC in Oslo", "Oslo, where HDC"), else in its sentence after "in" or "at"."""
    for a, b in o.spots:
        s = sentences.at(a)
        if _PLANNED.search(text[s.start : s.end]):
            continue
        inside = [(x, y) for x, y in places if s.start <= x and y <= s.end and not a <= x < b]
        for x, y in sorted(inside, key=lambda p: abs(p[0] - b)):
            if re.search(
                r"\b(?:in|at|to|from|near|nach|à|en|em|te)\s+(?:the\s+)?$|,\s*$|\(\s*$", text[max(0, x - 12) : x], re.I
            ):
                return text[x:y]
    return None


def date_of(o: Occasion, text: str, dates: list[Dated], sentences: Sentences) -> Dated | None:
    """The date in a sentence that names the event, or in the one before or after it in the same paragraph. What is said not to
    have been, or is planned, dates nothing."""
    for reach in (0, 1):
        for a, _ in o.spots:
            said = text[sentences.at(a).start : sentences.at(a).end]
            if _DENIED.search(said) or _PLANNED.search(said):
                continue
            low, high = sentences.near(a, reach, reach)
            near = [d for d in dates if low <= d.start and d.end <= high]
            if near:
                return min(near, key=lambda d: (d.vague, abs(d.start - a)))
    return None


_RUN = r"(?:[A-Z][\w'’&-]{1,20} ?){1,5}"
_PHRASES = [
    re.compile(
        rf"\b(?!(?:The|This|That|Our|Its|Their|A|An|Die|Das|Der|La|Le|El|My) )(?P<name>{_RUN}),? (?:the )?(?i:{_ORDINAL}) (?i:edition|ausgabe|édition|edición|editie|edição)\b"
    ),
    re.compile(
        rf"\b(?i:the|der|die|das|la|le|el|de|zum) (?i:{_ORDINAL})(?: (?i:annual|Mal|international))? (?P<name>(?:[A-Z][\w'’&-]{{1,20}} ?){{2,5}})"
    ),
    re.compile(
        rf"^\W*(?P<name>(?:[A-Z][\w'’&-]{{1,20}} ?){{2,5}})[!,.:]+ (?:[^\n]{{0,30}} )?\d{{1,2}}\.? ?[-–] ?\d{{1,2}}\.? (?i:{'|'.join(MONTHS)})\b",
        re.M,
    ),
    re.compile(
        r"(?P<name>(?:[A-Z][\w'’&-]{1,20} ?){2,5})(?:is back|was back|took place|takes place|was held|is held|happened|kicked off|"
        r"fand statt|a eu lieu|se celebró)\b"
    ),
]


def from_phrases(text: str, taken: bytearray) -> list[tuple[int, int]]:
    """Where no event was recognised: capitalised words with an ordinal and "edition", or with days of a month, and all their
    other places. `taken` marks names of other kinds."""
    found: set[str] = set()
    for pattern in _PHRASES:
        for m in pattern.finditer(text):
            if not any(taken[m.start("name") : m.end("name")]):
                found.add(m["name"].strip())
    spots = [m.span() for name in found for m in re.finditer(rf"\b{re.escape(name)}\b", text, re.I)]
    return sorted(s for s in spots if not any(taken[s[0] : s[1]]))


_TITLE = re.compile(
    r"\[?((?=[A-Z])(?:[A-Z][\w'’&:.-]*(?<!:)\s+){0,4}(?:\w*(?:[Cc]onf|[Cc]amp|[Ff]est|[Cc]on|[Ss]ummit|Days?|[Ss]ymposium|[Cc]onference|[Cc]ongress|"
    r"[Mm]eetup|[Hh]ackathon|[Uu]nconference|[Ff]orum|[Ww]orkshop)|[A-Z]{3,}(?:::\w+)?)(?:\s*['’]?\d{2,4})?)\]?(?=[\s:,.\]]|$)"
)


def from_title(text: str) -> tuple[int, int] | None:
    """Where no event was recognised: something in the first line that looks like one."""
    line = text.lstrip().split("\n", 1)[0][:120]
    offset = text.find(line)
    m = _TITLE.search(line)
    if m:
        return offset + m.start(1), offset + m.end(1)
    dated = re.search(r"\b([A-Z][\w:]*\s?['’]?(?:(?:19|20)?\d\d))\b", line)
    return (offset + dated.start(1), offset + dated.end(1)) if dated else None
