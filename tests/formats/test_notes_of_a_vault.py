"""Notes of a vault: people have pages, templates are none."""

from __future__ import annotations

import io

import pytest

from hallway.formats import markdown
from hallway.formats.protocol import Context
from hallway.model import PersonFact, Reading

PAGE = b"---\ntype: person\n---\nMet at the port.\n"


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("People/Ida Holm.md", ["Ida Holm"]),
        ("Templates/Ida Holm.md", []),
        ("Extras/_templates/People.md", []),
        ("People Template.md", []),
        ("Notes/Template Tinkerer.md", ["Template Tinkerer"]),
    ],
)
def test_whom_a_page_is_about(file: str, names: list[str]) -> None:
    found = [r for r in markdown.read(io.BytesIO(PAGE), Context(file)) if isinstance(r, Reading)]
    assert [p.name for r in found for p in r.all(PersonFact)] == names
