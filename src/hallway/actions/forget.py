"""Forgetting a person: what the memory holds of them goes, wherever it stands. This cannot be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.model.phrase import Phrase
from hallway.store import forgetting, journal, lists, verdicts
from hallway.store.forgetting import BLOCK
from hallway.store.problems import MemoryProblem
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: facts, texts in which words were blocked out; `names` is what to look for in copies."""

    facts: int
    texts: int
    names: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        return {"facts": self.facts, "texts": self.texts}


def forget(store: Store, person: int) -> Forgotten:
    """Remove a person (id) from facts, texts, journal and index, for good.

    Sentences that tell of nobody else are blocked out whole; elsewhere only the name is, and whatever else an address book had
    of them. Such a text is not read again. Raises MemoryProblem when there is no such person.
    """
    if not lists.is_person(store, person):
        raise MemoryProblem(Phrase("there is no person {n}; nothing was changed", n=str(person)))
    person = verdicts.head(store, person)
    with store.transaction():
        gone = _forget(store, person, sorted(verdicts.shown_under(store, [person])))
    forgetting.scrub(store)
    return gone


def _forget(store: Store, person: int, records: list[int]) -> Forgotten:
    called = forgetting.names(store, records)
    facts = forgetting.facts(store, person)
    actions = forgetting.actions_of(store, facts)
    sentences: dict[int, list[tuple[int, int]]] = {}
    for row in forgetting.words_of(store, facts):
        sentences.setdefault(row["source_id"], []).append((row["start"], row["end"]))
    full = _telling([*(r["text"] for r in called if " " in r["text"].strip()), *forgetting.values(store, records)])
    clips = forgetting.said_of_clips(store, facts)
    texts = {*sentences, *clips, *(r["source_id"] for r in called), *forgetting.texts_with(store, full)}
    written: dict[int, tuple[str, str, str | None]] = {}
    short_in: dict[int, list[str]] = {}
    for number in sorted(texts):
        source = forgetting.source(store, number)
        if source is None:
            continue
        if forgetting.only_about(store, number, facts):
            written[number] = (BLOCK * len(source["text"]), BLOCK * 3, None)
            continue
        short = _short(store, number, called, records)
        words = short_in[number] = [*full, *short]
        text = _without_sentences(source["text"], sentences.get(number, []))
        for row in called:
            if row["source_id"] == number and row["start"] >= 0:
                text = _blocked(text, row["start"], row["end"])
        author = source["author"] and _without(source["author"], words)
        written[number] = (_without(text, words), _without(source["name"], full), author)
    forgetting.remove(store, person, records, facts)
    for number, (text, name, author) in written.items():
        forgetting.rewrite(store, number, text, name, author)
    for row in forgetting.worded(store):
        left = _without(row["words"], short_in.get(row["source_id"], full))
        if left != row["words"]:
            forgetting.reword(store, row, left)
    forgetting.journal_without(store, full, actions)
    journal.begin(store, "forget", "somebody")
    names = tuple(dict.fromkeys(r["text"] for r in called if " " in r["text"].strip())) or tuple(
        r["text"] for r in called
    )
    return Forgotten(len(facts), len(written), names)


def _telling(words: Iterable[str]) -> list[str]:
    """Words that mean this person wherever they stand, the longest first."""
    return sorted({w.strip() for w in words if len(w.strip()) > 3}, key=lambda w: (-len(w), w))


def _short(store: Store, source: int, called: list[Row], records: list[int]) -> list[str]:
    """Single names that in this text nobody else has."""
    short = {r["text"] for r in called if r["source_id"] == source and r["text"].strip()}
    short |= {part for name in short for part in name.split() if len(part) > 2 and part[0].isupper()}
    return _sorted(n for n in short if not forgetting.others_called(store, source, fold(n), records))


def _sorted(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda w: (-len(w), w))


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = re.sub(rf"(?<!\w)(?<!\w-){re.escape(word)}(?!\w|-\w)", lambda m: BLOCK * len(m[0]), text)
    return text


def _without_sentences(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = _blocked(text, start, end)
    return text


def _blocked(text: str, start: int, end: int) -> str:
    """The text with blocks for the letters of a stretch; spaces and line ends stay."""
    return text[:start] + re.sub(r"\S", BLOCK, text[start:end]) + text[end:]
