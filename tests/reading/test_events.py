"""Occasions: names, series, editions, places, dates, roles."""

from __future__ import annotations

import re

import pytest

from hallway.model import When
from hallway.reading.dates import find_dates
from hallway.reading.events import (
    Occasion,
    attended,
    date_of,
    from_title,
    occasions,
    place_of,
    same_event,
    split_edition,
)
from hallway.reading.sentences import Sentences


def found(text: str, *names: str) -> list[Occasion]:
    spots = {m.span() for name in names for m in re.finditer(rf"(?<!\w){re.escape(name)}", text)}
    return occasions(text, sorted(spots), Sentences(text))


@pytest.mark.parametrize(
    ("name", "base", "edition"),
    [
        ("PodCamp '07", "PodCamp", "2007"),
        ("PodCamp ’07", "PodCamp", "2007"),
        ("PodCamp 2007", "PodCamp", "2007"),
        ("PodCamp (2007)", "PodCamp", "2007"),
        ("lantern::conf(2019)", "lantern::conf", "2019"),
        ("HDC 09", "HDC", "2009"),
        ("HDC 09", "HDC", "2009"),
        ("WWDC '98", "WWDC", "1998"),
        ("Hive Days #12", "Hive Days", "12"),
        ("Hive Days no. 3", "Hive Days", "3"),
        ("CampX 3", "CampX", "3"),
        ("Ludum Dare XII", "Ludum Dare", "12"),
        ("Super Conf IV", "Super Conf", "4"),
        ("Factor X", "Factor X", None),
        ("Plan XL", "Plan XL", None),
        ("Area 51", "Area", "51"),
        ("JSConf 2.0", "JSConf 2.0", None),
        ("HIVE::EU", "HIVE::EU", None),
        ("2007", "2007", "2007"),
    ],
)
def test_editions_in_names(name: str, base: str, edition: str | None) -> None:
    assert split_edition(name) == (base, edition)


@pytest.mark.parametrize(
    ("text", "name", "series", "edition"),
    [
        ("New PR was the seventh in a long-running series.", "New PR", "New PR", "7"),
        ("We held the seventh annual PodCamp.", "PodCamp", "PodCamp", "7"),
        ("The 7th PodCamp began.", "PodCamp", "PodCamp", "7"),
        ("PodCamp was fun. It was the third edition.", "PodCamp", "PodCamp", "3"),
        ("PodCamp, now in its third year running, began.", "PodCamp", "PodCamp", "3"),
        ("Zum 12. BarCamp kamen alle.", "BarCamp", "BarCamp", "12"),
        ("Die Herbsttagung, die 7. Ausgabe, war gut.", "Herbsttagung", "Herbsttagung", "7"),
        ("the 3rd International Python Day", "3rd International Python Day", "Python Day", "3"),
        ("The seventh PodCamp 2007 began.", "PodCamp 2007", "PodCamp", "7"),
        ("PodCamp 2007 began.", "PodCamp 2007", "PodCamp", "2007"),
        ("JSConf 2.0 began.", "JSConf 2.0", "JSConf", None),
        ("I went to FOSDEM for the first time.", "FOSDEM", None, None),
        ("This was my second FOSDEM.", "FOSDEM", None, None),
        ("On May 7th PodCamp began.", "PodCamp", None, None),
        ("FOSDEM was fun. It was the first time I came.", "FOSDEM", None, None),
        ("FOSDEM was fun. This was the second talk I saw.", "FOSDEM", None, None),
        ("I loved FOSDEM, the second day even more.", "FOSDEM", None, None),
        ("FOSDEM was the second in a row.", "FOSDEM", None, None),
    ],
)
def test_series_and_edition(text: str, name: str, series: str | None, edition: str | None) -> None:
    (o,) = found(text, name)
    assert (o.name, o.series, o.edition) == (name, series, edition)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("HIVE::EU", "HIVE::EU 2007", True),
        ("HIVE::EU (2006)", "HIVE::EU (2007)", False),
        ("HDC 09", "HDC 09", True),
        ("Harbour Developers Conference", "HDC", True),
        ("Ragan Conference", "Ragan conference", True),
        ("the Ragan Communications Conference", "Ragan", True),
        ("PodCamp 2006", "PodCamp 2007", False),
        ("PodCamp", "BarCamp", False),
        ("PR", "New PR", False),
    ],
)
def test_same_event(a: str, b: str, same: bool) -> None:
    assert (same_event(a, b), same_event(b, a)) == (same, same)


