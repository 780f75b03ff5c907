from collections.abc import Iterator

import numpy as np
import pytest

from hallway.meaning.codes import Vectors
from hallway.meaning.embedder import MOST_TOKENS, Embedder

DINNER = "We met at the conference dinner in Oslo."


@pytest.fixture(scope="module")
def embedder() -> Iterator[Embedder]:
    yield Embedder()


def likeness(embedder: Embedder, one: str, other: str) -> float:
    first, second = embedder.embed([one, other])
    return float(first @ second)


def test_vectors_are_unit_length_even_for_odd_texts(embedder: Embedder) -> None:
    texts = ["", " ", "a", DINNER, "Füße, 東京, Ωμέγα, 🎙️", "word " * 2000]
    vectors = embedder.embed(texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(texts), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_a_vector_depends_on_nothing_but_its_text(embedder: Embedder) -> None:
    alone = embedder.embed([DINNER])[0]
    among = embedder.embed(["Short.", "A much longer sentence about the history of church organs. " * 8, DINNER])[2]
    anew: Vectors = Embedder().embed([DINNER])[0]
    assert alone.tobytes() == among.tobytes() == anew.tobytes()


def test_what_is_beyond_the_limit_is_not_read(embedder: Embedder) -> None:
    full = "word " * (MOST_TOKENS - 2)
    cut, longer = embedder.embed([full, full + "elephant"])
    assert cut.tobytes() == longer.tobytes()


@pytest.mark.parametrize(
    ("text", "similar", "different"),
    [
        ("She trains people in podcasting.", "A coach for audio recording and radio shows.", "He repairs old bridges."),
        ("somebody who organizes events", "He runs a yearly conference in Ghent.", "The soup was cold."),
        ("They need a lawyer.", "She asked for legal advice.", "She asked for more coffee."),
    ],
)
def test_similar_meanings_are_nearer(embedder: Embedder, text: str, similar: str, different: str) -> None:
    assert likeness(embedder, text, similar) > likeness(embedder, text, different) + 0.1
