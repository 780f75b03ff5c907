"""Records written together are the same rows as records written one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dump import dump
from formats.lines import LINES, file

from hallway.actions import keep
from hallway.actions.import_ import import_
from hallway.formats import vcard
from hallway.formats.protocol import Context
from hallway.model import Reading
from hallway.store.store import Store

CARDS = sorted((Path(__file__).parent.parent / "formats" / "cards").glob("*.vcf"))


def one_by_one(path: Path, readings: list[Reading]) -> dict[str, list[tuple[object, ...]]]:
    store = Store(path)
    keep.keep(store, readings, "import")
    found = dump(store)
    store.close()
    return found


@pytest.mark.parametrize("cards", CARDS, ids=[c.name for c in CARDS])
def test_cards(cards: Path, tmp_path: Path) -> None:
    from hallway import Memory

    with cards.open("rb") as stream:
        readings = [r for r in vcard.read(stream, Context(cards.name)) if isinstance(r, Reading)]
    with Memory(tmp_path / "together.db") as memory:
        memory.files.import_([cards])
        together = dump(memory.store)
    assert together == one_by_one(tmp_path / "one.db", readings)


def test_lines_that_know_each_other(tmp_path: Path) -> None:
    lines = (
        "Ida Holm;ida@lys.example;Lys", "Ida Holm;ida@lys.example;Lys", "Ruth Adeyemi;ruth@a.example;Lys",
        "Ida H.;ida@lys.example;Hafenfunk", "Anke Reimers;;", "Anke Reimers;;x", "Ida Holm;other@lys.example;LYS",
    )  # fmt: skip
    planned = file(*lines)
    with planned.found.open() as stream:
        readings = [r for r in LINES.read(stream, Context("a.lines")) if isinstance(r, Reading)]
    store = Store(tmp_path / "together.db")
    import_(store, [planned], lambda problem: None)
    together = dump(store)
    store.close()
    assert together == one_by_one(tmp_path / "one.db", readings)


def test_somebody_whom_a_card_before_names_as_a_friend(tmp_path: Path) -> None:
    cards = tmp_path / "friends.vcf"
    cards.write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8a1\r\nFN:Ida Holm\r\n"
        "RELATED;TYPE=friend:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8a2\r\nEMAIL:ida@lys.example\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8a2\r\nFN:Ruth Adeyemi\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8a1\r\nFN:Ida\r\nEND:VCARD\r\n"
    )
    test_cards(cards, tmp_path)


def test_a_contact_who_is_named_before_their_own_record(tmp_path: Path) -> None:
    from hallway import Memory

    export = tmp_path / "monica.json"
    export.write_text(json.dumps(MONICA))
    with Memory(tmp_path / "people.db") as memory:
        memory.files.import_([export])
        names = [p.name for p in [*memory.people(), *memory.people(kind="none")]]
    assert sorted(set(names)) == ["Ida Holm", "Ruth Adeyemi"]
    assert len(names) == 2


def contact(number: int, first: str, last: str, **more: object) -> dict[str, object]:
    told = {"first_name": first, "last_name": last, "is_partial": False, "is_dead": False, **more}
    return {"uuid": f"0000000{number}", "created_at": "2023-01-10T08:00:00Z", "properties": told, "data": []}


MET = {"is_age_based": False, "is_year_unknown": False, "date": "2014-10-03T00:00:00Z"}
PEOPLE = [
    contact(1, "Ida", "Holm", first_met_date=MET, first_met_through="00000002"),
    contact(2, "Ruth", "Adeyemi", description="plasma physicist"),
]
MONICA = {
    "version": "1.0-preview.1",
    "app_version": "4.1.2",
    "account": {"data": [{"count": 2, "type": "contacts", "values": PEOPLE}]},
}
