"""Who comes in, and who does not."""

import pytest
from visiting import HOST, Site

from hallway import Memory
from hallway.interfaces.web.app import make


def test_a_link_signs_one_browser_in_once(memory: Memory) -> None:
    link = memory.access.link()
    first, second = Site(memory, signed_in=False), Site(memory, signed_in=False)
    assert first.get("/").path == "/enter"
    assert first.get("/enter", link=link).status == 200
    assert first.get("/").path == "/"
    assert second.get("/enter", link=link).status == 403
    assert second.get("/").path == "/enter"


def test_the_cookie_is_for_this_site_alone_and_for_no_script(memory: Memory) -> None:
    site = Site(memory, signed_in=False)
    cookie = site.get("/enter", link=memory.access.link()).headers["set-cookie"]
    assert cookie.startswith("hallway-8420=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}


def test_no_secret_lies_in_the_memory(memory: Memory) -> None:
    site = Site(memory)
    memory.access.set_phrase("four plain words here")
    secret = site.client.cookies["hallway-8420"]
    memory.close()
    everything = b"".join(f.read_bytes() for f in memory.path.parent.iterdir())
    assert secret.encode() not in everything
    assert b"four plain words" not in everything


def test_a_session_that_is_ended_is_out_at_once(memory: Memory) -> None:
    mine, other = Site(memory), Site(memory)
    [ended] = [s.id for s in memory.access.sessions() if s.id != memory.access.sessions()[-1].id]
    first = mine if mine.get("/devices").html.count("this one") else other
    assert first.post(f"/devices/{ended}/end").status == 200
    assert sorted(s.get("/").path for s in (mine, other)) == ["/", "/enter"]


def test_leaving_signs_out(site: Site) -> None:
    assert site.post("/leave").path == "/enter"
    assert site.get("/").path == "/enter"


def test_the_pass_phrase_lets_in_and_five_tries_a_minute_are_enough(memory: Memory) -> None:
    memory.access.set_phrase("lantern gas works river")
    site = Site(memory, signed_in=False, lan=True)
    assert [site.post("/enter", phrase=f"wrong {n}").status for n in range(4)] == [403] * 4
    assert site.post("/enter", phrase="lantern gas works river").status == 200
    assert site.get("/").path == "/"
    assert site.post("/enter", phrase="wrong again").status == 403
    assert site.post("/enter", phrase="lantern gas works river").status == 429


def test_without_lan_there_is_no_pass_phrase(memory: Memory) -> None:
    memory.access.set_phrase("lantern gas works river")
    site = Site(memory, signed_in=False)
    assert site.post("/enter", phrase="lantern gas works river").status == 403


def test_a_short_pass_phrase_is_none(memory: Memory) -> None:
    with pytest.raises(ValueError, match="at least 8 letters"):
        memory.access.set_phrase("short")


def test_a_host_that_is_not_ours_is_refused(site: Site) -> None:
    assert site.get("/", headers={"Host": "evil.test:8420"}).status == 421
    assert site.get("/", headers={"Host": HOST}).status == 200


def test_another_site_cannot_make_us_do_anything(site: Site) -> None:
    foreign = {"Origin": "https://evil.test"}
    assert site.post("/captures", foreign, id="1", line="Petra Malinová, new").status == 403
    assert site.post("/captures", {"Sec-Fetch-Site": "cross-site"}, id="1", line="Petra Malinová, new").status == 403
    assert site.post("/captures", token="0" * 64, id="1", line="Petra Malinová, new").status == 403
    assert site.memory.people() == []


def test_every_page_needs_a_session(memory: Memory) -> None:
    site = Site(memory, signed_in=False)
    ours = [
        r
        for r in make(site.desk).routes
        if not r.path.startswith(("/static", "/enter", "/favicon", "/sw", "/manifest", "/api"))
    ]
    assert len(ours) > 12
    for route in ours:
        path = route.path.replace("{id:int}", "1")
        answer = site.client.request(next(iter(route.methods - {"HEAD"})), path)
        open_to_all = path == "/language"
        assert open_to_all or answer.url.path == "/enter" or answer.status_code == 401, path


def test_every_answer_forbids_what_foreign_text_could_start(site: Site) -> None:
    for path in ("/", "/static/x/hallway.css", "/enter", "/nothing-here"):
        policy = site.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
