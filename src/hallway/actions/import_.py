"""What people already have elsewhere comes in: many records, one action.

Records are kept in batches, each in a transaction of its own: interrupted at any moment, what was kept is safe, and the same
import goes on under the same action where it stopped. A record that was kept before adds nothing; one that changed
replaces what it said before, as far as it is not older; one that cannot be kept is reported and the rest goes on.
"""

from __future__ import annotations

import contextlib
import gc
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hallway.actions.ahead import ahead
from hallway.actions.bulk import keep_many
from hallway.actions.keep import Kept, is_kept, keep_one
from hallway.actions.posts import was_fetched
from hallway.formats.opening import Found
from hallway.formats.protocol import Context, Format, Item, Problem
from hallway.model import Reading
from hallway.model.when import bounds
from hallway.store import journal, settings
from hallway.store.facts import facts_of_record, source_with_facts
from hallway.store.problems import MemoryProblem
from hallway.store.store import Store

BATCH = 1000
"""Records in a transaction."""

BATCH_BYTES = 8_000_000
"""Bytes of records in a transaction, roughly: pictures in cards are large."""

MOST_PROBLEMS = 1000
"""How many problems of a file are remembered; `tell` hears of all."""

_MOST_UNSEARCHED = 300_000
"""How many objects may be left over from batches before garbage in circles is looked for; two batches are about 100,000."""

