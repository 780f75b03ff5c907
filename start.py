#!/usr/bin/env python3
"""Sets Hallway up in .venv beside this file and runs it. Needs nothing but Python 3.11 or newer.

python3 start.py            set up, then show the demo
python3 start.py test       set up with the development tools, then run every check and test
python3 start.py ARGS...    set up, then run `hallway ARGS...`
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NO_VENV = "This Python has no venv module with pip (on Debian and Ubuntu: apt install python3-venv). Install it and run again."


def call(*command: str | Path, cwd: Path | None = HERE) -> int:
    return subprocess.call([str(c) for c in command], cwd=cwd)


def set_up(lock: str) -> None:
    """Create .venv and install what the lock file pins, once per version of the lock and of the project's metadata."""
    wanted = hashlib.sha256((HERE / lock).read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"hallway-{lock}.stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up in .venv (about a minute, once) ...", file=sys.stderr, flush=True)
    if not PYTHON.exists() and call(sys.executable, "-m", "venv", VENV) != 0:
        sys.exit(NO_VENV)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock is complete, so nothing is left to resolve; resolving would trip over releases newer than the lock.
    if call(*pip, "--no-deps", "--require-hashes", "-r", lock) or call(*pip, "--no-deps", "-e", "."):
        sys.exit("Setting up failed; what pip printed above says why. Nothing outside .venv was changed.")
    stamp.write_text(wanted)


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one should be told
        sys.exit(f"Hallway needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if arguments[:1] == ["test"]:
        set_up("requirements-dev.txt")
        return call(PYTHON, HERE / "tests" / "all.py", *arguments[1:])
    set_up("requirements.txt")
    return call(BIN / "hallway", *(arguments or ["demo"]), cwd=None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
