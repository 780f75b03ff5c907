"""The command as a whole: what it lists, how it colours, how it fails, how fast it starts."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from cli import hallway

from hallway import Memory, __version__
from hallway.interfaces.cli.main import commands, main


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from hallway.interfaces.cli.main import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_help_lists_every_command_with_what_it_is_for() -> None:
    shown = hallway("--help").stdout
    assert all(f"  {name} " in shown for section in commands().values() for name in section)
    for name, what in [told for section in commands().values() for told in section.items()]:
        command = main.get_command(click.Context(main), name)
        assert command and command.help
        assert (what[0].isupper(), what[-1]) == (True, ".")


def test_every_command_can_answer_in_json() -> None:
    for name in main.list_commands(click.Context(main)):
        command = main.get_command(click.Context(main), name)
        assert command and "--json" in [o for p in command.params for o in p.opts]


def test_version() -> None:
    assert hallway("--version").stdout == f"hallway, version {__version__}\n"


def test_an_unknown_command_is_a_usage_error() -> None:
    result = hallway("meet")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, "Error: No such command 'meet'.")


def test_the_memory_is_named_by_an_option_before_the_environment(lived: Memory, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    hallway("met", "Petra Malinová, new", "--memory", other, memory=lived.path)
    assert hallway("people", memory=other).stdout.startswith("Petra")
    assert "Petra" not in hallway("people", memory=lived.path).stdout


def test_the_memory_may_be_named_before_the_command(lived: Memory, tmp_path: Path) -> None:
    other, third = tmp_path / "other.db", tmp_path / "third.db"
    hallway("--memory", other, "met", "Petra Malinová, new", memory=lived.path)
    assert hallway("--memory", other, "people", memory=lived.path).stdout.startswith("Petra")
    hallway("--memory", other, "met", "Ilmar Tamm, new", "--memory", third, memory=lived.path)
    assert hallway("people", memory=third).stdout.startswith("Ilmar")
    assert "Ilmar" not in hallway("people", memory=other).stdout


def test_the_default_memory_is_in_the_platforms_own_place(tmp_path: Path) -> None:
    done = process("met", "Petra Malinová, new", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path), HALLWAY_MEMORY="")
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.rglob("people.db"))) == 1


def test_no_colours_where_nobody_sees_them(lived: Memory) -> None:
    assert "\x1b" not in process("who", "Anke", HALLWAY_MEMORY=str(lived.path)).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of this kind")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal_unless_told_not_to(lived: Memory, no_color: str, coloured: bool) -> None:
    import pty

    parent, child = pty.openpty()
    command = [sys.executable, "-c", "from hallway.interfaces.cli.main import main; main()", "who", "Anke"]
    environment = {**os.environ, "HALLWAY_MEMORY": str(lived.path), "NO_COLOR": no_color}
    subprocess.run(command, stdout=child, check=True, env=environment)
    os.close(child)
    assert (b"\x1b[1m" in os.read(parent, 100_000)) is coloured


@pytest.mark.parametrize(
    "arguments", [["--help"], ["read", "--help"], ["met", "Petra Malinová, new"], ["who", "Petra"]]
)
def test_nothing_heavy_is_loaded_on_the_quick_paths(path: Path, arguments: list[str]) -> None:
    code = (
        "import sys, atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from hallway.interfaces.cli.main import main; main()"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "HALLWAY_MEMORY": str(path)}
    )
    loaded = set(done.stderr.split())
    assert "click" in loaded
    assert loaded.isdisjoint({"numpy", "onnxruntime", "tokenizers", "llm"})


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource usage of children")
@pytest.mark.parametrize(
    ("arguments", "seconds"),
    [(["--help"], 0.2), (["met", "Petra Malinová, new, at Small Signals; via Marta Szulc"], 0.3)],
)
def test_quick_commands_are_quick(tmp_path: Path, path: Path, arguments: list[str], seconds: float) -> None:
    """Processor time, as other tests run beside this one; the first round writes the bytecode that pip would."""
    import resource

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    times = []
    for _ in range(5):
        begun = spent()
        done = process(
            *arguments, PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="", HALLWAY_MEMORY=str(path)
        )
        assert done.returncode == 0
        times.append(spent() - begun)
    assert min(times) < seconds
