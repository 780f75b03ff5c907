"""The settings of one training, and those of the two whose weights are averaged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How often a text is changed, which way, and how fast is learnt. Shares are between 0 and 1."""

    seed: int
    epochs: int = 8
    rate: float = 1e-4
    """Of learning; of the heads and the shapes, ten times as much."""
    weight: float = 0.4
    """Of connections beside names."""
    own: bool = True
    """Whether the corpus is trained on at all."""
    tweets: float = 0.2
    """The share of the tweets in each epoch."""
    average: float = 0.995
    """How slowly the kept weights follow the trained ones."""
    words: bool = True
    """Whether the word embeddings are trained."""
    pieces: int = 1200
    """Word pieces in a batch."""
    anywhere: float = 0.5
    """Texts whose windows begin anywhere; those of the others lie as they do when reading."""
    lap: int = 24
    """How many pieces two windows of the former share; fewer than when reading, which saves work."""
    as_written: float = 0.5
    """People who keep their names."""
    invented: float = 0.5
    """Of the others, those with names of twelve kinds and handles; the rest get parts of names of the corpus, mixed anew."""
    occasions: float = 0.5
    """Events whose names are replaced."""
    lower: float = 0.06
    """Texts in lower case."""
    lower_tweets: float = 0.08
    """Tweets in lower case."""
    bare: float = 0.15
    """Handles of tweets that lose their @."""
    handles: bool = True
    """Whether the handles of tweets are learnt from, where they are marked."""
    masked: float = 0.06
    """Word pieces that are hidden, so that no single word is leant on."""
    unheard: float = 0.08
    """Mentions that decide nothing and are left out of a person: a reader overlooks some as well."""


RECIPES = (
    Recipe(seed=7),
    Recipe(
        seed=8, epochs=7, average=0.99, weight=0.35, tweets=0.16, handles=False, anywhere=0.0, invented=0.0, unheard=0.0
    ),
)
