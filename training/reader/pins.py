"""The inputs of the weights in place, pinned: a checksum for each text of the corpus and each file of tweets.

usage: python training/reader/pins.py --ner ../shared/data/ner      pins what is there now, before training anew

train.py takes what is pinned and nothing else, so that it makes the weights in place even when texts have been added since.
(What training starts from, the public weights, has its checksum in network.py.)
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tweets import TRAINED_ON

PINS = Path(__file__).with_name("inputs.sha256")


def checked(corpus: Path, ner: Path) -> set[Path]:
    """The pinned texts of the corpus; raises ValueError naming the first that is missing or was changed since."""
    known = {path: digest for digest, path in map(str.split, PINS.read_text("utf-8").splitlines())}
    for name, digest in known.items():
        path = ner / name if name in TRAINED_ON else corpus / name
        if not path.exists() or _digest(path) != digest:
            raise ValueError(
                f"{path}: not the one that the weights in place were made from. `git log` has that one; to make other weights, "
                f"run {Path(__file__).name} first, which pins what is there now"
            )
    return {corpus / name for name in known if name not in TRAINED_ON}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[1] / "corpus")
    parser.add_argument("--ner", type=Path, required=True, help="folder with wnut17/ and btc/")
    args = parser.parse_args()
    names = [(args.ner, name) for name in TRAINED_ON]
    names += [(args.corpus, p.relative_to(args.corpus).as_posix()) for p in sorted(args.corpus.rglob("*.txt"))]
    PINS.write_text("".join(f"{_digest(root / name)} {name}\n" for root, name in names), "utf-8")
    print(f"{len(names)} files pinned")


def _digest(path: Path) -> str:
    """SHA-256 in 32 hexadecimal digits, half of it, line ends as git keeps them."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:32]


if __name__ == "__main__":
    main()
