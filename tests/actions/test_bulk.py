"""Records written together are the same rows as records written one by one."""

from __future__ import annotations

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
