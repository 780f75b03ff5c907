"""A memory that is too large to compare everybody with everybody."""

import random

import pytest

from hallway.likeness import ALMOST_CERTAIN, Index, Likeness, Record, clusters

SYLLABLES = "bra del fen gor hal jun kel lom mir nov pel quo ras sul tor ulm vex wyn yar zet".split()
PEOPLE = 1200
AGAIN = 150


def town(number: int) -> dict[str, str]:
    """A town, and one of its two postcodes."""
    where = number % 97
    return {"town": f"{SYLLABLES[where % 20]}{SYLLABLES[where // 5]}thorpe", "postcode": f"{100 + where}{number % 2}"}


def crowd(seed: int = 4) -> tuple[list[Record], set[tuple[int, int]]]:
    """People with made-up names and towns; the first of them are there twice, with a letter wrong in the surname."""
    draw = random.Random(seed)
    records = []
    for number in range(PEOPLE):
        given, family = ("".join(draw.sample(SYLLABLES, n)) for n in (2, 3))
        birth = f"{1940 + number % 60}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        records.append(Record(number, (f"{given} {family}",), address=town(number) | {"birth": birth}))
    for number in range(AGAIN):
        name = records[number].names[0]
        at = len(name) - 4
        slipped = name[:at] + draw.choice("aeiou") + name[at + 1 :]
        records.append(Record(PEOPLE + number, (slipped,), address=dict(records[number].address)))
    return records, {(number, PEOPLE + number) for number in range(AGAIN)}


@pytest.fixture(scope="module")
def told() -> tuple[list[Likeness], set[tuple[int, int]], Index]:
    records, truth = crowd()
    index = Index(records)
    return index.suggestions(), truth, index


def test_almost_all_are_found_and_almost_nobody_else(told) -> None:
    found, truth, _ = told
    likely = {(one.a, one.b) for one in found if one.probability >= 0.5}
    assert len(likely & truth) >= 0.98 * len(truth)
    assert len(likely - truth) <= 0.02 * len(truth)


def test_what_is_almost_certain_is_so(told) -> None:
    found, truth, _ = told
    sure = {(one.a, one.b) for one in found if one.probability >= ALMOST_CERTAIN}
    assert sure <= truth
    assert len(sure) >= 0.8 * len(truth)


def test_the_best_come_first_and_each_pair_once(told) -> None:
    found, _, _ = told
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    assert len({(one.a, one.b) for one in found}) == len(found)
    assert all(one.a < one.b for one in found)


def test_far_fewer_pairs_are_compared_than_there_are(told) -> None:
    _, _, index = told
    compared, _, _ = index.probabilities()
    assert 0 < len(compared) < 100 * (PEOPLE + AGAIN)


def test_town_and_postcode_count_once(told) -> None:
    found, truth, _ = told
    bits = {reason.kind: reason.bits for one in found if (one.a, one.b) in truth for reason in one.reasons}
    assert bits["postcode"] > bits.get("town", 0.0)


def test_groups_are_the_pairs(told) -> None:
    found, truth, _ = told
    assert len({frozenset(pair) for pair in truth} & set(clusters(found))) >= 0.97 * len(truth)


def test_one_new_record_is_found_among_many(told) -> None:
    _, _, index = told
    records, _ = crowd()
    last = records[PEOPLE - 1]
    new = Record(9999, (last.names[0],), address=dict(last.address))
    assert [(one.a, one.b) for one in index.like(new)] == [(PEOPLE - 1, 9999)]
