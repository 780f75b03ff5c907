"""Photos, voice notes and codes with a capture: held at once, with a network and without, and kept exactly once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import chromium
from phones import FLAGS, PHONE, come_in
from pictured import CAMERA, code, photo, video_of
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Playwright, Route, expect
from served import Served

from hallway import Memory

CAMERA_FLAGS = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
PHONE_WITH_CAMERA = {**PHONE, "permissions": ["camera", "microphone"]}


@pytest.fixture(scope="module")
def camera(playing: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser before whose camera a badge is held, and whose microphone hears a tone."""
    film = tmp_path_factory.mktemp("camera") / "badge.y4m"
    film.write_bytes(video_of(code()))
    flags = [*FLAGS, *CAMERA_FLAGS, f"--use-file-for-fake-video-capture={film}"]
    browser = playing.chromium.launch(executable_path=str(chromium()), args=flags)
    yield browser
    browser.close()


@pytest.fixture
def snapper(camera: Browser, served: Served) -> Iterator[Page]:
    context = camera.new_context(**PHONE_WITH_CAMERA)
    yield come_in(context, served)
    context.close()


def snap(page: Page, colour: str = "#3a7") -> None:
    """Take a photo; it is in the tray a moment later."""
    before = page.locator("#tray img").count()
    taken: FilePayload = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo(colour=colour)}
    page.locator("#photo").set_input_files(taken)
    expect(page.locator("#tray img")).to_have_count(before + 1)


