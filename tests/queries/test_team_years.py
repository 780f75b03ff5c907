"""Teams over the years: the original one, this year's, who joined, who left and why."""

import pytest
from build import Draft

from hallway import Memory
from hallway.model import MembershipFact, Reading, TeamFact, When
from hallway.queries.team import Team


def listing(text: str, year: int, *names: str, words: str = "team") -> Reading:
    """A text that lists the workshop team of Lantern Days; `you` is me."""
    draft = Draft(text, written=f"{year}-06-01")
    days = draft.event("Lantern Days", start=str(year))
    draft.add(TeamFact("t0", "workshop team", days, draft.sentence(words)))
    for name in names:
        person = None if name == "you" else draft.person(name)
        draft.add(MembershipFact("t0", person, None, evidence=draft.sentence(words)))
    return draft.reading()


def changed(text: str, year: int, name: str, change: str, **when: str) -> Reading:
    draft = Draft(text, written=f"{year}-06-01")
    days = draft.event("Lantern Days", start=str(year))
    draft.add(TeamFact("t0", "workshop team", days))
    dates = {k: When(v) for k, v in when.items()}
    draft.add(MembershipFact("t0", draft.person(name), None, change=change, evidence=draft.sentence(name), **dates))
    return draft.reading()


def names(members: list[object]) -> set[str]:
    return {getattr(m, "person", None) or "you" for m in members}


def team(memory: Memory, words: str = "Lantern Days") -> Team:
    [found] = memory.years.teams(words)
    return found


@pytest.fixture
def years(memory: Memory) -> Memory:
    """Five years of a team, read in no order."""
    texts = [
        listing("Lantern Days: the team of Ruth Adeyemi, Milja Rantanen, and me.", 2020, "Ruth Adeyemi", "Milja Rantanen", "you"),
        changed("Lantern Days: Yusuf Karaca joined us last spring.", 2016, "Yusuf Karaca", "joined", since="2015-21"),
        listing(
            "Lantern Days: our team is Ruth Adeyemi, Tomás Arruda, Signe Dahlgaard and me.", 2014,
            "Ruth Adeyemi", "Tomás Arruda", "Signe Dahlgaard", "you",
        ),
        changed("Lantern Days: Tomás Arruda left in 2015, with twins to feed.", 2016, "Tomás Arruda", "left", until="2015"),
    ]  # fmt: skip
    memory.keep(*texts)
    return memory


def test_the_original_team_is_that_of_the_first_text(years: Memory) -> None:
    assert names(team(years).original()) == {"Ruth Adeyemi", "Tomás Arruda", "Signe Dahlgaard", "you"}


@pytest.mark.parametrize(
    ("at", "inside", "perhaps"),
    [
        ("2013", set(), {"Ruth Adeyemi", "Tomás Arruda", "Signe Dahlgaard", "you"}),
        ("2014", {"Ruth Adeyemi", "Tomás Arruda", "Signe Dahlgaard", "you"}, set()),
        ("2015-04", {"Ruth Adeyemi", "you"}, {"Tomás Arruda", "Signe Dahlgaard", "Yusuf Karaca"}),
        ("2016", {"Ruth Adeyemi", "you", "Yusuf Karaca"}, {"Signe Dahlgaard"}),
        ("2020", {"Ruth Adeyemi", "you", "Milja Rantanen"}, set()),
        ("2025", {"Ruth Adeyemi", "you", "Milja Rantanen"}, set()),
    ],
)
def test_the_team_of_a_year_or_a_day(years: Memory, at: str, inside: set[str], perhaps: set[str]) -> None:
    found, open_ = team(years).at(at)
    assert (names(found), names(open_)) == (inside, perhaps)


def test_this_years_team_is_that_of_the_last_text(years: Memory) -> None:
    assert names(team(years).latest()[0]) == {"Ruth Adeyemi", "you", "Milja Rantanen"}


def test_why_somebody_left_in_the_words_of_the_text(years: Memory) -> None:
    [tomas] = [m for m in team(years).members if m.person == "Tomás Arruda"]
    assert (tomas.left, tomas.until) == (2015, "2015")
    assert [w.text for w in tomas.went] == ["Lantern Days: Tomás Arruda left in 2015, with twins to feed."]


def test_whom_a_later_text_calls_original_is(years: Memory) -> None:
    words = "Lantern Days again. The original team was Signe Dahlgaard and Ruth Adeyemi."
    years.keep(listing(words, 2021, "Signe Dahlgaard", "Ruth Adeyemi", words="The original team"))
    assert names(team(years).original()) == {"Signe Dahlgaard", "Ruth Adeyemi"}


def test_who_left_as_the_first_text_tells_was_original_and_who_joined_was_not(memory: Memory) -> None:
    draft = Draft(
        "The original team, Ruth Adeyemi and me. Yusuf Karaca joined, as Tomás Arruda is busy.", written="2007-10-20"
    )
    ruth, yusuf, tomas = (draft.person(n) for n in ("Ruth Adeyemi", "Yusuf Karaca", "Tomás Arruda"))
    words = draft.sentence("original")
    draft.add(TeamFact("t0", "workshop team"), MembershipFact("t0", ruth, evidence=words), MembershipFact("t0", None))
    draft.add(MembershipFact("t0", tomas, change="left", evidence=words))
    draft.add(MembershipFact("t0", yusuf, change="joined", evidence=words))
    memory.keep(draft.reading())
    found = team(memory, "the workshop team")
    assert names(found.original()) == {"Ruth Adeyemi", "Tomás Arruda"}
    assert names(found.latest()[0]) == {"Ruth Adeyemi", "Yusuf Karaca", "you"}


@pytest.mark.parametrize(
    "words",
    ["Lantern Days", "lantern", "the original Lantern Days team", "this year’s Lantern Days team", "workshop team"],
)
def test_a_team_is_found_by_its_series_or_its_name(years: Memory, words: str) -> None:
    assert len(team(years, words).members) == 6


def test_a_team_of_which_no_day_is_known(memory: Memory) -> None:
    draft = Draft("The original team, Ruth Adeyemi and me. Yusuf Karaca joined, as Tomás Arruda is busy.")
    ruth, yusuf, tomas = (draft.person(n) for n in ("Ruth Adeyemi", "Yusuf Karaca", "Tomás Arruda"))
    words = draft.sentence("original")
    draft.add(TeamFact("t0", "workshop team"), MembershipFact("t0", ruth, evidence=words), MembershipFact("t0", None))
    draft.add(MembershipFact("t0", tomas, change="left", evidence=words))
    draft.add(MembershipFact("t0", yusuf, change="joined", evidence=words))
    memory.keep(draft.reading())
    found = team(memory, "workshop team")
    assert found.years == ()
    assert names(found.original()) == {"Ruth Adeyemi", "Tomás Arruda"}
    assert names(found.latest()[0]) == {"Ruth Adeyemi", "Yusuf Karaca", "you"}
    assert names(found.at("2007")[1]) == {"Ruth Adeyemi", "Tomás Arruda", "Yusuf Karaca", "you"}


def test_no_team(years: Memory) -> None:
    assert years.years.teams("Small Signals") == []


def test_the_team_without_a_name_is_every_team(years: Memory) -> None:
    assert [t.name for t in years.years.teams("the team")] == ["workshop team"]
