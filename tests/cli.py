"""The command line, called as a user would, in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from hallway.interfaces.cli.main import main


def hallway(*arguments: object, memory: Path | None = None, stdin: str | bytes | None = None) -> Result:
    """Run `hallway ARGUMENTS` on a memory. Anything but an orderly end is raised here."""
    environment = {"HALLWAY_MEMORY": str(memory) if memory else None, "NO_COLOR": "1", "COLUMNS": "80"}
    result = CliRunner(env=environment).invoke(main, [str(a) for a in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def problem(result: Result) -> str:
    """The one line on standard error with which a command failed."""
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("hallway: ")
    return line.removeprefix("hallway: ")
