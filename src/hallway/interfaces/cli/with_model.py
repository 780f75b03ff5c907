"""Reading with a language model of the user's choice: said and asked before any text goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli import options
from hallway.interfaces.cli.render import clean, listed

if TYPE_CHECKING:
    from hallway.model import Reading, When
    from hallway.reading.protocol import Reader


def reader_with(model: str, files: Sequence[str], yes: bool) -> Reader:
    """The reader that asks `model`, once the user has agreed; `yes` is an answer given before.

    Ends the program where the answer is no, or nobody is there to give one. Raises UnreadableText where there is no such
    model.
    """
    from hallway.reading.llm import LlmReader

    reader = LlmReader(model)
    what = "standard input" if list(files) == ["-"] else listed(files) if len(files) < 4 else f"{len(files)} files"
    told = f"the text of {what} goes to the model {model}, wherever that runs"
    if yes:
        options.warn(told)
    elif not options.somebody_there():
        options.fail(f"nothing was read: {told}, and nobody is here to agree; add --yes to agree")
    elif not click.confirm(f"{told[0].upper()}{told[1:]}. Go on?", err=True):
        options.fail("nothing was sent")
    return _Answering(model, reader)


class _Answering:
    """A reader whose every failure is one clear line: keys, networks and models fail in ways of their own."""

    def __init__(self, model: str, reader: Reader) -> None:
        self._model, self._reader = model, reader

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        from hallway.reading.protocol import UnreadableText

        try:
            return self._reader.read(text, name, written)
        except UnreadableText as error:
            raise UnreadableText(clean(str(error))) from error
        except Exception as error:
            why = clean(str(error))[:300] or type(error).__name__
            raise UnreadableText(f"{name}: the model {self._model} gave no answer: {why}") from error
