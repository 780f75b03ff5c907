"""The open memory: transactions are all or nothing, statements fail in the user's terms."""

from pathlib import Path

import pytest

from hallway.store.problems import MemoryProblem
from hallway.store.store import Store


@pytest.fixture
def store(path: Path) -> Store:
    return Store(path)


def topics(store: Store) -> int:
    return len(store.rows("SELECT * FROM action"))


def test_what_is_written_in_a_transaction_is_kept_when_it_ends(store: Store, path: Path) -> None:
    with store.transaction():
        store.insert("action", verb="read", summary="x", at="2014")
    assert topics(Store(path)) == 1


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_inside_a_transaction_takes_all_of_it_back(store: Store, failure: type[BaseException]) -> None:
    with pytest.raises(failure), store.transaction():
        store.insert("action", verb="read", summary="x", at="2014")
        raise failure
    assert topics(store) == 0
    with store.transaction():
        store.insert("action", verb="read", summary="y", at="2014")
    assert topics(store) == 1


def test_a_wrong_statement_is_a_memory_problem(store: Store, path: Path) -> None:
    with pytest.raises(MemoryProblem, match="no such table: nowhere"):
        store.rows("SELECT * FROM nowhere")
    with pytest.raises(MemoryProblem, match="NOT NULL"):
        store.insert("action", verb=None)


def test_what_is_referred_to_must_exist(store: Store) -> None:
    with pytest.raises(MemoryProblem, match="FOREIGN KEY"):
        store.insert("person", action_id=7, name="Petra")


def test_a_memory_is_safe_against_crashes_of_the_machine(store: Store) -> None:
    assert [tuple(store.rows(f"PRAGMA {p}")[0]) for p in ("journal_mode", "synchronous", "foreign_keys")] == [
        ("wal",),
        (2,),
        (1,),
    ]


def test_a_missing_memory_is_only_made_when_asked_to(path: Path) -> None:
    with pytest.raises(MemoryProblem, match="does not exist"):
        Store(path, create=False)
    assert not path.exists()
    Store(path).close()
    Store(path, create=False).close()


def test_a_folder_on_the_way_is_made(tmp_path: Path) -> None:
    Store(tmp_path / "a" / "b" / "people.db").close()
    assert (tmp_path / "a" / "b" / "people.db").exists()
