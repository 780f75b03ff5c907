"""Outcomes, clips, needs and offers: what came of meeting, what was recorded, what somebody is after."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.reading.skeleton import LIST, PERSON, Skeleton, numbers

_OUTCOME = re.compile(
    r"\b(?:(?:became|become|becoming|turned into|is now|are now) (?:a |an |my |our |one of my |one of our |good |close )*"
    r"(?:clients?|customers?|friends?|partners?|co-?authors?|collaborators?|sponsors?|colleagues?|husband|wife|co-?founders?|employers?|boss|neighbou?rs?|business)|"
    r"(?:has|have) (?:since )?become (?:a |an |my |our )*(?:clients?|customers?|friends?|partners?|co-?authors?)|"
    r"hired (?:me|us)|gave (?:me|us) (?:a|the|my) (?:job|contract|commission)|led to (?:a|an|my|our|the) \w+|resulted in|came out of (?:it|that|this)|"
    r"(?:ended|wound) up (?:working|writing|hiring|publishing|founding|marrying)|"
    r"(?:we|and I) (?:now|have since|later|then) (?:\w+ )?(?:publish|published|wrote|write|founded|started|run|ran|built|work|worked)\b[^.]{0,40}\btogether|"
    r"(?:wurde|ist heute) (?:\w+ )?kund(?:e|in)|est devenue? (?:\w+ )?client)",
    re.I,
)
_LAG = re.compile(
    r"\b((?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|half a) (?:days?|weeks?|months?|years?) (?:later|after(?:wards)?)|"
    r"(?:the )?(?:following|next) (?:week|month|spring|summer|autumn|fall|winter|year))\b",
    re.I,
)
_MAKER = re.compile(
    rf"\b(?P<kind>photos?|pictures?|pics?|video(?:s| clip)?|clips?|recordings?|films?|audio|slides|images?|portraits?|foto|photographie|vídeo)\b"
    rf"[^.!?⟦\n]{{0,40}}\b(?:by|shot by|taken by|from|courtesy of|credit:?|von|par|de|door|por)\s+(?:the )?{PERSON}|"
    rf"\b(?P<kind2>photo|picture|video|image|foto)\s*(?:credit)?\s*[:©]\s*{PERSON}|{PERSON}(?:'s|’s) (?P<kind3>photos?|pictures?|videos?|recording|slides)\b",
    re.I,
)
_KINDS = {
    "vid": "video",
    "cli": "video",
    "fil": "video",
    "víd": "video",
    "rec": "audio",
    "aud": "audio",
    "sli": "slides",
}
_NEED = re.compile(
    rf"{PERSON},? (?:who |she |he |they |also |now |still |really |badly )*(?P<words>(?:needs?|wants? (?!his\b|her\b|their\b)|is (?:still )?(?:looking|searching|hunting) for|looking for|seeks?|is after|could use|"
    rf"asked (?:me |us )?(?:for|whether|if)|sucht|braucht|cherche|busca|zoekt|procura)\b[^.;!?\n]*)",
    re.I,
)
_OFFER = re.compile(
    rf"{PERSON},? (?:who )?(?:also |now |still )?(?P<words>(?:makes|builds|runs(?! (?:into|out|away|around|over|across)\b)|teaches|organi[sz]es|offers?|sells|trains|writes|develops|translates|edits|designs|"
    rf"coaches|publishes|produces|repairs|restores|collects|rents|advises|curates|makes|macht|baut|bietet|fabrique|hace|maakt)\b[^.;!?\n]*)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """`what` is outcome, clip, need or offer; `person` its number or None; `words` as in the text; offsets of the plain text
    are those of the whole sentence."""

    what: str
    person: int | None
    words: str
    detail: str | None = None


def outcomes(s: Skeleton, text: str) -> list[Found]:
    """What one sentence tells; `text` is the plain sentence itself."""
    found = []
    if _OUTCOME.search(text):
        lag = _LAG.search(text)
        people: list[int | None] = [*s.people()]
        for person in people or [None]:
            found.append(Found("outcome", person, text, lag[1] if lag else None))
    for m in _MAKER.finditer(s.text):
        kind = (m["kind"] or m["kind2"] or m["kind3"]).lower()
        who = next(int(g) for g in (m[2], m[4], m[5]) if g)
        found.append(Found("clip", who, text, _KINDS.get(kind[:3], "photo")))
    for pattern, what in ((_NEED, "need"), (_OFFER, "offer")):
        for m in pattern.finditer(s.text):
            found.append(Found(what, int(m[1]), m["words"]))
    return found


_PRONOUN = re.compile(r"\W*(?:she|he|they|sie|er|elle|il|ella|él)\b", re.I)


def meant(s: Skeleton, before: Skeleton | None) -> int | None:
    """Whom a sentence means that begins with a pronoun and names nobody: the one person of the sentence before."""
    if before is None or s.people() or not _PRONOUN.match(s.text):
        return None
    people = before.people()
    return people[0] if len(people) == 1 else None


def subjects(s: Skeleton) -> list[int]:
    """The people a sentence begins with."""
    m = re.match(rf"\W*{LIST}", s.text)
    return numbers(m[0]) if m else []
