"""What sentences say about people besides how they were met: roles, employers, introductions, relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hallway.reading.skeleton import LIST, ORGANIZATION, PERSON, Skeleton, numbers

_TALK = (
    r"(?:key ?notes?|talks?|sessions?|presentations?|panels?|workshops?|tutorials?|posters?|demos?|lectures?|speech|"
    r"address|plenary|slides|vortrag|vorträge|charla|ponencia|conférence|exposé|lezing|palestra)"
)
_SPOKE = (
    r"(?:spoke|speaks|presented|presents|talked|talks|gave|gives|keynoted|lectured|opened|closed|demo(?:e?d|nstrated)|"
    r"explained|argued|(?:hielt|sprach|referierte)|(?:habló|presentó)|(?:a parlé|a présenté)|(?:sprak|vertelde)|falou)"
)
_ROLE_WORDS = {
    "organizer": r"organi[sz]ers?|organisator(?:in|en)?|organisateurs?|organisatrice|organizadora?(?:es)?|con-?chair|"
    r"conference chair|programme chair|program chair|hosts?",
    "speaker": r"(?:key ?note )?speakers?|presenters?|key ?noters?|referent(?:in|en)?|ponentes?|sprekers?|lecturers?",
    "panelist": r"panel(?:l)?ists?|panel members?",
    "moderator": r"moderators?|session chairs?|chair(?:ed)?|mc|emcee",
    "volunteer": r"volunteers?|helpers?",
    "teaching assistant": r"TAs?|teaching assistants?",
    "co-presenter": r"co-?(?:presenters?|speakers?|instructors?|panel(?:l)?ists?)",
}
_RELATION = (
    r"(?:co-?\w+|partners?|friends?|colleagues?|coll[eè]gues?|boss|mentors?|room-?mates?|flat-?mates?|cubicle-?mates?|supervisor|"
    r"advis[oe]r|teachers?|students?|editors?|agents?|publisher|neighbou?r|buddy|buddies|pal|mate|husband|wife|partner in crime|"
    r"sidekick|assistant|intern|client|customer|successor|predecessor|travel(?:l)?ing companion|team-?mates?|kolleg(?:e|in|en)|"
    r"chef(?:in)?|freund(?:in)?|ami|amie|amiga?|compañer[oa]|vriend(?:in)?|collega)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """`what` (role, via, org, relation, organizer) about person `person`; `other` is a person's or organization's number."""

    what: str
    person: int
    words: str = ""
    other: int | None = None


def said(s: Skeleton) -> Iterator[Said]:
    """Everything that one sentence says."""
    if s.has("P"):
        yield from _introductions(s.text)
        yield from _organizations(s.text)
        yield from _roles(s.text)
        yield from _relations(s.text)


_VIA = [
    re.compile(rf"{PERSON},(?! (?:and|who was)\b) [^⟦.;!?]{{0,90}}, (?:also |then |kindly |has |had )*introduced (?:me|us)(?: both)?(?: \w+)? to (?P<met>{LIST})", re.I),
    re.compile(rf"{PERSON} (?:who |qui |die |der )?(?:apresentou-(?:me|nos)|me presentó|nos presentó|m['’]a présentée?|nous a présentée?s?|me apresentou)(?: (?:a|à|al|o|ao))* (?P<met>{LIST})", re.I),
    re.compile(rf"{PERSON} (?:\w+ )?(?:hat|stellte|heeft|stelde) (?:mich|mir|uns|mij|me|ons)[^⟦.;]{{0,50}}\b(?:mit |an |aan )?(?P<met>{LIST})[^⟦.;]{{0,15}}\b(?:bekannt ?gemacht|vor(?:gestellt)?|voorgesteld)\b", re.I),
    re.compile(rf"\b(?:via|through|thanks to) {PERSON},? (?:I|we) (?:now |finally |also )?(?:know|got to know|met|found)\b (?P<met>{LIST})", re.I),
    re.compile(rf"{PERSON} (?:also |then |kindly |has |had )*introduced (?:me|us)(?: both)?(?: \w+)? to (?P<met>{LIST})", re.I),
    re.compile(rf"introduced (?:me |us )?to (?P<met>{LIST})[^⟦.]{{0,20}} by {PERSON}", re.I),
    re.compile(rf"(?P<met>{LIST})[^⟦.;]{{0,40}}\b(?:via|through|thanks to|introduced by|intro (?:by|from|via)|durch|über|par|por) {PERSON}", re.I),
    re.compile(rf"\b(?:via|through|thanks to|durch|über|grâce à|gracias a) {PERSON},? (?:I|we|lernte ich|j['’]ai|conocí)\b[^⟦.]{{0,40}}(?P<met>{LIST})", re.I),
    re.compile(rf"intro(?:duction)? to (?P<met>{LIST}) (?:from|by|via) {PERSON}", re.I),
    re.compile(rf"{PERSON} (?:dragged|pulled|took|led|walked|brought) (?:me|us) (?:over |across |along )?to (?:meet |see )?(?P<met>{LIST})", re.I),
    re.compile(rf"{PERSON} (?:hat mich|stellte mich|m['’]a présent[ée]e?|me presentó|stelde me voor|me apresentou)[^⟦.]{{0,20}}(?P<met>{LIST})", re.I),
]  # fmt: skip


def _introductions(text: str) -> Iterator[Said]:
    for pattern in _VIA:
        for m in pattern.finditer(text):
            by = int(next(g for g in m.groups() if g and g.isdigit()))
            for person in numbers(m["met"]):
                if person != by:
                    yield Said("via", person, other=by)


_JOB = (
    r"(?:(?:co-?)?founder|director|editor|head|president|chair|manager|professor|lecturer|teacher|engineer|developer|designer|consultant|researcher|"
    r"student|partner|owner|librarian|journalist|analyst|architect|evangelist|chief|vice|senior|junior|lead|leader|assistant|associate|managing|"
    r"executive|marketing|communications?|product|software|community|technical|creative|art|PhD|[A-Z]{2,4})"
)
_W = r"(?!used\b|former|not\b|left\b)[\w/&-]+"
_TITLE = rf"(?:, ?(?:the |an? |our )?(?:{_W} ){{0,4}}?| (?:the |an? |our )(?:{_W} ){{1,4}}?| (?:{_JOB} ){{0,3}}?)"
"""What may stand between a name and "of Acme": a title, but no verb ("needs help from Acme" is no employment)."""
_ORG = [
    re.compile(rf"{PERSON}(?:'s|’s)?{_TITLE}(?:of|from|at|with|for|von|vom|bei|de|del|van|da|do|chez|@)(?: the| der| la| los)? {ORGANIZATION}"),
    re.compile(rf"{PERSON} ?\((?:[^()⟦⟧]{{0,40}}?(?:of|from|at|@|,)? ?)?(?:the )?{ORGANIZATION}\)"),
    re.compile(rf"{PERSON},? (?:who |die |der |qui |que )?(?:now |still |also )?(?:works?|worked|working|is|runs?|founded|leads?|heads?|arbeitet|travaille|trabaja|werkt)(?: now| currently)?(?: for| at| with| from| bei| chez| en| bij)?(?: the)? {ORGANIZATION}"),
    re.compile(rf"^\W*{PERSON} ?[,–—:-]+ ?{ORGANIZATION}(?=$|[\s,.;)])"),
]  # fmt: skip
_ORG_FIRST = re.compile(
    rf"{ORGANIZATION}(?:'s|’s)?(?: (?:CEO|CTO|founder|co-?founder|director|head|president|chair|editor|guy|girl|folks?))?,? {PERSON}"
)


def _organizations(text: str) -> Iterator[Said]:
    for pattern in _ORG:
        for m in pattern.finditer(text):
            yield Said("org", int(m[1]), other=int(m[2]))
    for m in _ORG_FIRST.finditer(text):
        yield Said("org", int(m[2]), other=int(m[1]))


_BY = re.compile(
    rf"\b{_TALK} (?:\w+ ){{0,3}}?(?:by|from|with|of|von|mit|de|par|van|door|por) (?:the )?(?P<who>{LIST})", re.I
)
_OWN = re.compile(rf"{PERSON}(?:'s|’s|s['’])? (?:[\w-]+ ){{0,3}}?{_TALK}\b", re.I)
_SPEAKS = re.compile(rf"(?P<who>{LIST}) {_SPOKE}\b(?! (?:me|us|mir|uns|him|her)\b)", re.I)
_ORGANIZED = re.compile(
    rf"\b(?:organi[sz]ed|hosted|run|chaired|put on|put together|organisiert|organisée?|organizad[oa]|georganiseerd)"
    rf" (?:by|von|par|por|door) (?:the )?(?P<who>{LIST})",
    re.I,
)


def _roles(text: str) -> Iterator[Said]:
    for m in _ORGANIZED.finditer(text):
        yield from (Said("role", p, "organizer") for p in numbers(m["who"]))
    for role, names in _ROLE_WORDS.items():
        before = rf"(?<![\w-])(?:{names}),? (?P<who>{LIST})"
        after = rf"{PERSON},? (?:(?!not\b|never\b|longer\b)\w+ ){{0,3}}?(?:the |an? |our |one of the |another )(?:\w+ ){{0,2}}?(?<![\w-])(?:{names})\b"
        for m in re.finditer(before, text, 0 if role == "teaching assistant" else re.I):
            yield from (Said("role", p, role) for p in numbers(m["who"]))
        for m in re.finditer(after, text):
            yield Said("role", int(m[1]), role)
    for m in _BY.finditer(text):
        yield from (Said("role", p, "speaker") for p in numbers(m["who"]))
    for m in _OWN.finditer(text):
        yield Said("role", int(m[1]), "speaker")
    for m in _SPEAKS.finditer(text):
        yield from (Said("role", p, "speaker") for p in numbers(m["who"]))


_MINE = rf"\b(?P<words>(?:my|our|mein[e]?|unser[e]?|mon|ma|mi|mijn|onze|meu|minha) (?:[\w'’-]+ ){{0,3}}?{_RELATION})\b"
_REL = [
    re.compile(rf"{_MINE},? (?P<who>{LIST})", re.I),
    re.compile(rf"(?P<who>⟦P\d+⟧)(?: (?:of|from|at) (?:the )?⟦O\d+⟧)?,? (?:and |who is |is )?{_MINE}", re.I),
]


def _relations(text: str) -> Iterator[Said]:
    for pattern in _REL:
        for m in pattern.finditer(text):
            people = numbers(m["who"])
            for person in people if m["words"].endswith("s") else people[:1]:
                yield Said("relation", person, m["words"])
