"""What we have from others is what was pinned, says whose it is, and is fetched only where it is needed."""

import hashlib
import json
from pathlib import Path

from visiting import Site

from hallway.interfaces.web import look

ROOT = Path(__file__).parents[3]


def test_it_is_the_file_that_was_made() -> None:
    made = json.loads((ROOT / "vendored" / "pins.json").read_text(encoding="utf-8"))["made"]
    assert made == {name: hashlib.sha256(look.place(name).read_bytes()).hexdigest() for name in made}


def test_it_says_whose_it_is() -> None:
    assert look.place("d3.js").read_text(encoding="utf-8").startswith("/* D3 (d3js.org)")
    assert "Mike Bostock" in look.place("d3.LICENSE.txt").read_text(encoding="utf-8")
    assert "D3" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_the_service_worker_leaves_it_alone(site: Site) -> None:
    worker = site.get("/sw.js").html
    assert "hallway.js" in worker
    assert [name for name in look.later() if name in worker] == []
    assert {site.get(look.static(name)).status for name in look.later()} == {200}
    assert site.get("/static/x/..%2Fapp.py").status == 404
