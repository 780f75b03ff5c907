"""The page about the data model has every fact with all its fields, and quotes what really stands in the examples."""

import dataclasses
import html
import re
import typing

from pages import DOCS, ROOT, read

from hallway.model import Connection, fact

PAGE = read(DOCS / "data-model.md")
EVERYWHERE = {"evidence", "confidence"}


def rows(section: str) -> list[list[str]]:
    """The cells of the table of a section, without its head."""
    body = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    table = [line.strip("| ").split(" | ") for line in body.splitlines() if line.startswith("| ")]
    return table[2:]


def test_every_fact_with_its_fields() -> None:
    documented = {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in rows("Every kind of fact")}
    kinds = typing.get_args(fact.Fact)
    real = {k.__name__: [f.name for f in dataclasses.fields(k) if f.name not in EVERYWHERE] for k in kinds}
    assert documented == real


def test_every_connection() -> None:
    assert {row[0].strip("`") for row in rows("How you connected")} == {c.value for c in Connection}


def test_every_quote_stands_in_the_examples() -> None:
    texts = [html.unescape(read(p)) for p in (ROOT / "examples").iterdir() if p.name[:2] == "20"]
    everything = " ".join(" ".join(t.split()) for t in texts)
    quotes = re.findall(r"“([^”]+)”", PAGE)
    assert len(quotes) == 19
    assert [q for q in quotes if q not in everything] == []


def test_every_table_of_the_picture_exists() -> None:
    tables = set(re.findall(r"CREATE TABLE (\w+)", read(ROOT / "src/hallway/store/migrations/0001.sql")))
    drawn = set(re.findall(r"^    (\w+) \S+--\S+ (\w+)", PAGE, re.M))
    assert {name for pair in drawn for name in pair} - tables == {"other"}
