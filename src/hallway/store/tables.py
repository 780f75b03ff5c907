"""The tables into which much is written, each with the order of the columns in which its rows come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table and the columns of a row; `numbered`: it gives each row an id, which is none of these columns."""

    name: str
    columns: tuple[str, ...]
    numbered: bool = False

    @property
    def rank(self) -> int:
        """Where it comes in the order in which tables refer to each other."""
        return _NUMBERED.index(self.name) if self.numbered else len(_NUMBERED)


_NUMBERED = ("source", "person", "organization", "fact", "passage")
"""Tables that give their rows an id, each before those that refer to it."""


@lru_cache(256)
def table(name: str, columns: tuple[str, ...]) -> Table:
    """The table of this name, for rows of these columns."""
    return Table(name, columns, name in _NUMBERED)


def _table(name: str, columns: str) -> Table:
    return table(name, tuple(columns.split()))


SOURCE = _table("source", "digest name kind author written place record text original")
PERSON = _table("person", "action_id name")
ORGANIZATION = _table("organization", "action_id name folded")
FACT = _table("fact", "action_id source_id kind confidence")
PASSAGE = _table("passage", "source_id start end text before after plain")
EVIDENCE = _table("evidence", "fact_id passage_id")
NAME = _table("name", "fact_id person_id record_id text folded fullest start end")
ORGANIZATION_NAME = _table("organization_name", "fact_id organization_id")
AFFILIATION = _table("affiliation", "fact_id person_id record_id organization_id role since until")
NEED = _table("need", "fact_id person_id record_id kind words")
KEY = _table("key", "fact_id person_id record_id kind value folded")
DETAIL = _table("detail", "fact_id person_id record_id kind value when")
