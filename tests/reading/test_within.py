"""Events within others."""

import pytest
from rules import drafted, marked

from hallway.model import EventFact
from hallway.reading.within import parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E1, part of E0, was small.", {1: 0}),
        ("I was at E1, which is a side event of the E0.", {1: 0}),
        ("E1 was held within this year's E0.", {1: 0}),
        ("E1 fand im Rahmen der E0 statt.", {1: 0}),
        ("E1 and E0 are part of a trend.", {}),
        ("E1 was nice. It is part of E0.", {}),
        ("E1 is part of E1.", {}),
        ("E1 is part of E0 and E0 is part of E1.", {1: 0}),
    ],
)
def test_a_part_of_another_event(text: str, found: dict[int, int]) -> None:
    assert parts([marked(text)]) == found


def test_in_a_reading() -> None:
    text = "I spoke at Lantern Days. The Shadow Room, part of Lantern Days, was where I met everybody."
    events = {e.name: e for e in drafted(text, {"Lantern Days": "EVT", "Shadow Room": "EVT"}).all(EventFact)}
    assert events["Shadow Room"].within == events["Lantern Days"].ref
    assert events["Lantern Days"].within is None
