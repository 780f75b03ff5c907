"""Answers of a model that were paid for, remembered until the text that they belong to is read to its end.

They lie in files of their own, readable by nobody but their owner, since they quote the text; finished, they are gone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any


class Answers:
    """What a model answered to pieces of texts so far; nothing is remembered where `folder` is None."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, *question: str) -> dict[str, Any] | None:
        """The answer to this very question (model, instructions, piece), if there is one that is whole."""
        try:
            data = json.loads(self._file(*question).read_text(encoding="utf-8")) if self._folder else None
        except (OSError, ValueError):
            return None
        return data if isinstance(data, dict) else None

    def put(self, answer: dict[str, Any], *question: str) -> None:
        """Remember an answer; a disk that is full or read-only costs no more than asking again."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = self._file(*question)
            half = file.with_suffix(".half")
            with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(answer, out, ensure_ascii=False)
            half.replace(file)

    def forget(self, *question: str) -> None:
        """The text is read to its end: its answers are not needed any more."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._file(*question).unlink(missing_ok=True)
                self._folder.rmdir()

    def _file(self, *question: str) -> Path:
        name = hashlib.sha256("\0".join(question).encode("utf-8", "surrogatepass")).hexdigest()
        return (self._folder or Path()) / f"{name}.json"
