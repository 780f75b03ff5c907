"""What encounters amount to: every number explained, nobody gone, states as people would say them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model.tie import BONDS, DEPTHS, Bond, Contact, State, Weights, growth, tie

YEAR = 365.25
W = Weights()
days = st.none() | st.floats(0, 30 * YEAR)
contacts = st.lists(
    st.builds(Contact, st.sampled_from(sorted(DEPTHS)), days, st.none() | st.integers(0, 3)), max_size=6
)
bonds = st.lists(st.builds(Bond, st.sampled_from(sorted(BONDS)), days, st.sampled_from(["", "a", "b"])), max_size=4)


def met(kind: str, day: float, occasion: object = None) -> Contact:
    return Contact(kind, day, occasion)


def test_half_after_the_half_life_and_never_nothing() -> None:
    assert [W.decay(n * W.half_life) for n in (0, 1, 2, 4)] == pytest.approx([1, 1 / 2, 0.312, 0.163], abs=0.001)
    assert [replace(W, forgetting=1).decay(n * W.half_life) for n in (0, 1, 2)] == pytest.approx([1, 1 / 2, 1 / 3])
    assert W.decay(100 * YEAR) > 0
    assert W.decay(None) == W.undated


def test_one_encounter_weighs_its_depth() -> None:
    assert {kind: tie([met(kind, 10)], (), 10, W).strength for kind in DEPTHS} == DEPTHS


def test_two_texts_about_one_event_are_less_than_two_events() -> None:
    same = tie([met("new", 0, "Ghent"), met("new", 0, "Ghent")], (), 0, W)
    other = tie([met("new", 0, "Ghent"), met("new", 0, "Oslo")], (), 0, W)
    assert (round(same.strength, 3), other.strength) == (1.414, 2)
    assert len(same.parts) == 1


def test_several_kinds_of_tie_make_more_than_their_sum() -> None:
    partner = Bond("relation", 0, "my podcasting partner")
    found = tie([met("cemented", 0)], [partner, partner], 0, W)
    assert [(p.kind, p.worth) for p in found.parts] == [("cemented", 2), ("relation", 1), ("kinds", 0.75)]
    assert found.kinds == ("meeting", "relation")


@pytest.mark.parametrize(
    ("told", "bonds", "at", "state"),
    [
        ((), (), 0, State.NOT_MET),
        ((), [Bond("following", 0)], 0, State.NOT_MET),
        ((), [Bond("team", 0)], 0, State.ACQUAINTANCE),
        ([met("fleeting", 0)], (), 0, State.FLEETING),
        ([met("fleeting", 0)], (), 9 * YEAR, State.FLEETING),
        ([met("new", 0)], (), 2 * YEAR, State.ACQUAINTANCE),
        ([met("new", 0)], (), 4 * YEAR, State.DORMANT),
        ([met("cemented", 0)], [Bond("relation", 0)], 2 * YEAR, State.STRONG),
        ([met("cemented", 0)], [Bond("relation", 0)], 4 * YEAR, State.DORMANT),
        ([met("cemented", 0), met("cemented", YEAR), met("renewed", 1.5 * YEAR)], (), 2 * YEAR, State.STRONG),
        ([Contact("new", None)], (), 50 * YEAR, State.ACQUAINTANCE),
    ],
)
def test_states(told: list[Contact], bonds: list[Bond], at: float, state: State) -> None:
    assert tie(told, bonds, at, W).state is state


def test_what_is_still_to_come_does_not_count() -> None:
    told = [met("new", 0), met("cemented", 2 * YEAR)]
    assert tie(told, (), 0, W) == tie(told[:1], (), 0, W)


def test_it_grew() -> None:
    grown = growth([met("new", 0), met("cemented", YEAR)], [Bond("outcome", YEAR, "a book")], W)
    assert [day for day, _ in grown] == [0, YEAR]
    assert grown[0][1] == 1
    assert grown[1][1] > 3


@given(contacts, bonds, st.floats(0, 40 * YEAR), st.sampled_from([0.0, 0.01, 3.0]))
def test_the_parts_are_the_strength_and_nobody_vanishes(
    told: list[Contact], tied: list[Bond], at: float, others: float
) -> None:
    found = tie(told, tied, at, W, others)
    assert found.strength == sum(p.worth for p in found.parts)
    assert all(p.worth > 0 for p in found.parts)
    assert (found.state is State.NOT_MET) <= (not any(c.day is None or c.day <= at for c in told))


@given(contacts, bonds, st.floats(0, 40 * YEAR), st.sampled_from(sorted(DEPTHS)))
def test_another_encounter_never_makes_a_tie_weaker(
    told: list[Contact], tied: list[Bond], at: float, kind: str
) -> None:
    assert tie([*told, met(kind, at)], tied, at, W).strength >= tie(told, tied, at, W).strength


@given(contacts, bonds)
def test_the_order_of_telling_does_not_matter(told: list[Contact], tied: list[Bond]) -> None:
    at = 40 * YEAR
    assert tie(told[::-1], tied[::-1], at, W).strength == pytest.approx(tie(told, tied, at, W).strength)


@pytest.mark.parametrize(
    "wrong", [{"half_life": 0}, {"forgetting": 0}, {"multiplexity": -1}, {"depths": {"new": -1}}, {"undated": -0.1}]
)
def test_weights_that_make_no_sense(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"not|weighs"):
        replace(W, **wrong)
