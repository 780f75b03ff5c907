"""What every format must do; each file in `formats/` inherits this by being there.

A format's own sample is `tests/formats/samples/NAME.*`: a small file as the other product writes it, with fictional people.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats.protocol import HEAD, SURE_ENOUGH, Context, Format, Problem, formats, recognise
from hallway.model import Fact, Reading
from hallway.model.evidence import KINDS

SAMPLES = Path(__file__).parent.parent / "formats" / "samples"
FORMATS = list(formats().values())
NAMES = [f.name for f in FORMATS]


PIECES = st.one_of(
    st.binary(max_size=20),
    st.sampled_from(
        [b"", b"\n", b"\r\n", b'"', b",", b";", b":", b"{", b"}", b"[", b"]", b"<", b">", b"&", b"\x00", b"\xff", b"="]
    ),
)
NASTY = [b" ", b"\n ", b"\n", b"=\n", b"[", b'{"a":', b'"', b"<", b"<a>", b"&#", b"\\", b"*", b"a@", b"1"]
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), min_size=1, max_size=6)


def sample(format: Format) -> Path:
    found = [p for p in sorted(SAMPLES.iterdir()) if p.name.partition(".")[0] == format.name]
    assert len(found) == 1, (
        f"tests/formats/samples/{format.name}.* is missing: a small file as the other product writes it"
    )
    return found[0]


def read(format: Format, data: bytes, name: str = "sample") -> list[Reading | Problem]:
    return list(format.read(io.BytesIO(data), Context(name)))


@pytest.mark.parametrize("format", FORMATS, ids=NAMES)
class TestFormat:
    def test_it_knows_its_own_whatever_the_file_is_called(self, format: Format) -> None:
        head = sample(format).read_bytes()
        assert recognise(head, "file") is format

    def test_it_does_not_take_what_is_another_s(self, format: Format) -> None:
        others = {f.name: sample(f).read_bytes() for f in FORMATS if f is not format}
        others |= {"diary": b"Lunch with Ida Holm; she was in Ghent.\n", "empty": b"", "noise": bytes(range(256)) * 9}
        sure = {n: format.sniff(d, "file") for n, d in others.items() if n in NAMES}
        own = {n: recognise(d, "file") for n, d in others.items()}
        assert {n for n, f in own.items() if f is format} == set()
        assert all(0 <= s <= 1 for s in sure.values())
        assert [n for n in ("diary", "empty", "noise") if format.sniff(others[n], "file") >= SURE_ENOUGH] == []

    def test_its_sample_has_records_and_no_problems(self, format: Format) -> None:
        items = read(format, sample(format).read_bytes())
        assert [str(i) for i in items if isinstance(i, Problem)] == []
        assert len(items) > 0

    def test_facts_quote_their_record(self, format: Format) -> None:
        for reading in read(format, sample(format).read_bytes()):
            assert isinstance(reading, Reading)
            assert reading.source.kind == format.kind
            assert reading.source.kind in KINDS
            assert reading.source.place
            for fact in reading.facts:
                assert fact.evidence, fact
                for span in (*fact.evidence, *getattr(fact, "mentions", ())):
                    assert span.text == reading.source.text[span.start : span.end]

    def test_refs_lead_to_somebody(self, format: Format) -> None:
        for reading in read(format, sample(format).read_bytes()):
            assert isinstance(reading, Reading)
            known = set(reading.names())
            assert {r for fact in reading.facts for r in _refs(fact)} - known == set()

    def test_reading_twice_doubles_nothing(self, format: Format, memory: Memory) -> None:
        once = memory.files.import_([sample(format)])
        assert sum(f.records for f in once.files) > 0
        again = memory.files.import_([sample(format)])
        assert [(f.people, f.recognised, f.unchanged) for f in again.files] == [(0, 0, f.records) for f in again.files]

    def test_undo_takes_it_back_as_a_whole(self, format: Format, memory: Memory) -> None:
        memory.files.import_([sample(format)])
        assert memory.undo() is not None
        assert memory.people() == []
        assert memory.undo() is None

    def test_counting_agrees_with_reading(self, format: Format) -> None:
        data = sample(format).read_bytes()
        if format.count:
            assert format.count(io.BytesIO(data)) == sum(isinstance(i, Reading) for i in read(format, data))

    def test_cut_anywhere_it_neither_raises_nor_invents(self, format: Format) -> None:
        data = sample(format).read_bytes()
        for cut in range(0, len(data), max(1, len(data) // 40)):
            for item in read(format, data[:cut]):
                assert isinstance(item, Reading | Problem)
                if isinstance(item, Problem):
                    assert item.file == "sample"

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(changes=CHANGES)
    def test_changed_anywhere_it_still_only_reads_or_reports(
        self, format: Format, changes: list[tuple[float, int, bytes]]
    ) -> None:
        data = bytearray(sample(format).read_bytes()[:20_000])
        for where, length, piece in changes:
            start = int(where * len(data))
            data[start : start + length] = piece
        format.sniff(bytes(data), "file")
        for item in read(format, bytes(data)):
            assert isinstance(item, Reading | Problem)
            if isinstance(item, Reading):
                spans = [s for fact in item.facts for s in fact.evidence]
                assert all(s.text == item.source.text[s.start : s.end] for s in spans)

    @pytest.mark.parametrize("junk", NASTY)
    def test_long_stretches_of_one_sign_are_no_work(self, format: Format, junk: bytes) -> None:
        """What is quadratic takes minutes here: a head full of it, and a file with it in the middle of a record."""
        data = sample(format).read_bytes()
        half = len(data) // 2
        format.sniff(data[:half] + junk * (HEAD // len(junk)), "file")
        for item in read(format, data[:half] + junk * (6_000 // len(junk)) + data[half:]):
            assert isinstance(item, Reading | Problem)

    def test_the_docs_have_something_to_say(self, format: Format) -> None:
        assert format.title
        assert format.where
        assert format.fields


def _refs(fact: Fact) -> set[str]:
    single = [
        getattr(fact, name, None) for name in ("person", "organization", "event", "team", "via", "maker", "within")
    ]
    many = [r for name in ("organizers", "people", "shows") for r in getattr(fact, name, ())]
    return {r for r in (*single, *many) if r is not None}
