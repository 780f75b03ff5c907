"""What others do with an address book, each in a process of its own with their own Python; prints records and seconds as JSON.

usage: VENV/bin/python benchmarks/_theirs.py vobject FILE.vcf | khard FOLDER | orbit FILE.vcf MOST
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def vobject(file: str) -> int:
    """Parse every card; nothing is kept."""
    import vobject as library

    with Path(file).open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in library.readComponents(stream))


def khard(folder: str) -> int:
    """List an address book, for which every card is parsed; nothing is kept but the files that were there."""
    settings = Path(folder).parent / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[all]]\npath = {folder}\n[general]\n[vcard]\n")
    command = [str(Path(sys.executable).parent / "khard"), "-c", str(settings), "list", "--parsable"]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    return len(told.splitlines())


def orbit(file: str, most: str) -> int:
    """Make a note of each person, with name and address, as its import does it."""
    from orbit import vault, writes
    from orbit.crm import Crm

    text = Path(file).read_text(encoding="utf-8")
    people = re.findall(r"^FN:(.*?)\r?$.*?^EMAIL[^:]*:(.*?)\r?$", text, re.M | re.S)[: int(most)]
    with tempfile.TemporaryDirectory() as folder:
        import datetime

        vault.init(folder, "Nobody", [], datetime.datetime.now().astimezone())
        with Crm(Path(folder), home=Path(folder) / "home") as crm:
            for name, mail in people:
                fields = {"name": name, "emails": [mail]}
                writes.upsert_person(crm, "new", fields, "address book", "imported", provisional=True)
    return len(people)


def main() -> None:
    """Do one of them, and say how long it took and how much memory (MB, of the children too)."""
    begun = time.perf_counter()
    records = {"vobject": vobject, "khard": khard, "orbit": orbit}[sys.argv[1]](*sys.argv[2:])
    seconds = time.perf_counter() - begun
    used = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(json.dumps({"records": records, "seconds": seconds, "megabytes": used}))


if __name__ == "__main__":
    main()
