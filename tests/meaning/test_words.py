import sqlite3

import numpy as np
import pytest

from hallway.meaning.words import coverage, full_match, match_any, query_words

PASSAGES = ["the podcast trainer from Ghent", "a trainer of dogs", "the harbour at night", "the harbour in the rain"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Who is the podcast trainer?", ["podcast", "trainer"]),
        ("Trainer, trainer; TRAINER", ["trainer"]),
        ("who are you", ["who", "are", "you"]),
        ("Zoë's café", ["zoë", "s", "café"]),
        ("?!", []),
    ],
)
def test_query_words(query: str, words: list[str]) -> None:
    assert query_words(query) == words


def coverages(query: str, copies: int = 1) -> list[float]:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO passages VALUES (?)", [(text,) for text in PASSAGES * copies])
    words = query_words(query)
    select = "SELECT rowid, bm25(passages) FROM passages WHERE passages MATCH ?"
    counts = [len(database.execute(select, (match_any([word]),)).fetchall()) for word in words]
    bm25 = np.zeros(len(PASSAGES) * copies, np.float32)
    for row, negated in database.execute(select, (match_any(words),)):
        bm25[row - 1] = -negated
    return [float(value) for value in coverage(bm25, full_match(counts, len(bm25)))]


def test_coverage_is_about_1_for_all_words_and_less_for_fewer() -> None:
    scores = coverages("podcast trainer", copies=10)
    assert scores[0] == pytest.approx(1, abs=0.2)
    assert scores[0] > scores[1] > scores[2] == 0


def test_coverage_does_not_depend_on_the_size_of_the_memory() -> None:
    small, large = coverages("podcast Ghent", copies=10), coverages("podcast Ghent", copies=1000)
    assert small[0] == pytest.approx(large[0], abs=0.05)


def test_a_word_that_nothing_has_makes_all_cover_less() -> None:
    assert coverages("podcast zeppelin", copies=10)[0] < coverages("podcast", copies=10)[0] / 1.5


@pytest.mark.parametrize("word", ["NEAR", "OR", "NOT", "rowid", "own"])
def test_words_that_fts5_knows_are_only_words(word: str) -> None:
    assert coverages(f"{word} podcast", copies=10)[0] > 0
