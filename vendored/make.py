"""Makes `static/later/d3.js` of the web app: the parts of D3 that our pictures need, in one file.

usage: python vendored/make.py [--check]   (needs npm, and a network unless npm has the packages in its cache)

Each package is fetched at the version and with the SHA-512 that stand here; nothing of it is run but esbuild itself. The same
input gives the same bytes, so `--check` says whether the file in the repository is the one that this script makes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import platform
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MADE = HERE.parent / "src" / "hallway" / "interfaces" / "web" / "static" / "later" / "d3.js"
LICENSE = MADE.with_name("d3.LICENSE.txt")
PINS = json.loads((HERE / "pins.json").read_text(encoding="utf-8"))
NEEDED = """
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
export { quadtree } from "d3-quadtree";
export { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
"""
BANNER = "/* D3 (d3js.org), in parts. Copyright 2010-2026 Mike Bostock. ISC License, d3-ease BSD 3-Clause: see d3.LICENSE.txt. */"


def main(arguments: list[str]) -> int:
    """Make the file, or check it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, (version, digest) in PINS["packages"].items():
            fetch(place, name, version, digest)
        tool = f"@esbuild/{sys.platform}-{'arm64' if platform.machine() in ('arm64', 'aarch64') else 'x64'}"
        fetch(place, tool, *PINS["tools"][tool])
        made = bundle(place, place / "node_modules" / tool / "bin" / "esbuild")
        modules = place / "node_modules"
        terms = [(modules / name / "LICENSE").read_bytes() for name in PINS["packages"]]
    if arguments == ["--check"]:
        same = made == MADE.read_bytes()
        print(f"{MADE.name} is {'' if same else 'not '}what this makes")
        return 0 if same else 1
    MADE.write_bytes(made)
    told = PINS | {"made": {MADE.name: hashlib.sha256(made).hexdigest()}}
    (HERE / "pins.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    LICENSE.write_bytes(b"\n---\n\n".join(dict.fromkeys(terms)))
    print(f"{MADE}: {len(made):,} bytes, SHA-256 {hashlib.sha256(made).hexdigest()}")
    return 0


def fetch(place: Path, name: str, version: str, digest: str) -> None:
    """Unpack one package into `node_modules`. Raises SystemExit where it is not the one that is pinned."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}"],
        cwd=place,
        check=True,
        capture_output=True,
        text=True,
    )
    file = place / packed.stdout.split()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if found != digest:
        raise SystemExit(f"{name} {version} is not what it was: {found}, not {digest}; nothing was made")
    target = place / "node_modules" / name
    target.mkdir(parents=True)
    with tarfile.open(file) as archive:
        for member in archive.getmembers():
            member.name = member.name.partition("/")[2]
            if member.name and member.isfile():
                archive.extract(member, target, filter="data")


def bundle(place: Path, esbuild: Path) -> bytes:
    """The parts that we need as one module."""
    (place / "needed.mjs").write_text(NEEDED, encoding="utf-8")
    done = subprocess.run(
        [esbuild, "needed.mjs", "--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none", f"--banner:js={BANNER}"],
        cwd=place, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
