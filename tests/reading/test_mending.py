"""What somebody puts right in a reading is what is kept."""

import life
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model import Connection, EncounterFact, EventFact, PersonFact, Reading
from hallway.reading.mending import NOBODY, Missed, Said, mended

GHENT = life.ghent()
REFS = {p.name: p.ref for p in GHENT.all(PersonFact)}


def told(reading: Reading) -> dict[str, str]:
    met = {f.person: f.kind.value for f in reading.all(EncounterFact)}
    return {p.name: met.get(p.ref, "none") for p in reading.all(PersonFact)}


def test_a_name_a_kind_and_somebody_who_is_nobody() -> None:
    said = {
        REFS["Anke Reimers"]: Said("Anke  Reimers-Holt", "cemented"),
        REFS["Wilhelmina Oduya"]: Said(kind="fleeting"),
        REFS["Tomás Arruda"]: Said(kind=NOBODY),
        REFS["Ruth Adeyemi"]: Said(kind="none"),
    }
    assert told(mended(GHENT, said)) == {
        "Marieke Van Hecke": "none",
        "Ruth Adeyemi": "none",
        "Anke Reimers-Holt": "cemented",
        "Farida Benali": "new",
        "Wilhelmina Oduya": "fleeting",
    }


def test_an_event_that_is_none_takes_no_encounter_with_it() -> None:
    [days] = [e.ref for e in GHENT.all(EventFact)]
    right = mended(GHENT, {}, [days])
    assert list(right.all(EventFact)) == []
    assert told(right) == told(GHENT)
    assert {f.event for f in right.all(EncounterFact)} == {None}


def test_somebody_who_was_missed_is_quoted() -> None:
    start = life.GHENT.index("Lys")
    right = mended(GHENT, {}, missed=[Missed(start, start + 13, Connection.NEW)])
    [met] = [f for f in right.all(EncounterFact) if f.person == f"m{start}"]
    assert told(right)["Lys Institute"] == "new"
    assert [s.text for s in met.evidence] == ["It is organized by Marieke Van Hecke of the Lys Institute."]


def test_a_place_that_is_none_is_refused() -> None:
    for start, end in ((-1, 2), (5, 5), (0, len(life.GHENT) + 1)):
        with pytest.raises(ValueError, match="nothing of the text is marked there"):
            mended(GHENT, {}, missed=[Missed(start, end, Connection.NEW)])
    with pytest.raises(KeyError):
        mended(GHENT, {"p99": Said(kind="new")})


@given(st.dictionaries(st.sampled_from(sorted(REFS.values())), st.sampled_from(["new", "none", "renewed", NOBODY])))
def test_nothing_points_at_nobody(kinds: dict[str, str]) -> None:
    right = mended(GHENT, {ref: Said(kind=kind) for ref, kind in kinds.items()})
    names = right.names()
    for fact in right.facts:
        refs = [getattr(fact, a, None) for a in ("person", "event", "via", "organization", "team", "maker")]
        refs += [*getattr(fact, "organizers", ()), *getattr(fact, "shows", ())]
        assert [r for r in refs if r is not None and r not in names] == []
