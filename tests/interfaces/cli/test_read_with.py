"""`hallway read --with MODEL`: nothing is sent unasked, and every failure is one line."""

from pathlib import Path

import pytest
from cli import hallway, problem

LIBRARY = """
from pathlib import Path

class UnknownModelError(Exception):
    pass

class ModelError(Exception):
    pass

class Model:
    model_id = "parrot"

    def prompt(self, text, system):
        Path(__file__).with_name("sent.txt").write_text(text)
        if "trouble" in text:
            raise ConnectionError("the line is\\ndown")
        if "key" in text:
            raise ModelError("no key:\\nset one")
        return self

    def text(self):
        return '{"people": [{"name": "Petra Malinov\u00e1", "connection": "new", "evidence": ["I met Petra Malinov\u00e1."]}]}'

def get_model(name):
    if name != "parrot":
        raise UnknownModelError(name)
    return Model()
"""
TOLD = "the text of {} goes to the model parrot, wherever that runs (about 205 tokens to send in 1 piece, and some 52 to come back)"


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary, and a library `llm` with one model in it, which writes down what it was sent."""
    (tmp_path / "llm.py").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(__import__("sys").modules, "llm", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "diary.txt").write_text("I met Petra Malinová.", encoding="utf-8")
    return tmp_path / "diary.txt"


def sent(diary: Path) -> bool:
    return diary.with_name("sent.txt").exists()


def test_nothing_is_sent_unasked(diary: Path, path: Path) -> None:
    message = problem(hallway("read", "--with", "parrot", "--dry-run", diary, memory=path))
    assert message == f"nothing was read: {TOLD.format(diary)}, and nobody is here to agree; add --yes to agree"
    assert not sent(diary)


@pytest.mark.parametrize(("answer", "goes"), [("y\ny\n", True), ("n\n", False), ("\n", False)])
def test_asking(diary: Path, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, goes: bool) -> None:
    for module in ("options", "read"):
        monkeypatch.setattr(f"hallway.interfaces.cli.{module}.somebody_there", lambda: True)
    result = hallway("read", "--with", "parrot", diary, memory=path, stdin=answer)
    assert result.stderr.startswith(f"{TOLD.format(diary).capitalize()[:8]}")
    assert (sent(diary), path.exists()) == (goes, goes)


def test_yes_agrees_and_is_told(diary: Path, path: Path) -> None:
    result = hallway("read", "--with", "parrot", "--yes", diary, memory=path)
    assert (result.exit_code, result.stderr) == (0, f"hallway: {TOLD.format(diary)}\n")
    assert hallway("people", memory=path).stdout.startswith("Petra Malinová")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Deep trouble.", "diary.txt: the model parrot gave no answer: the line is down"),
        ("No key.", "parrot cannot read: no key: set one"),
    ],
)
def test_a_model_in_trouble_is_one_line(diary: Path, path: Path, text: str, why: str) -> None:
    diary.write_text(text)
    result = hallway("read", "--with", "parrot", "--yes", diary, memory=path)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == [f"hallway: {why}"]


def test_a_model_that_nobody_knows(diary: Path, path: Path) -> None:
    message = problem(hallway("read", "--with", "owl", "--yes", diary, memory=path))
    assert message == "the llm library knows no model 'owl': `llm models` lists those it has"
