"""German from end to end: no page says anything in English but what people wrote."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import life
from visiting import Site

from hallway.interfaces.web.tongue import Tongue, tongues
from hallway.likeness import reasons
from hallway.model.phrase import Day, Phrase

SRC = Path(__file__).parents[3] / "src" / "hallway"
GERMAN = {"Accept-Language": "de"}
WORDS = tongues()["de"].words
ENGLISH = {english for english, german in WORDS.items() if english != german}
FOREIGN = {"blockquote", "q", "mark", "code", "textarea", "script", "style", "title"}
WRITTEN = {"name", "summary", "words", "lead", "where", "details", "words-of"}
"""Classes of what holds names, and words that somebody wrote."""
TELLING = re.compile(r"\b(?:the|and|with|you|they|their|nobody|somebody|met|were|there|from|years?|times?)\b", re.I)


class Texts(HTMLParser):
    """Everything that a page says in our own words: its text, and what is said of its parts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[bool] = []
        self.feed(html.partition("<body")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {k: v or "" for k, v in attrs}
        self.said += [told[k] for k in ("aria-label", "placeholder") if k in told and tag != "textarea"]
        if tag not in ("input", "br", "meta", "link", "hr", "img", "line", "rect", "circle", "path"):
            self._open.append(tag in FOREIGN or bool(WRITTEN & set(told.get("class", "").split())) or tag == "a")

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in ("line", "rect", "circle", "path"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and (not any(self._open) or text in ENGLISH):
            self.said.append(text)


def life_of(site: Site) -> None:
    """Something for every kind of page to show."""
    memory = site.memory
    memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
    memory.met("Kwame Asante-Boadi, new, at Small Signals 2017")
    memory.years.outcome("Farida Benali", "wurde Kundin", when="2015-04")
    memory.feeds.follow("Anke Reimers", "https://hafenfunk.example/feed", since="2012")


def test_no_page_says_anything_in_english(lived_site: Site) -> None:
    life_of(lived_site)
    lived_site.post("/language", language="de")
    todo, seen = (
        ["/", "/more", "/log", "/contradictions", "/same", "/recall?need=Radio", "/people?name=xyz"],
        set[str](),
    )
    left: list[str] = []
    while todo:
        path = todo.pop()
        if path in seen or len(seen) > 90:
            continue
        seen.add(path)
        page = lived_site.get(path)
        assert '<html lang="de">' in page.html, path
        todo += [link for link in page.links() if link.startswith("/") and not link.startswith("/static")]
        said = Texts(page.html).said
        left += [f"{path.partition('?')[0]}: {text}" for text in said if text in ENGLISH or TELLING.search(text)]
    assert "\n".join(sorted(set(left))) == ""
    assert len(seen) > 40


def test_the_reading_and_what_goes_wrong(lived_site: Site) -> None:
    lived_site.post("/language", language="de")
    page = lived_site.post("/read", text=life.LEEDS, name="leeds.txt", written="")
    assert [t for t in Texts(page.html).said if t in ENGLISH] == []
    assert lived_site.post("/captures", id="1", line="und").text.startswith("Nicht geschehen Kein Name in dieser Zeile")
    assert "ist kein Datum in EDTF" in lived_site.post("/read", text="Hallo", written="bald").text
    assert "Handlung 99 gibt es nicht" in lived_site.post("/log/99/undo").text
    kept = lived_site.post("/captures", id="2", line="Petra Malinová, museum radio, via Owen Prydderch", kind="new")
    assert kept.text.startswith("Behalten: Petra Malinová: neu, über Owen Prydderch")


def test_every_phrase_has_a_german_one() -> None:
    told = re.compile(r"""\bPhrase\(\s*f?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
    forms = set(reasons.FORMS)
    for file in SRC.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        forms |= {json.loads(m[1]) for m in told.finditer(text) if "{_WHO}" not in m[1] and m[1].startswith('"')}
    assert sorted(forms - set(WORDS) - {"{says}", "in {day}"}) == []


def test_blanks_are_the_same_in_every_language() -> None:
    blanks = re.compile(r"\{(\w+)\}")
    for english, german in WORDS.items():
        assert sorted(blanks.findall(english)) == sorted(blanks.findall(german)), english


def test_a_phrase_is_said_in_both() -> None:
    one = Phrase("{kind} by {maker}", " (Ghent)", kind=Phrase("photo"), maker="{Ruth}")
    assert (one, tongues()["de"].phrase(one)) == ("photo by {Ruth} (Ghent)", "Foto von {Ruth} (Ghent)")
    assert tongues()["de"].phrase(Phrase("on {day}", day=Day("2024-10-04"))) == "am 4. Oktober 2024"
    assert tongues()["de"].phrase("the words of a person") == "the words of a person"


def test_dates_and_numbers_as_german_has_them() -> None:
    german = tongues()["de"]
    assert [german.dates.short(d) for d in ("2014-10-02", "201X", "2024-21")] == [
        "2. Okt. 2014",
        "2010er",
        "Frühling 2024",
    ]
    assert (german.decimal(0.5), german.number(12345)) == ("0,50", "12\N{NARROW NO-BREAK SPACE}345")


def test_another_language_is_a_file(tmp_path: Path) -> None:
    """What a file does not have is said in English."""
    told = json.loads((SRC / "interfaces" / "web" / "words" / "de.json").read_text(encoding="utf-8"))
    french = told | {"name": "Français", "words": {"Today": "Aujourd’hui", "{n} time": "{n} fois"}}
    (tmp_path / "fr.json").write_text(json.dumps(french), encoding="utf-8")
    found: dict[str, Tongue] = tongues(tmp_path)
    assert sorted(found) == ["en", "fr"]
    assert [found["fr"].say("Today"), found["fr"].say("Recall"), found["fr"].count(1, "{n} time", "{n} times")] == [
        "Aujourd’hui", "Recall", "1 fois",
    ]  # fmt: skip
