"""Before an event, and since: the brief, talks, and feeds."""

from pathlib import Path

from visiting import Site
from web import serving

SAMPLES = Path(__file__).parents[2] / "formats" / "samples"
FEED = """<rss version="2.0"><channel><title>Hafenfunk</title><link>https://hafenfunk.example/</link>
<item><title>Cranes at night</title><link>https://hafenfunk.example/cranes</link>
<pubDate>Mon, 06 May 2019 08:00:00 GMT</pubDate><description>How cranes sound.</description></item></channel></rss>"""


def with_programme(site: Site) -> str:
    """A programme and what was before it; returns the event's address."""
    site.memory.files.import_([SAMPLES / "frab.xml"])
    site.memory.met("Anke Reimers, new, at Small Signals 2015", written="2015-11-01")
    site.memory.met("Nils Aker, new, at Lantern Days 2015. He offers a room in Malmö", written="2015-10-05")
    return f"/events/{site.memory.find_events('Lantern Days 2016')[0].id}"


def test_whom_to_look_for(site: Site) -> None:
    event = with_programme(site)
    page = site.get(f"{event}/brief")
    assert page.title == "Before Lantern Days 2016"
    assert "Anke Reimers met once, last at Small Signals" in page.text
    assert "Harbour features" in page.text
    assert "Nils Aker offers He offers a room in Malmö you met at Lantern Days 2015 · 5 October 2015" in page.text
    assert f"{event}/brief" in site.get(event).links()
    assert site.get("/events/99/brief").status == 404


def test_the_next_event_is_the_one_that_is_told_of(site: Site) -> None:
    assert site.get("/brief").path == "/events"
    site.memory.met("Anke Reimers, new, at Lantern Days 2016")
    site.memory.corridor.pin(site.memory.events()[0].id)
    assert site.get("/brief").path == f"/events/{site.memory.events()[0].id}/brief"


def test_talks_under_their_days(site: Site) -> None:
    assert "No talks yet" in site.get("/talks").text
    with_programme(site)
    page = site.get("/talks", words="harbour")
    assert "Lantern Days 2016" in page.text
    assert "Harbour features" in page.text
    assert "/people?name=Anke%20Reimers" in page.links()
    assert "No talk has these words. Recall looks" in site.get("/talks", words="zither").text
    assert "<html" not in site.get("/talks", {"X-Part": "1"}, words="harbour").html


def test_following_looking_for_news_and_no_longer(site: Site) -> None:
    with serving() as web:
        url = web.feed("/feed", FEED)
        site.memory.met("Anke Reimers, new, at Small Signals 2015")
        page = site.post("/feeds", name="Anke Reimers", url=url, words="I listen to her feature feed", since="2012")
        assert page.text.startswith("Followed: Anke Reimers Undo")
        assert [line.people for line in site.memory.feeds.all()] == [("Anke Reimers",)]
        assert len(site.memory.people()) == 1
        site.memory.feeds.refresh(allow_local=True)
    page = site.get("/feeds")
    assert "Anke Reimers Cranes at night 6 May 2019" in page.text
    assert "1 post, the last on 6 May 2019 · since 2012" in page.text
    page = site.post("/feeds/end", url=url)
    assert page.text.startswith(f"Not followed any more: {url}")
    assert site.memory.feeds.all() == []
    assert "Cranes at night" in page.text


def test_an_address_that_is_none(site: Site) -> None:
    page = site.post("/feeds", name="Anke Reimers", url="ftp://x", words="", since="")
    assert (page.status, "ftp://x" in page.html) == (503, True)


def test_news_in_a_local_network_are_refused_and_said(site: Site) -> None:
    with serving() as web:
        site.memory.feeds.follow("Anke Reimers", web.feed("/feed", FEED))
        answer = site.client.post("/feeds/news", data={"token": site.token})
        for _ in range(200):
            page = site.get(answer.url.path, {"X-Part": "1"})
            if "data-over" in page.html:
                break
    assert page.text.startswith("Anke Reimers")
    assert web.asked == []


def test_many_people_of_a_name_are_a_page_each(site: Site) -> None:
    site.memory.met("Petra Malinová and Petra Roos and Petra Szulc, new, at Small Signals 2015")
    assert [p.name for p in site.memory.called("petra", 2)] == ["Petra Malinová", "Petra Roos"]
    assert [p.name for p in site.memory.called("petra", 2, 2)] == ["Petra Szulc"]
    assert site.get("/people", name="petra", page="99999999999999999999").status == 200
