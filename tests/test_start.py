"""`python3 start.py ...` from anywhere: the commands see the folder in which their user stands."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(os.name == "nt", reason="puts a shell script in place of the command")
def test_hallway_runs_where_its_user_is(tmp_path: Path) -> None:
    checkout, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    programs = checkout / ".venv" / "bin"
    for folder in (programs, elsewhere):
        folder.mkdir(parents=True)
    for name in ("start.py", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, checkout)
    (programs / "python").symlink_to(sys.executable)
    (programs / "hallway").write_text('#!/bin/sh\npwd\necho "$@"\n')
    (programs / "hallway").chmod(0o755)
    pinned = (checkout / "requirements.txt").read_bytes() + (checkout / "pyproject.toml").read_bytes()
    (checkout / ".venv" / "hallway-requirements.txt.stamp").write_text(hashlib.sha256(pinned).hexdigest())
    command = [sys.executable, str(checkout / "start.py"), "read", "diary.md"]
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{elsewhere}\nread diary.md\n", "")
