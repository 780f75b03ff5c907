"""Every check, in the order in which they fail fastest. Arguments go to pytest."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import chromium

HERE = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CHECKS = {
    "style": [BIN / "ruff", "check", "src", "tests", "benchmarks", "training", "docs", "start.py"],
    "format": [
        BIN / "ruff",
        "format",
        "--check",
        "--quiet",
        "src",
        "tests",
        "benchmarks",
        "training",
        "docs",
        "start.py",
    ],
    "layers": [BIN / "lint-imports"],
    "types": [BIN / "mypy"],
    "corpus": [sys.executable, "training/corpus.py"],
    "tests": [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "--cov",
        "--cov-report=term:skip-covered",
    ],
}


def main(arguments: list[str]) -> int:
    failed = []
    journeys = chromium.see_to_it()
    for name, command in CHECKS.items():
        began = time.monotonic()
        extra = arguments if name == "tests" else []
        code = subprocess.call([str(c) for c in command] + extra, cwd=HERE)
        print(f"-- {name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
        if code:
            failed.append(name)
    if not journeys:
        print(f"\n{'!' * 80}\n{chromium.MISSING}\n{'!' * 80}", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
