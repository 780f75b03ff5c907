"""Known from afar: read, listened to, written with, before they met."""

from __future__ import annotations

import pytest

from hallway.reading.followings import known_from_afar


@pytest.mark.parametrize(
    "sentence",
    [
        "I have been a lurker on his RSS feed for a very long time.",
        "I'd read her blog for years.",
        "I'm a long-time fan of her podcast.",
        "It was great to finally meet Anna.",
        "We met in person at last.",
        "Good to put a face to the name.",
        "We knew each other only from the list.",
        "Seit Jahren lese ich ihr Blog; endlich haben wir uns kennengelernt.",
        "Enfin j'ai rencontré Éloïse.",
        "Por fin conocí a Ana.",
    ],
)
def test_known_before(sentence: str) -> None:
    assert known_from_afar(sentence) is True


@pytest.mark.parametrize(
    "sentence", ["I met Anna.", "Anna reads a lot.", "We had dinner.", "Finally it rained.", "", "She blogs. I read."]
)
def test_not_known_before(sentence: str) -> None:
    assert known_from_afar(sentence) is False
