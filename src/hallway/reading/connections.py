"""How the author connected with somebody: the network's judgement, and plain words that overrule it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hallway.model import Connection
from hallway.reading.followings import READ, known_from_afar
from hallway.reading.lists.headings import Heading
from hallway.reading.people import Figure
from hallway.reading.sentences import Sentence
from hallway.reading.tagged import Tie

STRENGTH = 1.75
"""How much plain words count beside the network."""
TEMPER = 1.25
"""The network's log-probabilities are divided by this: it is surer than it is right, above all of texts unlike those it knows."""
FLOOR = 0.0001
NEVER = "never met"
DENIED = 2.0
"""From what weight on words deny a meeting, rather than tell of a talk that was heard besides it."""
HEADED, HEARD = 5.0, 3.0
"""What the heading of a list counts beside the network and single words; somebody on a stage may have been met as well."""
MET = 0.75
"""From what probability of any contact on somebody counts as met: claiming a meeting that was none is the worst mistake."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`weighed` is the probability of each connection, words and network together; `spoken` says that plain words told of
    one; `decisive` is the index of the mention that tells; `status` is "absent", "missed", "never met" or None."""

    kind: Connection
    weighed: dict[str, float]
    spoken: bool
    decisive: int
    followed: bool
    followed_by: int
    followed_confidence: float
    status: str | None


def decide(
    text: str,
    figure: Figure,
    tie: Tie,
    seen: list[Sentence],
    mate: bool,
    said: list[dict[str, float]],
    listed: Sequence[Heading | None] = (),
) -> Verdict:
    """Judge one person from all sentences that name them: `said` holds the cues of each, `listed` what the list says that each
    mention stands in; `mate` says that they are in a team with the author."""
    under = [h for h in listed if h]
    said = [cues | _headed(h) if h else cues for cues, h in zip(said, listed, strict=True)] if under else said
    weighed = weigh(tie.connection, said)
    decisive = max(range(len(seen)), key=lambda i: tie.weights[i] + 0.5 * any(k != "none" for k in said[i]))
    none = weighed["none"]
    kinds = {k: v for k, v in weighed.items() if k != "none"}
    best = max(kinds, key=lambda k: kinds[k])
    kind = Connection(best) if 1 - none > MET else Connection.NONE
    status = _absent(text, figure, seen) or next((h.status for h in under if h.status), None)
    if mate and not status and (kind is Connection.NONE or weighed[best] < 0.5):
        kind = Connection.CEMENTED
    if status and kind is not Connection.NONE and (status == NEVER or not _met_elsewhere(said)):
        kind = Connection.NONE
    spoken = [i for i, s in enumerate(seen) if known_from_afar(text[s.start : s.end])]
    alone = [i for i in spoken if READ.search(text[seen[i].start : seen[i].end])]
    followed = (kind is Connection.NEW and ((tie.followed > 0.5 and not under) or bool(spoken))) or (
        bool(alone) and tie.followed > 0.3
    )
    told = (alone or spoken or [decisive])[0]
    sure = max(tie.followed, 0.7 if spoken else 0.0)
    return Verdict(kind, weighed, any(said), decisive, followed, told, sure, status)


def _headed(told: Heading) -> dict[str, float]:
    """The weight that a heading lends to everybody in its list: hardly anything else is as plain."""
    heard = told.kind is Connection.NONE and told.status is None
    return {told.kind.value: HEARD if heard else HEADED}


def _met_elsewhere(said: list[dict[str, float]]) -> bool:
    """Whether words beside somebody who is said to be absent tell of contact all the same; a place in a list is none."""
    return any(label not in ("none", "cemented") for cues in said for label in cues)


def weigh(likely: dict[str, float], said: list[dict[str, float]]) -> dict[str, float]:
    """The network's probabilities with the plain words' weights added to their logarithms."""
    total: dict[str, float] = {}
    told = any(cues and "none" not in cues for cues in said)
    for cues in said:
        for label, weight in cues.items():
            if label != "none" or weight >= DENIED or not told:
                total[label] = max(total.get(label, 0.0), weight)
    met = max((w for label, w in total.items() if label != "none"), default=0.0)
    raised = {}
    for label, p in likely.items():
        own = total.get(label, 0.0) + (met if label != "none" else 0.0)
        raised[label] = math.log(max(p, FLOOR)) / TEMPER + STRENGTH * own
    top = max(raised.values())
    shares = {label: math.exp(r - top) for label, r in raised.items()}
    return {label: x / sum(shares.values()) for label, x in shares.items()}


_ABSENT = (
    r"(?:couldn['’]t (?:make it|come|be there|attend)|could not (?:make it|come|be there|attend)|had to cancel|cancel+ed|was(?:n['’]t| not) there|"
    r"(?:was|were|is) (?:sadly |sorely |unfortunately )?(?:absent|missing|ill|sick)|stayed (?:at )?home|(?:has|had|have) (?:other|different) (?:priorities|commitments|obligations|plans)|"
    r"didn['’]t (?:make it|come|show up)|konnte (?:leider )?nicht|n['’]a pas pu|no pudo)"
)
_NEVER = r"\b(?:I|we)(?:['’]ve| have|['’]d| had)?(?: still| yet)? never (?:actually |really |yet )?(?:met|spoken to|spoken with|talked to|seen)\b"
_MISSED = r"(?:miss(?:ed|ing)|sorry (?:I|we) (?:missed|didn['’]t)|did(?:n['’]t| not) (?:get to )?(?:meet|see|talk|speak|catch)|never got to (?:meet|see|talk)|too shy to)"


def _absent(text: str, figure: Figure, seen: list[Sentence]) -> str | None:
    for m, s in zip(figure.mentions, seen, strict=True):
        never = re.search(rf"{_NEVER}[^.!?;,]{{0,20}}$", text[s.start : m.start], re.I)
        if never and not re.match(r"[^.!?]{0,40}\b(?:before|until|till)\b", text[m.end : s.end], re.I):
            return NEVER
        if re.match(rf"[^.!?;,]{{0,30}}\b{_ABSENT}", text[m.end : s.end], re.I):
            return "absent"
        own = re.match(r"['’]s?\b", text[m.end : m.end + 3])
        if not own and re.search(rf"\b{_MISSED}\b[^.!?;,]{{0,25}}$", text[s.start : m.start], re.I):
            return "missed"
    return None
