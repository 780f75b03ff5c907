"""How an import looks: what it will do, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.render import listed, paragraph

if TYPE_CHECKING:
    from hallway.actions.import_ import FileReport
    from hallway.app.files import Imported, Plan

_MOST_FILES = 12
_COUNTS = {
    "people": ("new person", "new people"),
    "recognised": ("recognised", "recognised"),
    "encounters": ("encounter", "encounters"),
    "replaced": ("record changed", "records changed"),
    "unchanged": ("record kept already", "records kept already"),
}


def plan_lines(plan: Plan) -> Iterator[str]:
    """What was recognised, a file a line."""
    for planned in plan.files[:_MOST_FILES]:
        yield from paragraph(f"{planned.found.name}: {planned.format.title}, {_records(planned.records)}", 0, hanging=4)
    if len(plan.files) > _MOST_FILES:
        more = plan.files[_MOST_FILES:]
        yield f"and {len(more)} more files with {_records(sum(f.records for f in more))}"


def report_lines(imported: Imported, dry_run: bool) -> Iterator[str]:
    """What came of it, all files together; and how to take it back."""
    files = imported.files
    total = {name: sum(getattr(f, name) for f in files) for name in _COUNTS}
    told = [f"{n} {_COUNTS[name][n != 1]}" for name, n in total.items() if n]
    begin = "Would keep" if dry_run else "Kept"
    yield from paragraph(f"{begin}: {listed(told)}." if told else f"{begin} nothing: there is nothing new.", 0)
    failures = sum(f.failures for f in files)
    if failures:
        yield from paragraph(f"{_failed(files)}; everything else was taken in.", 0)
    if imported.action and not dry_run:
        yield f"`hallway undo {imported.action}` takes it back."


def _failed(files: list[FileReport]) -> str:
    failures = sum(f.failures for f in files)
    return f"{failures} problem{'' if failures == 1 else 's'}, named above by file and line"


def _records(n: int) -> str:
    return f"{n} record{'' if n == 1 else 's'}"
