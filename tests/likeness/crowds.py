"""A small memory of fictional people, so that there is something to be common or rare among."""

from hallway.likeness import Record

GIVEN = "Tolva Mira Jorun Kesh Odile Bram Suri Pell Zefram Ines".split()
FAMILY = "Brindle Quellmalz Vesk Ostrand Halloway Ketteridge Drumm Sorrel Lind Abara".split()


def crowd(first: int = 1000, size: int = 60) -> list[Record]:
    """Different people, each with a name of their own, at one of six events."""
    names = [f"{given} {family}" for family in FAMILY for given in GIVEN][:size]
    return [Record(first + n, (name,), events=frozenset({n % 6})) for n, name in enumerate(names)]
