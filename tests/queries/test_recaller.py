from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hallway.actions.index import index
from hallway.actions.keep import keep
from hallway.actions.undo import undo
from hallway.meaning.embedder import Embedder
from hallway.model import Connection, EncounterFact, EventFact, Fact, PersonFact, Reading, Source, Span, When
from hallway.queries.recall import Cue, Recalled, Recaller
from hallway.store.store import Store

TODAY = date(2020, 6, 1)

OSLO = Source(
    "oslo.txt",
    "Small Signals in Oslo. At dinner I sat next to Joost Terpstra, a tall Dutchman who records harbours. "
    "Marta Ferrándiz fixes the sound of bad rooms. Greta Solheim introduced me to Aoife Tierney, who lives on a boat.\n\n"
    "Ines Valadares, two minutes. She asked for a list of people who explain taxes to children.",
    written=When("2015-09-19"),
)
LEEDS = Source(
    "leeds.md",
    "Small Signals in Leeds. Petra Malinová makes videos for internal communication at a tram works. "
    "Marta Szulc takes school classes round a shipyard museum. "
    "Chidi Ashworth brought me to Owen Prydderch and his podcast about bus stops. I met Joost Terpstra again.",
    written=When("2017-11-12"),
)
PEOPLE = {
    OSLO: ["Joost Terpstra", "Marta Ferrándiz", "Greta Solheim", "Aoife Tierney", "Ines Valadares"],
    LEEDS: ["Petra Malinová", "Marta Szulc", "Chidi Ashworth", "Owen Prydderch", "Joost Terpstra"],
}
VIA = {"Aoife Tierney": "Greta Solheim", "Owen Prydderch": "Chidi Ashworth"}


def reading(source: Source, place: str, year: str) -> Reading:
    """What a perfect reader would find in one of the two diaries."""
    refs = {name: f"p{n}" for n, name in enumerate(PEOPLE[source])}
    facts: list[Fact] = [EventFact("e0", f"Small Signals {year}", "Small Signals", year, place, When(year))]
    for name, ref in refs.items():
        said = sentence(source, name)
        facts.append(PersonFact(ref, name, (find(source, name),), (said,)))
        via = refs.get(VIA.get(name, ""))
        kind = Connection.RENEWED if "again" in said.text else Connection.NEW
        facts.append(EncounterFact(ref, kind, "e0", via, evidence=(said,)))
    return Reading(source, tuple(facts))


def find(source: Source, words: str) -> Span:
    at = source.text.index(words)
    return source.span(at, at + len(words))


def sentence(source: Source, name: str) -> Span:
    at = source.text.index(name)
    start = max(source.text.rfind(". ", 0, at) + 2, source.text.rfind("\n", 0, at) + 1, 0)
    return source.span(start, source.text.index(".", at) + 1)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


@pytest.fixture
def store(tmp_path: Path, embedder: Embedder) -> Iterator[Store]:
    opened = Store(tmp_path / "memory.db")
    keep(opened, [reading(OSLO, "Oslo", "2015"), reading(LEEDS, "Leeds", "2017")])
    index(opened, embedder)
    yield opened
    opened.close()


@pytest.fixture
def recaller(store: Store, embedder: Embedder) -> Recaller:
    return Recaller(store, embedder)


def first(recalled: Recalled) -> str:
    return recalled.people[0].name


def sure(recalled: Recalled) -> list[str]:
    return [m.name for m in recalled.people if m.sure]


@pytest.mark.parametrize("query", ["Petra Malinová", "petra", "malinova", "Who is Petra Malinova?", "  PETRA  "])
def test_a_name_finds_its_bearer_and_nobody_else_is_sure(recaller: Recaller, query: str) -> None:
    found = recaller.recall(query)

    assert sure(found) == ["Petra Malinová"]
    assert found.people[0].score == 1.0
    assert found.people[0].because[0].source == "leeds.md"


def test_a_name_that_two_people_share_finds_both(recaller: Recaller) -> None:
    assert sorted(sure(recaller.recall("Marta"))) == ["Marta Ferrándiz", "Marta Szulc"]


def test_words_after_a_shared_name_decide_between_its_bearers(recaller: Recaller) -> None:
    assert first(recaller.recall("Marta, the one with the acoustics")) == "Marta Ferrándiz"
    assert first(recaller.recall("the Marta with the schoolchildren and the ships")) == "Marta Szulc"


@pytest.mark.parametrize(
    ("need", "name"),
    [
        ("who makes films for corporate communications", "Petra Malinová"),
        ("the Dutch guy from the dinner in Oslo", "Joost Terpstra"),
        ("a family that lives on the water", "Aoife Tierney"),
        ("a show about waiting for the bus", "Owen Prydderch"),
    ],
)
def test_a_need_finds_the_person_by_meaning(recaller: Recaller, need: str, name: str) -> None:
    assert first(recaller.recall(need)) == name


def test_a_need_in_the_very_words_is_sure(recaller: Recaller) -> None:
    assert sure(recaller.recall("somebody who makes videos for internal communication"))[0] == "Petra Malinová"


@pytest.mark.parametrize(
    "need",
    [
        "a dentist",
        "the astronaut who repairs watches",
        "somebody I met in Reykjavík",
        "Heather",
        "wer kann Orgeln bauen?",
    ],
)
def test_nobody_is_sure_where_nobody_fits(recaller: Recaller, need: str) -> None:
    assert sure(recaller.recall(need)) == []


