"""Writes the figures in training/README.md from the corpus and the weights that are in place.

usage: python training/card.py [--ner ../shared/data/ner]
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
FIGURES = "<!-- figures: written by training/card.py -->\n", "<!-- end of figures -->"
DATA = "<!-- data: written by training/card.py --ner -->\n", "<!-- end of data -->"


def figures() -> str:
    """The corpus in a line, what reader/evaluate.py and reader/ablate.py print, and the weights' checksums."""
    corpus = said("corpus.py")[-1].partition(";")[0]
    return "\n".join(["", f"The corpus: {corpus}.", "", *said("reader/evaluate.py"), "", *said("reader/ablate.py"), "",
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


def put(page: str, block: tuple[str, str], text: str) -> str:
    """The page with `text` between the two lines of a block."""
    begin, end = block
    return re.sub(f"(?s){re.escape(begin)}.*{re.escape(end)}", lambda _: begin + text + end, page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ner", help="folder with wnut17/ and btc/: also write what each kind of data brings")
    parser.add_argument("--states", default=".", help="where the networks that this takes are kept")
    args = parser.parse_args()
    fresh = put(PAGE.read_text(encoding="utf-8"), FIGURES, figures())
    if args.ner:
        fresh = put(
            fresh, DATA, "\n".join(["", *said("reader/ablate.py", "--ner", args.ner, "--states", args.states), "", ""])
        )
    PAGE.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
