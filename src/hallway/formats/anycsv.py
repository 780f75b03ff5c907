"""Any other CSV of people: which column is what is guessed from the header, or was told before and is remembered.

What was told is a setting named after the header (`columns:` and its fingerprint), so that the next file of the same make needs
no asking.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from hallway.formats.kit.contact import KIND, ROLES, by_role
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model.folding import fold

PREFIX = "columns:"
_KNOWN = {
    "name": "name|full name|fullname|display name|contact name|contact|person|attendee|participant|speaker|nom complet|teilnehmer|"
    "nome completo|nombre completo|who",
    "first": "first name|firstname|first|given name|forename|vorname|prenom|nombre|nome|voornaam",
    "last": "last name|lastname|last|surname|family name|nachname|nom|apellido|apellidos|cognome|achternaam|nom de famille",
    "middle": "middle name|middle",
    "nickname": "nickname|nick|alias|spitzname",
    "email": "email|e mail|mail|email address|e mail address|emails|e mail adresse|correo|correo electronico|courriel|adresse e mail",
    "phone": "phone|phone number|mobile|mobile phone|mobile number|telephone|tel|telefon|handy|cell|cell phone|telefono|portable|gsm",
    "organization": "company|organization|organisation|org|employer|firma|societe|empresa|affiliation|institution|company name|"
    "company organization|entreprise|bedrijf|azienda",
    "title": "title|job title|position|role|jobtitle|job|funktion|titel|poste|cargo|occupation",
    "url": "url|website|web|web page|webpage|homepage|blog|linkedin|linkedin url|linkedin profile|profile|profile url|link|site",
    "handle:x": "twitter|twitter handle|x|x handle|twitter username",
    "handle:mastodon": "mastodon|fediverse|mastodon handle",
    "handle:github": "github|github username|github handle",
    "notes": "notes|note|comment|comments|remarks|notizen|bemerkung|description|remarques|notas",
    "birthday": "birthday|birth date|date of birth|geburtstag|anniversaire|cumpleanos|dob",
    "connected": "connected on|connected|met on|date met|kennengelernt",
    "created": "created|created at|date added|added|created on|creation date|added on",
    "tags": "tags|tag|labels|groups|group|category|categories|kategorien",
}
GUESSES = {word: role for role, names in _KNOWN.items() for word in names.split("|")}


def guessed(header: Sequence[str]) -> dict[str, str]:
    """Column → role, for the columns whose names are usual; each of first, last and name once."""
    roles: dict[str, str] = {}
    for column in header:
        role = GUESSES.get(fold(column), "")
        if role and not (role in ("name", "first", "last") and role in roles.values()):
            roles[column] = role
    if {"first", "last"} & set(roles.values()) and "name" in roles.values() and "last" in roles.values():
        roles = {c: r for c, r in roles.items() if r != "name"}
    return roles


def fingerprint(header: Sequence[str]) -> str:
    """The setting under which it is remembered what the columns of such a file are."""
    told = "\x1f".join(header).encode("utf-8", "replace")
    return f"{PREFIX}{hashlib.sha256(told).hexdigest()[:16]}"


def header_in(head: bytes) -> list[str]:
    """The names of the columns of a file that begins with these bytes; empty where it has none."""
    return header_of(head, _is_header)


def parse(told: str, header: Sequence[str]) -> dict[str, str]:
    """`name=Full Name,email=Mail` as column → role. Raises ValueError for a role or a column that there is not."""
    roles: dict[str, str] = {}
    parts = re.split(r",\s*(?=[a-z]+(?::[\w-]+)?=)", told)
    for part in parts:
        role, equals, column = (p.strip() for p in part.partition("="))
        if not equals or role.partition(":")[0] not in ROLES:
            raise ValueError(f"“{part}” is not ROLE=COLUMN, where ROLE is one of {', '.join(ROLES)}")
        if column not in header:
            raise ValueError(f"there is no column “{column}”: there are {', '.join(header)}")
        roles[column] = role
    return roles


def roles_for(header: Sequence[str], settings: Mapping[str, str]) -> dict[str, str]:
    """What was told of such a header before, else what its names say."""
    told = settings.get(fingerprint(header))
    return {str(k): str(v) for k, v in json.loads(told).items()} if told else guessed(header)


def names_somebody(roles: Mapping[str, str]) -> bool:
    """Whether a person can come of such columns."""
    return bool({"name", "first", "last", "email", "nickname"} & set(roles.values()))


_LOOKED = 12
_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")


def _is_header(cells: list[str]) -> bool:
    named = [c for c in cells if c]
    return len(named) >= 2 and all(len(c) <= 60 and "@" not in c and not c.isdigit() for c in named)


def sniff(head: bytes, name: str) -> float:
    """A header with a name or a mail address in it, and something else; or, whatever it says, a column of mail addresses."""
    if head[:1] in (b"{", b"[", b"<") or head[:6].upper() == b"BEGIN:":
        return 0.0
    roles = guessed(header_in(head))
    if names_somebody(roles) and len(roles) >= 2:
        return 0.55
    return 0.5 if _has_addresses(head) else 0.0


def _has_addresses(head: bytes) -> bool:
    """Whether the first rows are whole and a column of theirs has nothing but mail addresses."""
    table = list(islice(rows(io.BytesIO(head), Context(""), _is_header), _LOOKED))
    found = [row.cells for row in table if isinstance(row, Row)]
    whole = found and len(found) == len(table) and len({len(cells) for cells in found}) == 1
    return bool(whole) and any(all(_MAIL.fullmatch(cells[c]) for cells in found) for c in found[0])


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person a row."""
    roles: dict[str, str] | None = None
    for row in rows(stream, context, _is_header):
        if not isinstance(row, Row):
            yield row
            continue
        if roles is None:
            roles = roles_for(list(row.cells), context.settings)
            if not names_somebody(roles):
                said = f"does not say which of its columns is the name: {', '.join(row.cells)}"
                yield context.problem(1, None, said, 'say it with --columns "name=Full Name,email=Mail"')
                return
        contact = by_role(row.cells, roles, row.text)
        found = contact.reading(context.name, f"line {row.line}")
        yield found or context.problem(
            row.line, next(iter(roles)), "names nobody", "give the row a name or a mail address"
        )


FORMAT = Format(
    name="csv",
    title="Any list of people (CSV)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="A spreadsheet: Save as → CSV. An attendee list, a newsletter's subscribers, another program's contacts.",
    fields=(
        ("columns with usual names", "name, mail address, number, page, organization, title, notes, tags, dates"),
        ("other columns", "details under the column's name"),
        (
            "what is not seen",
            "asked on a terminal, or told with `--columns name=Full Name,email=Mail`; remembered for files with this header",
        ),
    ),
)
