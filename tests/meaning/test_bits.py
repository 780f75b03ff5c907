import numpy as np
import pytest

from hallway.meaning.bits import BLOCK, BitIndex, Ids
from hallway.meaning.codes import Codes, Vectors, cosines, encode, sign_bits


class Shelf:
    """Codes by id, and an index over them; ids are not the order of appending."""

    def __init__(self) -> None:
        self.codes: dict[int, Codes] = {}
        self.index = BitIndex()

    def add(self, ids: list[int], vectors: Vectors) -> None:
        codes = encode(vectors)
        self.codes.update(zip(ids, codes, strict=True))
        self.index.append(np.array(ids), sign_bits(codes))

    def fetch(self, ids: Ids) -> Codes:
        return np.stack([self.codes[number] for number in ids.tolist()]) if len(ids) else np.empty((0, 384), np.int8)

    def search(self, query: Vectors, limit: int = 10, keep: int = 400, among: Ids | None = None) -> list[int]:
        return [int(found) for found in self.index.search(query, self.fetch, limit, keep, among)[0]]

    def exact(self, query: Vectors, limit: int = 10) -> list[int]:
        ids = np.array(sorted(self.codes))
        order = np.argsort(-cosines(query, self.fetch(ids)), kind="stable")[:limit]
        return [int(found) for found in ids[order]]


def grouped(count: int, seed: int = 1) -> Vectors:
    random = np.random.default_rng(seed)
    themes = random.standard_normal((50, 384))
    rows = themes[random.integers(0, 50, count)] + 0.8 * random.standard_normal((count, 384))
    unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


VECTORS = grouped(6000)


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.add(list(range(90000, 94000)), VECTORS[:4000])
    shelf.add(list(range(2000)), VECTORS[4000:])
    return shelf


def test_finds_what_comparing_with_everything_finds(shelf: Shelf) -> None:
    queries = grouped(6030)[6000:]
    shared = [len(set(shelf.search(query)) & set(shelf.exact(query))) for query in queries]
    assert np.mean(shared) > 9.8


def test_keeping_everything_is_exact(shelf: Shelf) -> None:
    query = grouped(6001)[6000]
    assert shelf.search(query, keep=6000) == shelf.exact(query)


def test_scores_are_cosines_best_first(shelf: Shelf) -> None:
    query = VECTORS[0]
    ids, scores = shelf.index.search(query, shelf.fetch, 5)
    assert ids[0] == 90000
    assert scores[0] == pytest.approx(1.0, abs=0.001)
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)


def test_the_deleted_are_not_found_again(shelf: Shelf) -> None:
    query = VECTORS[0]
    first, second = shelf.search(query, 2)
    assert shelf.index.delete(np.array([first, 123456789])) == 1
    assert shelf.index.delete(np.array([first])) == 0
    assert len(shelf.index) == 5999
    assert shelf.search(query, 1) == [second]


def test_a_deleted_id_can_be_used_again(shelf: Shelf) -> None:
    shelf.index.delete(np.array([90000]))
    query = grouped(1, seed=9)[0]
    shelf.add([90000], query[None])
    assert shelf.search(query, 1) == [90000]
    assert len(shelf.index) == 6000


def test_appended_one_by_one_or_at_once_is_the_same_index() -> None:
    vectors, singly, at_once = grouped(300), Shelf(), Shelf()
    for number, vector in enumerate(vectors):
        singly.add([number], vector[None])
    at_once.add(list(range(300)), vectors)
    assert singly.search(vectors[7], 300, keep=300) == at_once.search(vectors[7], 300, keep=300)


def test_blocks_are_filled_and_crossed() -> None:
    index, codes = BitIndex(), encode(grouped(2 * BLOCK + 5))
    for start, stop in ((0, 7), (7, BLOCK), (BLOCK, 2 * BLOCK + 5)):
        index.append(np.arange(start, stop), sign_bits(codes[start:stop]))
    for place in (0, 6, 7, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 4):
        query = codes[place].astype(np.float32)
        assert index.search(query, lambda ids: codes[ids], 1, keep=50)[0].tolist() == [place]


def test_a_search_can_be_narrowed(shelf: Shelf) -> None:
    wanted = np.array([3, 90001, 17])
    assert sorted(shelf.search(VECTORS[0], among=wanted)) == [3, 17, 90001]


def test_an_empty_index_finds_nothing() -> None:
    ids, scores = BitIndex().search(VECTORS[0], lambda ids: np.empty((len(ids), 384), np.int8))
    assert (ids.tolist(), scores.tolist()) == ([], [])


def test_rows_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match="48 bytes"):
        BitIndex().append(np.array([1]), np.zeros((1, 47), np.uint8))
