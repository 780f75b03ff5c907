"""People with names, addresses and words on which exports have stumbled."""

from __future__ import annotations

from datetime import UTC, datetime

from hallway.formats.cards.contact import Contact, Met
from hallway.formats.out.data import Encounter, Feed, Occasion, Outgoing, Person, Quote, Talk, There, Told

NAMES = (
    "../../etc/passwd", "..", "", " ", ".hidden", "CON", "nul.md", "a/b\\c:d*e?f\"g<h>i|j", "=1+1", "+49 30 1", "-1", "@sum",
    "\tTab", "\rReturn", "'=x", "'t Hart", "''=y", "Ann; Bob, Cee\\n", "Line\nBreak", "BEGIN:VCARD\r\nFN:Mallory\r\nEND:VCARD",
    "<script>alert(1)</script>", "{{7*7}}", "]]>", "&amp;", "[[link]]|x", "# heading", "שלום עולם", "\u202eevil", "e\u0301", "\u00e9",
    "Zoë 🦀👩‍👩‍👧", "x" * 400, "ü" * 200, "half \ud800 surrogate", "nul\x00byte", "bell\x07", "\u2028separator", "Anke", "ANKE", "anke",
    "---", "key: value", "- item", "\ufeffbom", "\uffff", "trailing.", "trailing ", "%00", "ａｎｋｅ", "http://x.example/\"onclick=1",
)  # fmt: skip


def person(number: int, name: str) -> Person:
    """Somebody all of whose words are this awkward name."""
    uid = f"0000{number:04x}-0000-8000-8000-000000000000"
    quote = Quote(name, name, "2014-10")
    met = Met("new", "2014-10-02", name or None, name or None)
    contact = Contact(
        name or "nameless",
        uid,
        (f"{name} II",),
        (("email", f"p{number}@lys.example"), ("url", f"https://lys.example/{name}"), ("handle", f"mastodon:{name}x"),
         ("phone", "+32 470 12 34 56"), ("url", "javascript:alert(1)")),
        ((name or "Lys", name or None),),
        (("birthday", "1980-02-29"), ("tag", name or "tag"), ("spouse", name or "Ida")),
        (name or "note",),
        (met,),
    )  # fmt: skip
    told = tuple(
        Told(kind, name or "words", None, (quote,)) for kind in ("need", "offer", "note", "outcome", "relation")
    )
    encounter = Encounter(met, True, None, (None, name or "Ida"), (quote,))
    return Person(
        contact, (), (), (("birthday", "1980-02-29"),), (encounter,), (), (), (Talk(name, name, None, name),), told
    )


def outgoing(names: tuple[str, ...] = NAMES) -> Outgoing:
    """All of them, at one occasion each that is called as they are."""
    people = tuple(person(n, name) for n, name in enumerate(names, 1))
    occasions = tuple(
        Occasion(
            f"1000{n:04x}-0000-8000-8000-000000000000", name or "untitled", name or "Series", None, name or None, start, end,
            f"https://days.example/{name}", name or None, True, (name,), (There(people[n - 1].uid, name, "new", name or None),),
            (Quote(name, name, None),),
        )
        for (n, name), (start, end) in zip(enumerate(names, 1), [("2014-10-02", "2014-10-04"), ("2014-10", None), (None, None)] * 99, strict=False)
    )  # fmt: skip
    feeds = tuple(Feed(f"https://feed.example/{n}", (name or "x",), name, "2010", name) for n, name in enumerate(names))
    return Outgoing("Everybody & <all>", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), people, occasions, feeds)
