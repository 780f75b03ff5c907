"""Sources and the words in them."""

from hallway.model import Source, Span, When


def test_a_span_is_the_words_at_its_place() -> None:
    source = Source("a.txt", "Ida met 王小明 🎉 there")
    assert source.span(8, 11) == Span("王小明", 8, 11)


def test_the_same_text_is_the_same_source_whatever_its_file_is_called() -> None:
    assert Source("a.txt", "x", written=When("2007")).digest == Source("b.txt", "x").digest


def test_the_same_note_on_another_day_is_another_note() -> None:
    notes = [
        Source("note", "coffee with Petra", "note", written=When(day))
        for day in ("2007-10-04", "2007-10-05", "2007-10-04")
    ]
    assert notes[0].digest == notes[2].digest != notes[1].digest
