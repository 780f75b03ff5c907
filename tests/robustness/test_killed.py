"""A kill at any moment loses nothing that was acknowledged, and never leaves half a note."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KEEPER = Path(__file__).with_name("keeper.py")
ROUNDS = 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_and_reopened(tmp_path: Path) -> None:
    command = [sys.executable, str(KEEPER), str(tmp_path), str(ROUNDS), "7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["rounds"] == ROUNDS
    assert seen["acknowledged"] > ROUNDS / 4
    assert 0 < seen["killed_before_the_first"] < ROUNDS