def test_mentions_of_one_event_are_one_with_the_fullest_name() -> None:
    text = "I went to HDC. HDC 2009 (Harbour Developers Conference) was fun, HDC\n2009!"
    (o,) = found(text, "HDC 2009", "HDC", "Harbour Developers Conference")
    assert (o.name, o.series, o.edition) == (
        "Harbour Developers Conference",
        "Harbour Developers Conference",
        "2009",
    )


def test_the_main_event_comes_first_and_what_is_planned_is_left_out() -> None:
    text = "PodCamp will be in May.\n\n" + "It rained. " * 20 + "\n\nI was at BarCamp. We loved BarCamp."
    events = found(text, "PodCamp", "BarCamp")
    assert [o.name for o in events] == ["BarCamp", "PodCamp"]
    assert [o.name for o in attended(events)] == ["BarCamp"]
    assert attended([]) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I spoke at PodCamp.", "speaker"),
        ("PodCamp was fun. My talk went well.", "speaker"),
        ("I organized PodCamp.", "organizer"),
        ("PodCamp, unsere Tagung: mein Vortrag lief gut.", "speaker"),
        ("I was at PodCamp. It rained. Later I spoke at home.", None),
    ],
)
def test_my_role(text: str, role: str | None) -> None:
    (o,) = found(text, "PodCamp")
    assert o.my_role == role


@pytest.mark.parametrize(
    ("text", "town", "place"),
    [
        ("PodCamp in Oslo was fun.", "Oslo", "Oslo"),
        ("In Oslo, PodCamp began.", "Oslo", "Oslo"),
        ("PodCamp (Oslo) was fun.", "Oslo", "Oslo"),
        ("PodCamp was fun, said the Oslo crowd.", "Oslo", None),
        ("See you in Oslo at PodCamp.", "Oslo", None),
    ],
)
def test_places(text: str, town: str, place: str | None) -> None:
    (o,) = found(text, "PodCamp")
    at = text.index(town)
    assert place_of(o, text, [(at, at + len(town))], Sentences(text)) == place


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("PodCamp ran on 4 May 2007.", "2007-05-04"),
        ("It was May 2007. PodCamp began.", "2007-05"),
        ("It was May 2007.\n\nPodCamp began.", None),
        ("It ran from 4 to 6 May 2007, PodCamp. Next year!", "2007-05-04/2007-05-06"),
    ],
)
def test_dates(text: str, when: str | None) -> None:
    (o,) = found(text, "PodCamp")
    dated = date_of(o, text, find_dates(text, When("2007-06-01")), Sentences(text))
    assert (str(dated.when) if dated else None) == when


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("My week at FOSDEM 2009", "FOSDEM 2009"),
        ("EuroPython Conference 2011, a recap", "EuroPython Conference 2011"),
        ("Notes: Lantern Days", "Lantern Days"),
        ("Home from Skein19", "Skein19"),
        ("Two days in Oslo", None),
        ("Notes from the workshop", None),
        ("Back from Berlin", None),
        ("", None),
    ],
)
def test_events_in_titles(title: str, event: str | None) -> None:
    spot = from_title(f"\n{title}\n\nPodCamp")
    if title:
        assert (f"\n{title}\n"[spot[0] : spot[1]] if spot else None) == event
