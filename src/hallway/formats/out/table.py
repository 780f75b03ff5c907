"""CSV (RFC 4180), a person a line, with a byte order mark so that spreadsheets read the letters right.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); `formats/people.py`
takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import IO

from hallway.formats.out.data import Outgoing, Person, once
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound

COLUMNS = (
    "hallway id,name,other names,organization,title,more jobs,email,phone,url,feed,handle,id,birthday,address,tags,details,notes,"
    "needs and offers,times met,first met,last met,met,introduced by,what came of it"
).split(",")
BETWEEN = " ::: "
"""What stands between several values of one cell, as in Google's CSV."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def defused(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def armed(cell: str) -> str:
    """The cell as it was before `defused`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    out = csv.writer(text)
    out.writerow(COLUMNS)
    for person in outgoing.people:
        out.writerow([defused(sound(cell)) for cell in row(person)])
    text.detach()


def row(person: Person) -> list[str]:
    """The cells of one person, in the order of COLUMNS."""
    contact, met = person.contact, person.met
    own = {kind: [v for k, v in contact.details if k == kind] for kind in ("birthday", "address", "tag")}
    rest = [f"{kind}: {value}" for kind, value in contact.details if kind not in own]
    organization, title = contact.jobs[0] if contact.jobs else ("", None)
    return [
        person.urn,
        contact.name,
        _cell(contact.names),
        organization,
        title or "",
        _cell(f"{o} | {r}" if r else o for o, r in contact.jobs[1:]),
        *(_cell(person.keys(k)) for k in ("email", "phone", "url", "feed", "handle", "id")),
        *map(_cell, own.values()),
        _cell(rest),
        _cell(contact.notes),
        _cell(f"{t.kind}s {t.text}" for t in person.of("need", "offer")),
        str(len(met)),
        met[0].met.when or "" if met else "",
        met[-1].met.when or "" if met else "",
        _cell(f"{m.met.kind} at {m.met.event}" if m.met.event else m.met.kind for m in met),
        _cell(m.via[1] for m in met if m.via),
        _cell(t.text for t in person.of("outcome")),
    ]


def _cell(values: Iterable[str]) -> str:
    return BETWEEN.join(once(values))


OUT = (
    OutFormat(
        "csv",
        "CSV",
        (".csv",),
        _write,
        "a line for each person, for spreadsheets: names, addresses, organizations, when, where and how you met",
    ),
)
