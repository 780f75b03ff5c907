"""Sentences of ours that can be said in other languages: English text that remembers what it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


class Phrase(str):
    """An English sentence, and the form and values that it was made of.

    `form` has `{blanks}`; `values` fill them: foreign words as they are, other phrases, or a `Day`. `after` follows it, and
    is the same in every language: names, say. Wherever English will do it is simply a string.
    """

    form: str
    values: Mapping[str, str]
    after: str

    def __new__(cls, form: str, after: str = "", /, **values: str) -> Self:
        made = super().__new__(cls, form.format(**values) + after)
        made.form, made.values, made.after = form, values, after
        return made


class Day(str):
    """A day in EDTF, which every language writes in its own way."""
