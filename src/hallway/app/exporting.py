"""Writing what the memory holds to files: in which format, whom it is about, and that the file is whole or not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hallway.store.problems import MemoryProblem

if TYPE_CHECKING:
    from hallway.app.memory import Memory
    from hallway.formats.out.data import Person
    from hallway.formats.out.protocol import OutFormat
    from hallway.formats.out.report import Report
    from hallway.queries.leaving import Selection

T = TypeVar("T")
Progress = Callable[[int, int], None]

ARCHIVE = "archive"
_ARCHIVES = (".hallway", ".zip")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: to which path, in which format, `selected` of whom (None: all), and how many of what."""

    path: str
    format: str
    title: str
    selected: str | None
    people: int
    events: int
    rows: int | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        plain: dict[str, object] = {"file": self.path, "format": self.format, "selected": self.selected}
        return plain | {"people": self.people, "events": self.events} | ({"rows": self.rows} if self.rows else {})


class _Watched(tuple["Person", ...]):
    """People, of whom somebody hears how many were taken, whoever goes through them."""

    tell: Progress
    before: int

    def __iter__(self) -> Iterator[Person]:
        for number, person in enumerate(super().__iter__(), 1):
            yield person
            self.tell(self.before + number, self.before + len(self))


def export(
    memory: Memory,
    path: Path,
    format: str | None,
    about: str | None,
    event: str | None,
    since: str | None,
    progress: Progress,
) -> Exported:
    """Write a file or a folder. Raises as `Files.export` does."""
    if path.exists() and memory.path.exists() and path.samefile(memory.path):
        raise MemoryProblem(f"{path} is the memory itself: name another file; nothing was written")
    from hallway.formats.out.report import writer
    from hallway.store import copies

    report = writer(path, format) if about and event is None and since is None else None
    chosen = None if report else _format(path, format)
    if report and about:
        return _report(memory, path, about, report)
    selected = selection(memory, about, event, since)
    written = (path, selected, progress)
    done = _readable(memory, chosen, *written) if chosen else _archive(memory, *written)
    copies.note(memory.store, path, done.format)
    return done


def _report(memory: Memory, path: Path, about: str, write: Callable[[Report], bytes]) -> Exported:
    from hallway.formats.writing import whole
    from hallway.store import copies

    told = held(memory, about)
    with whole(path) as file:
        file.write(write(told))
    copies.note(memory.store, path, "report")
    return Exported(str(path), "report", "what is held", told.name, 1, 0)


def held(memory: Memory, about: str) -> Report:
    """What is held on the one person whom words mean. Raises WhichOne where that is nobody or several."""
    from hallway.queries.held import held

    return held(memory.store, memory.person(about).id)


def _format(path: Path, name: str | None) -> OutFormat | None:
    """The format to write; None for an archive. Raises ValueError, with those that there are."""
    from hallway.formats.out.protocol import for_name, out_formats

    known = out_formats()
    found = known.get(name) if name else for_name(path.name)
    if name == ARCHIVE or (name is None and found is None and path.suffix.lower() in _ARCHIVES):
        return None
    if found is None and name is None and not path.suffix and "markdown" in known:
        return known["markdown"]
    if found is None:
        each = ", ".join((ARCHIVE, *known))
        what = f"there is no format “{name}”" if name else f"what {path.name} shall be cannot be seen from its name"
        raise MemoryProblem(f"{what}: say one with --as: {each}; nothing was written")
    return found


def selection(memory: Memory, about: str | None, event: str | None, since: str | None) -> Selection:
    """Whom these words mean. Raises MemoryProblem where that is nobody, several people, or no event."""
    from hallway.model.when import bounds
    from hallway.queries.leaving import selection

    person = memory.person(about) if about else None
    at = memory.find_events(event) if event is not None else None
    if at == []:
        near = memory.similar_events(event or "")
        also = f"; did you mean {' or '.join(near[:3])}?" if near else ""
        raise MemoryProblem(f"no event here is called “{event}”{also}")
    if since:
        try:
            bounds(since)
        except ValueError as error:
            raise MemoryProblem(str(error)) from error
    return selection(memory.store, (person.id, person.name) if person else None, at, since)


def _archive(memory: Memory, path: Path, chosen: Selection, progress: Progress) -> Exported:
    from hallway.formats import archive
    from hallway.formats.writing import whole
    from hallway.store import rows
    from hallway.store.selecting import Selected

    store = memory.store
    some = None if chosen.everything else Selected(store, chosen.people or (), chosen.events or (), chosen.one)
    with whole(path) as file:
        count = archive.write(file, _told(some.rows() if some else rows.everything(store), rows.count(store), progress))
    people, events = len(chosen.people or ()), len(chosen.events or ())
    return Exported(str(path), ARCHIVE, "archive", None if chosen.everything else chosen.title, people, events, count)


def _told(lines: Iterable[T], total: int, progress: Progress) -> Iterator[T]:
    """The same lines; every thousandth is told of."""
    for number, line in enumerate(lines):
        if number % 1000 == 0:
            progress(number, max(number, total))
        yield line


def _readable(memory: Memory, format: OutFormat, path: Path, chosen: Selection, progress: Progress) -> Exported:
    from hallway.formats.writing import whole, whole_folder
    from hallway.queries.leaving import outgoing

    told = outgoing(memory.store, chosen, progress=lambda done, total: progress(done, 2 * total))
    people = _Watched(told.people)
    people.tell, people.before = progress, len(people)
    told = replace(told, people=people)
    if format.files and path.suffix.lower() != ".zip":
        whole_folder(path, format.files(told))
    else:
        with whole(path) as file:
            format.write(told, file)
    selected = None if chosen.everything else chosen.title
    return Exported(str(path), format.name, format.title, selected, len(told.people), len(told.occasions))
