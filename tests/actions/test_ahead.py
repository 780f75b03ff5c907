"""Items made ahead are the same items, in the same order, and no more of them than asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.actions.ahead import ahead


@given(st.lists(st.none() | st.integers()))
def test_the_same_items(items: list[int | None]) -> None:
    assert list(ahead(iter(items))) == items


def test_what_goes_wrong_comes_where_it_would_have_come() -> None:
    def some() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("the stick was pulled out")

    coming = ahead(some())
    assert [next(coming), next(coming)] == [1, 2]
    with pytest.raises(OSError, match="the stick was pulled out"):
        next(coming)


def test_only_one_is_made_ahead_and_none_after_the_end() -> None:
    made: list[int] = []

    def some() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    coming = ahead(some())
    assert [next(coming), next(coming)] == [0, 1]
    coming.close()
    assert made == [0, 1, 2]
