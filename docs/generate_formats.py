"""Writes docs/formats.md from the formats themselves. `--check` only says whether it is up to date (exit code 1: it is not)."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from hallway.formats.protocol import Format, formats

PAGE = Path(__file__).with_name("formats.md")
HEAD = """\
# What you already have

<!-- Written by docs/generate_formats.py from src/hallway/formats/: change those, not this page. -->

```
hallway import contacts.vcf Connections.csv archive.zip old-address-books/
```

`hallway import` sees from what is in a file what it is; its name does not matter. A folder or a zip archive is looked through,
and whatever is known in it is taken. It says first what it will do, and asks.

- **Again?** What was imported before adds nothing. A record that changed replaces what it said before, unless it is older.
- **A bad record** is named with its file and line, and what to do; everything else is taken.
- **Interrupted?** What was kept is safe; the same command goes on where it stopped.
- **Regretted?** `hallway undo` takes an import back as a whole; what it had replaced comes back.
- **Large?** Cards, lists, calendars, mail and chats are read piece by piece, and a bar shows how far it is. What has to be
  understood as a whole may have so much: a programme, a web page, a list of feeds, a saved feed 32 MB.
- **Not sure?** `--dry-run` says what would come of it. `--as FORMAT` says what a file is, where Hallway cannot see it.

Cards and lists are recognised as people whom you know by their addresses, profiles, numbers and ids, never by a name alone:
two people may have the same one. `hallway same` suggests who else may be whom. A programme says who was there, not that you
met them.
"""
SECTIONS = {
    "Address books": ("card", "list"),
    "Programmes": ("programme",),
    "Calendars": ("calendar",),
    "Mail, chats, notes": ("mail", "chat", "note", "diary", "post"),
}


def page() -> str:
    """The whole page as Markdown."""
    found = list(formats().values())
    parts = [HEAD]
    listed = {kind for kinds in SECTIONS.values() for kind in kinds}
    sections = SECTIONS | {"Others": tuple({f.kind for f in found} - listed)}
    for title, kinds in sections.items():
        here = [f for f in found if f.kind in kinds]
        if here:
            parts += [f"## {title}\n", *map(section, here)]
    return "\n".join(parts)


def section(format: Format) -> str:
    """What one format tells of itself."""
    module = inspect.getmodule(format.read)
    told = inspect.cleandoc(module.__doc__ or "") if module and hasattr(module, "FORMAT") else ""
    rows = "\n".join(f"| {_cell(field)} | {_cell(becomes)} |" for field, becomes in format.fields)
    table = f"| in the file | in Hallway |\n| --- | --- |\n{rows}\n"
    parts = [f"### {format.title}", f"`--as {format.name}`", told, f"Where to find it: {format.where}", table]
    return "\n\n".join(part for part in parts if part)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
