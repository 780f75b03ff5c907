"""Makes what the web app has of others: `static/later/d3.js`, the parts of D3 that our pictures need, and `static/qr.js`, which
reads QR codes where the browser cannot, also without a network. Each is one file.

usage: python vendored/make.py [--check]   (needs npm, and a network unless npm has the packages in its cache)

Each package is fetched at the version and with the SHA-512 that stand here; nothing of it is run but esbuild itself. The same
input gives the same bytes, so `--check` says whether the files in the repository are those that this script makes.
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
STATIC = HERE.parent / "src" / "hallway" / "interfaces" / "web" / "static"
PINS = json.loads((HERE / "pins.json").read_text(encoding="utf-8"))
D3 = """
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
export { quadtree } from "d3-quadtree";
export { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
"""
QR = 'export { default } from "qr/decode.js";\n'
MADE = {
    "later/d3.js": (
        D3,
        "/* D3 (d3js.org), in parts. Copyright 2010-2026 Mike Bostock. ISC License, d3-ease BSD 3-Clause: see d3.LICENSE.txt. */",
    ),
    "qr.js": (
        QR,
        "/* qr (github.com/paulmillr/qr), its reader. Copyright (c) 2023 Paul Miller. MIT License: see later/qr.LICENSE.txt. */",
    ),
}
"""File → what it is made of, and what stands at its head."""


def main(arguments: list[str]) -> int:
    """Make the files, or check them."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, (version, digest) in PINS["packages"].items():
            fetch(place, name, version, digest)
        tool = f"@esbuild/{sys.platform}-{'arm64' if platform.machine() in ('arm64', 'aarch64') else 'x64'}"
        fetch(place, tool, *PINS["tools"][tool])
        modules = place / "node_modules"
        made = {name: bundle(place, modules / tool / "bin" / "esbuild", *told) for name, told in MADE.items()}
        terms = [(modules / name / "LICENSE").read_bytes() for name in PINS["packages"] if name != "qr"]
        made["later/d3.LICENSE.txt"] = b"\n---\n\n".join(dict.fromkeys(terms))
        made["later/qr.LICENSE.txt"] = (modules / "qr" / "LICENSE-MIT").read_bytes()
    if arguments == ["--check"]:
        others = [name for name, data in made.items() if data != (STATIC / name).read_bytes()]
        print(f"not what this makes: {', '.join(others)}" if others else "all files are what this makes")
        return int(bool(others))
    for name, data in made.items():
        (STATIC / name).write_bytes(data)
        print(f"{STATIC / name}: {len(data):,} bytes")
    told = PINS | {"made": {Path(name).name: hashlib.sha256(made[name]).hexdigest() for name in MADE}}
    (HERE / "pins.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
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


def bundle(place: Path, esbuild: Path, needed: str, banner: str) -> bytes:
    """The parts that we need as one module."""
    (place / "needed.mjs").write_text(needed, encoding="utf-8")
    done = subprocess.run(
        [esbuild, "needed.mjs", "--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none", f"--banner:js={banner}"],
        cwd=place, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
