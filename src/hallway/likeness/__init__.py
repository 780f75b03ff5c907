"""Which records are perhaps the same person, how probably, and why."""

from hallway.likeness.clusters import clusters
from hallway.likeness.index import Index, like, suggestions
from hallway.likeness.judge import ALMOST_CERTAIN
from hallway.likeness.record import Likeness, Reason, Record

__all__ = ["ALMOST_CERTAIN", "Index", "Likeness", "Reason", "Record", "clusters", "like", "suggestions"]
