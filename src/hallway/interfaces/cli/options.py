"""What every command has: which memory, and whether to answer in JSON; and how every failure ends."""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from hallway.app import Memory

P = ParamSpec("P")


def command(
    creates: bool = False, without: str = "nobody was kept yet"
) -> Callable[[Callable[Concatenate[Memory, P], None]], Callable[P, None]]:
    """Give a command `--memory`, and call it with the memory first.

    `creates`: it may make a new one; else `without` is what it says where there is none yet.
    """

    def wrap(function: Callable[Concatenate[Memory, P], None]) -> Callable[P, None]:
        @functools.wraps(function)
        def run(*args: P.args, **values: P.kwargs) -> None:
            from hallway.app import Memory

            with (
                failing_clearly(),
                Memory(_chosen(values.pop("memory_file", None)), create=creates, progress=_far()) as memory,
            ):
                if not creates and not memory.exists:
                    fail(f"{without}: {memory.path} does not exist; begin with `hallway read FILE`")
                function(memory, *args, **values)

        return memory_option(run)

    return wrap


def _chosen(path: object) -> Path | None:
    """The memory named after the command, else the one named before it, else the one of the environment."""
    context = click.get_current_context()
    before = context.find_root().params.get("memory_file")
    here = context.get_parameter_source("memory_file") is ParameterSource.COMMANDLINE
    chosen = path if here or not before else before
    return chosen if isinstance(chosen, Path) else None


memory_option = click.option(
    "--memory",
    "memory_file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="HALLWAY_MEMORY",
    show_envvar=True,
    metavar="FILE",
    help="Which memory. Without it: people.db in your platform's folder for user data.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


class failing_clearly:
    """A block whose known failures end the program with one line on standard error, and code 1."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        message = explain(error) if error else None
        if message:
            fail(message)


def explain(error: BaseException) -> str | None:
    """What a failure means for the person at the keyboard; None for one that nobody foresaw."""
    from hallway.formats.archive import BadArchive
    from hallway.reading.protocol import UnreadableText
    from hallway.store.problems import MemoryProblem

    if isinstance(error, MemoryProblem | UnreadableText | BadArchive):
        return str(error)
    if isinstance(error, BrokenPipeError):
        return None
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror or error}"
    return None


def warn(message: str) -> None:
    """A line on standard error."""
    click.echo(f"hallway: {message}", err=True)


def fail(message: str) -> None:
    """One line on standard error, and the end, with code 1."""
    warn(message)
    sys.exit(1)


def somebody_there() -> bool:
    """Whether there is anybody to ask."""
    return sys.stdin.isatty()


def print_json(data: object) -> None:
    """Data on standard output, readable, in letters that the output can take."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "").startswith("utf")
    click.echo(json.dumps(data, ensure_ascii=not utf8, indent=2))


def day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A `--date` that is a date: EDTF such as 2007-10-04, 2007-10, 2007, or 2007-21 for spring."""
    if value is None:
        return None
    from hallway.model.when import bounds

    try:
        bounds(value.strip())
    except ValueError as error:
        raise click.BadParameter(str(error), context, option) from error
    return value.strip()


date_option = click.option(
    "--date",
    "written",
    callback=day,
    metavar="DATE",
    help="The day it was written, where it does not say: 2007-10-04, or as vague as 2007-10 or 2007.",
)


def _far() -> Callable[[int, int], None]:
    """Says on a terminal how far a text is read, once that takes longer than a second."""
    begun = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal begun
        begun = time.monotonic() if done == 1 else begun
        if sys.stderr.isatty() and time.monotonic() - begun > 1:
            click.echo(f"\rreading: {100 * done // total} %", nl=done == total, err=True)

    return tell
