"""Notes of a Markdown vault (Obsidian, Logseq, Foam and others): pages about people, daily notes, [[links]] to people.

A page is a person's where its front matter says so (`type: person`, a tag `people`) or has an address. In other notes only links
to full names are people; that I met somebody is kept only where my words beside the link say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hallway.formats.anycsv import GUESSES
from hallway.formats.kit import times, words
from hallway.formats.kit.contact import Contact
from hallway.formats.kit.ical import decoded
from hallway.formats.kit.reading import whole
from hallway.formats.protocol import Context, Format, Item, Problem, Stream
from hallway.model import Connection, EncounterFact, Fact, PersonFact, Reading, Source, Span, TopicFact, When
from hallway.model.folding import fold

KIND = "diary"
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_FIELD = re.compile(r"^([\w -]{1,40}):[ \t]*(.*)$")
_LINK = re.compile(r"(?<!!)\[\[([^\[\]|#\n]{1,120})(?:#[^\[\]|\n]{0,120})?(?:\|([^\[\]\n]{1,120}))?\]\]")
_NAME = re.compile(r"@?[A-ZÀ-Þ][\w'’.-]*(?: (?:van|von|de|der|den|di|da|la|le|bin|al|ten|[A-ZÀ-Þ][\w'’.-]*)){1,4}")
_NOT_NAMES = re.compile(
    r"\b(?:Days?|Conference|Conf|Summit|Project|Notes?|Meeting|Camp|Festival|Institute|University|Press|Week|Forum|Team|Map|Index|Home)\b|\d"
)
_MET = re.compile(
    r"\b(?:met|lunch(?:ed)?|coffee|dinner|drinks?|breakfast|talked (?:to|with)|spoke (?:to|with)|chatted|ran into|bumped into|walk(?:ed)? with|"
    r"introduced me|getroffen|kennengelernt|rencontré)\b",
    re.I,
)
_FIRST = re.compile(r"\b(?:first time|finally met|new contact|introduced me|kennengelernt)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|didn['’]t|missed|should|want to|would|will|must|todo|to do)\b|\[ \]", re.I)
_DAY = re.compile(r"(?:^|[/\\])(\d{4}-\d{2}-\d{2})[^/\\]*\.(?:md|markdown)$")
_TEMPLATE = re.compile(r"(?:^|[/\\])(?:[\W_]*templates?[/\\]|[^/\\]*\btemplate\.(?:md|markdown)$)", re.I)
_PEOPLE = frozenset("person people contact contacts persons friend colleague".split())


def sniff(head: bytes, name: str) -> float:
    """Front matter of fields, or links in double brackets, in what is otherwise prose."""
    text = decoded(head)
    if text[:1] in ("<", "{") or (text[:1] == "[" and not text.startswith("[[")):
        return 0.0
    front = _FRONT.match(text)
    if front and any(_FIELD.match(line) for line in front[1].splitlines()):
        return 0.75
    return 0.6 if _LINK.search(text) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The note as one record; a note that names nobody gives nothing, and neither does one to make others from."""
    if _TEMPLATE.search(context.name):
        return
    data = whole(stream, context)
    if isinstance(data, Problem):
        yield data
        return
    text = decoded(data)
    note = _Note(text, context.name, _fields(text))
    reading = _person_page(note) if _is_person(note) else _note(note)
    if reading:
        yield reading


@dataclass(slots=True)
class _Note:
    text: str
    file: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Its title: front matter, else the file's name."""
        stem = re.sub(r"^.*[/\\]|\.(?:md|markdown)$", "", self.file)
        return next((self.fields[k][0] for k in ("title", "name") if self.fields.get(k)), stem)

    @property
    def body(self) -> int:
        front = _FRONT.match(self.text)
        return front.end() if front else 0

    @property
    def day(self) -> When | None:
        """The day of a daily note, or the one its front matter gives."""
        named = _DAY.search(self.file)
        given = next((self.fields[k][0] for k in ("date", "created", "day") if self.fields.get(k)), "")
        return times.day(named[1] if named else given)


def _fields(text: str) -> dict[str, list[str]]:
    """Front matter as lists of texts: of YAML what people write there, `key: value`, `key: [a, b]`, and lists with dashes."""
    front = _FRONT.match(text)
    found: dict[str, list[str]] = {}
    key = ""
    for line in front[1].splitlines() if front else ():
        if named := _FIELD.match(line):
            key, value = named[1].strip().casefold(), named[2].strip()
            inner = (
                value[1:-1].split(",")
                if value.startswith("[") and value.endswith("]") and not value.startswith("[[")
                else [value]
            )
            found[key] = [v for part in inner if (v := _unquoted(part))]
        elif key and line.lstrip().startswith("- ") and (v := _unquoted(line.lstrip()[2:])):
            found[key].append(v)
    return found


