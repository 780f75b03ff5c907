"""Cards: awkward ones as address books write them, what is understood of each, and that nothing of them is lost."""

from __future__ import annotations

import base64
import codecs
import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats import vcard
from hallway.formats.cards.blocks import narrowed
from hallway.formats.cards.contact import Contact, Met
from hallway.formats.cards.writing import update, write
from hallway.formats.contentline import partition
from hallway.formats.protocol import Context, Problem
from hallway.model import (
    AffiliationFact,
    DetailFact,
    EncounterFact,
    EventFact,
    KeyFact,
    NeedFact,
    OrganizationFact,
    PersonFact,
    Reading,
)

CARDS = sorted((Path(__file__).parent / "cards").glob("*.vcf"))
NAMES = [c.name for c in CARDS]


def read(data: bytes) -> list[Reading | Problem]:
    return list(vcard.read(io.BytesIO(data), Context("a.vcf")))


def readings(name: str) -> list[Reading]:
    items = read((Path(__file__).parent / "cards" / name).read_bytes())
    return [i for i in items if isinstance(i, Reading)]


def only(data: bytes) -> Reading:
    [reading] = read(data)
    assert isinstance(reading, Reading)
    return reading


def names(reading: Reading) -> list[str]:
    return [f.name for f in reading.all(PersonFact)]


def keys(reading: Reading) -> list[tuple[str, str]]:
    return [(f.kind, f.value) for f in reading.all(KeyFact)]


def details(reading: Reading) -> dict[str, str]:
    return {f.kind: f.value for f in reading.all(DetailFact)}


def original(reading: Reading) -> bytes:
    source = reading.source
    return source.original if source.original is not None else source.text.encode()


def cards() -> Iterator[Reading]:
    for path in CARDS:
        yield from readings(path.name)


@pytest.mark.parametrize("file", CARDS, ids=NAMES)
def test_cards_come_out_as_they_went_in(file: Path) -> None:
    data = file.read_bytes()
    for reading in readings(file.name):
        assert original(reading).removeprefix(codecs.BOM_UTF16_LE) in data
        card, _ = narrowed(original(reading))
        assert b"".join(partition(card)) == card
        assert update(card, known(reading)) == card


def exported(memory: Memory, folder: Path, *cards: bytes) -> bytes:
    """What `hallway export` writes after a file of these cards was imported."""
    (folder / "in.vcf").write_bytes(b"".join(cards))
    memory.files.import_([folder / "in.vcf"])
    memory.files.export(folder / "out.vcf")
    return (folder / "out.vcf").read_bytes()


def test_a_file_in_utf_16_leaves_as_it_came(memory: Memory, tmp_path: Path) -> None:
    text = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{i}\r\nFN:Zoë Łąka {i} 🎤\r\nEND:VCARD\r\n" for i in "ab")
    data = codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    assert exported(memory, tmp_path, data) == data


def test_among_others_a_card_in_utf_16_leaves_in_utf_8(memory: Memory, tmp_path: Path) -> None:
    wide = "BEGIN:VCARD\nVERSION:3.0\nUID:a\nFN:Zoë Łąka\nEND:VCARD\n"
    (tmp_path / "wide.vcf").write_bytes(codecs.BOM_UTF16_LE + wide.encode("utf-16-le"))
    memory.files.import_([tmp_path / "wide.vcf"])
    plain = b"BEGIN:VCARD\nVERSION:3.0\nUID:b\nFN:Ida Holm\nEND:VCARD\n"
    assert exported(memory, tmp_path, plain).replace(b"\r\n", b"\n") == wide.encode() + plain


IDA = b"BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:1f3c\nFN:Ida Holm\nEND:VCARD\n"
FIRM = b"BEGIN:VCARD\nVERSION:4.0\nKIND:org\nUID:urn:uuid:77\nFN:Lantern Works\nX-KEPT:so\nEND:VCARD\n"
CREW = (
    b"BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:urn:uuid:99\nFN:Lantern Days crew\n"
    b"MEMBER:urn:uuid:1f3c\nMEMBER:mailto:petra@malina.example\nMEMBER:urn:uuid:nobody-yet\nEND:VCARD\n"
)
APPLE = (
    b"BEGIN:VCARD\nVERSION:3.0\nN:Speakers\nFN:Speakers\nX-ADDRESSBOOKSERVER-KIND:group\n"
    b"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1f3c\nUID:98\nEND:VCARD\n"
)


