"""What one person's two records look like, before the memory itself was looked at: m by level, in order of `spelling`.

They are what lists of names and addresses show again and again: a name is written alike in about three records of four,
one in ten has a slip, a given name is often shortened, a family name sometimes changes. `weights` moves them as far as
a memory bears out.
"""

FIRST_PRIOR = (0.70, 0.10, 0.08, 0.04, 0.02, 0.06)
"""Both parts stand first: equal, a nickname, a slip, an initial, something alike, something else."""
OTHER_PRIOR = (0.78, 0.01, 0.10, 0.03, 0.02, 0.06)
COLUMN_PRIOR = (0.70, 0.01, 0.12, 0.01, 0.05, 0.11)
SHARED_PRIOR = 0.35
"""How often the same person's two records have a member in common: an event, a place, a company."""

SAME_KEY = 28.0
"""Bits of a stable key that only these two have: one in 268 million pairs of different people share theirs."""
KEY_COMMONER = 10.0
"""Bits it loses each time the number of records with it doubles: info@ is nobody's."""
OTHER_NUMBER = -8.0
"""One issuer gave the two different numbers: mostly two people, sometimes one who signed up twice."""
CHANGED = 0.12
"""The most that can be learnt of how often a part of one's name is something else: a memory must not talk itself into
it."""
NOTHING_ALIKE = -8.0
"""Bits on top, where no part of one name is anything like a part of the other: people do not change both at once."""
GAP_YEAR = -0.2
"""Bits for each year between the last of one and the first of the other; nobody is gone for good."""
GAP_MOST = -4.0
EXPECTED = 0.3
"""Pairs that are one person, a record."""
STRANGERS = 400
"""How many people that are not in the memory a record could have been instead: two records alone are not one person."""
