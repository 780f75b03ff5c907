"""Plain words for how two people connected: a file a language, each with `PATTERNS`: label, weight, regular expression.

Patterns speak of sentences in which names are marks (`reading/skeleton.py`); the group `who` holds the people told of, in as
many alternatives as there are. `training/reader/phrases.py` says how often each is right on the corpus.
"""

CONTACT = "contact"
"""Some contact was told, of whatever kind: it speaks against `none` and for nothing else."""
DENIED = 2.2
"""The weight of the patterns that deny a meeting: what begins inside them tells of none."""