def in_team(memory: Memory, team: str) -> list[str | None]:
    [found] = memory.years.teams(team)
    return sorted((m.person for m in found.members), key=str)


def test_a_group_is_a_team_with_those_who_are_in_it(memory: Memory, tmp_path: Path) -> None:
    exported(memory, tmp_path, CREW, IDA, APPLE)
    assert in_team(memory, "Lantern Days crew") == ["Ida Holm", "petra@malina.example"]
    assert in_team(memory, "Speakers") == ["Ida Holm"]


def test_a_member_gets_their_name_when_their_card_comes(memory: Memory, tmp_path: Path) -> None:
    exported(memory, tmp_path, CREW, IDA)
    exported(memory, tmp_path, b"BEGIN:VCARD\nVERSION:4.0\nUID:nobody-yet\nFN:Nils Aker\nEND:VCARD\n")
    exported(memory, tmp_path, b"BEGIN:VCARD\nVERSION:4.0\nFN:Petra Malinova\nEMAIL:petra@malina.example\nEND:VCARD\n")
    assert in_team(memory, "Lantern Days crew") == ["Ida Holm", "Nils Aker", "Petra Malinova"]
    assert sorted(p.name for p in memory.people(kind="none")) == ["Ida Holm", "Nils Aker", "Petra Malinova"]


def test_cards_of_groups_and_companies_leave_as_they_came(memory: Memory, tmp_path: Path) -> None:
    assert exported(memory, tmp_path, APPLE, IDA, FIRM).replace(b"\r\n", b"\n") == IDA + FIRM + APPLE


@pytest.mark.parametrize("file", CARDS, ids=NAMES)
def test_facts_quote_the_card(file: Path) -> None:
    for reading in readings(file.name):
        for fact in reading.facts:
            for span in (*fact.evidence, *getattr(fact, "mentions", ())):
                assert span.text == reading.source.text[span.start : span.end] != ""


@pytest.mark.parametrize("file", CARDS, ids=NAMES)
def test_imported_twice_nothing_is_doubled(file: Path, memory: Memory) -> None:
    first = memory.files.import_([file])
    again = memory.files.import_([file])
    assert first.files[0].records == len(readings(file.name))
    assert (again.files[0].people, again.files[0].unchanged) == (0, again.files[0].records)


def known(reading: Reading) -> Contact:
    """A contact that says what the card says."""
    firms = {f.ref: f.name for f in reading.all(OrganizationFact)}
    return Contact(
        next(iter(names(reading)), next(iter(firms.values()), "")),
        "x",
        keys=tuple(keys(reading)),
        jobs=tuple((firms[f.organization], f.role) for f in reading.all(AffiliationFact)),
        details=tuple((f.kind, f.value) for f in reading.all(DetailFact)),
        notes=tuple(f.words for f in reading.all(NeedFact)),
        met=tuple(Met(f.kind.value, str(f.when) if f.when else None) for f in reading.all(EncounterFact)),
    )


def test_a_name_put_right_changes_one_line() -> None:
    [reading] = readings("everything-4.0.vcf")
    before = original(reading)
    after = update(before, replace(known(reading), name="Anke Reimers-Holm"))
    changed = [(a, b) for a, b in zip(partition(before), partition(after), strict=True) if a != b]
    assert changed == [
        (b"FN;PID=1.1;PREF=1;ALTID=1:Anke Reimers\r\n", b"FN;PID=1.1;PREF=1;ALTID=1:Anke Reimers-Holm\r\n")
    ]


def test_what_is_new_is_added_and_what_is_gone_goes() -> None:
    [reading] = readings("apple.vcf")
    before = original(reading)
    more = replace(known(reading), keys=(*keys(reading), ("phone", "+41 44 000 00 08")))
    after = update(before, more, {("email", "ursina@small.example")})
    gone = b"item1.EMAIL;type=INTERNET;type=pref:ursina@small.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
    assert after == before.replace(gone, b"").replace(b"END:VCARD", b"TEL:+41 44 000 00 08\r\nEND:VCARD")


