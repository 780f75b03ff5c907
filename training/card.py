"""Writes the figures in training/README.md from the corpus and the weights that are in place.

usage: python training/card.py
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE / "README.md"
PACKAGE = HERE.parent / "src/hallway"
WEIGHTS = (
    PACKAGE / "meaning/weights/minilm-l6-int8.onnx",
    PACKAGE / "reading/encoder/weights/reader-int8.onnx",
)
BEGIN, END = "<!-- figures: written by training/card.py -->\n", "<!-- end of figures -->"


def figures() -> str:
    """The corpus in a line, the tables of reader/evaluate.py without those of single hands, and the weights' checksums."""
    tables = [line for line in said("reader/evaluate.py") if not line.startswith("| hand ")]
    corpus = said("corpus.py")[-1].partition(";")[0]
    return "\n".join(["", f"The corpus: {corpus}.", "", *tables, "", "| weights | bytes | SHA-256 |", "| --- | --- | --- |",
                      *map(weights, WEIGHTS), "", ""])  # fmt: skip


def weights(path: Path) -> str:
    """A row for one file."""
    data = path.read_bytes()
    return f"| `{path.name}` | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |"


def said(script: str) -> list[str]:
    """What a script beside this one prints."""
    done = subprocess.run([sys.executable, HERE / script], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.rstrip("\n").splitlines()


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    fresh = figures()
    PAGE.write_text(
        re.sub(f"(?s){re.escape(BEGIN)}.*{re.escape(END)}", lambda _: BEGIN + fresh + END, page), encoding="utf-8"
    )
