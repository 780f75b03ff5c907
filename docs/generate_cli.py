"""Writes docs/cli.md from the commands themselves. `--check` only says whether it is up to date (exit code 1: it is not)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hallway.interfaces.cli.main import main

PAGE = Path(__file__).with_name("cli.md")
HEAD = """\
# The command line

<!-- Written by docs/generate_cli.py: change the commands, not this page. -->

Every command but `demo` takes `--memory FILE`, before or after its name (or the environment variable `HALLWAY_MEMORY`). All
answer in JSON with `--json`.
Exit codes: 0 done, 1 something failed (one line on standard error says what to do), 2 the command was misspelt.
Colours appear on a terminal, unless `NO_COLOR` is set.
"""


def reference() -> str:
    """The whole page as Markdown."""
    root = main.make_context("hallway", [], resilient_parsing=True, terminal_width=80)
    parts = [HEAD, _block(main.get_help(root))]
    for name in main.list_commands(root):
        command = main.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root)
        parts.append(f"## {name}\n\n{_block(command.get_help(context))}")
    return "\n".join(parts)


def _block(text: str) -> str:
    return f"```\n{text}\n```\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != reference())
    PAGE.write_text(reference(), encoding="utf-8")
