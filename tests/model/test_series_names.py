"""Names of events taken apart, and put together into series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model.series import grouped, initials, named, same_series, within_name


@pytest.mark.parametrize(
    ("name", "base", "edition", "year"),
    [
        ("DNPR", "dnpr", None, None),
        ("the 7th DNPR", "dnpr", 7, None),
        ("The Seventh DNPR", "dnpr", 7, None),
        ("DNPR '07", "dnpr", None, 2007),
        ("DNPR ’07", "dnpr", None, 2007),
        ("DNPR07", "dnpr", None, 2007),
        ("DNPR 97", "dnpr", 97, None),
        ("New PR 2.0", "new pr", None, None),
        ("Delivering The New PR 2.0", "delivering the new pr", None, None),
        ("Lantern Days 2016", "lantern days", None, 2016),
        ("Lantern Days (2016)", "lantern days", None, 2016),
        ("2016 Lantern Days", "lantern days", None, 2016),
        ("the 5th annual Lantern Days conference", "lantern days", 5, None),
        ("5th Lantern Days 2016", "lantern days", 5, 2016),
        ("Lantern Days, third edition", "lantern days", 3, None),
        ("Hive Days #12", "hive days", 12, None),
        ("Hive Days XII", "hive days", 12, None),
        ("Hive Days no. 3", "hive days", 3, None),
        ("HDC 09", "hdc", None, 2009),
        ("The Conference", "conference", None, None),
        ("2007", "2007", None, None),
        ("die 3. Laternentage", "laternentage", 3, None),
        ("Web 2.0", "web", None, None),
        ("Expo V", "expo v", None, None),
    ],
)
def test_a_name_taken_apart(name: str, base: str, edition: int | None, year: int | None) -> None:
    found = named(name)
    assert (found.base, found.edition, found.year) == (base, edition, year)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the 7th DNPR", "DNPR '07", True),
        ("DNPR", "Delivering The New PR 2.0", True),
        ("DTNPR 2006", "Delivering The New PR", True),
        ("PodCamp 2", "Pod Camp '07", True),
        ("Lantern Days", "the third Lantern Days conference", True),
        ("New PR 2.0", "Delivering The New PR 2.0", False),
        ("Lantern Days", "Lantern Nights", False),
        ("ICC", "Ideas of Crowds and Cities", True),
        ("Icc", "Ideas of Crowds and Cities", False),
        ("SS", "Small Signals", False),
        ("Tidewater Forum", "Tidewater", False),
    ],
)
def test_one_series(a: str, b: str, same: bool) -> None:
    assert (same_series(a, b), same_series(b, a)) == (same, same)


def test_the_end_of_a_name_may_be_a_short_one() -> None:
    assert within_name("New PR 2.0", "Delivering The New PR 2.0")
    assert not within_name("The Days", "Lantern The Days")
    assert not within_name("Social Media", "Engagement, Social Media and More")
    assert not within_name("Days", "Lantern Days")
    assert not within_name("Lantern Days", "Lantern Days 2016")


def test_initials_keep_words_in_capitals() -> None:
    assert initials("Delivering The New PR") == {"dtnpr", "dnpr", "dtnp", "dnp"}


def test_grouping_joins_names_through_events_that_have_both() -> None:
    names = [(4, "New PR 2.0"), (1, "DNPR '05"), (2, "the 7th DNPR"), (2, "New PR"), (3, "Small Signals"), (5, "SS")]
    assert grouped(names) == {1: 1, 2: 1, 4: 1, 3: 3, 5: 5}


@pytest.mark.parametrize(
    ("name", "edition", "year", "fits"),
    [
        ("the 7th DNPR", "7", "2007", True),
        ("the 7th DNPR", "6", "2007", False),
        ("the 7th DNPR", None, "2007", False),
        ("DNPR '07", "7", "2007", True),
        ("DNPR '07", "2006", "2007", False),
        ("DNPR '07", None, None, True),
        ("DNPR", "3", None, True),
    ],
)
def test_which_edition(name: str, edition: str | None, year: str | None, fits: bool) -> None:
    assert named(name).fits(edition, year) is fits


@given(st.text(max_size=40))
def test_every_name_can_be_taken_apart_and_is_of_its_own_series(name: str) -> None:
    found = named(name)
    assert same_series(name, name)
    assert named(found.series).base == found.base or not found.base


@given(st.sampled_from(["Lantern Days", "DNPR", "Small Signals"]), st.integers(1, 40), st.integers(1970, 2069))
def test_editions_of_one_series(series: str, edition: int, year: int) -> None:
    for name in (f"{series} {year}", f"the {edition}th {series}", f"{series} '{year % 100:02}", f"{series} #{edition}"):
        assert named(name).base == series.lower()
    assert named(f"{series} '{year % 100:02}").year == year
