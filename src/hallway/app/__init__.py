"""The whole of Hallway as one object: the only place where parts are chosen and wired."""

from hallway.app.memory import Day as Day
from hallway.app.memory import Memory as Memory
from hallway.app.memory import MemoryProblem as MemoryProblem
from hallway.app.memory import as_when as as_when
from hallway.app.memory import default_path as default_path
