"""The fallback tagger: names without onnxruntime, ties from plain words alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hallway.model import EncounterFact, PersonFact
from hallway.reading.crf.features import described, sequences, usage
from hallway.reading.crf.model import Crf
from hallway.reading.local import LocalReader, limits

TEXT = "At Lantern Days in Ghent I finally met Farida Benali.\nTomás Arruda gave the keynote.\n"


def test_lines_are_cut_into_words_with_their_places() -> None:
    cut = sequences(TEXT)
    assert [len(line) for line in cut] == [11, 6]
    assert all(TEXT[w.start : w.end] == w.text for line in cut for w in line)


def test_every_word_is_described_by_itself_and_its_neighbours() -> None:
    line = sequences("met Farida")[0]
    rows = described(line, usage("met Farida"))
    assert "w=met" in rows[0] and "-1w=met" in rows[1] and "+1w=farida" in rows[0]


@pytest.mark.parametrize(
    ("text", "written"), [("Ghent ghent", "mixed"), ("Ghent, Ghent", "always"), ("ghent", "never"), ("x", "")]
)
def test_how_a_word_is_written_elsewhere(text: str, written: str) -> None:
    assert usage(text).get("ghent", "") == written


def test_names_are_found_with_probabilities() -> None:
    seen = Crf().tag(TEXT)
    people = {TEXT[e.start : e.end]: e.score for e in seen.entities() if e.kind == "PER"}
    assert {"Farida Benali", "Tomás Arruda"} <= set(people)
    assert all(0.5 < p <= 1 for p in people.values())
    start = TEXT.index("Farida")
    assert seen.kind_probability(start, start + 13, "PER") > 0.5
    assert seen.kind_probability(len(TEXT), len(TEXT), "PER") == 0


def test_the_reader_reads_with_it() -> None:
    reading = LocalReader(choose=Crf).read(TEXT)
    met = {reading.names()[e.person] for e in reading.all(EncounterFact)}
    assert met == {"Farida Benali"}
    assert "Tomás Arruda" in {p.name for p in reading.all(PersonFact)}


def test_long_texts_tell_how_far_they_are_read() -> None:
    heard: list[tuple[int, int]] = []
    Crf().tag("Hello there.\n" * 120, lambda done, of: heard.append((done, of)))
    assert heard == [(0, 120), (50, 120), (100, 120)]


def test_the_network_needs_no_excuse() -> None:
    assert limits() is None


def test_it_steps_in_where_onnxruntime_cannot_be_imported(tmp_path: Path) -> None:
    (tmp_path / "onnxruntime.py").write_text("raise ImportError('no wheel for this machine')")
    diary = tmp_path / "diary.txt"
    diary.write_text(TEXT, encoding="utf-8")
    told = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from hallway.interfaces.cli.main import main; main()"
    command = [sys.executable, "-c", told, "--memory", str(tmp_path / "m.db"), "read", "--dry-run", str(diary)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "Farida Benali" in done.stdout
    assert "onnxruntime cannot be imported here" in done.stderr