def test_through_whom_finds_who_was_introduced_and_not_who_introduced(recaller: Recaller) -> None:
    found = recaller.recall("somebody I met via Greta")

    assert first(found) == "Aoife Tierney"
    assert found.understood == [Cue("via", "Greta", "Greta Solheim")]


def test_who_introduced_finds_the_introducer(recaller: Recaller) -> None:
    assert first(recaller.recall("who introduced me to the man with the bus stop podcast?")) == "Chidi Ashworth"


def test_a_place_decides_where_words_do_not(recaller: Recaller) -> None:
    found = recaller.recall("somebody who was at the conference in Oslo")

    assert Cue("place", "Oslo", "Oslo") in found.understood
    assert all(m.because[0].source == "oslo.txt" for m in found.people[:4])


@pytest.mark.parametrize(
    ("words", "value", "source"),
    [("in 2015", "2015", "oslo.txt"), ("three years ago", "2017~", "leeds.md"), ("2017", "2017", "leeds.md")],
)
def test_time_is_understood_and_decides(recaller: Recaller, words: str, value: str, source: str) -> None:
    found = recaller.recall(f"someone I talked to {words}", today=TODAY)

    assert found.understood == [Cue("time", words, value)]
    assert [m.because[0].source for m in found.people[:3]] == [source] * 3


def test_an_event_is_understood_by_the_name_of_its_series(recaller: Recaller) -> None:
    assert Cue("event", "Small Signals", "Small Signals") in recaller.recall("met at Small Signals").understood


def test_reasons_are_the_exact_words_with_their_date_and_event(recaller: Recaller) -> None:
    found = recaller.recall("Joost Terpstra")

    texts = {"oslo.txt": OSLO.text, "leeds.md": LEEDS.text}
    because = found.people[0].because
    assert {b.source for b in because} == {"oslo.txt", "leeds.md"}
    assert all(b.text == texts[b.source][b.start : b.end] for m in found.people for b in m.because)
    assert {(b.source, b.date, b.event) for b in because} == {
        ("oslo.txt", "2015", "Small Signals 2015"),
        ("leeds.md", "2017", "Small Signals 2017"),
    }


def test_scores_never_rise_down_the_list_and_the_limit_holds(recaller: Recaller) -> None:
    people = recaller.recall("a podcast about harbours", limit=4).people

    assert len(people) == 4
    assert [m.score for m in people] == sorted((m.score for m in people), reverse=True)
    assert all(1 <= len(m.because) <= 3 and 0 <= m.score <= 1 for m in people)


def test_plain_data_has_the_keys_of_the_contract(recaller: Recaller) -> None:
    data = recaller.recall("Petra in Leeds").as_dict()

    people = data["people"]
    assert list(data) == ["query", "understood", "people"]
    assert isinstance(people, list)
    assert list(people[0]) == ["name", "score", "sure", "because"]
    assert list(people[0]["because"][0]) == ["text", "source", "start", "end", "date", "event"]


def test_undo_removes_from_recall_at_once(recaller: Recaller, store: Store) -> None:
    text = "Sunniva Tal repairs gramophones."
    note = Source("note", text, "note", written=When("2020-05-01"))
    keep(store, [Reading(note, (PersonFact("p0", "Sunniva Tal", (find(note, "Sunniva Tal"),), (find(note, text),)),))])
    assert first(recaller.recall("gramophones")) == "Sunniva Tal"

    undo(store)

    assert "Sunniva Tal" not in [m.name for m in recaller.recall("gramophones").people]
    assert sure(recaller.recall("Sunniva Tal")) == []


def test_what_another_connection_keeps_is_recalled_by_words_and_once_indexed_by_meaning(
    recaller: Recaller, store: Store, embedder: Embedder
) -> None:
    recaller.recall("warm up")
    text = "Sunniva Tal repairs gramophones."
    note = Source("note", text, "note")
    other = Store(store.path)
    keep(other, [Reading(note, (PersonFact("p0", "Sunniva Tal", (find(note, "Sunniva Tal"),), (find(note, text),)),))])

    assert first(recaller.recall("gramophones")) == "Sunniva Tal"
    index(other, embedder)
    assert first(recaller.recall("an expert for old turntables")) == "Sunniva Tal"
    other.close()


def test_a_person_who_takes_the_place_of_an_undone_one_is_not_mistaken_for_them(
    recaller: Recaller, store: Store
) -> None:
    for name in ("Sunniva Tal", "Otis Grim"):
        note = Source("note", f"{name} was there.", "note")
        keep(store, [Reading(note, (PersonFact("p0", name, (find(note, name),), (find(note, note.text),)),))])
        assert sure(recaller.recall(name)) == [name]
        if name == "Sunniva Tal":
            undo(store)

    assert sure(recaller.recall("Sunniva")) == []


def test_without_a_model_words_alone_still_find(store: Store) -> None:
    found = Recaller(store).recall("videos for internal communication at a tram works")

    assert sure(found) == ["Petra Malinová"]


@pytest.mark.parametrize(
    "need", ["", "   ", "?!", '"', "AND OR NOT", "a_b NEAR(x) *", "'; DROP TABLE person; --", "日本 の 人", "x" * 5000]
)
def test_strange_questions_have_an_answer_or_none_but_no_error(recaller: Recaller, need: str) -> None:
    assert sure(recaller.recall(need)) == []


def test_an_empty_memory_answers_nobody(tmp_path: Path, embedder: Embedder) -> None:
    store = Store(tmp_path / "empty.db")

    assert Recaller(store, embedder).recall("anybody at all") == Recalled("anybody at all")
