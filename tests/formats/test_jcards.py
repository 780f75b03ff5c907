"""Cards as JSON: what a vCard says, jCard and JSContact say too; and one broken card costs only itself."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.formats import jcard, jscontact, vcard
from hallway.formats.cards import jsoncard
from hallway.formats.cards.elements import elements
from hallway.formats.cards.jsproperties import to_card
from hallway.formats.contentline import Property, properties
from hallway.formats.protocol import Context, Format, Problem
from hallway.model import DetailFact, Fact, KeyFact, NeedFact, PersonFact, Reading

CARD = Path(__file__).parent / "cards" / "everything-4.0.vcf"
_MARKS = st.sampled_from(["[", "]", "{", "}", '"', "\\", ",", "\n", "a", '"vcard"', "é"])


def read(format: Format, data: bytes) -> list[Reading | Problem]:
    return list(format.read(io.BytesIO(data), Context("a")))


def facts(item: Reading | Problem) -> Counter[str]:
    """Facts without their words, as those stand elsewhere."""
    assert isinstance(item, Reading)
    return Counter(_plain(fact) for fact in item.facts)


def _plain(fact: Fact) -> str:
    names = [n for n in ("name", "kind", "value", "words", "role", "when") if hasattr(fact, n)]
    return f"{type(fact).__name__} {[str(getattr(fact, n)) for n in names]}"


def found(data: bytes) -> list[Property]:
    return [p for p in properties(data) if isinstance(p, Property)]


def test_a_jcard_says_what_the_vcard_says() -> None:
    [card] = read(vcard.FORMAT, CARD.read_bytes())
    [again] = read(jcard.FORMAT, json.dumps(jsoncard.write(CARD.read_bytes())).encode())
    assert facts(again) == facts(card)


def test_jscontact_says_what_the_vcard_says() -> None:
    [card] = read(vcard.FORMAT, CARD.read_bytes())
    [again] = read(jscontact.FORMAT, json.dumps([to_card(found(CARD.read_bytes()))]).encode())
    assert isinstance(card, Reading) and isinstance(again, Reading)
    for kind in (PersonFact, KeyFact, NeedFact):
        mine = [_plain(f) for f in card.all(kind)]
        assert sorted(_plain(f) for f in again.all(kind)) == sorted(mine)
    assert {f.kind for f in again.all(DetailFact)} == {f.kind for f in card.all(DetailFact)}


def test_what_jscontact_has_no_place_for_stays_a_property() -> None:
    card = to_card(found(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ida Holm\r\na.X-ODD;FOO=bar:1\\,2\r\nEND:VCARD\r\n"))
    assert card["vCardProps"] == [["x-odd", {"foo": "bar", "group": "a"}, "unknown", "1,2"]]


@pytest.mark.parametrize("format", [jcard.FORMAT, jscontact.FORMAT], ids=lambda f: str(f.name))
def test_a_broken_card_costs_only_itself(format: Format) -> None:
    good = (Path(__file__).parent / "samples" / f"{format.name}.json").read_text()
    [first, last] = [e.text for e in elements(io.BytesIO(good.encode()))]
    items = read(format, f"[{first},\n[[nul], {{}}],\n{last}]".encode())
    assert [type(i).__name__ for i in items] == ["Reading", "Problem", "Reading"]
    assert [i.line for i in items if isinstance(i, Problem)] == [first.count("\n") + 2]


def test_one_card_alone() -> None:
    alone = b'["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Ida \\"Holm]\\""]]]'
    [card] = read(jcard.FORMAT, alone)
    assert isinstance(card, Reading)
    assert [p.name for p in card.all(PersonFact)] == ['Ida "Holm]"']
    assert card.source.original == alone


@given(st.lists(_MARKS, max_size=80).map("".join))
def test_elements_of_anything(text: str) -> None:
    found = [e.text for e in elements(io.BytesIO(text.encode()))]
    assert all(part in text for part in found)
    assert sum(map(len, found)) <= len(text)


@given(st.lists(st.recursive(st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)).filter(
    lambda v: isinstance(v, list | dict)), min_size=1, max_size=5), st.booleans())  # fmt: skip
def test_elements_are_those_of_the_array(values: list[object], pretty: bool) -> None:
    text = json.dumps(values, indent=1 if pretty else None, ensure_ascii=False)
    found = [e.text for e in elements(io.BytesIO(text.encode("utf-8", "surrogatepass")))]
    if not any("\ufffd" in e for e in found):
        assert [json.loads(e) for e in found] == values
