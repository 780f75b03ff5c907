"""Cells that a spreadsheet would calculate are defused, and come back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from hallway.formats.out.table import armed, defused

CELLS = st.text(st.one_of(st.sampled_from("=+-@\t\r\n'＝a "), st.characters()), max_size=8)


@given(cell=CELLS)
def test_back_as_it_was_and_never_a_formula(cell: str) -> None:
    assert armed(defused(cell)) == cell
    assert defused(cell)[:1] not in set("=+-@\t\r\n＝＋－＠")


@given(one=CELLS, other=CELLS)
def test_no_two_become_one(one: str, other: str) -> None:
    assert (defused(one) == defused(other)) == (one == other)
