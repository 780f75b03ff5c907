"""A language model as reader: played back, through the llm library's own plugins."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hallway.model import EncounterFact, EventFact, PersonFact, Source, When
from hallway.reading.llm import CHUNK, OVERLAP, LlmReader, chunks
from hallway.reading.protocol import UnreadableText

llm = pytest.importorskip("llm")

Play = Callable[[object], LlmReader]
TEXT = "by Ute Kern on 21 October 2007\n\nAt PodCamp in Oslo I met Ann Berg. Tom introduced us."
ANSWER = {
    "events": [{"name": "PodCamp", "place": "Oslo", "evidence": ["At PodCamp in Oslo"]}],
    "people": [
        {"name": "Ann Berg", "mentions": ["Ann Berg"], "connection": "new", "introduced_by": "Tom", "event": 0, "evidence": ["I met Ann Berg"]},
        {"name": "Tom", "connection": "renewed", "evidence": ["Tom hugged me"]},
        {"name": "Zoe", "connection": "new", "evidence": ["I met Zoe"]},
        {"name": "Ann", "connection": "adored", "evidence": ["I met Ann Berg"]},
    ],
}  # fmt: skip


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Play]:
    """A reader whose model answers as told: with a text, or with what a function makes of the prompt."""
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    monkeypatch.setenv("LLM_LOAD_PLUGINS", "")
    registered: list[Any] = []

    class Recorded(llm.Model):  # type: ignore[misc, name-defined]
        model_id = "recorded"

        def __init__(self, answer: object) -> None:
            self.answer = answer

        def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Iterator[str]:
            said = self.answer(prompt.prompt) if callable(self.answer) else self.answer
            yield said if isinstance(said, str) else json.dumps(said)

    class Plugin:
        def __init__(self, answer: object) -> None:
            self.answer = answer

        @llm.hookimpl  # type: ignore[untyped-decorator]
        def register_models(self, register: Any) -> None:
            register(Recorded(self.answer))

    def reader(answer: object) -> LlmReader:
        plugin = Plugin(answer)
        registered.append(plugin)
        llm.plugins.pm.register(plugin)
        return LlmReader("recorded")

    yield reader
    for plugin in registered:
        llm.plugins.pm.unregister(plugin)


def test_what_the_model_quotes_is_kept_and_the_rest_is_not(play: Play) -> None:
    reading = play(ANSWER).read(TEXT, "d.md")
    assert reading.source == Source("d.md", TEXT, "diary", "Ute Kern", When("2007-10-21"))
    names = reading.names()
    assert sorted(names.values()) == ["Ann", "Ann Berg", "PodCamp", "Tom"]
    (met,) = reading.all(EncounterFact)
    assert (names[met.person], met.kind.value, names[met.event or ""], names[met.via or ""]) == (
        "Ann Berg",
        "new",
        "PodCamp",
        "Tom",
    )
    assert [(s.text, TEXT[s.start : s.end]) for s in met.evidence] == [("I met Ann Berg", "I met Ann Berg")]


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "Sure! Here is the JSON:\n```json\n{}\n```\nI hope {{this}} helps {{you}}.",
        "I thought about {{it}} and [1]. {}",
        '{{"note": "nothing"}} {}',
    ],
)
def test_prose_around_the_answer_does_not_matter(play: Play, wrapped: str) -> None:
    reading = play(
        wrapped.replace("{}", json.dumps(ANSWER)).replace("{{", "{").replace("}}", "}")
        if wrapped != "{}"
        else json.dumps(ANSWER)
    ).read(TEXT)
    assert [p.name for p in reading.all(PersonFact)] == ["Ann Berg", "Tom", "Ann"]


@pytest.mark.parametrize("answer", ["I cannot do that.", "", "{broken", "[1, 2]", '{"a": 1}', "{" * 3000])
def test_an_answer_of_another_form_is_said(play: Play, answer: str) -> None:
    with pytest.raises(
        UnreadableText, match=r"^recorded did not answer in the form it was asked for: try another model$"
    ):
        play(answer).read(TEXT)


def test_a_model_that_found_nobody_found_nobody(play: Play) -> None:
    assert play({"people": []}).read(TEXT).facts == ()


def test_a_model_that_fails_says_why(play: Play) -> None:
    def fail(prompt: str) -> str:
        raise llm.ModelError("no key")

    with pytest.raises(UnreadableText, match=r"^recorded cannot read: no key$"):
        play(fail).read(TEXT)


def test_a_model_that_is_not_there(play: Play) -> None:
    play(ANSWER)
    with pytest.raises(
        UnreadableText, match=r"^the llm library knows no model 'nobody': `llm models` lists those it has$"
    ):
        LlmReader("nobody")


PARAGRAPH = "It rained, and we drank tea, and nothing else of note came to pass in the hallway that day. "


def test_people_of_overlapping_pieces_are_one_and_their_places_exact(play: Play) -> None:
    text = "\n\n".join(
        [
            PARAGRAPH * 100,
            "I met Elizabeth Ray at PodCamp.",
            PARAGRAPH * 70,
            "Then Elizabeth sang. Tom Wade left PodCamp.",
            PARAGRAPH * 110,
            "Tom Wade came.",
        ]
    )
    named = ["Elizabeth Ray", "Elizabeth", "Tom Wade"]

    def answer(piece: str) -> object:
        met = (
            [{"connection": "new", "evidence": ["I met Elizabeth Ray"], "confidence": 0.6}] if "I met" in piece else []
        )
        people = [{"name": n} for n in named if n in piece and not (n == "Elizabeth" and met)]
        if met:
            people[0] |= met[0]  # type: ignore[arg-type]
        return {"events": [{"name": "PodCamp", "evidence": ["PodCamp"]}], "people": people}

    reading = play(answer).read(text)
    assert len(chunks(text)) == 3
    assert [p.name for p in reading.all(PersonFact)] == ["Elizabeth Ray", "Tom Wade"]
    assert [e.name for e in reading.all(EventFact)] == ["PodCamp"]
    elizabeth, tom = reading.all(PersonFact)
    assert [s.text for s in elizabeth.mentions] == ["Elizabeth Ray", "Elizabeth"]
    places = {at + piece.index("Tom Wade") for piece, at in chunks(text) if "Tom Wade" in piece}
    assert [(s.start, s.end) for s in tom.mentions] == [(at, at + 8) for at in sorted(places)]
    assert all(text[s.start : s.end] == s.text for f in reading.facts for s in f.evidence)
    (met,) = reading.all(EncounterFact)
    assert (met.person, met.evidence[0].start, met.confidence) == (elizabeth.ref, text.index("I met"), 0.6)


@pytest.mark.parametrize("text", ["", "short", "x" * (3 * CHUNK), ("word " * 500 + "\n\n") * 20, "a\n\n" * 20_000])
def test_pieces_cover_the_text_and_overlap(text: str) -> None:
    pieces = chunks(text)
    assert all(text[at : at + len(piece)] == piece and len(piece) <= CHUNK for piece, at in pieces)
    ends = [at + len(piece) for piece, at in pieces]
    assert (pieces[0][1], ends[-1]) == (0, len(text))
    assert [end - at for end, (_, at) in zip(ends, pieces[1:], strict=False)] == [OVERLAP] * (len(pieces) - 1)
