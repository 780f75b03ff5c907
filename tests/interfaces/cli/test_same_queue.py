"""The queue of who is perhaps the same person: reasons, decisions, and that nothing is asked twice."""

import json

from build import Draft
from cli import hallway

from hallway import Memory
from hallway.model import KeyFact
from hallway.queries.people import PersonLine


def queue(memory: Memory) -> list[tuple[str, str]]:
    shown = json.loads(hallway("same", "--json", memory=memory.path).stdout)
    return [(s["people"][0]["name"], s["people"][1]["name"]) for s in shown]


def card(memory: Memory, name: str, mail: str) -> None:
    d = Draft(f"{name} {mail}", f"{mail}.vcf", kind="card")
    person = d.person(name)
    d.add(KeyFact(person, "email", mail, d.sentence(name)))
    memory.keep(d.reading())


def test_a_card_and_a_diary_are_offered_and_decided_on_for_good(lived: Memory) -> None:
    card(lived, "Wilhelmina Oduya", "w.oduya@quay.example")
    card(lived, "Tomas Arruda", "tomas@arruda.example")
    assert sorted(queue(lived)) == [("Tomás Arruda", "Tomas Arruda"), ("Wilhelmina Oduya", "Wilhelmina Oduya")]
    ids = [f"#{p.id}" for p in _both(lived, "Oduya")]
    assert hallway("same", *ids, "--no", memory=lived.path).stdout.startswith("Two people, for good.")
    assert queue(lived) == [("Tomás Arruda", "Tomas Arruda")]
    ids = [f"#{p.id}" for p in _both(lived, "Arruda")]
    hallway("same", *ids, "--later", memory=lived.path)
    assert [s.later for s in lived.same.suggestions()] == [True]
    hallway("merge", *ids, memory=lived.path)
    assert queue(lived) == []
    hallway("split", ids[0], memory=lived.path)
    assert queue(lived) == []


def _both(memory: Memory, name: str) -> list[PersonLine]:
    return [s.person for s in memory.who(name)]


def test_two_whom_one_text_names_are_two(memory: Memory) -> None:
    d = Draft("At Lantern Days I met Anke Reimers.\nAnke Reimers-Vogt, her sister-in-law, was there too.")
    event = d.event("Lantern Days")
    for name in ("Anke Reimers", "Anke Reimers-Vogt"):
        d.met(d.person(name, name), "new", event)
    memory.keep(d.reading())
    assert hallway("same", memory=memory.path).stdout == "Nobody looks like the same person as somebody else.\n"


def test_it_needs_two_and_a_decision(lived: Memory) -> None:
    assert hallway("same", "Ruth", "--no", memory=lived.path).exit_code == 2
    assert hallway("same", "Ruth", "Odile", memory=lived.path).exit_code == 2
