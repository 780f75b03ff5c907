"""Content lines: what is understood, and that the bytes stay."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.formats import contentline
from hallway.formats.cards.blocks import blocks
from hallway.formats.contentline import (
    Property,
    escape,
    fold,
    line,
    parse,
    partition,
    plainly,
    properties,
    slowly,
    split,
    unescape,
)

PIECES = st.sampled_from(
    [
        b"BEGIN:VCARD", b"END:VCARD", b"BEGIN:VEVENT", b"FN:Ida", b"NOTE;ENCODING=QUOTED-PRINTABLE:a=", b"AGENT:", b"\r\n",
        b"\n", b"\r", b" ", b"\t", b":", b";", b'"', b"=", b",", b"\\", b"^n", b"\xf0\x9f", b"\x8e\xa7", b"\x00", b"a.TEL;X=",
        b"VERSION:2.1", b"\xef\xbb\xbf", b"=C3=BC", b";CHARSET=utf-7:", b";CHARSET=rot13:",
    ]
)  # fmt: skip
JUNK = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=60).map(b"".join))


def one(text: str, old: bool = False) -> Property:
    found = parse(text.encode(), old)
    assert found is not None
    return found


@given(JUNK)
def test_lines_are_the_record_again(raw: bytes) -> None:
    assert b"".join(partition(raw)) == raw


@given(JUNK)
def test_anything_is_understood_or_named(raw: bytes) -> None:
    number = contentline.lines_in(raw) + 1
    for item in properties(raw):
        assert isinstance(item, Property) or 1 <= item[0] <= number


@given(JUNK)
def test_the_quick_way_understands_the_same(raw: bytes) -> None:
    quick = plainly(raw)
    if quick is not None:
        slow = list(slowly(raw, False))
        assert [(p.group, p.name, p.params, p.value, p.head) for p in quick] == [
            (p.group, p.name, p.params, p.value, p.head) for p in slow if isinstance(p, Property)
        ]
        assert len(quick) == len(slow)


@given(st.lists(JUNK, max_size=4))
def test_no_byte_is_in_two_blocks(pieces: list[bytes]) -> None:
    data = b"\n".join(pieces)
    found = list(blocks(io.BytesIO(data), "VCARD"))
    assert sum(len(b.raw) for b in found) <= 3 * len(data) + 8
    assert [b.line for b in found] == sorted(b.line for b in found)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_line_that_is_written_is_read_again(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    written = line("NOTE", escape(text), [("X-A", text.replace("\x00", ""))])
    assert all(len(physical) <= 75 for physical in written.split(b"\r\n"))
    found = parse(written)
    assert found is not None
    assert unescape(found.value) == text


@given(st.binary(max_size=400))
def test_folding_keeps_every_byte(data: bytes) -> None:
    assert fold(data).replace(b"\r\n ", b"") == data or b"\r\n " in data


def test_a_fold_may_stand_in_the_middle_of_a_letter() -> None:
    whole = "NOTE:x🎧y".encode()
    found = parse(whole[:7] + b"\r\n " + whole[7:])
    assert found is not None and found.value == "x🎧y"


def test_groups_and_parameters() -> None:
    found = one('item1.TEL;TYPE="voice,cell";type=Home;X-A="a:b;c",d;PREF=1:+1')
    assert (found.group, found.name, found.value) == ("item1", "TEL", "+1")
    assert found.params == {"TYPE": ["voice,cell", "Home"], "X-A": ["a:b;c", "d"], "PREF": ["1"]}
    assert found.types == {"voice", "cell", "home"}


def test_parameters_of_2_1_have_no_names() -> None:
    found = one("TEL;WORK;PREF;QUOTED-PRINTABLE:=2B1", old=True)
    assert found.params == {"TYPE": ["WORK", "PREF"], "ENCODING": ["QUOTED-PRINTABLE"]}
    assert found.value == "+1"


def test_carets_in_parameters() -> None:
    assert one("ADR;LABEL=a^nb^^c^'d:").params == {"LABEL": ['a\nb^c"d']}
    assert one("ADR;LABEL=a^nb:", old=True).params == {"LABEL": ["a^nb"]}


def test_charsets() -> None:
    latin = parse(b"FN;CHARSET=ISO-8859-1:Jos\xe9")
    unknown = parse(b"FN;CHARSET=x-nonsense:Jos\xc3\xa9")
    undeclared = parse(b"FN:Jos\xe9")
    assert [p and p.value for p in (latin, unknown, undeclared)] == ["José"] * 3


def test_backslashes() -> None:
    assert unescape(r"a\nb\, c\; d\\e\x") == "a\nb, c; d\\ex"
    assert unescape(r"C:\new\; x", old=True) == r"C:\new; x"
    assert split(r"a\;b;c\\;d", ";") == [r"a\;b", r"c\\", "d"]


def test_blocks_know_their_lines() -> None:
    data = b"x\r\nBEGIN:VCARD\rFN:a\nEND:VCARD\r\n\r\nBEGIN:VCARD\nFN:b\nBEGIN:VCARD\nEND:VCARD\n"
    found = [(b.line, b.inside, b.problem) for b in blocks(io.BytesIO(data), "VCARD")]
    assert found == [(1, False, None), (2, True, None), (6, True, "has no END:VCARD"), (8, True, None)]


def test_what_stands_between_is_handed_out_too() -> None:
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nX-A:b\nEND:VCALENDAR\n"
    found = [(b.inside, b.raw.strip()) for b in blocks(io.BytesIO(data), "VEVENT")]
    assert found == [
        (False, b"BEGIN:VCALENDAR"),
        (True, b"BEGIN:VEVENT\nEND:VEVENT"),
        (False, b"X-A:b\nEND:VCALENDAR"),
    ]


@pytest.mark.parametrize("unit", [b"x" * 50_000, b"x\n" * 25_000, b"BEGIN:\n" * 7_000])
def test_a_record_without_end_is_passed_over(unit: bytes) -> None:
    data = b"BEGIN:VCARD\nX:" + unit * 700 + b"\nEND:VCARD\nBEGIN:VCARD\nFN:Ida\nEND:VCARD\n"
    found = list(blocks(io.BytesIO(data), "VCARD"))
    assert [(len(b.raw), b.problem) for b in found] == [(0, "is longer than 32 MB"), (28, None)]


@pytest.mark.parametrize(
    "unit",
    [
        b'"',
        b";",
        b":",
        b"=",
        b"\\",
        b"\r",
        b"\n",
        b" ",
        b"=\r\n",
        b"\r\n ",
        b";X=",
        b'";"',
        b"AGENT:\nBEGIN:VCARD\n",
        b"^",
        b"a.",
    ],
)
@pytest.mark.parametrize("start", [b"NOTE", b"NOTE:", b"NOTE;ENCODING=QUOTED-PRINTABLE:", b'NOTE;X="', b""])
def test_a_hundred_kilobytes_of_anything_ends(start: bytes, unit: bytes) -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\n" + start + unit * (100_000 // len(unit)) + b"\nEND:VCARD\n"
    for block in blocks(io.BytesIO(data), "VCARD"):
        for _ in properties(block.raw):
            pass
