"""`hallway brief`: whom to look for at an event."""

import json
from pathlib import Path

from cli import hallway, problem

from hallway import Memory

PROGRAMME = Path(__file__).parents[2] / "formats" / "samples" / "frab.xml"


def test_who_is_on_the_programme_and_was_met_before(memory: Memory) -> None:
    memory.files.import_([PROGRAMME])
    memory.met("Anke Reimers, new, at Small Signals 2015", written="2015-11-01")
    assert hallway("brief", "Lantern Days", memory=memory.path).stdout.splitlines() == [
        "Lantern Days 2016",
        "  Anke Reimers · met 1 time · last at Small Signals 2015 · Harbour features",
    ]
    [event] = json.loads(hallway("brief", "Lantern Days", "--json", memory=memory.path).stdout)
    assert [(p["name"], p["times"]) for p in event["people"]] == [("Anke Reimers", 1)]
    assert problem(hallway("brief", "zither", memory=memory.path)).startswith("no event here is known as")
