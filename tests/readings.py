"""Random readings: a few names that come back in different texts, events, and every kind of fact."""

from hypothesis import strategies as st

from hallway.model import (
    AffiliationFact,
    ClipFact,
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    FollowingFact,
    MembershipFact,
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
    TopicFact,
    When,
)

NAMES = (
    "Ruth Adeyemi",
    "Ruth",
    "Tomás Arruda",
    "tomas arruda",
    "@tidepooler",
    "王小明",
    "Anke Reimers",
    "Anke",
    "Marta Szulc",
    "Marta",
)
EVENTS = ("Lantern Days", "Lantern Days 2016", "Small Signals", "Tidewater Forum")
ORGANIZATIONS = ("Lys Institute", "Hafenfunk")
_days = st.sampled_from([None, When("2014"), When("2016-05"), When("2017-11-09/2017-11-11"), When("2016-21")])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """One text, with evidence anywhere in it."""
    text = draw(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60))
    source = Source(draw(st.sampled_from(["a.txt", "b.txt"])), text, "diary", None, draw(_days))

    def words() -> tuple[Span, ...]:
        start = draw(st.integers(0, len(text) - 1))
        return (source.span(start, draw(st.integers(start + 1, len(text)))),) if draw(st.booleans()) else ()

    people = [f"p{i}" for i in range(draw(st.integers(0, 4)))]
    events = [f"e{i}" for i in range(draw(st.integers(0, 2)))]
    groups = [f"o{i}" for i in range(draw(st.integers(0, 2)))]
    facts: list[Fact] = [OrganizationFact(o, draw(st.sampled_from(ORGANIZATIONS)), words()) for o in groups]
    facts += [PersonFact(p, draw(st.sampled_from(NAMES)), words(), words()) for p in people]
    facts += [_event(draw, e, people + groups, words()) for e in events]
    facts += [TopicFact("ports", words())]
    team = draw(st.sampled_from([None, *events])) if events else None
    facts += [TeamFact("t0", "workshop team", team, words()), MembershipFact("t0", None)]
    for _ in range(draw(st.integers(0, 6)) if people else 0):
        facts.append(_about(draw, draw(st.sampled_from(people)), people, events, groups, words()))
    return Reading(source, tuple(draw(st.permutations(facts))))


def _event(draw: st.DrawFn, ref: str, organizers: list[str], words: tuple[Span, ...]) -> EventFact:
    chosen = tuple(draw(st.lists(st.sampled_from(organizers), unique=True, max_size=2))) if organizers else ()
    edition = draw(st.sampled_from([None, "3", "2016"]))
    place = draw(st.sampled_from([None, "Ghent"]))
    return EventFact(
        ref, draw(st.sampled_from(EVENTS)), None, edition, place, draw(_days), None, chosen, None, words, words
    )


def _about(
    draw: st.DrawFn, p: str, people: list[str], events: list[str], groups: list[str], words: tuple[Span, ...]
) -> Fact:
    event = draw(st.sampled_from([None, *events]))
    other = draw(st.sampled_from([None, *people]))
    kind = draw(st.sampled_from([k for k in Connection if k is not Connection.NONE]))
    choices: list[Fact] = [
        EncounterFact(p, kind, event, other, draw(_days), words),
        FollowingFact(p, "read their blog", draw(_days), words),
        RelationFact(p, "my partner", words),
        NeedFact(p, "need", "a coach", words),
        OutcomeFact("became a client", p, "six months", None, words),
        ClipFact("photo", other, (p,), event, words),
        MembershipFact("t0", p, "lead", draw(_days), None, draw(st.sampled_from([None, "joined", "left"])), words),
    ]
    choices += [RoleFact(p, event, "speaker", None, words)] if event else []
    choices += [AffiliationFact(p, draw(st.sampled_from(groups)), "boss", None, None, words)] if groups else []
    return draw(st.sampled_from(choices))
