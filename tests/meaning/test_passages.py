import pytest

from hallway.meaning.passages import as_text, asks, names


def test_a_passage_says_who_speaks_and_what_is_in_the_picture() -> None:
    assert as_text("Look at this!", "Odile", "a green boat") == "Odile: Look at this! [a green boat]"
    assert as_text("Look at this!") == "Look at this!"


@pytest.mark.parametrize(("text", "answer"), [("Why?", True), ("Why? \n", True), ("Why? Because.", False), ("", False)])
def test_asks(text: str, answer: bool) -> None:
    assert asks(text) is answer


@pytest.mark.parametrize(
    ("query", "person", "answer"),
    [
        ("Where did odile go?", "Odile", True),
        ("What is Odile's boat called?", "Odile Maes", True),
        ("Who is Al?", "Alan", False),
        ("anyone?", "", False),
    ],
)
def test_names(query: str, person: str, answer: bool) -> None:
    assert names(query, person) is answer
