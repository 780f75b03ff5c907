"""Putting a reading together: what was found in a text becomes facts that refer to each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hallway.model import (
    AffiliationFact,
    ClipFact,
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    FollowingFact,
    Guess,
    NeedFact,
    OrganizationFact,
    OutcomeFact,
    PersonFact,
    Reading,
    RelationFact,
    RoleFact,
    Source,
    Span,
    TeamFact,
    When,
)
from hallway.model.folding import fold
from hallway.reading.connections import Verdict, decide
from hallway.reading.cues import cues
from hallway.reading.dates import Dated, find_dates, founding
from hallway.reading.events import Occasion, attended, date_of, place_of
from hallway.reading.lists.items import Listed, Listing
from hallway.reading.membership import memberships, team_founded
from hallway.reading.metadata import Head
from hallway.reading.names import trim, words
from hallway.reading.outcomes import Found, meant, outcomes
from hallway.reading.people import Figure
from hallway.reading.plain import Plain
from hallway.reading.pronouns import REACH, resolved
from hallway.reading.roles import Said, said
from hallway.reading.sentences import Sentence, Sentences
from hallway.reading.skeleton import LIST, Skeleton, Token, numbers, skeleton
from hallway.reading.sureness import connection_sureness, person_sureness
from hallway.reading.tagged import Entity, Tagged, Tie
from hallway.reading.teams import Team, founded_by_us, team_mates, teams
from hallway.reading.tongues import tongues
from hallway.reading.within import parts

_BULLET = re.compile(r"[ \t]*(?:[-*•+–]|\d+[.)])\s")
_PRONOUN = re.compile(
    r"\W*(?:(?:and|but|so|also|apparently|turns out)[,\s]+)?(?:he|she|they|his|her|their|sie|er|ihr|elle|il|ella|él|zij|hij|ele|ela)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Group:
    """An organization of the text."""

    name: str
    spots: list[tuple[int, int]]


class Draft:
    """One text with everything found in it; `reading()` writes it down as facts."""

    def __init__(
        self, p: Plain, source: Source, top: Head, tagged: Tagged, sentences: Sentences, people: list[Figure],
        found: list[Occasion], entities: list[Entity], lists: list[Listing] | None = None,
    ) -> None:  # fmt: skip
        self.p, self.source, self.top, self.tagged, self.sentences = p, source, top, tagged, sentences
        self.people = [f for f in people if not self._is_author(f) and not self._in_head(f)]
        self.events = attended(found)
        self.listed = Listed(lists or [])
        self.groups = _groups(p.text, entities)
        self.places = [(e.start, e.end) for e in entities if e.kind == "LOC"]
        self.dates = find_dates(p.text, source.written)
        self.began = [d for d in self.dates if founding(p.text, d)]
        self.held = [d for d in self.dates if d not in self.began]
        self.tokens = self._tokens()
        self.skeletons = [self._skeleton(s) for s in sentences.all]
        spoken = tongues(p.text)
        self.meant = resolved(self.skeletons, sentences.all, spoken)
        self.cues = [cues(s, spoken) for s in self.meant]
        self.ties = self._ties()
        self.team = teams(self.skeletons) or self._began()
        mates = team_mates(self.team) if self.team else set()
        self.verdicts = [self._verdict(i, i in mates) for i in range(len(self.people))]
        self.said: dict[int, list[tuple[Said, Sentence]]] = defaultdict(list)
        for s, skel in zip(sentences.all, self.meant, strict=True):
            for thing in said(skel):
                self.said[thing.person].append((thing, s))

    def reading(self) -> Reading:
        facts: list[Fact] = [*self._events(), *self._organizations()]
        for i in range(len(self.people)):
            facts += self._person(i)
        if self.team:
            facts += self._team(self.team)
        facts += self._outcomes()
        return Reading(self.source, tuple(facts), tuple(self.guesses()))

    def guesses(self) -> Iterator[Guess]:
        """How sure this is of each person."""
        for i, (figure, verdict) in enumerate(zip(self.people, self.verdicts, strict=True)):
            others = sorted(verdict.weighed, key=lambda k: -verdict.weighed[k])
            kinds = dict.fromkeys([verdict.kind, *map(Connection, others)])
            yield Guess(f"p{i}", connection_sureness(figure, verdict), tuple(kinds))

    def _verdict(self, i: int, mate: bool) -> Verdict:
        figure = self.people[i]
        seen = [self.sentences.at(m.start) for m in figure.mentions]
        told = [self._told(i, self.sentences.index(s.start)) for s in seen]
        listed = [self.listed.heading(m.start) for m in figure.mentions]
        return decide(self.p.text, figure, self.ties[i], seen, mate, told, listed)

    def _told(self, i: int, k: int) -> dict[str, float]:
        """What the words of sentence k say of person i, with those right after it that name nobody and can mean nobody else."""
        told = dict(self.cues[k].get(i, {}))
        for n in range(k + 1, min(k + 1 + REACH, len(self.cues))):
            if self.skeletons[n].people():
                break
            for label, weight in self.cues[n].get(i, {}).items():
                told[label] = max(told.get(label, 0.0), weight)
        return told

    def _ties(self) -> list[Tie]:
        """What the network makes of each person; those who are enumerated in one breath share it."""
        ties = [self.tagged.tie([(m.start, m.end) for m in f.mentions]) for f in self.people]
        told = [self.sentences.index(f.mentions[_top(t)].start) for f, t in zip(self.people, ties, strict=True)]
        for k, skel in enumerate(self.skeletons):
            for m in re.finditer(LIST, skel.text):
                together = [i for i in numbers(m[0]) if told[i] == k]
                if len(together) > 1:
                    shared = {
                        c: sum(ties[i].connection[c] for i in together) / len(together) for c in ties[0].connection
                    }
                    for i in together:
                        ties[i] = replace(ties[i], connection=shared)
        return ties

    def _words(self, position: int, s: Sentence) -> tuple[Span, ...]:
        """What tells how somebody was met: the sentence; of a list its heading, and the line where it says more than a name."""
        over, bare = self.listed.over(position)
        if not over or s.start <= over[0] < s.end:
            return (self.span(s),)
        return (self.p.span(*over),) if bare else (self.p.span(*over), self.span(s))

    def span(self, s: Sentence) -> Span:
        return self.p.span(s.start, s.end)

    def _is_author(self, figure: Figure) -> bool:
        author = self.top.author
        return bool(author) and (words(author or "") == figure.words or fold(author or "") == fold(figure.name))

    def _in_head(self, figure: Figure) -> bool:
        span = self.top.span
        return span is not None and all(span[0] <= m.start < span[1] for m in figure.mentions)

    def _tokens(self) -> list[Token]:
        tokens = [Token("P", i, m.start, m.end) for i, f in enumerate(self.people) for m in f.mentions]
        tokens += [Token("E", i, a, b) for i, o in enumerate(self.events) for a, b in o.spots]
        tokens += [Token("O", i, a, b) for i, g in enumerate(self.groups) for a, b in g.spots]
        tokens += [Token("L", i, a, b) for i, (a, b) in enumerate(self.places)]
        return sorted(tokens, key=lambda t: (t.start, -t.end))

    def _skeleton(self, s: Sentence) -> Skeleton:
        low = bisect_right(self.tokens, s.start - 1, key=lambda t: t.start)
        high = bisect_right(self.tokens, s.end, key=lambda t: t.start)
        return skeleton(self.p.text, s.start, s.end, self.tokens[low:high])

    def _events(self) -> Iterator[Fact]:
        whole = parts(self.skeletons)
        for i, o in enumerate(self.events):
            seen = [self.sentences.at(a) for a, _ in o.spots]
            organizers = tuple(dict.fromkeys(self._organizers(i)))
            place = place_of(o, self.p.text, self.places, self.sentences) or self._only_place()
            start, end = _ends(date_of(o, self.p.text, self.held, self.sentences))
            yield EventFact(
                f"e{i}", o.name, o.series, o.edition, place, start, end, organizers, o.my_role,
                tuple(self.p.span(a, b) for a, b in o.spots), self._distinct(seen)[:3],
                within=f"e{whole[i]}" if i in whole else None,
            )  # fmt: skip

    def _only_place(self) -> str | None:
        """Where every event of a text is: said before any of them is named ("two conferences in London"), or in the title
        ("Three wet days in Ghent")."""
        first = min((a for o in self.events for a, _ in o.spots), default=0)
        title = self.p.text.find("\n")
        for a, b in self.places:
            before = self.p.text[max(0, a - 60) : a]
            in_title = b <= title and bool(re.search(r"\b(?:in|from|at|to|aus|nach|à|en|em)\s+$|[,:(–-]\s*$", before))
            named = re.search(r"\b(?:conferences?|events?|days|week|festival|meetings?)\b[^.]{0,30}\bin\s+$", before)
            if in_title or (a < max(first, 400) and named):
                return self.p.text[a:b]
        return None

    def _organizers(self, i: int) -> Iterator[str]:
        event = self.events[i]
        near = {self.sentences.at(a).start for a, _ in event.spots}
        for s, skel in zip(self.sentences.all, self.skeletons, strict=True):
            for m in re.finditer(
                r"(?:organi[sz]ed|hosted|run|put on|put together|organisiert|organisée?|organizad[oa]|georganiseerd) (?:by|von|par|por|door) ([^.;!?]*)",
                skel.text, re.I,
            ):  # fmt: skip
                if s.start in near or (
                    len(self.events) == 1 and re.search(r"\b(?:conference|event|it was)\b", skel.text, re.I)
                ):
                    yield from _leading_names(m[1])
        for number, things in self.said.items():
            for thing, s in things:
                if thing.what == "role" and thing.words == "organizer" and self._event_at(s.start) == i:
                    yield f"p{number}"

    def _organizations(self) -> Iterator[Fact]:
        for i, g in enumerate(self.groups):
            yield OrganizationFact(f"o{i}", g.name, (self.span(self.sentences.at(g.spots[0][0])),))

    def _person(self, i: int) -> Iterator[Fact]:
        figure = self.people[i]
        ref = f"p{i}"
        verdict = self.verdicts[i]
        seen = [self.sentences.at(m.start) for m in figure.mentions]
        decisive = seen[verdict.decisive]
        mentions = tuple(self.p.span(m.start, m.end) for m in figure.mentions)
        around = self._distinct([decisive, *seen, *self._continued(i, seen)])
        yield PersonFact(ref, figure.name, mentions, around, round(person_sureness(figure), 3))
        event = self._event_at(figure.mentions[verdict.decisive].start)
        if verdict.kind is not Connection.NONE:
            yield EncounterFact(
                ref, verdict.kind, f"e{event}" if event is not None else None, self._via(i), None,
                self._words(figure.mentions[verdict.decisive].start, decisive), round(connection_sureness(figure, verdict), 3),
            )  # fmt: skip
        if verdict.followed:
            said_so = self.span(seen[verdict.followed_by])
            yield FollowingFact(ref, said_so.text, None, (said_so,), verdict.followed_confidence)
        yield from self._about(i, verdict, event)

    def _about(self, i: int, verdict: Verdict, event: int | None) -> Iterator[Fact]:
        ref = f"p{i}"
        done: set[tuple[str, object]] = set()
        for thing, s in self.said[i]:
            key = (thing.what, thing.words if thing.what == "role" else None)
            if key in done or thing.what == "via":
                continue
            done.add(key)
            evidence = (self.span(s),)
            if thing.what == "org" and thing.other is not None:
                yield AffiliationFact(ref, f"o{thing.other}", evidence=evidence)
            elif thing.what == "relation":
                yield RelationFact(ref, thing.words, evidence)
            elif thing.what == "role" and event is not None:
                at = self._event_at(s.start)
                yield RoleFact(ref, f"e{at if at is not None else event}", thing.words, verdict.status, evidence)
        if verdict.status and event is not None and not any(k[0] == "role" for k in done):
            yield RoleFact(
                ref,
                f"e{event}",
                None,
                verdict.status,
                (self.span(self.sentences.at(self.people[i].mentions[verdict.decisive].start)),),
            )

    def _via(self, i: int) -> str | None:
        return next((f"p{t.other}" for t, _ in self.said[i] if t.what == "via"), None)

    def _event_at(self, position: int) -> int | None:
        """The event that a place in the text is about: the one named last before it in its paragraph or above, else the main
        one."""
        if not self.events:
            return None
        s = self.sentences.at(position)
        same = [i for i, o in enumerate(self.events) for a, _ in o.spots if s.start <= a < s.end]
        if same:
            return same[0]
        before = [(a, i) for i, o in enumerate(self.events) for a, _ in o.spots if a < position]
        return max(before)[1] if before else 0

    def _continued(self, i: int, seen: list[Sentence]) -> Iterator[Sentence]:
        """Sentences that go on about the person without the name: they begin with a pronoun, or stand in the same bullet, and
        name nobody else."""
        for s in seen:
            k = self.sentences.index(s.start)
            if self.skeletons[k].people()[-1:] != [i]:
                continue
            for n in range(k + 1, min(k + 7, len(self.sentences.all))):
                after = self.sentences.all[n]
                spoken = n < k + 3 and after.block == s.block and bool(_PRONOUN.match(self.p.text, after.start))
                if self.skeletons[n].people() or not (spoken or self._same_bullet(s, after)):
                    break
                yield after

    def _same_bullet(self, first: Sentence, after: Sentence) -> bool:
        """Whether a later sentence stands in the bullet that begins with the line of the first one, or right below it."""
        text = self.p.text
        line = text.rfind("\n", 0, first.start) + 1
        if not _BULLET.match(text, line):
            return False
        breaks = re.findall(r"\n([^\n]{0,12})", text[first.end : after.start + 8])
        return all(re.match(r"(?:\s{2,}|\t)\S|\s*(?:->|→)", b) for b in breaks)

    def _began(self) -> Team | None:
        """A group of the author's that is known by nothing but when it began: "we go back to late 2015"."""
        at = [self.sentences.index(d.start) for d in self.began]
        return next((t for k in at if (t := founded_by_us(self.skeletons[k], k))), None)

    def _team(self, team: Team) -> Iterator[Fact]:
        at = self.sentences.all[team.sentence]
        event = self._event_at(at.start)
        o = self.events[event] if event is not None else None
        name = f"{o.series or o.name} team" if o else team.name
        yield TeamFact("t0", name, f"e{event}" if event is not None else None, (self.span(at),))
        founded = team_founded(team, self.sentences, self.began)
        yield from memberships(team, self.sentences, self.tokens, self.dates, self.span, founded)

    def _outcomes(self) -> Iterator[Fact]:
        for i, (s, skel) in enumerate(zip(self.sentences.all, self.skeletons, strict=True)):
            for f in outcomes(skel, self.p.text[s.start : s.end]):
                ref = f"p{f.person}" if f.person is not None else None
                evidence = (self.span(s),)
                if f.what == "outcome":
                    yield self._outcome(f, ref, i)
                elif f.what == "clip":
                    event = self._event_at(s.start)
                    yield ClipFact(f.detail or "photo", ref, (), f"e{event}" if event is not None else None, evidence)
                elif ref:
                    yield NeedFact(ref, f.what, self._restore(f.words), evidence)

    def _outcome(self, found: Found, ref: str | None, i: int) -> OutcomeFact:
        """What came of it, of meeting whom: "She became a client" is about the one person of the sentence before."""
        s = self.sentences.all[i]
        before = self.sentences.all[i - 1] if i else None
        near = before and "\n\n" not in self.p.text[before.end : s.start]
        who = meant(self.skeletons[i], self.skeletons[i - 1] if near else None) if ref is None else None
        if who is None or before is None:
            return OutcomeFact(found.words, ref, found.detail, None, (self.span(s),))
        return OutcomeFact(found.words, f"p{who}", found.detail, None, (self.span(before), self.span(s)))

    def _restore(self, text: str) -> str:
        names = {
            "P": [f.name for f in self.people],
            "O": [g.name for g in self.groups],
            "E": [o.name for o in self.events],
        }
        names["L"] = [self.p.text[a:b] for a, b in self.places]
        return re.sub(r"⟦([POEL])(\d+)⟧", lambda m: names[m[1]][int(m[2])], text).strip()

    def _distinct(self, sentences: list[Sentence]) -> tuple[Span, ...]:
        return tuple(self.span(s) for s in dict.fromkeys(sentences))


