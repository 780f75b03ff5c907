"""Names made comparable."""

import pytest

from hallway.likeness.names import forms, handles, parts, skeleton, sound
from hallway.likeness.nicknames import relatives


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Øystein van der Quellmalz-Ek", ("oystein", "quellmalz", "ek")),
        ("Dr. Tolva O’Brindle, 2nd", ("tolva", "obrindle")),
        ("Дмитрий Веснин", ("dmitriy", "vesnin")),
        ("王小明", ("wang", "xiaoming")),
        ("van der", ("van", "der")),
        ("", ()),
        ("a b c d e f g", ("a", "b", "c", "d", "g")),
    ],
)
def test_parts(name: str, expected: tuple[str, ...]) -> None:
    assert parts(name) == expected


def test_an_alias_is_a_form_of_its_own() -> None:
    assert forms("Ana 'zefram' Brindle (tolva)") == (("ana", "brindle"), ("zefram",), ("tolva",))


def test_an_apostrophe_is_no_alias() -> None:
    assert forms("Ana O'Brindle d'Ek") == (("ana", "obrindle", "dek"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergey", "sergei"),
        ("mueller", "muller"),
        ("kristof", "christoph"),
        ("vassilis", "vasilis"),
        ("schmitt", "shmit"),
    ],
)
def test_spelled_differently_and_heard_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_the_skeleton_forgives_vowels() -> None:
    assert skeleton("quellmalz") == skeleton("quallmilz") != skeleton("brindle")


def test_handles_that_people_make_of_their_names() -> None:
    assert handles(("ana", "brindle")) == {"anabrindle", "brindleana", "abrindle", "anab", "brindlea"}
    assert handles(("ana",)) == frozenset()


@pytest.mark.parametrize(("nick", "name"), [("bob", "robert"), ("sasha", "aleksandr"), ("vasilis", "vasileios")])
def test_nicknames_go_both_ways(nick: str, name: str) -> None:
    assert name in relatives()[nick]
    assert nick in relatives()[name]
