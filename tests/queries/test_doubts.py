"""What does not fit together is shown with both sides; what may fit is not."""

import pytest
from build import Draft

from hallway import Memory
from hallway.model import (
    AffiliationFact,
    FollowingFact,
    OrganizationFact,
    OutcomeFact,
    Reading,
    RoleFact,
    When,
)


def kinds(memory: Memory) -> list[tuple[str, str]]:
    return [(c.kind, c.about) for c in memory.years.contradictions()]


def text(number: int, written: str | None = None) -> tuple[Draft, str]:
    """A text about Owen Prydderch; each number makes another text."""
    draft = Draft(
        f"Owen Prydderch, line {number}, at Lantern Days of the Lys Institute and Hafenfunk.", written=written
    )
    return draft, draft.person("Owen Prydderch")


def met(number: int, kind: str, day: str) -> Reading:
    draft, owen = text(number, day)
    draft.met(owen, kind, draft.event("Lantern Days", start=day))
    return draft.reading()


def works(number: int, written: str | None, at: str, since: str | None = None, until: str | None = None) -> Reading:
    draft, owen = text(number, written)
    draft.facts.insert(0, OrganizationFact("o0", at))
    period = (When(since) if since else None, When(until) if until else None)
    draft.add(AffiliationFact(owen, "o0", None, *period, draft.sentence("Owen")))
    return draft.reading()


def test_told_brand_new_but_met_before(lived: Memory) -> None:
    [one] = lived.years.contradictions()
    assert (one.kind, one.about) == ("new", "Anke Reimers")
    assert (one.this.says, one.this.day) == ("brand new: Small Signals 2017", "2017-11-09")
    assert (one.that.says, one.that.day) == ("met before: Lantern Days 2014", "2014-10-02")
    assert one.this.words[0].text == "Anke Reimers was there, brand new to me."
    assert one.that.words[0].text.startswith("On the boat I sat next to Anke Reimers")
    assert [s.contradictions for s in lived.who("Anke Reimers")] == [(one,)]
    assert [s.contradictions for s in lived.who("Owen")] == [()]


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        (("renewed", "2005-11"), ("new", "2007-10"), 1),
        (("renewed", "2007-10"), ("new", "2007-10"), 0),
        (("renewed", "2007"), ("new", "2007-10"), 0),
        (("new", "2005-11"), ("renewed", "2007-10"), 0),
        (("renewed", "2009"), ("new", "2007-10"), 0),
    ],
)
def test_only_what_was_for_certain_earlier(
    memory: Memory, first: tuple[str, str], then: tuple[str, str], found: int
) -> None:
    memory.keep(met(1, *first), met(2, *then))
    assert len(kinds(memory)) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("2016-05-01", "Lys Institute", "2014", None), ("2015-06-01", "Hafenfunk", None, None), 1),
        (("2016-05-01", "Lys Institute", "2014", "2017"), ("2018-06-01", "Hafenfunk", "2015", None), 1),
        (("2016-05-01", "Lys Institute", "2014", None), ("2018-06-01", "Hafenfunk", None, None), 0),
        (("2016-05-01", "Lys Institute", None, None), ("2016-05-01", "Hafenfunk", None, None), 1),
        (("2016-05-01", "Lys Institute", "2014", "2015"), ("2016-06-01", "Hafenfunk", "2015", None), 0),
        (("2016-05-01", "Lys Institute", "2014", None), ("2015-06-01", "The Lys Institute", None, None), 0),
        ((None, "Lys Institute", None, None), (None, "Hafenfunk", None, None), 0),
        (("2016", "Lys Institute", None, "2014"), ("2013-01-01", "Hafenfunk", None, None), 0),
    ],
)
def test_two_employers_at_once(
    memory: Memory, first: tuple[str | None, ...], second: tuple[str | None, ...], found: int
) -> None:
    memory.keep(works(1, *first), works(2, *second))
    assert kinds(memory) == [("employers", "Owen Prydderch")] * found


def test_one_of_two_jobs_told_again_after_the_other(memory: Memory) -> None:
    memory.keep(works(1, "2014-01-01", "Lys Institute"), works(2, "2016-01-01", "Hafenfunk"))
    assert kinds(memory) == []
    memory.keep(works(3, "2018-01-01", "Lys Institute"))
    [one] = memory.years.contradictions()
    assert (one.kind, one.this.day, one.that.day) == ("employers", "2014-01-01/2018-01-01", "2016-01-01")


@pytest.mark.parametrize(
    ("details", "found"),
    [
        (({"place": "Ghent"}, {"place": "Porto"}), ["places"]),
        (({"place": "Ghent"}, {"place": "the gas works, Ghent"}), []),
        (({"start": "2014-10-02", "end": "2014-10-04"}, {"start": "2014-10-03"}), []),
        (({"start": "2014-10-02", "end": "2014-10-04"}, {"start": "2014-10"}), []),
        (({"start": "2014-10-02", "end": "2014-10-04"}, {"start": "2014-11-03"}), ["days"]),
    ],
)
def test_one_edition_in_two_towns_or_on_two_dates(
    memory: Memory, details: tuple[dict[str, str], dict[str, str]], found: list[str]
) -> None:
    for number, told in enumerate(details):
        draft, owen = text(number, "2014-12-01")
        draft.met(owen, "renewed", draft.event("Lantern Days", edition="3", **told))
        memory.keep(draft.reading())
    assert [c.kind for c in memory.years.contradictions()] == found
    [event] = memory.event("Lantern Days")
    assert [c.kind for c in event.contradictions] == found


def test_numbers_of_a_series_that_run_backwards(memory: Memory) -> None:
    for number, (edition, year) in enumerate([("5", "2014"), ("3", "2016"), ("4", "2017")]):
        draft, owen = text(number, f"{year}-12-01")
        draft.met(owen, "renewed", draft.event("Lantern Days", edition=edition, start=year))
        memory.keep(draft.reading())
    [one] = memory.years.contradictions()
    assert (one.kind, one.this.says, one.that.says) == (
        "order", "number 5: Lantern Days 2014", "number 3: Lantern Days 2016",
    )  # fmt: skip


def test_followed_outcome_and_missed(memory: Memory) -> None:
    draft, owen = text(1, "2014-10-05")
    days = draft.event("Lantern Days", start="2014-10-02")
    draft.met(owen, "renewed", days)
    said = draft.sentence("Owen")
    draft.add(
        FollowingFact(owen, "read his blog", When("2016"), said),
        OutcomeFact("hired me", owen, None, When("2011"), said),
        RoleFact(owen, days, None, "missed", said),
    )
    memory.keep(draft.reading())
    assert kinds(memory) == [(k, "Owen Prydderch") for k in ("missed", "following", "outcome")]


def test_a_life_without_contradictions(memory: Memory) -> None:
    memory.keep(met(1, "new", "2014"), met(2, "renewed", "2016"), works(3, "2014-01-01", "Lys Institute"))
    assert kinds(memory) == []
