"""A name that is sure in one place is a name in its others; names that hang together are one."""

from __future__ import annotations

from rules import tagged

from hallway.reading.spread import joined, spread
from hallway.reading.tagged import Entity


def found(text: str, marks: dict[str, str]) -> list[tuple[str, str]]:
    return [(e.kind, text[e.start : e.end]) for e in spread(text, tagged(text, marks, everywhere=False))]


def test_a_sure_name_is_found_again() -> None:
    text = "Anna Berg sang. Then Anna Berg left, and Anna Bergson came, and annA Berg, and @Anna Berg too."
    assert found(text, {"Anna Berg": "PER"}) == [("PER", "Anna Berg"), ("PER", "Anna Berg")]


def test_short_and_common_words_are_not_spread() -> None:
    assert found("Al sang. Al left.", {"Al": "PER"}) == [("PER", "Al")]
    assert found("kim sang. kim left. tormy sang. tormy left.", {"kim": "PER", "tormy": "PER"}) == [
        ("PER", "kim"), ("PER", "tormy"), ("PER", "tormy"),
    ]  # fmt: skip


def test_domains_are_organizations_but_addresses_are_not() -> None:
    text = "He runs Simply-Communicate.com now, mail ute@zefram.org or see zefram.org/x and No.de there"
    assert found(text, {}) == [("ORG", "Simply-Communicate.com")]


def whole(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    entities = [Entity(kind, text.index(n), text.index(n) + len(n), 0.9) for n, kind in names]
    return [(e.kind, text[e.start : e.end]) for e in joined(text, sorted(entities, key=lambda e: e.start))]


def test_events_are_made_whole() -> None:
    assert whole("at lantern::conf(2019) now", ("conf", "EVT"), ("2019", "EVT")) == [("EVT", "lantern::conf(2019)")]
    assert whole("went to the Lantern and Skein Days", ("Days", "EVT")) == [("EVT", "Lantern and Skein Days")]
    assert whole("He left. Skein Days", ("Days", "EVT")) == [("EVT", "Days")]


def test_an_organization_takes_its_town() -> None:
    assert whole("the University of Ghent", ("University of", "ORG"), ("Ghent", "LOC")) == [
        ("ORG", "University of Ghent")
    ]
    assert whole("Acme in Ghent", ("Acme", "ORG"), ("Ghent", "LOC")) == [("ORG", "Acme"), ("LOC", "Ghent")]
