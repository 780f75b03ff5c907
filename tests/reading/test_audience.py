"""A whole audience is met at once, in passing."""

import pytest

from hallway.model import EncounterFact, PersonFact
from hallway.reading.audience import audience


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Everybody at my talk on tides, in passing", "Everybody at my talk on tides"),
        ("the whole audience of my keynote", "the whole audience of my keynote"),
        (" Alle bei meinem Vortrag über Häfen; kurz", "Alle bei meinem Vortrag über Häfen"),
        ("das ganze Publikum in unserer Session", "das ganze Publikum in unserer Session"),
    ],
)
def test_a_whole_audience(line: str, name: str) -> None:
    reading = audience(line)
    assert reading is not None
    assert [p.name for p in reading.all(PersonFact)] == [name]
    assert [f.kind.value for f in reading.all(EncounterFact)] == ["fleeting"]
    [mention] = next(reading.all(PersonFact)).mentions
    assert line[mention.start : mention.end] == mention.text == name


@pytest.mark.parametrize(
    "line", ["Petra, from the audience of my talk", "Everybody", "All Saints, a band", "my talk", ""]
)
def test_anything_else(line: str) -> None:
    assert audience(line) is None
