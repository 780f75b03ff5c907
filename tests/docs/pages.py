"""What the tests of the pages share: where pages are, their blocks of code, and a stage to run them on."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

from stage import environment, run, stage  # noqa: E402
from tour import Block, blocks, exchanges, regenerated  # noqa: E402

PAGES = (
    *sorted(DOCS.rglob("*.md")),
    *sorted(ROOT.glob("*.md")),
    ROOT / "training/README.md",
    ROOT / "examples/README.md",
)

__all__ = [
    "DOCS",
    "PAGES",
    "ROOT",
    "Block",
    "blocks",
    "environment",
    "exchanges",
    "read",
    "regenerated",
    "run",
    "stage",
]


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")
