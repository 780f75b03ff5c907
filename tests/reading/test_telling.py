"""Which messages tell of a meeting, and with whom they were written to."""

import pytest

from hallway.reading.telling import tells


@pytest.mark.parametrize(
    "text",
    [
        "I met Petra Malinová at the bar of Lantern Days",
        "it was great to meet you at Lantern Days 2015",
        "Lovely seeing you again in Ghent.",
        "Thanks for catching up with me, and good to have finally met you",
        "Gestern habe ich Ida getroffen",
    ],
)
def test_telling(text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize(
    "text", ["see you on Thursday", "The train is late again.", "Would be great if we could talk on Monday", "ok", ""]
)
def test_not_telling(text: str) -> None:
    assert not tells(text)
