"""Every page of the app, over a small life that has something for each."""

from __future__ import annotations

from pathlib import Path

import life
from served import Served

from hallway import Memory

PROGRAMME = Path(__file__).parents[1] / "formats" / "samples" / "frab.xml"
PAGES = {
    "today": "/",
    "where": "/here",
    "recall": "/recall?need=radio+features+about+ports+in+Ghent",
    "people": "/people",
    "person": "/people/{anke}",
    "perhaps": "/people/{anke}/perhaps",
    "forget": "/people/{anke}/forget",
    "events": "/events",
    "event": "/events/{days}",
    "series": "/series?name=Lantern+Days",
    "team": "/team?name=Lantern+Days",
    "ties": "/ties",
    "outcomes": "/outcomes",
    "same": "/same",
    "contradictions": "/contradictions",
    "read": "/read",
    "files": "/files",
    "brief": "/events/{days}/brief",
    "talks": "/talks",
    "feeds": "/feeds",
    "log": "/log",
    "devices": "/devices",
    "more": "/more",
    "missing": "/people/99999",
}


def furnished(path: Path) -> Served:
    """A server over a small life: two people who are perhaps one, a programme, a feed."""
    with Memory(path) as memory:
        memory.keep(life.ghent(), life.porto(), life.leeds())
        memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
        memory.files.import_([PROGRAMME])
        memory.feeds.follow("Anke Reimers", "https://hafenfunk.example/feed", "I listen to her features", since="2012")
    return Served(path)


def addresses(served: Served) -> dict[str, str]:
    with Memory(served.memory) as memory:
        anke = memory.who("Anke Reimers")[0].person.id
        days = memory.find_events("Lantern Days 2016")[0].id
    return {name: served.url + path.format(anke=anke, days=days) for name, path in PAGES.items()}
