"""On a terminal, `hallway import` asks which column of a CSV is what, and remembers it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from hallway import Memory


def on_a_terminal(answers: list[str], *words: str, memory: Path) -> str:
    """What a command shows on a terminal at which somebody types these lines."""
    ours, theirs = pty.openpty()
    env = os.environ | {"HALLWAY_MEMORY": str(memory), "TERM": "xterm", "COLUMNS": "80"}
    program = [sys.executable, "-c", "from hallway.interfaces.cli.main import main; main()", *words]
    with subprocess.Popen(program, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as running:
        os.close(theirs)
        os.write(ours, "".join(f"{a}\n" for a in answers).encode())
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so when the other end is closed
            pass
        running.wait(60)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_columns_are_asked_once(memory: Memory, tmp_path: Path) -> None:
    first, second = tmp_path / "guests.csv", tmp_path / "more.csv"
    first.write_text("Wer,Wohin,Haus\nIda Holm,ida@holm.example,Lantern Works\n")
    second.write_text("Wer,Wohin,Haus\nNils Aker,nils@aker.example,Aker AS\n")
    asked = on_a_terminal(["name", "email", "organization", "y"], "import", str(first), memory=memory.path)
    again = on_a_terminal(["y"], "import", str(second), memory=memory.path)
    assert [("which column is what?" in t, "Kept: 1 new person" in t) for t in (asked, again)] == [
        (True, True),
        (False, True),
    ]
    assert sorted((p.name, p.organization) for p in memory.people(kind="none")) == [
        ("Ida Holm", "Lantern Works"),
        ("Nils Aker", "Aker AS"),
    ]
