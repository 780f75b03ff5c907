"""Teams in prose: who is in, who left, who joined, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hallway.reading.skeleton import LIST, PERSON, Skeleton, numbers

TEAM = r"(?:team|crew|line-?up|committee|squad|collective|core group|équipe|equipo|mannschaft|equipe)"
_NAMED = re.compile(
    rf"\b(?P<name>(?:the |our |this year(?:'|’)s )?(?:[\w'’-]+ ){{0,3}}?{TEAM})\b(?:[^⟦.!?:–—(]{{0,40}}?\s*[–—:(-]+\s*|,? (?=⟦P\d+⟧[^.!?]{{0,80}} (?:are|is|remain|and I) )|,? (?:was|were|is|are|consists? of|consisted of|of|"
    rf"made up of|included|includes|with)\s+)(?P<who>[^.!?]*?⟦P\d+⟧[^.!?]*)",
    re.I,
)
_JOIN = (
    r"(?:joined|joins)\b(?! (?:us|me|him|her|them|in|for|⟦|(?:the|a|an|our|my) (?!(?:[\w'’-]+ ){0,2}(?:"
    + TEAM
    + r")\b)))"
)
_JOIN_US = (
    r"join(?:ed|s) (?:us|me)(?= (?:earlier|this (?:year|spring|summer|autumn|fall|winter|month)|last (?:year|spring|summer|autumn|fall|winter|month)|"
    r"in (?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|two years|as (?:a|an|our|the))\b)"
)
_JOINED = re.compile(
    rf"(?P<who>{LIST})\s*(?:,? who )?(?:has |have |had |then |also |just |since )?(?:{_JOIN}|{_JOIN_US}|came on board|came aboard|took over|stepped in|replaced|took (?:his|her|their|the) place|"
    rf"is new (?:in|on|to)|are new (?:in|on|to)|stieg ein|kam dazu|a rejoint|se unió|se incorporó)\b",
    re.I,
)
_LEFT = re.compile(
    rf"(?P<who>{LIST})\s*(?:(?:,? ?who )?(?:has|have|had|still|now|then|all|both|finally|unfortunately|sadly) )*(?:(?:other|different) (?:priorities|commitments|plans)|"
    rf"left\b(?! (?:the|a|his|her|their|my|our|me|us) (?!(?:[\w-]+ ){{0,2}}(?:team|crew|group|committee)))(?! (?:early|late|for|at|before|after|on|when|with|to|⟦))|stepped (?:down|back|away)|moved on|dropped out|(?:is|are|was) no longer|"
    rf"retired|bowed out|quit|gave up(?! (?:his|her|their|the|a|on)\b)|hörte auf|ist ausgestiegen|a quitté|dejó)",
    re.I,
)
_REPLACED = re.compile(rf"(?:replaced|replaces|succeeded|took over from) {PERSON}", re.I)
_SUCCEEDED = re.compile(rf"{PERSON} (?:was|is|has been|got) (?:replaced|succeeded) by (?P<who>{LIST})", re.I)
_ROLE = re.compile(
    r"\b(presenters?|speakers?|organi[sz]ers?|trainers?|hosts?|moderators?|producers?|editors?|volunteers?)(?=[,:]? ⟦P)",
    re.I,
)
_ME = re.compile(r"\b(?:me|myself|I|ich|moi|yo|ik|eu)\b(?!['’])")


@dataclass(slots=True)
class Membership:
    """Person number (None: the author) in the team; `change` is joined, left or None; said by sentence `sentence`."""

    person: int | None
    sentence: int
    role: str | None = None
    change: str | None = None


@dataclass(slots=True)
class Team:
    name: str
    sentence: int
    members: list[Membership] = field(default_factory=list)


def teams(skeletons: list[Skeleton]) -> Team | None:
    """The team that a text tells of, if it does: somebody is said to be in it, to have joined it or to have left."""
    team: Team | None = None
    told = -10
    for i, s in enumerate(skeletons):
        m = _NAMED.search(s.text)
        if m and len(numbers(m["who"])) >= 2 and team is None:
            team = Team(_tidy(m["name"]), i)
            team.members += _members(m["who"], i)
        if re.search(rf"\b{TEAM}\b", s.text, re.I):
            told = i
        if i <= told + 2 or (team and i <= team.sentence + 3):
            changes = list(_changes(s.text, i))
            if changes and team is None:
                team = Team("the team", i)
            if team:
                team.members += changes
    return team


_GROUP = re.compile(
    r"\b(?P<name>(?:the |our )?(?:[\w'’-]+ ){0,2}?(?:group|gang|band|circle|club|meet-?up|get-?together|friendship|gruppe|groupe|grupo|groep|"
    + TEAM
    + r"))\b",
    re.I,
)
_OURS = re.compile(r"\b(?:we|us|our|I|my|wir|uns|nous|nosotros|wij|nós)\b", re.I)


def founded_by_us(s: Skeleton, i: int) -> Team | None:
    """The group that sentence i, which says when something began, is about, with the author in it; None where it is not theirs."""
    named = _GROUP.search(s.text)
    if not _OURS.search(s.text) or not (named or re.match(r"\W*(?:We|Wir|Nous|Wij)\b", s.text)):
        return None
    found = Team(_tidy(named["name"]) if named else "the group", i)
    found.members = [Membership(None, i), *(Membership(p, i) for p in s.people())]
    return found


def team_mates(team: Team) -> set[int]:
    """Who is in the team with the author: nobody where the author is not in it, nor those who left."""
    if not any(m.person is None for m in team.members):
        return set()
    gone = {m.person for m in team.members if m.change == "left"}
    return {m.person for m in team.members if m.person is not None} - gone


def _members(text: str, i: int) -> Iterator[Membership]:
    """Everybody enumerated, with the role word that stands before them ("presenters A, B and me, plus organizers C")."""
    role: str | None = None
    for m in re.finditer(rf"{_ROLE.pattern}|{PERSON}|{_ME.pattern}", text, re.I):
        if m[1]:
            role = m[1].lower().removesuffix("s").replace("organiser", "organizer")
        elif m[2]:
            yield Membership(int(m[2]), i, role)
        elif m[0] in ("me", "myself", "I", "ich", "moi", "yo", "ik", "eu"):
            yield Membership(None, i, role)


def _changes(text: str, i: int) -> Iterator[Membership]:
    for pattern, change in ((_LEFT, "left"), (_JOINED, "joined")):
        for m in pattern.finditer(text):
            for person in numbers(m["who"]):
                yield Membership(person, i, None, change)
    for m in _REPLACED.finditer(text):
        yield Membership(int(m[1]), i, None, "left")
    for m in _SUCCEEDED.finditer(text):
        yield Membership(int(m[1]), i, None, "left")
        yield from (Membership(person, i, None, "joined") for person in numbers(m["who"]))


def _tidy(name: str) -> str:
    return re.sub(r"^(?:the|our)\s+", "", name.strip(), flags=re.I)