def test_an_old_card_is_added_to_by_its_own_rules() -> None:
    [reading] = readings("outlook-2.1.vcf")
    after = update(original(reading), replace(known(reading), notes=("Grüße; aus Porto\nund zurück",)))
    assert b"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe\\; aus" in after
    assert [f.words for f in only(after).all(NeedFact)] == ["Grüße; aus Porto\nund zurück"]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_fresh_card_says_what_it_was_written_from(version: str) -> None:
    contact = Contact(
        "Ida Holm",
        "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
        ("Idalein", "I, Holm"),
        (
            ("email", "ida@lys.example"),
            ("phone", "+45 20"),
            ("handle", "matrix:ida;x"),
            ("feed", "https://a.example/f"),
        ),
        (("Lys Institute; Radio", "Head, of Sound"), ("Hafenfunk", None)),
        (
            ("birthday", "1984-07-14"),
            ("spouse", "Jon\nHolm"),
            ("tag", "a,b"),
            ("address", "Pier 3, Ghent"),
            ("hobby", "knots"),
        ),
        ("Met her; twice\nthen again, " + "long " * 40 + "ago",),
        (Met("renewed", "2014-10", "Lantern Days", "Ghent"), Met("new")),
        "2020-05-01",
    )
    contact = replace(contact, keys=(("email", "ida@lys.example"), ("phone", "+45 20 12 34"), *contact.keys[2:]))
    written = write(contact, version)
    reading = only(written)
    assert str(reading.source.written) == "2020-05-01"
    again = known(reading)
    assert (again.name, again.notes, again.met) == ("Ida Holm", contact.notes, (Met("renewed", "2014-10"), Met("new")))
    assert [e.name for e in reading.all(EventFact)] == ["Lantern Days"]
    assert set(contact.keys) | {("id", f"card:{contact.uid}")} == set(again.keys)
    assert set(contact.jobs) == set(again.jobs)
    assert set(contact.details) <= set(again.details)
    assert update(written, contact) == written
    assert max(len(physical) for physical in written.split(b"\r\n")) <= 75


def test_writing_knows_two_versions() -> None:
    with pytest.raises(ValueError, match=r"3\.0 or 4\.0, not 2\.1"):
        write(Contact("Ida Holm", "x"), "2.1")


def test_quoted_printable_and_charsets() -> None:
    [reading] = readings("charsets-2.1.vcf")
    assert names(reading) == ["José Muñoz"]
    assert details(reading) == {"address": "Calle de la Ñora 4, Madrid, 28001, Spain"}
    assert [f.words for f in reading.all(NeedFact)] == ["First line\n second line, 2 = 1+1"]
    assert keys(reading) == [
        ("phone", "+34 910 00 00 01"),
        ("phone", "+34 600 00 00 02"),
        ("email", "jose@munoz.example"),
    ]


def test_apple_s_groups() -> None:
    [reading] = readings("apple.vcf")
    assert details(reading) == {
        "department": "Programme", "brother": "Reto Caflisch", "first-met": "2014-10-02", "birthday": "1604-03-09",
    }  # fmt: skip
    assert [f.when for f in reading.all(DetailFact) if f.kind == "birthday"] == [None]
    assert ("handle", "flickr:ursinac") in keys(reading)
    assert ("handle", "skype:ursina.c") in keys(reading)


def test_who_has_no_full_name() -> None:
    items = read((Path(__file__).parent / "cards" / "empty-names.vcf").read_bytes())
    found = [names(i) if isinstance(i, Reading) else (i.file, i.line) for i in items]
    assert found == [["Dr. Kwame Asante-Boadi"], ["ilmar.tamm@post.example"], ["+372 500 0003"], ("a.vcf", 17)]


@pytest.mark.parametrize("name", ["agent-2.1.vcf", "agent-3.0.vcf"])
def test_the_card_in_a_card_is_not_its_person(name: str) -> None:
    [reading] = readings(name)
    assert names(reading) == ["Chidi Ashworth"]
    assert details(reading) == {"agent": "Odile Fontanelle", "title": "Organizer"}


def test_bad_dates_stay_as_words() -> None:
    [reading] = readings("bad-dates.vcf")
    assert {f.kind: f.when for f in reading.all(DetailFact)} == dict.fromkeys(
        ("birthday", "anniversary", "died", "created")
    )
    assert details(reading)["birthday"] == "1984-02-31"