def _unquoted(value: str) -> str:
    plain = value.strip().strip("\"'").strip()
    link = _LINK.fullmatch(plain)
    return (link[2] or link[1]).strip() if link else plain


def _is_person(note: _Note) -> bool:
    said = {
        w.casefold().lstrip("#").split("/")[0]
        for k in ("type", "tags", "tag", "kind", "class", "category")
        for w in note.fields.get(k, ())
    }
    return bool(said & _PEOPLE) or bool({"email", "e-mail", "phone", "mobile", "birthday"} & note.fields.keys())


def _person_page(note: _Note) -> Reading | None:
    contact = Contact(note.text, {"name": note.title.lstrip("@")})
    jobs = {"organization": "", "title": ""}
    for key, values in note.fields.items():
        role = "nickname" if key == "aliases" else GUESSES.get(fold(key), f"detail:{key}")
        for value in values:
            if role in jobs and key != "title":
                jobs[role] = jobs[role] or value
            elif key not in ("title", "name", "type", "kind", "class"):
                contact.add(
                    "tags"
                    if role == "tags" and value.casefold().lstrip("#") not in _PEOPLE
                    else "ignore"
                    if role == "tags"
                    else role,
                    value,
                    key,
                )
    if any(jobs.values()):
        contact.jobs.append((jobs["organization"], jobs["title"]))
    found = contact.reading(note.file, "line 1", f"note:{note.file}")
    if found is None:
        return None
    source = Source(note.file, note.text, KIND, None, note.day, None, "line 1", f"note:{note.file}")
    said = tuple(source.span(*c) for c in words.chunks(note.text, note.body, len(note.text), most=30))
    facts = [_with_words(f, said) if isinstance(f, PersonFact) else f for f in found.facts]
    return Reading(source, tuple(facts))


def _with_words(person: PersonFact, said: tuple[Span, ...]) -> PersonFact:
    return PersonFact(person.ref, person.name, person.mentions, said or person.evidence)


def _note(note: _Note) -> Reading | None:
    source = Source(note.file, note.text, KIND, None, note.day, None, "line 1", f"note:{note.file}")
    people: dict[str, str] = {}
    facts: list[Fact] = []
    met: set[str] = set()
    for link in _LINK.finditer(note.text, note.body):
        name = words.name(link[1].rpartition("/")[2].lstrip("@"))
        if not _NAME.fullmatch(name) or _NOT_NAMES.search(name):
            continue
        start, end = _line(note.text, link.start())
        sentence = (source.span(start, end),)
        ref = people.get(fold(name))
        if ref is None:
            ref = people[fold(name)] = f"p{len(people)}"
            at = note.text.index(link[1], link.start()) + link[1].index(name.split(" ")[0])
            facts.append(PersonFact(ref, name, (source.span(at, min(at + len(name), link.end())),), sentence))
        said = note.text[start:end]
        if note.day and ref not in met and _MET.search(said) and not _NEGATED.search(said):
            met.add(ref)
            kind = Connection.NEW if _FIRST.search(said) else Connection.RENEWED
            facts.append(EncounterFact(ref, kind, None, None, note.day, sentence, 0.65))
    if not people:
        return None
    top = next(
        (source.span(*c) for c in words.chunks(note.text, note.body, len(note.text), most=1)),
        source.span(0, min(len(note.text), 80)),
    )
    return Reading(source, (*facts, TopicFact(note.title, (top,))))


def _line(text: str, at: int) -> tuple[int, int]:
    """The line around a place, without the spaces at its ends."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    said = text[start:end]
    return start + len(said) - len(said.lstrip()), start + len(said.rstrip())


FORMAT = Format(
    name="markdown",
    title="Markdown vault (Obsidian and others)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="The vault is a folder of `.md` files: import the folder.",
    fields=(
        (
            "front matter of a person's page",
            "name, aliases, mail address, number, organization, title, birthday, tags; other fields as details",
        ),
        ("the text of a person's page", "your words about them, to recall by"),
        ("[[Full Name]] in other notes", "somebody whom your note names, with the line"),
        ("daily notes", "“met [[Full Name]]” is an encounter on that day, as likely as your words are plain"),
        ("everything else", "a note that names nobody by a link is not kept: `hallway read` understands prose"),
    ),
)
