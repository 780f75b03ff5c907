"""What comes in from files, and leaves in one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.responses import Response

from hallway.app import Memory
from hallway.app.files import Imported
from hallway.interfaces.web.jobs import Progress
from hallway.interfaces.web.visit import Visit, route


def files_show(visit: Visit) -> Response:
    """Where files are dropped, and from where everything leaves."""
    return visit.page("files.html", formats=visit.memory.files.formats())


def import_create(visit: Visit) -> Response:
    """Take files in, aside, while a page tells how far that is."""
    if not visit.files:
        return visit.problem(visit.say("Choose a file first."), 422)
    folder = tempfile.TemporaryDirectory(prefix="hallway-")
    paths = [_write(Path(folder.name) / str(at), name, data) for at, (name, data) in enumerate(visit.files)]

    def work(memory: Memory, progress: Progress) -> object:
        with folder:
            files = memory.files
            archives = [p for p in paths if files.is_archive(p)]
            for archive in archives:
                files.restore(archive, progress)
            return files.import_([p for p in paths if p not in archives], progress=progress)

    job = visit.desk.jobs.start(work)
    return visit.go(f"/imports/{job.id}")


def import_show(visit: Visit) -> Response:
    """How far an import is, and what came of it."""
    job = visit.desk.jobs.find(visit.request.path_params["job"])
    imported = job.result if isinstance(job.result, Imported) else None
    counts = ("records", "people", "recognised", "encounters", "unchanged", "failures")
    total = {name: sum(getattr(f, name) for f in imported.files) for name in counts} if imported else {}
    template = "parts/import.html" if visit.wants_part else "import.html"
    return visit.page(template, job=job, imported=imported, total=total)


def export_send(visit: Visit) -> Response:
    """Everything, as one archive that makes the same memory again."""
    with tempfile.TemporaryDirectory(prefix="hallway-") as folder:
        path = Path(folder) / "hallway.zip"
        visit.memory.files.archive(path)
        data = path.read_bytes()
    headers = {"Content-Disposition": 'attachment; filename="hallway.zip"'}
    return Response(data, media_type="application/zip", headers=headers)


def _write(folder: Path, name: str, data: bytes) -> Path:
    """An uploaded file under its own name, without any folder that the name tells of."""
    folder.mkdir()
    safe = "".join(c for c in name.replace("\\", "/").rpartition("/")[2] if c.isprintable()).strip(". ")
    path = folder / (safe[-120:] or "file")
    path.write_bytes(data)
    return path


ROUTES = [
    route("GET", "/files", files_show),
    route("POST", "/imports", import_create),
    route("GET", "/imports/{job}", import_show, slow=True),
    route("POST", "/export", export_send),
]
