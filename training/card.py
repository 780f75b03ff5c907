"""Writes the figures in training/README.md from the corpus and the weights that are in place.

usage: python training/card.py --ner ../shared/data/ner
"""

from __future__ import annotations

import argparse
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
    PACKAGE / "reading/encoder/weights/sureness.json",
    PACKAGE / "reading/crf/weights/reader.crfsuite",
)
BEGIN, END = "<!-- figures: written by training/card.py -->\n", "<!-- end of figures -->"


def figures(ner: str) -> str:
    """The corpus in a line, what reader/evaluate.py and reader/ablate.py print, and the weights' checksums."""
    corpus = said("corpus.py")[-1].partition(";")[0]
    return "\n".join(["", f"The corpus: {corpus}.", "", *said("reader/evaluate.py"), "",
                      "What each part brings, and each kind of data:", "", *said("reader/ablate.py", "--ner", ner), "",
                      "| weights | bytes | SHA-256 |", "| --- | --- | --- |", *map(weights, WEIGHTS), "", ""])  # fmt: skip


def weights(path: Path) -> str:
    """A row for one file."""
    data = path.read_bytes()
    return f"| `{path.name}` | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |"


def said(script: str, *arguments: str) -> list[str]:
    """What a script beside this one prints."""
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.rstrip("\n").splitlines()


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ner", required=True, help="folder with wnut17/ and btc/")
    fresh = figures(parser.parse_args().ner)
    PAGE.write_text(
        re.sub(f"(?s){re.escape(BEGIN)}.*{re.escape(END)}", lambda _: BEGIN + fresh + END, page), encoding="utf-8"
    )
