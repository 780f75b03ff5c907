"""What is held on one person, in a form that they can read: sections of entries, each with the words that it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hallway.formats.out.data import Quote
from hallway.formats.out.sound import sound
from hallway.formats.out.vault import plain
from hallway.model.dates import ENGLISH, Dates

when = Dates(ENGLISH).when


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is held, in a line, and in which words."""

    text: str
    quotes: tuple[Quote, ...] = ()

    def as_dict(self) -> dict[str, object]:
        words = [{"text": q.text, "source": q.source, "date": q.date} for q in self.quotes]
        return {"text": self.text, "words": words}


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a title; `id` is what `--json` calls them."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is held on `name`, as of `made` (a day, ISO 8601)."""

    name: str
    made: str
    intro: str
    sections: tuple[Section, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        told: dict[str, object] = {"name": self.name, "made": self.made}
        return told | {s.id: [e.as_dict() for e in s.entries] for s in self.sections}


def source_of(quote: Quote) -> str:
    """From which source, and when that was written."""
    return f"{quote.source}{f', {when(quote.date)}' if quote.date else ''}"


def text(report: Report) -> bytes:
    """Plain text in 80 columns."""
    title = f"What Hallway holds on {report.name}"
    lines = [title, "=" * min(80, len(title)), "", *textwrap.wrap(report.intro, 80)]
    for section in report.sections:
        lines += ["", section.title, "-" * len(section.title)]
        for entry in section.entries:
            lines += _wrapped(entry.text, "- ", "  ")
            for quote in entry.quotes:
                lines += _wrapped(f"“{quote.text}”", "    ", "     ")
                lines += _wrapped(source_of(quote), "      ", "      ") if quote.source else []
    return sound("\n".join([*lines, ""])).encode()


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()), 80, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def markdown(report: Report) -> bytes:
    """Markdown in which nothing of what is told is markup."""
    return sound("\n".join([*_markdown(report), ""])).encode()


def _markdown(report: Report) -> Iterator[str]:
    yield f"# What Hallway holds on {plain(report.name)}"
    yield f"\n{plain(report.intro)}"
    for section in report.sections:
        yield f"\n## {section.title}\n"
        for entry in section.entries:
            yield f"- {plain(entry.text)}"
            for quote in entry.quotes:
                yield f"  > “{plain(quote.text)}”{f' ({plain(source_of(quote))})' if quote.source else ''}"


def html(report: Report) -> bytes:
    """One page without scripts that asks for nothing elsewhere."""
    from hallway.formats.out.page import rendered

    return rendered("report.html", report=report)


WRITERS: dict[str, Callable[[Report], bytes]] = {".txt": text, ".md": markdown, ".html": html, ".htm": html}


def writer(path: Path, name: str | None) -> Callable[[Report], bytes] | None:
    """What writes a report to a file of this name, or in the format `text`, `markdown` or `html`; None for any other."""
    named = {"text": text, "html": html, "markdown": markdown if path.suffix.lower() == ".md" else None}
    return named.get(name) if name else WRITERS.get(path.suffix.lower())
