"""Texts may come in any order: the memory that they make is the same."""

import random
from pathlib import Path

import pytest

from hallway import Memory

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "examples", ROOT.parent / "shared" / "data" / "recaps"]


def told(memory: Memory) -> tuple[list[str], list[str]]:
    """Everybody's story and every event, as `--json` has them."""
    lines = memory.people(limit=10_000) + memory.people(kind="none", limit=10_000)
    stories = {s.person.id: s.as_dict() for line in lines for s in memory.who(line.name)}
    return sorted(str(s) for s in stories.values()), sorted(str(e.as_dict()) for e in memory.events())


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.is_dir()], ids=lambda f: f.name)
def test_any_order_gives_the_same_memory(folder: Path, tmp_path: Path) -> None:
    texts = sorted(f for f in folder.iterdir() if f.suffix != ".json" and f.stem not in ("README", "GUIDE", "score"))
    with Memory(tmp_path / "reader.db") as memory:
        readings = [memory.read(f) for f in texts]
    found = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(readings, len(readings)) if seed else readings
        with Memory(tmp_path / f"{seed}.db") as memory:
            memory.keep(*shuffled)
            found.append(told(memory))
    assert found[1] == found[0]
    assert found[2] == found[0]
