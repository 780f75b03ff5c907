"""Whom pronouns mean."""

from __future__ import annotations

import pytest
from rules import marked

from hallway.reading.pronouns import resolved
from hallway.reading.sentences import Sentence


def meant(*texts: str, language: str = "en") -> list[str]:
    sentences = [Sentence(100 * i, 100 * i + 99, 0) for i in range(len(texts))]
    return [s.text for s in resolved([marked(t) for t in texts], sentences, frozenset({language}))]


def test_the_only_one_named_before_in_the_sentence() -> None:
    assert meant("I read P0's blog, and now I finally met her.") == ["I read ⟦P0⟧'s blog, and now I finally met ⟦P0⟧."]
    assert meant("P0 and P1 came, and I met him.") == ["⟦P0⟧ and ⟦P1⟧ came, and I met him."]


def test_the_only_one_of_the_sentence_before() -> None:
    assert meant("I met P0.", "She introduced me to P1.") == ["I met ⟦P0⟧.", "⟦P0⟧ introduced me to ⟦P1⟧."]
    assert meant("I met P0 and P1.", "She sang.") == ["I met ⟦P0⟧ and ⟦P1⟧.", "She sang."]


def test_not_from_afar() -> None:
    told = meant("I met P0.", "It rained.", "It poured.", "She sang.")
    assert told[-1] == "She sang."


def test_another_paragraph_is_about_others() -> None:
    sentences = [Sentence(0, 9, 0), Sentence(12, 20, 1)]
    assert resolved([marked("I met P0."), marked("She sang.")], sentences, frozenset({"en"}))[1].text == "She sang."


@pytest.mark.parametrize("said", ["I like P0 and her book.", "That is P0's."])
def test_possessives_are_nobody(said: str) -> None:
    assert meant(said) == [marked(said).text]


def test_other_languages() -> None:
    assert meant("P0 zag ik; hij stelde mij voor aan P1.", language="nl") == ["⟦P0⟧ zag ik; ⟦P0⟧ stelde mij voor aan ⟦P1⟧."]  # fmt: skip
    assert (
        meant("P0 est là.", "C'est lui qui m'a présenté P1.", language="fr")[1] == "C'est ⟦P0⟧ qui m'a présenté ⟦P1⟧."
    )
