"""A signed-in browser over an empty memory, and one over a small life."""

from __future__ import annotations

import pytest
from visiting import Site

from hallway import Memory


@pytest.fixture
def site(memory: Memory) -> Site:
    return Site(memory)


@pytest.fixture
def lived_site(lived: Memory) -> Site:
    return Site(lived)
