from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from hallway.actions import index as indexing
from hallway.actions.index import index
from hallway.actions.keep import keep
from hallway.actions.undo import undo
from hallway.meaning.codes import DIMENSIONS, Vectors, encode, sign_bits
from hallway.meaning.embedder import Embedder
from hallway.model import PersonFact, Reading, Source
from hallway.store.store import Store


class Killed(Exception):
    pass


class Dying(Embedder):
    """Embeds so many batches with the real model, then is killed."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.batches = batches

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self.batches == 0:
            raise Killed
        self.batches -= 1
        return super().embed(texts)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "memory.db")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def diary(*sentences: str, name: str = "diary.txt") -> Reading:
    """A diary whose every sentence is evidence of the person it begins with."""
    text = " ".join(sentences)
    facts = []
    for number, sentence in enumerate(sentences):
        start = text.index(sentence)
        who = sentence.split()[0]
        span, whole = (start, start + len(who)), (start, start + len(sentence))
        source = Source(name, text)
        facts.append(PersonFact(f"p{number}", who, (source.span(*span),), (source.span(*whole),)))
    return Reading(Source(name, text), tuple(facts))


def vectors(store: Store) -> dict[int, tuple[bytes, bytes]]:
    rows = store.rows("SELECT passage_id, codes, bits FROM vector JOIN sign USING (passage_id)")
    return {int(r["passage_id"]): (r["codes"], r["bits"]) for r in rows}


def test_every_passage_gets_the_vector_of_its_sentence_and_what_follows(store: Store, embedder: Embedder) -> None:
    keep(store, [diary("Ada builds boats.", "Bo collects maps.")])

    assert index(store, embedder) == 2

    codes = encode(embedder.embed(["Ada builds boats. Bo collects maps.", "Bo collects maps."]))
    bits = sign_bits(codes)
    assert vectors(store) == {n + 1: (codes[n].tobytes(), bits[n].tobytes()) for n in range(2)}
    assert len(codes[0]) == DIMENSIONS


def test_what_is_indexed_is_not_embedded_again(store: Store, embedder: Embedder) -> None:
    keep(store, [diary("Ada builds boats.")])
    index(store, embedder)
    keep(store, [diary("Bo collects maps.", name="other.txt")])

    assert index(store, embedder) == 1
    assert index(store, Dying(0)) == 0


def test_a_killed_run_keeps_its_batches_and_the_next_goes_on(
    store: Store, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "BATCH", 2)
    keep(store, [diary("Ada sings.", "Bo swims.", "Cy runs.", "Di reads.", "Ed cooks.")])

    with pytest.raises(Killed):
        index(store, Dying(1))

    assert sorted(vectors(store)) == [1, 2]
    assert index(store, embedder) == 3
    assert sorted(vectors(store)) == [1, 2, 3, 4, 5]


def test_progress_counts_up_to_all(store: Store, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "BATCH", 2)
    keep(store, [diary("Ada sings.", "Bo swims.", "Cy runs.")])
    told: list[tuple[int, int]] = []

    index(store, embedder, lambda done, total: told.append((done, total)))

    assert told == [(2, 3), (3, 3)]


def test_undo_takes_vectors_along_and_never_lends_their_number_to_others(store: Store, embedder: Embedder) -> None:
    keep(store, [diary("Ada sings.")])
    keep(store, [diary("Bo swims.", name="other.txt")])
    index(store, embedder)

    undo(store)
    keep(store, [diary("Cy runs.", name="third.txt")])

    assert sorted(vectors(store)) == [1]
    assert index(store, embedder) == 1
    assert sorted(vectors(store)) == [1, 3]
    near = np.frombuffer(vectors(store)[3][0], np.int8)
    assert np.array_equal(near, encode(embedder.embed(["Cy runs."]))[0])
