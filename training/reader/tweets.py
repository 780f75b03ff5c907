"""The public sets of tweets: read, and as examples to train on."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from pathlib import Path
from typing import Any

from data import IGNORE, Example, Whole
from recipe import Recipe

from hallway.reading.encoder.features import TAGS, WINDOW, pieces

KINDS = {
    "person": "PER",
    "PER": "PER",
    "location": "LOC",
    "LOC": "LOC",
    "corporation": "ORG",
    "ORG": "ORG",
    "group": "ORG",
}
"""What the sets call what we call PER, LOC and ORG."""
TRAINED_ON = ("wnut17/wnut17train.conll", "wnut17/emerging.dev.conll", "btc/btc.train", "btc/btc.dev")
"""Everything but the test parts."""
OPEN = -200
"""A piece that the tweets call O, which may be an event: those were not marked there."""
MAYBE = {"B": -300, "I": -301}
"""The first and the other pieces of what the tweets call an organization: it may be an event, or rather a series of them."""
Row = tuple[str, str]
"""A word of a tweet and its tag."""


def read_tweets(path: Path) -> list[list[Row]]:
    """A CoNLL file of tweets: people, organizations and places are marked, events are not."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    tweets = [[line.split("\t") for line in block.splitlines() if "\t" in line] for block in blocks]
    return [[(r[0], r[-1].strip()) for r in rows if r[0]] for rows in tweets if rows]


def tweet(rows: list[Row], tokenizer: Any, how: Recipe, rng: random.Random) -> Whole:
    """One tweet as an example, handles written together again (`@` and what follows it), and some of them without the @."""
    text, tags = "", []
    lower = rng.random() < how.lower_tweets
    for i, (word, tag) in enumerate(rows):
        word = word.lower() if lower else word
        after = rows[i + 1][1] if i + 1 < len(rows) else "O"
        handled = i > 0 and rows[i - 1][0] == "@"
        if word == "@" and after[0] == "B":
            if rng.random() < how.bare:
                continue
            tag = after
        elif handled and tag[0] == "B" and text.endswith("@"):
            tag = f"I{tag[1:]}"
        unmarked = (tag == "O" or not how.handles) and (word.startswith("@") or handled)
        glue = "" if not text or (handled and text.endswith("@")) else " "
        tags.append((len(text) + len(glue), "?" if unmarked else tag))
        text += glue + word
    cut = pieces(tokenizer, text)
    starts = [a for a, _ in tags]
    made: list[int] = []
    last = -1
    for a, _ in cut.offsets:
        w = bisect_right(starts, a) - 1
        made.append(_conll_tag(tags[w][1], w != last))
        last = w
    return Whole([Example(cut.ids[:WINDOW], cut.features[:WINDOW], made[:WINDOW])], {})


def _conll_tag(tag: str, first: bool) -> int:
    """The label of a word's first or other piece; `?` is a handle that was not marked, which says nothing."""
    if tag == "?":
        return IGNORE
    label, letter = KINDS.get(tag[2:]), "B" if first and tag[0] == "B" else "I"
    return OPEN if label is None else MAYBE[letter] if label == "ORG" else TAGS.index(f"{letter}-{label}")
