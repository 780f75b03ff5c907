"""Who speaks again, who meets again: the strength of a tie as the product computes it, beside what people count instead.

    python benchmarks/ties.py SCHEDULES CONTACTS

SCHEDULES: a folder with a conference's programmes over the years in frab XML (`*-2013.xml`), with person ids that stay the
same. CONTACTS: who faced whom, as `seconds person person` lines, packed with gzip, of a conference of two days.

Programmes: for each year but the first, everybody who spoke before, by how likely they speak again; all years together.
Each talk is a contact of kind `new` and lasts as long as the programme says. Contacts: all pairs who met on day one, by
how likely they meet on day two; and all pairs of people there on day one who did not meet that day. An encounter ends
where two people do not face each other for over a minute. The formula's round numbers were chosen by hand, with data like
these in view, and are not fitted; other half-lives are printed beside. AUC is the chance that a right one stands before a wrong one; AP is average precision.
"""

from __future__ import annotations

import gzip
import itertools
import math
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from _table import table

from hallway.model.chains import nearness
from hallway.model.tie import Contact, Weights, tie

Talks = dict[str, list[float]]
"""Person id → minutes of each talk, in one year."""
Pair = tuple[int, int]


def auc_and_ap(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Area under the ROC curve and average precision; equal scores share their places, as in scikit-learn."""
    s, r = np.asarray(scores, float), np.asarray(right, bool)
    values, inverse, counts = np.unique(s, return_inverse=True, return_counts=True)
    place = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    hits, misses = int(r.sum()), int((~r).sum())
    auc = (place[r].sum() - hits * (hits + 1) / 2) / (hits * misses)
    found = np.cumsum(np.bincount(inverse, r, len(values))[::-1])
    shown = np.cumsum(counts[::-1])
    gained = np.diff(np.r_[0, found / hits])
    return float(auc), float((gained * found / shown).sum())


def programmes(folder: Path) -> dict[int, Talks]:
    """Year → who gave talks of how many minutes."""
    years: dict[int, Talks] = {}
    for file in sorted(folder.glob("fosdem-*.xml")):
        talks: Talks = defaultdict(list)
        for event in ElementTree.parse(file).iter("event"):
            hours, minutes = (event.findtext("duration") or "0:30").split(":")[:2]
            for person in event.iter("person"):
                talks[str(person.get("id"))].append(60.0 * int(hours) + int(minutes))
        years[int(file.stem[-4:])] = talks
    return years


Score = Callable[[dict[int, list[float]], int], float]
"""Of somebody's talks by year and the year to come: how likely they speak in it."""


def speakers(years: Mapping[int, Talks], score: Score, last: int = 0) -> tuple[float, float]:
    """How well `score` says who speaks again, over all years but the first, or the `last` of them."""
    scores, right = [], []
    for year in sorted(years)[1:][-last:]:
        before: dict[str, dict[int, list[float]]] = defaultdict(dict)
        for earlier in (y for y in years if y < year):
            for person, talks in years[earlier].items():
                before[person][earlier] = talks
        scores += [score(told, year) for told in before.values()]
        right += [person in years[year] for person in before]
    return auc_and_ap(scores, right)


def as_tie(weights: Weights) -> Score:
    """The product's formula: each edition an occasion, each talk a contact, on the day when the next edition begins."""

    def score(told: dict[int, list[float]], year: int) -> float:
        contacts = [
            Contact("new", date(y, 2, 1).toordinal(), y, minutes=minutes or 5.0)
            for y, talks in told.items()
            for minutes in talks
        ]
        return tie(contacts, (), date(year, 2, 1).toordinal(), weights).strength

    return score


def contacts(file: Path) -> tuple[dict[Pair, list[int]], set[Pair]]:
    """Pairs with the seconds of their contacts on day one; pairs that met on day two."""
    first: dict[Pair, list[int]] = defaultdict(list)
    second: set[Pair] = set()
    with gzip.open(file, "rt") as lines:
        told = sorted((int(t), *sorted((int(i), int(j)))) for t, i, j in (line.split()[:3] for line in lines))
    night = max(itertools.pairwise(sorted({t for t, _, _ in told})), key=lambda pair: pair[1] - pair[0])[0]
    for t, i, j in told:
        if t <= night:
            first[i, j].append(t)
        else:
            second.add((i, j))
    return first, second


def encounters(seconds: Sequence[int], pause: int = 60, step: int = 20) -> list[Contact]:
    """Contacts of 20 s as encounters: what has no pause longer than a minute is one."""
    spans: list[list[int]] = []
    for t in seconds:
        if spans and t - spans[-1][1] <= pause:
            spans[-1][1], spans[-1][2] = t, spans[-1][2] + 1
        else:
            spans.append([t, t, 1])
    return [Contact("new", t / 86400, "day one", minutes=n * step / 60) for t, _, n in spans]


def around(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    links: dict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        links[i].add(j)
        links[j].add(i)
    return links


def counted(links: Mapping[int, set[int]]) -> dict[str, Callable[[Pair], float]]:
    """What is usually counted for two people who have not met."""

    def common(pair: Pair) -> set[int]:
        return links[pair[0]] & links[pair[1]]

    return {
        "neighbours in common": lambda p: len(common(p)),
        "Jaccard": lambda p: len(common(p)) / len(links[p[0]] | links[p[1]]),
        "Adamic-Adar": lambda p: sum(1 / math.log(max(3, len(links[z]))) for z in common(p)),
        "resource allocation": lambda p: sum(1 / len(links[z]) for z in common(p)),
        "product of how many each met": lambda p: len(links[p[0]]) * len(links[p[1]]),
    }


def show(title: str, rows: Mapping[str, tuple[float, float]]) -> None:
    print(f"\n{title}")
    print(table(("AUC", "AP"), rows, decimals=3))


def who_speaks_again(years: Mapping[int, Talks]) -> None:
    weights = Weights()
    ways: dict[str, Score] = {
        "editions": lambda told, year: len(told),
        "talks": lambda told, year: sum(map(len, told.values())),
        "recency": lambda told, year: max(told) - year,
        "editions, half-life of two": lambda told, year: sum(0.5 ** ((year - y) / 2) for y in told),
        "talks, half-life of two editions": lambda told, year: sum(
            len(t) * 0.5 ** ((year - y) / 2) for y, t in told.items()
        ),
        "Hallway: strength of the tie": as_tie(weights),
    }
    show(f"Who speaks again? {len(years)} years", {name: speakers(years, way) for name, way in ways.items()})
    show("The last year alone", {name: speakers(years, way, 1) for name, way in ways.items()})
    lives = {f"  half-life {d} days": replace(weights, half_life=d) for d in (91, 182, 365, 730)}
    show("The same with other half-lives", {name: speakers(years, as_tie(w)) for name, w in lives.items()})


def who_meets_again(first: Mapping[Pair, list[int]], second: set[Pair]) -> None:
    weights, links = Weights(), around(first)
    near = {person: nearness(links, person) for person in links}
    end = max(t for seconds in first.values() for t in seconds) / 86400
    own = {pair: tie(encounters(seconds), (), end, weights).strength for pair, seconds in first.items()}
    met = list(first)
    right = [pair in second for pair in met]
    ways: dict[str, Callable[[Pair], float]] = {
        "time together": lambda p: len(first[p]),
        "encounters": lambda p: len(encounters(first[p])),
        "last seen": lambda p: first[p][-1],
        "Hallway: own encounters only": lambda p: own[p],
        "Hallway: strength of the tie": lambda p: own[p] + weights.others * near[p[0]].get(p[1], 0.0),
    }
    title = f"Who meets again on day two? {len(met)} pairs who met on day one, {sum(right)} again"
    show(title, {name: auc_and_ap([way(p) for p in met], right) for name, way in ways.items()})
    strangers = [p for p in itertools.combinations(sorted(links), 2) if p not in first]
    right = [p in second for p in strangers]
    ways = {**counted(links), "Hallway: nearness through others": lambda p: near[p[0]].get(p[1], 0.0)}
    title = f"Who meets on day two? {len(strangers)} pairs who did not meet on day one, {sum(right)} then"
    show(title, {name: auc_and_ap([way(p) for p in strangers], right) for name, way in ways.items()})


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2:
        print(__doc__)
        return 2
    who_speaks_again(programmes(Path(arguments[0])))
    who_meets_again(*contacts(Path(arguments[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
