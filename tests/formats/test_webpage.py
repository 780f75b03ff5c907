"""Pages of conferences: what they say for machines."""

from __future__ import annotations

import pytest
from formats.reads import names, read, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.formats.kit.page import read as read_page
from hallway.formats.protocol import recognise
from hallway.model import EventFact, TalkFact


def page(json: str) -> str:
    return f'<!doctype html><html><head><script type="application/ld+json">\n{json}\n</script></head></html>'


def test_h_event_with_a_talk() -> None:
    readings, problems = shaped("h-event.html")
    assert problems == []
    event = next(readings[0].all(EventFact))
    assert (event.name, event.place, str(event.start), str(event.end)) == (
        "Small Signals 2021",
        "Leeds Library",
        "2021-11-05",
        "2021-11-06",
    )
    assert [(t.title, t.start) for r in readings for t in r.all(TalkFact)] == [
        ("Coils & capacitors", "2021-11-05T11:00:00+00:00")
    ]
    assert names(readings) == ["Owen Prydderch"]


def test_events_that_name_what_they_are_part_of() -> None:
    one = '{"@type":"Event","name":"%s","startDate":"2021-11-05T%s:00","superEvent":{"@type":"Event","name":"Small Signals 2021"}}'
    readings, _ = read(page(f'{{"@graph":[{one % ("Coils", "10:00")},{one % ("Harps", "11:00")}]}}'))
    assert {e.name for r in readings for e in r.all(EventFact)} == {"Small Signals 2021"}
    assert [t.title for r in readings for t in r.all(TalkFact)] == ["Coils", "Harps"]


def test_broken_json_in_a_page_is_reported_where_it_stands() -> None:
    _, problems = read(page('{"@type": "Event", "name": "Lantern Days"\n oops}'))
    assert problems[0].line == 3


def test_prose_is_for_another_command() -> None:
    assert (
        recognise(b"<!doctype html><html><body><p>I met Ida Holm at Lantern Days.</p></body></html>", "a.html") is None
    )


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<a href='", "<div class='h-event'>", "<script>", "&#", "<![CDATA["])
def test_no_page_takes_long(piece: str) -> None:
    read_page("<html>" + piece * 5000)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div class='h-event'>",
                "<p class=p-name>",
                "<a class='u-url h-card' href=x>",
                "</div>",
                "</p>",
                "</a>",
                "x",
                "<",
                "<!--",
                "-->",
                "<script type=ld+json>",
                "{}",
                "</script>",
            ]
        ),
        max_size=40,
    )
)
def test_any_page_is_read(pieces: list[str]) -> None:
    read("<!doctype html><html><i class='h-card'>" + "".join(pieces))