def speak(page: Page) -> None:
    page.get_by_role("button", name="Voice note").click()
    expect(page.get_by_role("button", name="Stop 0:01")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Stop 0:").click()
    expect(page.locator("#tray audio")).to_have_count(1)


def say(page: Page, line: str) -> None:
    page.get_by_label("Whom did you meet?").fill(line)
    page.get_by_role("button", name="New", exact=True).click()


def arrived(page: Page, name: str = "Petra Malinová") -> None:
    """Wait until the words are kept, and then all that was taken with them."""
    expect(page.locator(".said")).to_contain_text(f"Kept: {name}")
    expect(page.locator("#waiting")).to_be_hidden()


def again(page: Page) -> None:
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")


def kept(served: Served, name: str = "Petra Malinová") -> list[tuple[str, bytes]]:
    """Kind and bytes of what is kept of somebody, the first first."""
    with Memory(served.memory) as memory:
        clips = memory.clips.of(memory.person(name).id)
        return [(clip.kind, memory.clips.file(clip.id)[1]) for clip in reversed(clips)]


def test_a_photo_and_a_voice_note_go_along(snapper: Page, served: Served) -> None:
    snap(snapper)
    speak(snapper)
    say(snapper, "Petra Malinová, museum radio")
    arrived(snapper)
    expect(snapper.locator("#tray")).to_be_hidden()
    (first, image), (second, sound) = kept(served)
    assert (first, second) == ("photo", "audio")
    assert Image.open(io.BytesIO(image)).size == (320, 640)
    assert CAMERA.encode() not in image
    assert dict(Image.open(io.BytesIO(image)).getexif()) == {}
    assert sound[:4] == b"\x1aE\xdf\xa3"
    snapper.get_by_role("link", name="Petra Malinová").click()
    expect(snapper.get_by_role("img", name="Photo: Petra Malinová")).to_be_visible()
    assert snapper.evaluate("document.querySelector('.clips img').decode().then(() => true)")
    audio = snapper.locator(".clips audio")
    audio.evaluate("a => a.duration || new Promise(done => a.onloadedmetadata = done)")
    assert audio.evaluate("a => a.error") is None


def test_where_it_was_taken_stays_only_on_purpose(snapper: Page, served: Served) -> None:
    snap(snapper)
    snapper.get_by_label("Keep where the photos were taken").check()
    say(snapper, "Petra Malinová")
    arrived(snapper)
    [(_, image)] = kept(served)
    assert dict(Image.open(io.BytesIO(image)).getexif().get_ifd(0x8825))[2] == (51.0, 3.0, 15.5)
    assert CAMERA.encode() not in image


def test_a_code_fills_the_line_and_its_card_goes_along(snapper: Page, served: Served) -> None:
    snapper.context.set_offline(True)
    snapper.get_by_role("button", name="Scan a code").click()
    expect(snapper.get_by_label("Whom did you meet?")).to_have_value("Petra Malinová", timeout=15_000)
    expect(snapper.locator("#scanner")).to_be_hidden()
    expect(snapper.locator("#tray .badge")).to_contain_text("Petra Malinová · Museum Radio")
    snapper.get_by_role("button", name="New", exact=True).click()
    expect(snapper.locator("#waiting li")).to_have_count(1)
    again(snapper)
    expect(snapper.locator("#waiting")).to_be_hidden()
    with Memory(served.memory) as memory:
        [petra] = memory.people()
        assert (petra.name, petra.kind, petra.organization) == ("Petra Malinová", "new", "Museum Radio")
        assert len(memory.log()) == 1


def test_photos_in_flight_mode_survive_a_phone_that_dies(playing: Playwright, served: Served, tmp_path: Path) -> None:
    options = {"executable_path": str(chromium()), "args": FLAGS, **PHONE}

    def opened() -> BrowserContext:
        return playing.chromium.launch_persistent_context(str(tmp_path / "profile"), **options)

    context = opened()
    page = come_in(context, served)
    served.kill()
    snap(page)
    say(page, "Petra Malinová")
    expect(page.locator("#waiting .taken img")).to_have_count(1)
    snap(page, colour="#a37")  # taken, but not said of whom: it is safe as well
    page.get_by_label("Whom did you meet?").fill("Owen")
    context.close()
    context = opened()
    page = context.new_page()
    page.goto(f"{served.url}/")
    expect(page.locator("#waiting .taken img")).to_have_count(1)
    expect(page.locator("#tray img")).to_have_count(1)
    expect(page.get_by_label("Whom did you meet?")).to_have_value("Owen")
    page.get_by_role("button", name="Met again", exact=True).click()
    expect(page.locator("#waiting li")).to_have_count(2)
    served.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#waiting")).to_be_hidden()
    context.close()
    assert [len(kept(served, name)) for name in ("Petra Malinová", "Owen")] == [1, 1]


def test_an_answer_that_gets_lost_keeps_no_photo_twice(phone: Page, served: Served) -> None:
    lost: list[int] = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort()

    phone.route("**/clips/*", lose)
    snap(phone)
    with phone.expect_event("requestfailed", lambda request: "/clips/" in request.url):
        say(phone, "Petra Malinová")
    expect(phone.locator("#waiting .state")).to_have_text("words kept, the rest waits")
    assert (lost, len(kept(served))) == ([200], 1)
    phone.unroute("**/clips/*")
    again(phone)
    expect(phone.locator("#waiting")).to_be_hidden()
    assert len(kept(served)) == 1


def test_what_is_no_photo_is_said_and_stops_nothing(phone: Page, served: Served) -> None:
    wrong: FilePayload = {"name": "no.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n and no more"}
    phone.locator("#photo").set_input_files(wrong)
    expect(phone.locator("#tray img")).to_have_count(1)
    say(phone, "Petra Malinová")
    expect(phone.locator("#waiting .why")).to_contain_text("this photo is damaged")
    snap(phone)
    say(phone, "Owen Prydderch")
    expect(phone.locator(".said")).to_contain_text("Kept: Owen")
    expect(phone.locator("#waiting li")).to_have_count(1)
    assert (len(kept(served)), len(kept(served, "Owen Prydderch"))) == (0, 1)
    phone.get_by_role("button", name="Discard").click()
    expect(phone.locator("#waiting")).to_be_hidden()


def test_a_badge_now_and_its_name_in_the_evening(phone: Page, served: Served) -> None:
    snap(phone)
    phone.get_by_role("button", name="New", exact=True).click()
    expect(phone.locator("#waiting .why")).to_have_text("Whom is this about? Add a name.")
    phone.get_by_role("button", name="Change").click()
    expect(phone.locator("#tray img")).to_have_count(1)
    say(phone, "Petra Malinová")
    arrived(phone)
    assert len(kept(served)) == 1


def test_two_phones_and_a_capture_taken_back(phone: Page, served: Served, browser: Browser) -> None:
    with Memory(served.memory) as memory:
        link = f"{served.url}/enter?link={memory.access.link()}"
    second = come_in(browser.new_context(**PHONE), served, link)
    for page, colour in ((phone, "#a37"), (second, "#37a")):
        page.context.set_offline(True)
        snap(page, colour=colour)
        say(page, "Petra Malinová")
    second.route("**/clips/*", lambda route: route.abort())
    again(second)
    expect(second.locator("#waiting .state")).to_have_text("words kept, the rest waits")
    with Memory(served.memory) as memory:
        memory.undo()
    again(phone)
    second.unroute("**/clips/*")
    again(second)
    for page in (phone, second):
        expect(page.locator("#waiting")).to_be_hidden()
    second.context.close()
    assert len(kept(served)) == 1


def test_somebody_who_is_not_whom_they_are_taken_for(phone: Page, served: Served) -> None:
    with Memory(served.memory) as memory:
        memory.met("Chris Berg, tunnels, new", written="2019-05-05")
    phone.get_by_label("Whom did you meet?").fill("Chris Berg, mountains")
    expect(phone.locator("#chips .taken-for")).to_contain_text("met 5 May 2019")
    phone.get_by_role("button", name="not them: somebody new").click()
    expect(phone.locator("#chips .taken-for")).to_have_count(0)
    phone.get_by_role("button", name="New", exact=True).click()
    expect(phone.locator(".said")).to_contain_text("Kept: Chris Berg")
    with Memory(served.memory) as memory:
        assert [story.person.times for story in memory.who("Chris Berg")] == [1, 1]
        assert memory.same.suggestions() == []
