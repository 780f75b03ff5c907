"""The part of a memory that is about what comes in from other places, and leaves for them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.actions.import_ import FileReport, Planned
    from hallway.actions.restore import Restored
    from hallway.app.exporting import Exported
    from hallway.app.memory import Memory
    from hallway.formats.out.protocol import OutFormat
    from hallway.formats.out.report import Report
    from hallway.formats.protocol import Format, Problem

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will take: the files that were recognised, and what is wrong with the others."""

    files: list[Planned]
    problems: list[Problem]

    @property
    def records(self) -> int:
        """About how many records all files have."""
        return sum(f.records for f in self.files)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a CSV, each with its role where it has one; `told`: somebody said so before, or they are guessed."""

    header: list[str]
    roles: dict[str, str]
    told: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, file by file. `action` is its number in the log; None where nothing was new."""

    files: list[FileReport]
    problems: list[Problem]
    action: int | None

    @property
    def failures(self) -> int:
        """How many records or files could not be used."""
        return len(self.problems) + sum(f.failures for f in self.files)

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        files = [f.as_dict() for f in self.files]
        return {"action": self.action, "files": files, "problems": [p.as_dict() for p in self.problems]}


class Files:
    """Reached as `memory.files`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def archive(self, path: Path | str) -> int:
        """Write all that the memory holds to an archive, which `restore` makes the same memory of; returns how many rows.

        The file is there when it is whole, or not at all. Raises OSError where it cannot be written.
        """
        from hallway.formats import archive
        from hallway.formats.writing import whole
        from hallway.store import copies, rows

        store = self._memory.store
        with whole(Path(path)) as file:
            count = archive.write(file, rows.everything(store))
        copies.note(store, Path(path), "archive")
        return count

    def export(
        self,
        path: Path | str,
        format: str | None = None,
        *,
        about: str | None = None,
        event: str | None = None,
        since: str | None = None,
        progress: Progress | None = None,
    ) -> Exported:
        """Write what the memory holds to a file (or, for Markdown, a folder): all of it, or a selection.

        `format` is the name of one; without it the file's ending says which. `about` keeps one person, `event` those who had
        anything to do with the events that these words mean, `since` those met or told of on or after a day (EDTF). The file
        is there when it is whole, or not at all. Raises MemoryProblem for a format, a person or an event that there is not,
        and OSError where the file cannot be written.
        """
        from hallway.app.exporting import export

        return export(self._memory, Path(path), format, about, event, since, progress or (lambda done, total: None))

    def held(self, about: str) -> Report:
        """Everything that is held on the one person whom words mean, in a form that they can read, with the words and sources
        of each thing. Raises WhichOne (a MemoryProblem) where the words mean nobody or several people."""
        from hallway.app.exporting import held

        return held(self._memory, about)

    def out_formats(self) -> list[OutFormat]:
        """Every format that can be written but the archive, by name."""
        from hallway.formats.out.protocol import out_formats

        return list(out_formats().values())

    def is_archive(self, path: Path | str) -> bool:
        """Whether a file is an archive of Hallway's."""
        from hallway.formats.archive import is_archive

        return is_archive(Path(path))

    def restore(self, path: Path | str, progress: Progress | None = None) -> Restored:
        """Take in an archive: an empty memory becomes the one that it was made of, any other gets what is new to it.

        Raises BadArchive, with what to do, for one that is damaged or comes from a newer Hallway; then nothing was changed.
        """
        from hallway.actions.restore import restore
        from hallway.formats.archive import read

        return restore(self._memory.store, lambda: read(Path(path)), Path(path).name, progress)

    def formats(self) -> list[Format]:
        """Every format that can be read, by name."""
        from hallway.formats.protocol import formats

        return list(formats().values())

    def columns(self, planned: Planned) -> Columns | None:
        """Which column of a CSV is what, told before or guessed; None for a file of any other format."""
        from hallway.formats import anycsv
        from hallway.store.settings import settings

        if planned.format is not anycsv.FORMAT:
            return None
        header = anycsv.header_in(planned.found.head())
        known = settings(self._memory.store) if self._memory.exists else {}
        return Columns(header, anycsv.roles_for(header, known), anycsv.fingerprint(header) in known)

    def tell_columns(self, header: Sequence[str], roles: Mapping[str, str] | str) -> None:
        """Remember which column of files with this header is what: column → role, or `name=Full Name,email=Mail`.

        Raises ValueError for a role or a column that there is not.
        """
        from hallway.actions.columns import remember_columns

        remember_columns(self._memory.store, header, roles)

    def plan(self, paths: Iterable[Path | str], format: str | None = None) -> Plan:
        """What is in files, folders and zip archives: each file with its format and about how many records it has.

        `format` is the name of the format that all of them have; without it each is recognised by what is in it. Nothing
        is kept. Raises ValueError for a format that there is not.
        """
        from hallway.actions.planning import plan
        from hallway.formats.protocol import Problem

        items = list(plan([Path(p) for p in paths], format))
        problems = [i for i in items if isinstance(i, Problem)]
        return Plan([i for i in items if not isinstance(i, Problem)], problems)

    def import_(
        self,
        paths: Iterable[Path | str] | Plan,
        *,
        format: str | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
        tell: Callable[[Problem], None] | None = None,
    ) -> Imported:
        """Take files in as one action, which `undo` takes back as a whole.

        `paths` are files, folders and zip archives, or a plan for them; `format` is as in `plan`. `dry_run` finds out what
        would come of it and keeps nothing. `progress` hears how many records are done, of about how many; `tell` hears of
        each problem at once. What was kept before adds nothing. Raises MemoryProblem when the memory cannot be written.
        """
        from hallway.actions.import_ import import_
        from hallway.store.store import Store

        plan = paths if isinstance(paths, Plan) else self.plan(paths, format)
        hear = tell or (lambda problem: None)
        for problem in plan.problems:
            hear(problem)
        if dry_run and not self._memory.exists:
            with tempfile.TemporaryDirectory() as folder:
                store = Store(Path(folder) / "people.db")
                try:
                    reports, action = import_(store, plan.files, hear, progress, dry_run)
                finally:
                    store.close()
        else:
            reports, action = import_(self._memory.store, plan.files, hear, progress, dry_run)
        return Imported(reports, plan.problems, action)
