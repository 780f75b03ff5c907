"""What many tests need: a memory in a temporary folder, empty or with a small life in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import life
import pytest
from build import Canned

from hallway import Memory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.db"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    with Memory(path, reader=Canned(life.ghent(), life.porto(), life.leeds())) as memory:
        yield memory


@pytest.fixture
def lived(memory: Memory) -> Memory:
    """A memory that holds all three diaries."""
    for reading in (life.ghent(), life.porto(), life.leeds()):
        memory.keep(reading)
    return memory
