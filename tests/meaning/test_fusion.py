import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hallway.meaning.codes import Vectors
from hallway.meaning.fusion import Candidates, Weights, away_from_common, passage_scores, with_neighbours

fractions = st.floats(0, 1, width=32)
pairs = st.lists(st.tuples(fractions, fractions), min_size=1, max_size=30)


def column(values: list[float]) -> Vectors:
    return np.array(values, np.float32)


def candidates(rows: list[tuple[float, float]]) -> Candidates:
    return Candidates(column([row[0] for row in rows]), column([row[1] for row in rows]))


@given(pairs)
def test_a_score_is_between_nothing_and_a_full_match(rows: list[tuple[float, float]]) -> None:
    scores = passage_scores(candidates(rows))
    assert scores.dtype == np.float32
    assert ((scores >= 0) & (scores <= 1.0001)).all()


@given(pairs, fractions, fractions)
def test_a_score_does_not_depend_on_the_others(rows: list[tuple[float, float]], meaning: float, words: float) -> None:
    alone = passage_scores(candidates([(meaning, words)]))[0]
    assert passage_scores(candidates([*rows, (meaning, words)]))[-1] == alone


@given(pairs, st.floats(0.0625, 1, width=32))
def test_more_of_either_is_more(rows: list[tuple[float, float]], more: float) -> None:
    scores = passage_scores(candidates(rows))
    assert (passage_scores(candidates([(meaning + more, words) for meaning, words in rows])) > scores).all()
    assert (passage_scores(candidates([(meaning, words + more) for meaning, words in rows])) > scores).all()


@given(pairs)
def test_without_word_weight_only_meaning_counts(rows: list[tuple[float, float]]) -> None:
    scores = passage_scores(candidates(rows), Weights(words=0))
    np.testing.assert_allclose(scores, [meaning for meaning, _ in rows], rtol=1e-6)


@given(st.lists(fractions, min_size=2, max_size=20))
def test_neighbours_lift_and_never_exceed_the_highest(values: list[float]) -> None:
    scores, count = column(values), len(values)
    before, after = np.arange(-1, count - 1), np.array([*range(1, count), -1])
    spread = with_neighbours(scores, before, after)
    assert spread.max() <= scores.max() * 1.0001
    lifted = with_neighbours(np.maximum(scores, column([1, *values[1:]])), before, after)
    assert lifted[1] >= spread[1]


def test_a_missing_neighbour_is_not_the_last_passage() -> None:
    spread = with_neighbours(column([0.0, 0.0, 1.0]), np.array([-1, 0, 1]), np.array([1, 2, -1]))
    assert spread[0] == 0


def test_being_named_lifts_and_asking_lowers() -> None:
    same = column([0.5, 0.5, 0.5])
    named, asks = np.array([True, False, False]), np.array([False, False, True])
    scores = passage_scores(Candidates(same, same, named=named, asks=asks))
    assert scores[0] > scores[1] > scores[2]


def test_what_is_common_to_all_passages_counts_less() -> None:
    special, common = column([1, 0]), column([0, 1])
    query = away_from_common(column([0.6, 0.6]), common)
    assert special @ query > common @ query
