"""Reading with a language model of the user's choice: said and asked before any text goes there."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli import options
from hallway.interfaces.cli.render import clean, listed

if TYPE_CHECKING:
    from hallway.model import Reading, When
    from hallway.reading.llm import Cost, LlmReader
    from hallway.reading.protocol import Reader


def reader_with(model: str, files: Sequence[str], yes: bool) -> Reader:
    """The reader that asks `model`, once the user has agreed; `yes` is an answer given before.

    Ends the program where the answer is no, or nobody is there to give one. Raises UnreadableText where there is no such
    model.
    """
    from platformdirs import user_cache_path

    from hallway.reading.llm import LlmReader

    unfinished = user_cache_path("hallway", appauthor=False) / "unfinished"
    reader = LlmReader(model, unfinished, _far(model))
    what = "standard input" if list(files) == ["-"] else listed(files) if len(files) < 4 else f"{len(files)} files"
    told = f"the text of {what} goes to the model {model}, wherever that runs{_estimated(files)}"
    if yes:
        options.warn(told)
    elif not options.somebody_there():
        options.fail(f"nothing was read: {told}, and nobody is here to agree; add --yes to agree")
    elif not click.confirm(f"{told[0].upper()}{told[1:]}. Go on?", err=True):
        options.fail("nothing was sent")
    return _Answering(model, reader)


def _estimated(files: Sequence[str]) -> str:
    """What it will cost, about; nothing where that cannot be known, as standard input is read only once."""
    from hallway.reading.decoding import read_file
    from hallway.reading.llm import Cost, estimate
    from hallway.reading.protocol import UnreadableText

    total = Cost()
    for name in files:
        with contextlib.suppress(OSError, UnreadableText):
            total += estimate(read_file(Path(name)).text) if name != "-" else Cost()
    if not total.pieces:
        return ""
    pieces = f"{total.pieces} piece{'' if total.pieces == 1 else 's'}"
    return f" (about {total.sent:,} tokens to send in {pieces}, and some {total.received:,} to come back)"


def _far(model: str) -> Callable[[int, int], None]:
    """Says on a terminal how many pieces of a text are read."""

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty() and total > 1:
            click.echo(f"\r{model}: {done} of {total} pieces read", nl=done == total, err=True)

    return tell


class _Answering:
    """A reader whose every failure is one clear line: keys, networks and models fail in ways of their own."""

    def __init__(self, model: str, reader: LlmReader) -> None:
        self._model, self._reader = model, reader

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        from hallway.reading.protocol import UnreadableText

        before = self._reader.cost
        try:
            reading = self._reader.read(text, name, written)
        except UnreadableText as error:
            raise UnreadableText(clean(str(error))) from error
        except Exception as error:
            why = clean(str(error))[:300] or type(error).__name__
            raise UnreadableText(f"{name}: the model {self._model} gave no answer: {why}") from error
        self._tell(name, before)
        return reading

    def _tell(self, name: str, before: Cost) -> None:
        """What reading one text cost, where the model tells."""
        sent, received = self._reader.cost.sent - before.sent, self._reader.cost.received - before.received
        if sent or received:
            options.warn(f"{name}: {self._model} was sent {sent:,} tokens, and answered with {received:,}")
