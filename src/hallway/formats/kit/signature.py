"""My own words in a mail, and what a signature says of its writer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.formats.kit import words
from hallway.model.folding import fold

_QUOTED_BELOW = re.compile(
    r"^(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Forwarded message)\b.*|_{10,}|Begin forwarded message:"
    r"|(?:On|Am|Le|El|Il|Op)\b.{5,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef).{0,80}:?|(?:From|Von|De): .{3,200})$",
    re.I,
)
_DASHES = re.compile(r"^(?:-- ?|—|–{2}|_{3,9}|-{3,})$")
_PHONE = re.compile(r"(?<![\w.])(\+?\(?\d[\d\s()./-]{7,20}\d)(?![\w.])")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>|,]{4,200}")
_WORK = re.compile(
    r"\b(?:director|manager|engineer|editor|founder|head|lead|professor|prof|lecturer|researcher|developer|designer|consultant|partner|"
    r"officer|ceo|cto|cfo|president|analyst|scientist|student|architect|coordinator|specialist|producer|curator|journalist|librarian|"
    r"leiter(?:in)?|geschäftsführer(?:in)?|redakteur(?:in)?|directeur|directrice|ingénieur|chef|fellow|chair|secretary|assistant|owner)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines at the end of a mail; `keys` are telephone numbers and pages as (kind, value)."""

    text: str
    title: str = ""
    organization: str = ""
    keys: tuple[tuple[str, str], ...] = ()


def own_words(body: str) -> str:
    """What a mail says itself: without quoted lines, without the mail below, without the signature."""
    kept = []
    for line in body.split("\n"):
        bare = line.strip()
        if _QUOTED_BELOW.match(bare[:400]) or _DASHES.match(line.rstrip("\r")):
            break
        if not bare.startswith(">"):
            kept.append(line.rstrip())
    return words.plain("\n".join(kept))


def signature_of(body: str, name: str) -> Signature | None:
    """The signature below a mail: what stands after two dashes, or from the writer's name on; None where there is none that
    says anything."""
    lines = _before_quotes(body)
    start = next((i + 1 for i in range(len(lines) - 1, -1, -1) if _DASHES.match(lines[i])), None)
    if start is None and name:
        wanted = fold(name)
        start = next((i for i in range(len(lines) - 1, max(-1, len(lines) - 12), -1) if fold(lines[i]) == wanted), None)
    if start is None:
        return None
    block = [line.strip() for line in lines[start : start + 10] if line.strip()]
    text = words.plain("\n".join(block))
    keys = [("phone", m[1].strip()) for m in _PHONE.finditer(text)] + [
        ("url", m[0].rstrip("./")) for m in _URL.finditer(text)
    ]
    title, organization = _work(block, name)
    return Signature(text, title, organization, tuple(dict.fromkeys(keys))) if keys or title else None


def _before_quotes(body: str) -> list[str]:
    kept: list[str] = []
    for line in body.split("\n")[:2000]:
        if line.lstrip().startswith(">") or _QUOTED_BELOW.match(line.strip()[:400]):
            break
        kept.append(line.rstrip())
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _work(block: list[str], name: str) -> tuple[str, str]:
    """Title and organization: a line with a word for work, and what stands in it after a comma, or in the line below."""
    for i, line in enumerate(block):
        if not _WORK.search(line) or len(line) > 120 or "@" in line or _URL.search(line):
            continue
        title, _, organization = (
            p.strip() for p in re.sub(r"\s+(?:at|bei|chez|@)\s+|\s*[|·•]\s*", ", ", line, count=1).partition(", ")
        )
        if not organization and i + 1 < len(block) and _plain_name(block[i + 1], name):
            organization = block[i + 1]
        if fold(title) == fold(name):
            title, _, organization = organization.partition(", ")
        return title, organization.strip(" ,|")
    return "", ""


def _plain_name(line: str, name: str) -> bool:
    return len(line) <= 60 and not re.search(r"\d|@|://|www\.", line) and fold(line) != fold(name)
