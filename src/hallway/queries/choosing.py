"""The one person whom a few words mean, or a question which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hallway.model.folding import fold
from hallway.model.phrase import Phrase
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
            raise WhichOne(Phrase("there is no person #{n}; `hallway people` shows who there is", n=str(record)))
        return people_by_id(store, [verdicts.head(store, record)])[0]
    found = people_by_id(store, find_people(store, words))
    found = [p for p in found if fold(p.name) == fold(words)] or found
    if len(found) == 1:
        return found[0]
    if found:
        each = ", ".join(f"#{p.id} {p.name}{f' ({p.organization})' if p.organization else ''}" for p in found[:6])
        more = f" and {len(found) - 6} more" if len(found) > 6 else ""
        raise WhichOne(
            Phrase(
                "“{words}” can be {n} people: {each}; say which by number, such as #{id}",
                words=words,
                n=str(len(found)),
                each=each + more,
                id=str(found[0].id),
            ),
            found,
        )
    near = similar_names(store, words)
    if near:
        names = ", ".join(near[:3])
        raise WhichOne(Phrase("nobody here is called “{words}”; did you mean {names}?", words=words, names=names))
    raise WhichOne(Phrase("nobody here is called “{words}”", words=words))
