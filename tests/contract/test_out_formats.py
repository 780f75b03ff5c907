"""What every format that is written must do; each file in `formats/out/` inherits this by being there."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

import awkward
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats.out.protocol import OutFormat, out_formats

FORMATS = list(out_formats().values())
NAMES = [f.name for f in FORMATS]


def written(format: OutFormat, *names: str) -> bytes:
    file = io.BytesIO()
    format.write(awkward.outgoing(names or awkward.NAMES), file)
    return file.getvalue()


@pytest.mark.parametrize("format", FORMATS, ids=NAMES)
class TestOutFormat:
    def test_valid_utf_8_whatever_the_words(self, format: OutFormat) -> None:
        data = written(format)
        texts = [data] if not format.files else [d for _, d in format.files(awkward.outgoing())]
        assert [t for t in texts if t.decode("utf-8", "surrogatepass").encode() != t] == []

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(name=st.text(st.characters(exclude_categories=()), max_size=30))
    def test_any_name_at_all(self, format: OutFormat, name: str) -> None:
        assert written(format, name) == written(format, name)

    def test_a_file_is_whole_private_and_noted(self, format: OutFormat, lived: Memory, tmp_path: Path) -> None:
        file = tmp_path / ("out.zip" if format.files else "out")
        done = lived.files.export(file, format.name)
        assert (done.people, done.events) == (13, 3)
        assert file.stat().st_mode & 0o777 == 0o600
        assert [p.name for p in tmp_path.iterdir() if "db" not in p.name] == [file.name]
        assert lived.store.row("SELECT path, what FROM copy")[:] == (str(file), format.name)

    def test_a_selection_names_nobody_else(self, format: OutFormat, lived: Memory, tmp_path: Path) -> None:
        file = tmp_path / ("out.zip" if format.files else "out")
        lived.files.export(file, format.name, about="Ursina Caflisch")
        data = file.read_bytes()
        if format.files:
            with zipfile.ZipFile(file) as archive:
                data = b"\n".join(n.encode() + archive.read(n) for n in archive.namelist())
        others = [n for n in ("Owen", "Prydderch", "Ruth", "Marta", "Odile", "Anke") if n.encode() in data]
        assert others == []
        assert b"Ursina Caflisch" in data or format.name == "opml"

    def test_no_path_leaves_the_folder(self, format: OutFormat) -> None:
        names = [n for n, _ in format.files(awkward.outgoing())] if format.files else []
        assert len({n.casefold() for n in names}) == len(names)
        parts = [part for n in names for part in PurePosixPath(n).parts]
        assert [p for p in parts if p.startswith((".", "/")) or ".." in p.split("/") or len(p.encode()) > 200] == []
