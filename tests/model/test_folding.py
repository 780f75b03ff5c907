"""Names compare without case, accents and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model.folding import fold


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F)))
def test_case_makes_no_difference(name: str) -> None:
    assert fold(name.upper()) == fold(name.upper().lower())


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Éloïse O’Neill-Bø", "eloise oneill bo"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("", ""),
        ("@kd_lang2", "kd lang2"),
        ("王小明", "王小明"),
        ("Straße", "strasse"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