_UNFINISHED = "import.unfinished"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file, how it will be read, and how many records it seems to have."""

    found: Found
    format: Format
    records: int


@dataclass(slots=True)
class FileReport:
    """What came of one file. `records` were read; of those, `unchanged` had been kept before and `replaced` had changed;
    `failures` counts all problems, `problems` has the first of them."""

    name: str
    format: str
    records: int = 0
    people: int = 0
    recognised: int = 0
    encounters: int = 0
    unchanged: int = 0
    replaced: int = 0
    failures: int = 0
    problems: list[Problem] = field(default_factory=list)

    def count(self, kept: Kept) -> None:
        """Add what came of one record."""
        self.unchanged += kept.already
        self.people += kept.people
        self.recognised += kept.recognised
        self.encounters += kept.encounters

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        counts = ("records", "people", "recognised", "encounters", "unchanged", "replaced", "failures")
        plain = {"file": self.name, "format": self.format} | {name: getattr(self, name) for name in counts}
        return plain | {"problems": [p.as_dict() for p in self.problems]}


Tell = Callable[[Problem], None]
Progress = Callable[[int, int], None]


class Importer:
    """Takes files into one memory, under one action that begins with the first record that is new."""

    def __init__(self, store: Store, summary: str, tell: Tell, progress: Progress | None, total: int) -> None:
        self.store = store
        self.action: int | None = None
        self._summary = summary[:500]
        self._tell = tell
        self._progress = progress
        self._total = total
        self._done = 0
        self._seen: set[int] = set()
        self._context = settings.settings(store)

    def take(self, planned: Planned) -> FileReport:
        """Keep what one file has. Raises MemoryProblem when the memory cannot be written."""
        report = FileReport(planned.found.name, planned.format.name)
        with _uncollected():
            self._take(planned, report)
        return report

    def _take(self, planned: Planned, report: FileReport) -> None:
        with contextlib.closing(ahead(_batches(self._items(planned)))) as coming:
            for items in coming:
                self._keep(items, report)

    def _keep(self, items: list[Item], report: FileReport) -> None:
        batch = [i for i in items if isinstance(i, Reading)]
        for item in items:
            if isinstance(item, Problem):
                self._problem(item, report)
        report.records += len(batch)
        begun = self.action
        try:
            with self.store.step():
                counted = keep_many(self.store, batch, self._begun, self._one)
        except MemoryProblem:
            raise
        except Exception:
            self.action = begun
            counted = self._singly(batch, report)
        for kept, replaced in counted:
            report.count(kept)
            report.replaced += replaced
        self._done += len(batch)
        if self._progress:
            self._progress(self._done, max(self._done, self._total))
        del items[:], batch, counted
        if gc.get_count()[0] > _MOST_UNSEARCHED:
            gc.collect(1)

    def finish(self) -> None:
        """Say that everything was taken, so that the next import is another one."""
        with self.store.step():
            settings.remember(self.store, _UNFINISHED, None)

    def _items(self, planned: Planned) -> Iterator[Item]:
        """What a file has; it is read in a thread beside the one that writes, so nothing of the importer changes here."""
        context = Context(planned.found.name, self._context)
        try:
            with planned.found.open() as stream:
                yield from planned.format.read(stream, context)
        except OSError as error:
            yield context.problem(None, None, str(error.strerror or error), "copy it again")
        except Exception as error:
            what = f"made Hallway stumble ({type(error).__name__}: {error})"
            yield context.problem(None, None, what, "please report it; what came before it is kept")

    def _problem(self, problem: Problem, report: FileReport) -> None:
        report.failures += 1
        if len(report.problems) < MOST_PROBLEMS:
            report.problems.append(problem)
        self._tell(problem)

    def _singly(self, batch: list[Reading], report: FileReport) -> list[tuple[Kept, bool]]:
        """A batch in which something cannot be kept, record by record."""
        counted = []
        with self.store.step():
            for reading in batch:
                begun = self.action
                try:
                    with self.store.step():
                        counted.append(self._one(reading))
                except MemoryProblem:
                    raise
                except Exception as error:
                    self.action = begun
                    what = f"cannot be kept ({type(error).__name__}: {error})"
                    self._problem(
                        Problem(reading.source.name, line_of(reading), None, what, "please report it"), report
                    )
        return counted

    def _one(self, reading: Reading) -> tuple[Kept, bool]:
        known = source_with_facts(self.store, reading.source.digest) if reading.source.record else None
        if known is not None:
            self._seen.add(known)
        if not reading.facts or known is not None or is_kept(self.store, reading) or was_fetched(self.store, reading):
            return Kept(reading.source.name, already=True), False
        action = self._begun()
        old = (
            facts_of_record(self.store, reading.source.record, reading.source.kind, action)
            if reading.source.record
            else []
        )
        old = [row for row in old if row["source_id"] not in self._seen]
        if any(_is_older(reading, row["written"]) for row in old):
            return Kept(reading.source.name, already=True), False
        return keep_one(self.store, reading, action, [int(row["id"]) for row in old]), bool(old)

    def _begun(self) -> int:
        """The action of this import: a new one, or that of the very same import which did not come to its end."""
        if self.action is None:
            unfinished = json.loads(settings.setting(self.store, _UNFINISHED) or "{}")
            standing = journal.numbered(self.store, unfinished.get("action", 0))
            if standing and standing["undone_at"] is None and unfinished.get("summary") == self._summary:
                self.action = int(standing["id"])
            else:
                self.action = journal.begin(self.store, "import", self._summary)
                note = json.dumps({"action": self.action, "summary": self._summary})
                settings.remember(self.store, _UNFINISHED, note)
        return self.action


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage in circles after every few hundred objects, of which an import makes many and none
    in circles; it costs a tenth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _is_older(reading: Reading, written: str | None) -> bool:
    """Whether a record says that it was written before the one that is kept."""
    return bool(written and reading.source.written and reading.source.written.latest < bounds(written)[0])


def line_of(reading: Reading) -> int | None:
    """The line on which a record begins, as its source's place says."""
    found = re.fullmatch(r"line (\d+)", reading.source.place or "")
    return int(found[1]) if found else None


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        if isinstance(item, Reading):
            size += len(item.source.text) + len(item.source.original or b"")
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _OnlyLooked(Exception):
    """Ends the transaction of an import that was only to be tried."""


def import_(
    store: Store, files: Sequence[Planned], tell: Tell, progress: Progress | None = None, dry_run: bool = False
) -> tuple[list[FileReport], int | None]:
    """Take files in; returns what came of each, and the action under which it was kept (None: nothing was new).

    `tell` hears of each problem at once. `dry_run` does all of it in one transaction and takes that back. Raises
    MemoryProblem when the memory cannot be written: what was acknowledged through `progress` is kept even then.
    """
    summary = ", ".join(dict.fromkeys(f.found.name for f in files))
    importer = Importer(store, summary, tell, progress, sum(f.records for f in files))
    reports: list[FileReport] = []
    if not dry_run:
        reports += (importer.take(f) for f in files)
        importer.finish()
        return reports, importer.action
    with contextlib.suppress(_OnlyLooked), store.transaction():
        reports += (importer.take(f) for f in files)
        raise _OnlyLooked
    return reports, None
