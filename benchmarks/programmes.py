"""Programmes of real conferences, imported and counted, beside what the standard library's XML parser counts in the same files.

    python benchmarks/programmes.py FILE...

Prints, for each file, talks and people as Hallway kept them and as they stand in the XML; then over all files how many people
come back. Files whose names begin alike are one series. "By id" counts a person once for each number that the conference gave, as nothing else in the XML tells people apart.
"""

from __future__ import annotations

import sys
import tempfile
import time
import xml.etree.ElementTree as etree
from collections import Counter
from pathlib import Path

from hallway import Memory

KEPT = (
    "SELECT name, (SELECT count(*) FROM talk WHERE event_id = event.id),"
    " (SELECT count(DISTINCT person_id) FROM talk JOIN talk_person USING (fact_id) WHERE event_id = event.id)"
    " FROM event ORDER BY start"
)
RECURRING = "SELECT person_id FROM talk JOIN talk_person USING (fact_id) GROUP BY 1 HAVING count(DISTINCT event_id) > 1"


def main(files: list[Path]) -> None:
    print(f"{'file':28} {'talks':>6} {'by id':>6} {'by name':>8}   in the XML itself")
    seen: Counter[str] = Counter()
    for file in files:
        talks, ids, names = _counted(file)
        seen.update(f"{file.name[:3]}{i}" for i in ids)
        print(f"{file.name:28} {talks:6} {len(ids):6} {len(names):8}")
    print(f"{'all':28} {'':6} {len(seen):6}   {sum(n > 1 for n in seen.values())} of them in more than one file\n")
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "people.db") as memory:
        began = time.perf_counter()
        imported = memory.files.import_(files)
        took = time.perf_counter() - began
        print(f"{'event':28} {'talks':>6} {'people':>6}   kept by Hallway")
        for name, talks, people in memory.store.rows(KEPT):
            print(f"{name[:28]:28} {talks:6} {people:6}")
        [(people,)] = memory.store.rows("SELECT count(*) FROM person")
        [(talks,)] = memory.store.rows("SELECT count(*) FROM talk")
        print(f"{'all':28} {talks:6} {people:6}   {len(memory.store.rows(RECURRING))} of them at more than one event")
        print(f"{took:.1f} s, {talks / took:.0f} talks a second; {imported.failures} problems")


def _counted(file: Path) -> tuple[int, set[str], set[str]]:
    try:
        root = etree.parse(file).getroot()
    except etree.ParseError:
        return 0, set(), set()
    people = list(root.iter("person"))
    ids = {p.get("id") or p.get("code") or p.text or "" for p in people}
    return sum(1 for _ in root.iter("event")), ids, {p.text or "" for p in people}


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
