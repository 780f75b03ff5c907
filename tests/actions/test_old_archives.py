"""Archives of all versions, kept for ever, become memories still."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hallway import Memory
from hallway.formats import archive

KEPT = sorted((Path(__file__).parents[1] / "fixtures").glob("archive-*.hallway"))


def parts(path: Path) -> dict[str, bytes]:
    """What is in an archive, however it was packed."""
    with zipfile.ZipFile(path) as made:
        return {name: made.read(name) for name in made.namelist()}


def test_there_is_one_of_every_version() -> None:
    assert [p.name for p in KEPT] == [f"archive-{n}.hallway" for n in range(1, archive.VERSION + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda p: p.stem)
def test_it_becomes_the_memory_that_it_was_made_of(kept: Path, tmp_path: Path) -> None:
    with Memory(tmp_path / "people.db") as memory:
        assert memory.files.restore(kept).whole
        assert [e.title for e in memory.events()] == [
            "Small Signals 2019",
            "Small Signals 2017",
            "Lantern Days 2016",
            "Lantern Days 2014",
        ]
        assert [m.kind for m in memory.who("Owen Prydderch")[0].meetings] == ["renewed"]
        assert [p.name for p in memory.people() if "Ilmar" in p.name or "Kwame" in p.name] == ["Kwame Asante-Boadi"]
        assert memory.log()[0].undone_at is not None
        memory.files.archive(tmp_path / "again.hallway")
    if parts(kept)["hallway.json"] == parts(tmp_path / "again.hallway")["hallway.json"]:
        assert parts(tmp_path / "again.hallway") == parts(kept)
