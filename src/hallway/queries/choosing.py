"""The one person whom a few words mean, or a question which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hallway.model.folding import fold
from hallway.queries.finding import find_people, similar_names
from hallway.queries.people import PersonLine, people_by_id
from hallway.store import lists, verdicts
from hallway.store.problems import MemoryProblem
from hallway.store.store import Store


class WhichOne(MemoryProblem):
    """Words that mean nobody, or more than one; `candidates` are those whom they can mean."""

    def __init__(self, message: str, candidates: Sequence[PersonLine] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


def one_person(store: Store, words: str) -> PersonLine:
    """The person whom `words` mean: a name, a part of one, or a number such as `#12`.

    Raises WhichOne, with whom they can mean, where that is nobody or several.
    """
    number = re.fullmatch(r"\s*#(\d+)\s*", words)
    if number:
        record = int(number[1])
        if not lists.is_person(store, record):
            raise WhichOne(f"there is no person #{record}; `hallway people` shows who there is")
        return people_by_id(store, [verdicts.head(store, record)])[0]
    found = people_by_id(store, find_people(store, words))
    found = [p for p in found if fold(p.name) == fold(words)] or found
    if len(found) == 1:
        return found[0]
    if found:
        each = ", ".join(f"#{p.id} {p.name}{f' ({p.organization})' if p.organization else ''}" for p in found[:6])
        more = f" and {len(found) - 6} more" if len(found) > 6 else ""
        raise WhichOne(
            f"“{words}” can be {len(found)} people: {each}{more}; say which by number, such as #{found[0].id}", found
        )
    near = similar_names(store, words)
    also = f"; did you mean {' or '.join(near[:3])}?" if near else ""
    raise WhichOne(f"nobody here is called “{words}”{also}")
