"""What a reading looks like as plain data: the contract of `hallway read --json`."""

import life
import pytest

from hallway.model import Connection, EncounterFact


def test_what_did_not_happen_is_no_encounter() -> None:
    with pytest.raises(ValueError):
        EncounterFact("p0", Connection.NONE)


def test_a_reading_as_plain_data() -> None:
    data = life.ghent().as_dict()
    assert list(data) == [
        "source",
        "author",
        "written",
        "events",
        "people",
        "organizations",
        "teams",
        "outcomes",
        "clips",
        "topics",
    ]
    assert (data["source"], data["author"], data["written"]) == ("ghent.txt", "Ida Holm", "2014-10-07")
    [event] = data["events"]  # type: ignore[misc]
    assert (event["name"], event["edition"], event["organizers"]) == (
        "Lantern Days",
        3,
        ["Marieke Van Hecke", "Lys Institute"],
    )
    people = {p["name"]: p for p in data["people"]}  # type: ignore[attr-defined]
    assert people["Farida Benali"]["introduced_by"] == "Tomás Arruda"
    assert people["Wilhelmina Oduya"]["connection"] == "none"
    assert people["Marieke Van Hecke"]["organization"] == "Lys Institute"


@pytest.mark.parametrize("reading", [life.ghent(), life.porto(), life.leeds()])
def test_every_span_is_in_the_text(reading: life.Reading) -> None:
    def spans(data: object) -> list[dict[str, object]]:
        if isinstance(data, dict):
            own = [data] if {"text", "start", "end"} <= set(data) else []
            return own + [s for v in data.values() for s in spans(v)]
        return [s for v in data for s in spans(v)] if isinstance(data, list) else []

    found = spans(reading.as_dict())
    assert found
    assert all(reading.source.text[s["start"] : s["end"]] == s["text"] for s in found)  # type: ignore[misc]
