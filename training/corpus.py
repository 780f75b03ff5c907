"""Read and check the annotated corpus (its format: corpus/README.md).

usage: python training/corpus.py [PATH ...]     checks files or folders, prints what is wrong and a summary
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

CONNECTIONS = ("none", "fleeting", "new", "renewed", "cemented")
MARK = re.compile(r"\{([^{}|]+)\|([^{}|\s]+)\}")
STYLES = {"prose", "diary", "list", "captions", "liveblog", "chat", "mail", "note", "html", "markdown"}


@dataclass(frozen=True)
class Mark:
    """One marked span: code point offsets into `Document.text`, its label (`p1`, `e1`, `o`, `l`, `x`)."""

    start: int
    end: int
    label: str
    decisive: bool


@dataclass
class Document:
    path: Path
    text: str
    marks: list[Mark]
    head: dict[str, str]
    people: dict[str, dict[str, str]]
    events: dict[str, dict[str, str]]
    facts: list[list[str]] = field(default_factory=list)

    @property
    def hand(self) -> str:
        return self.path.parent.name


def parse(path: Path) -> Document:
    """Read one file; raises ValueError naming what is wrong with it."""
    raw = path.read_text(encoding="utf-8")
    parts = raw.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise ValueError("needs a head between two lines of ---")
    head: dict[str, str] = {}
    tables: dict[str, list[list[str]]] = {"events": [], "people": [], "facts": []}
    section = None
    for line in parts[1].splitlines():
        if not line.strip():
            continue
        if line.rstrip(":").strip() in tables and line.strip().endswith(":"):
            section = line.strip()[:-1]
        elif section:
            tables[section].append([cell.strip() for cell in line.split("|")])
        else:
            key, _, value = line.partition(":")
            head[key.strip()] = value.strip()
    text, marks = strip(parts[2].strip("\n"))
    people = {r[0]: _fields(r, ("name", "connection")) for r in tables["people"]}
    events = {r[0]: _fields(r, ("name",)) for r in tables["events"]}
    return Document(path, text, marks, head, people, events, tables["facts"])


def strip(marked: str) -> tuple[str, list[Mark]]:
    out: list[str] = []
    marks: list[Mark] = []
    at = size = 0
    for m in MARK.finditer(marked):
        out.append(marked[at : m.start()])
        size += m.start() - at
        label = m[2]
        marks.append(Mark(size, size + len(m[1]), label.rstrip("!"), label.endswith("!")))
        out.append(m[1])
        size += len(m[1])
        at = m.end()
    out.append(marked[at:])
    return "".join(out), marks


def _fields(row: list[str], names: tuple[str, ...]) -> dict[str, str]:
    values = dict(zip(names, row[1:], strict=False))
    for cell in row[1 + len(names) :]:
        key, eq, value = cell.partition("=")
        if not eq:
            raise ValueError(f"{row[0]}: a field needs key=value, found {cell!r}")
        if value.strip() not in ("", "-"):
            values[key.strip()] = value.strip()
    return values


def problems(doc: Document) -> list[str]:
    """What a checker can see is wrong; an empty list when nothing."""
    found = []
    marked = {m.label for m in doc.marks}
    decided = {m.label for m in doc.marks if m.decisive}
    for pid, p in doc.people.items():
        if p.get("connection") not in CONNECTIONS:
            found.append(f"{pid}: connection {p.get('connection')!r}")
        if pid not in marked:
            found.append(f"{pid} ({p['name']}): never marked in the text")
        elif pid not in decided:
            found.append(f"{pid} ({p['name']}): no mention with ! decides the connection")
        unknown = set(p) - {"name", "connection", "followed", "via", "org", "role", "event", "status", "accept", "sure"}
        if unknown:
            found.append(f"{pid}: unknown fields {sorted(unknown)}")
        if p.get("event") and p["event"] not in doc.events:
            found.append(f"{pid}: event {p['event']} is not listed")
        if p.get("via") and p["via"] not in doc.people:
            found.append(f"{pid}: via {p['via']} is not listed")
        for a in p.get("accept", "").split():
            if a not in CONNECTIONS:
                found.append(f"{pid}: accept {a!r}")
        for word in [] if p.get("sure") else p["name"].split():
            if len(word) > 3 and word[0].isupper() and not _covered(doc, word):
                found.append(f"{pid}: {word!r} stands in the text outside every mark")
    for label in marked - set(doc.people) - set(doc.events) - {"o", "l", "x"}:
        found.append(f"mark {label} has no row in the head")
    if "{" in re.sub(r"\{\{|\}\}", "", doc.text) and doc.head.get("style") not in ("html", "markdown"):
        found.append("a brace is left in the text: broken mark?")
    for row in doc.facts:
        if row[0] in ("need", "offer", "relation", "outcome", "clip") and row[-1] not in doc.text:
            found.append(f"fact {row[0]}: words are not in the text: {row[-1]!r}")
    if doc.head.get("style") not in STYLES:
        found.append(f"style {doc.head.get('style')!r}")
    return found


def _covered(doc: Document, word: str) -> bool:
    spots = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", doc.text)]
    return all(any(m.start <= s < m.end for m in doc.marks) or _inside_link(doc.text, s) for s in spots)


def _inside_link(text: str, spot: int) -> bool:
    before = text[max(0, spot - 120) : spot].rsplit(None, 1)[-1:]
    return bool(before) and ("://" in before[0] or "@" in before[0] or "](" in before[0])


def load(root: Path) -> list[Document]:
    """Every document below `root`, in a stable order."""
    return [parse(p) for p in sorted(root.rglob("*.txt"))]


def main(paths: list[str]) -> int:
    roots = [Path(p) for p in paths] or [Path(__file__).parent / "corpus"]
    files = [f for r in roots for f in (sorted(r.rglob("*.txt")) if r.is_dir() else [r])]
    bad = people = words = 0
    for path in files:
        try:
            doc = parse(path)
            wrong = problems(doc)
        except (ValueError, IndexError, KeyError) as err:
            wrong = [str(err)]
        else:
            people += len(doc.people)
            words += len(doc.text.split())
        for line in wrong:
            print(f"{path}: {line}")
        bad += bool(wrong)
    print(f"{len(files)} texts, {words} words, {people} people; {bad} with something to mend")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
