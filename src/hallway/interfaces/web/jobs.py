"""Work that takes longer than a page may: done aside, with its own connection to the memory, while pages are served."""

from __future__ import annotations

import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hallway.app import Memory

Progress = Callable[[int, int], None]
Work = Callable[[Memory, Progress], object]


@dataclass(slots=True)
class Job:
    """How far a piece of work is; `result` is there when it is `over`, or `problem` where it failed."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    done: int = 0
    total: int = 0
    over: bool = False
    result: object = None
    problem: str = ""

    ended: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> bool:
        """Whether it is over, or is so within these seconds."""
        return self.ended.wait(seconds)

    def tell(self, done: int, total: int) -> None:
        self.done, self.total = done, total


class Jobs:
    """The work of one server; the last fifty can be asked about."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._jobs: dict[str, Job] = {}

    def start(self, work: Work) -> Job:
        """Begin a piece of work; returns at once."""
        job = Job()
        self._jobs[job.id] = job
        for old in list(self._jobs)[:-50]:
            del self._jobs[old]
        threading.Thread(target=self._run, args=(job, work), daemon=True).start()
        return job

    def find(self, job_id: str) -> Job:
        """Raises KeyError (a LookupError) for work that nobody knows of any more."""
        return self._jobs[job_id]

    def _run(self, job: Job, work: Work) -> None:
        try:
            with Memory(self._path) as memory:
                job.result = work(memory, job.tell)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            job.problem = str(error) or type(error).__name__
        finally:
            job.over = True
            job.ended.set()
