"""Whatever is kept can be taken back, and keeping it twice adds nothing."""

from tempfile import TemporaryDirectory

from dump import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import readings

from hallway import Memory
from hallway.model import Reading

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slow
@given(st.lists(readings(), max_size=3), readings())
def test_undo_restores_exactly_what_was(before: list[Reading], reading: Reading) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        for one in before:
            memory.keep(one)
        was = dump(memory.store)
        [kept] = memory.keep(reading)
        assert kept.already == (reading.source.text in [r.source.text for r in before])
        if not kept.already:
            memory.undo()
        assert dump(memory.store) == was
        _sound(memory)


@slow
@given(st.lists(readings(), min_size=1, max_size=3))
def test_keeping_twice_adds_nothing(texts: list[Reading]) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        memory.keep(*texts)
        was, log = dump(memory.store), memory.log()
        assert all(k.already for k in memory.keep(*texts))
        assert (dump(memory.store), memory.log()) == (was, log)
        _sound(memory)


@slow
@given(st.lists(readings(), min_size=1, max_size=4, unique_by=lambda r: r.source.text))
def test_undoing_everything_leaves_nothing(texts: list[Reading]) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        memory.store  # noqa: B018
        was = dump(memory.store)
        for one in texts:
            memory.keep(one)
        while memory.undo():
            pass
        assert dump(memory.store) == was
        again = memory.keep(*texts)
        assert not any(k.already for k in again)


def _sound(memory: Memory) -> None:
    assert [tuple(r) for r in memory.store.rows("PRAGMA integrity_check")] == [("ok",)]
    assert memory.store.rows("PRAGMA foreign_key_check") == []
    memory.store.run("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")