def test_broken_cards_are_named_and_the_others_read() -> None:
    items = read((Path(__file__).parent / "cards" / "broken.vcf").read_bytes())
    assert [n for i in items if isinstance(i, Reading) for n in names(i)] == [
        "Marta Szulc", "Petra Malinová", "Lower Case", "Cut Off",
    ]  # fmt: skip
    assert [i.line for i in items if isinstance(i, Problem)] == [1, 2, 5, 8, 17, 24]


def test_met_is_an_encounter() -> None:
    data = b"BEGIN:VCARD\nVERSION:4.0\nFN:Ida Holm\nRELATED;TYPE=met;X-KIND=cemented;X-WHEN=2014-10:x\nEND:VCARD\n"
    assert [(f.kind.value, str(f.when)) for f in only(data).all(EncounterFact)] == [("cemented", "2014-10")]


def test_a_picture_of_a_megabyte() -> None:
    picture = base64.b64encode(random.Random(1).randbytes(1_000_000)).decode()
    folded = "\r\n ".join(picture[i : i + 74] for i in range(0, len(picture), 74))
    data = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Holm\r\nPHOTO;ENCODING=b;TYPE=JPEG:{folded}\r\nEND:VCARD".encode()
    reading = only(data)
    assert original(reading) == data
    assert len(reading.source.text) < 150
    assert update(data, Contact("Ida H", "x")) == data.replace(b"FN:Ida Holm", b"FN:Ida H")


def test_a_changed_card_replaces_what_it_said(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "a.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ida Holm\nORG:{}\nREV:{}\nEND:VCARD\n"
    file.write_text(card.format("Lys Institute", "20200101T000000Z"))
    memory.files.import_([file])
    file.write_text(card.format("Hafenfunk", "20210101T000000Z"))
    report = memory.files.import_([file]).files[0]
    assert (report.people, report.recognised, report.replaced) == (0, 1, 1)
    assert firms(memory) == ["Hafenfunk"]
    memory.undo()
    assert firms(memory) == ["Lys Institute"]


def firms(memory: Memory) -> list[str]:
    found = memory.store.rows("SELECT name FROM affiliation JOIN organization ON organization.id = organization_id")
    return [r["name"] for r in found]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_cards_with_bytes_changed_anywhere(data: st.DataObject) -> None:
    card = bytearray(data.draw(st.sampled_from(CARDS)).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(card)))
        piece = data.draw(
            st.sampled_from([b"", b"\n", b"\r", b"=", b":", b";", b'"', b"\xff", b"\x00", b"BEGIN:VCARD\n", b" "])
        )
        card[start : start + data.draw(st.integers(0, 20))] = piece
    for item in read(bytes(card)):
        if isinstance(item, Reading):
            card, _ = narrowed(original(item))
            assert update(card, known(item)) == card


MANY = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nils Aker\r\nEMAIL:nils@aker.example\r\n"
    b"NOTE:First line\\nsecond *line* of 2 < 3\\n\\nfourth\r\nNICKNAME:Nisse,Nille\r\nFBURL:a\x0cb\r\nEND:VCARD\r\n"
)


def test_notes_of_many_lines_and_controls_leave_as_they_came(memory: Memory, tmp_path: Path) -> None:
    assert exported(memory, tmp_path, MANY) == MANY


def test_of_two_cards_of_somebody_nothing_is_lost(memory: Memory, tmp_path: Path) -> None:
    phone = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nils Aker\r\nEMAIL:nils@aker.example\r\nX-RING-TONE;Q=1:sea\r\nEND:VCARD\r\n"
    )
    left = exported(memory, tmp_path, phone, MANY)
    assert [left.count(line) for line in (b"X-RING-TONE;Q=1:sea\r\n", b"NOTE:", b"END:VCARD")] == [1, 1, 1]


def test_lines_that_end_in_two_returns_and_messengers_of_kontact() -> None:
    card = only(
        b"BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:Ida\r\r\n  Holm\r\r\nX-messaging/xmpp-All:ida@holm.example\r\r\nEND:VCARD\r\r\n"
    )
    assert (names(card), keys(card)) == (["Ida Holm"], [("handle", "xmpp:ida@holm.example")])


def test_a_letter_cut_in_two_spoils_only_itself() -> None:
    card = only(
        b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98rsted =C3=85se=C3\nEND:VCARD\n"
    )
    assert names(card) == ["Ørsted Åse�"]
