"""Answers about everybody: worked out aside, kept until the memory changes, and shown meanwhile as they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from time import monotonic
from typing import Generic, TypeVar, cast

from hallway.app import Memory
from hallway.interfaces.web.jobs import Job, Jobs, Progress

T = TypeVar("T")
Work = Callable[[Memory, Progress], T]
_MOST = 50


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """`value` is None while it is first worked out; `job` is there while it is worked out, anew or for the first time."""

    value: T | None
    job: Job | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer: as of which changes, and how long it took (seconds)."""

    since: tuple[int, ...]
    value: object
    took: float


class Standing:
    """The last answer to each question of one server. Whoever asks does not hold the desk's lock: work takes its own time."""

    def __init__(self, memory: Memory, jobs: Jobs, lock: RLock, patience: float = 1.0) -> None:
        self._memory, self._jobs, self._lock, self.patience = memory, jobs, lock, patience
        self._kept: dict[str, _Kept] = {}
        self._working: dict[str, tuple[tuple[int, ...], float, Job]] = {}

    def now(self, question: str, work: Work[T]) -> T:
        """The answer as of now, however long it takes. Raises RuntimeError as `ask` does."""
        while (found := self.ask(question, work)).job is not None:
            found.job.wait(60)
        return cast(T, found.value)

    def ask(self, question: str, work: Work[T]) -> Answer[T]:
        """The answer as of now, where it is known or found in time; else the one before, while a new one is worked out.

        Waits `patience` seconds for what took no longer the last time. Raises RuntimeError, with what went wrong, where it
        cannot be worked out.
        """
        with self._lock:
            now, kept = self._memory.changes(), self._kept.get(question)
            if kept and kept.since == now:
                return Answer(cast(T, kept.value), None)
            if question not in self._working:
                self._working[question] = (now, monotonic(), self._jobs.start(work))
            since, began, job = self._working[question]
        if not job.wait(0 if kept and kept.took > self.patience else self.patience):
            return Answer(cast(T, kept.value) if kept else None, job)
        with self._lock:
            self._working.pop(question, None)
            if job.problem:
                raise RuntimeError(job.problem)
            self._kept[question] = _Kept(since, job.result, monotonic() - began)
            for old in list(self._kept)[:-_MOST]:
                del self._kept[old]
        return Answer(cast(T, job.result), None)