def _top(tie: Tie) -> int:
    return max(range(len(tie.weights)), key=lambda i: tie.weights[i])


def _ends(dated: Dated | None) -> tuple[When | None, When | None]:
    """Days named as such have a start and an end; anything vaguer ("earlier this week") is a start some time within."""
    if dated is None or dated.vague or "/" not in dated.when.edtf:
        return dated.when if dated else None, None
    first, _, last = dated.when.edtf.partition("/")
    return When(first), When(last)


def _leading_names(text: str) -> Iterator[str]:
    """The people and organizations enumerated at the beginning of a phrase, an "at" or "of" in between allowed."""
    at = 0
    for m in re.finditer(r"⟦([PO])(\d+)⟧(?:'s|’s)?", text):
        if not re.fullmatch(
            r"[\s,&+/]*(?:(?:and|by|at|of|the|from|with|und|et|y|von|der|de|la|van)\s+)*(?:\w+\s){0,2}",
            text[at : m.start()],
        ):
            return
        yield f"{m[1].lower()}{m[2]}"
        at = m.end()


def _groups(text: str, entities: list[Entity]) -> list[Group]:
    groups: dict[str, Group] = {}
    for e in entities:
        if e.kind == "ORG":
            start, end = trim(text, e.start, e.end)
            name = re.sub(r"\s+", " ", text[start:end])
            if len(fold(name)) > 1:
                groups.setdefault(fold(name), Group(name, [])).spots.append((start, end))
    return list(groups.values())
