"""Which languages a text is in."""

from __future__ import annotations

import pytest

from hallway.reading.tongues import tongues


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir waren auf der Messe und haben nicht viel gesehen, aber das Essen war gut.", "de"),
        ("Nous avons vu les conférences et je suis content pour eux, mais pas pour nous.", "fr"),
        ("Fue un día muy largo, pero con los amigos no se nota y el vino era bueno.", "es"),
        ("Het was een lange dag en ik heb niet alles gezien, maar wij waren blij.", "nl"),
        ("Foi um dia longo, mas não vi a palestra que queria e por isso saí.", "pt"),
    ],
)
def test_the_language_of_a_text_is_among_them(text: str, language: str) -> None:
    assert {"en", language} <= tongues(text) and len(tongues(text)) < 5


def test_english_is_alone() -> None:
    assert tongues("It was the best of the talks that I have heard, and they had cake for us.") == {"en"}


def test_hardly_a_word_may_be_anything() -> None:
    assert len(tongues("Ada Quill, Bo Thrush")) == 8
