"""More facts than one statement may have values."""

from hallway import Memory
from hallway.store import stories


def test_evidence_of_many_facts(lived: Memory) -> None:
    few = stories.evidence(lived.store, range(1, 40))
    many = stories.evidence(lived.store, [*range(1, 40), *range(1000, 100_000)])
    assert few
    assert [tuple(r) for r in many] == [tuple(r) for r in few]
