"""Groups of records that are one person."""

from hallway.likeness import Likeness, clusters

SURE = [Likeness(1, 2, 0.9), Likeness(2, 3, 0.9), Likeness(1, 3, 0.8)]


def test_pairs_join() -> None:
    assert clusters([*SURE, Likeness(7, 8, 0.9)]) == [{1, 2, 3}, {7, 8}]


def test_one_thin_thread_does_not_join_two_groups() -> None:
    other = [Likeness(11, 12, 0.9), Likeness(11, 13, 0.9), Likeness(12, 13, 0.9)]
    assert clusters([*SURE, *other, Likeness(3, 11, 0.7)]) == [{1, 2, 3}, {11, 12, 13}]


def test_whoever_was_told_apart_stays_apart() -> None:
    assert clusters(SURE, different={frozenset({1, 3})}) == [{1, 2}]


def test_the_order_of_pairs_does_not_matter() -> None:
    assert clusters(SURE[::-1]) == clusters(SURE) == [{1, 2, 3}]
