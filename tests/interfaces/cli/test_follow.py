"""`hallway follow`, `unfollow` and `feeds`, and that meeting somebody whom one had read says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import listparser
import pytest
from actions.feeding import item, rss
from cli import hallway, problem
from web import Page, Site, serving

from hallway import Memory


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def owen(lived: Memory, path: Path, site: Site) -> str:
    """A memory in which Owen Prydderch is followed since 2012, and met in November 2017; the address of his feed."""
    url = site.feed("/owen", rss(item(1, "Rope"), item(2, "Salt", day="2018-02-03"), title="Owen's log"))
    lived.close()
    result = hallway("follow", "Owen Prydderch", url, "--since", "2012", "I read his log", "--allow-local", memory=path)
    assert (result.exit_code, result.stdout) == (
        0,
        f"Following Owen Prydderch at {url}.\nOwen Prydderch: 2 posts in Owen's log\n",
    )
    return url


def test_the_story_says_how_long_and_what_they_wrote_since(owen: str, path: Path) -> None:
    assert hallway("who", "Owen", memory=path).stdout == (
        "Owen Prydderch\n"
        "  A dormant tie.\n"
        "  When you met, you had read them for about five years.\n"
        "  You knew them from afar: listened to for years\n"
        "  You knew them from afar since 2012: “I read his log”\n"
        "\n"
        "Small Signals 2017, Leeds, 9–11 November 2017: met for the first time\n"
        "  “I had listened to Owen Prydderch for years before we finally met.”\n"
        "\n"
        "What they wrote since\n"
        "  “Salt”, 3 February 2018, Owen's log\n"
        "    https://tides.example/2\n"
        "  … and 1 more, which `hallway recall` looks through\n"
    )
    [told] = json.loads(hallway("who", "Owen", "--json", memory=path).stdout)["people"]
    assert told["followed_before"] == {"did": "read", "long": "for about five years", "since": "2012"}
    assert [p["title"] for p in told["posts"]] == ["Rope", "Salt"]


def test_the_list(owen: str, path: Path) -> None:
    lines = hallway("feeds", memory=path).stdout.splitlines()
    assert lines[:2] == ["Owen Prydderch · Owen's log", f"  {owen}"]
    assert " ".join(lines[2:]).startswith("  2 posts, the last of 3 February 2018; looked at ")
    [line] = json.loads(hallway("feeds", "list", "--json", memory=path).stdout)
    assert (line["people"], line["title"], line["posts"], line["problem"]) == (
        ["Owen Prydderch"],
        "Owen's log",
        2,
        None,
    )


def test_refreshing(owen: str, path: Path, site: Site) -> None:
    result = hallway("feeds", "refresh", "--allow-local", memory=path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 without news.\n", "")
    site.feed("/owen", rss(item(3, "Tar"), item(1, "Rope, again")))
    assert (
        hallway("feeds", "refresh", "--allow-local", memory=path).stdout
        == "Owen Prydderch: 1 post, 1 changed in Tides and Tapes\n"
    )
    site.pages["/owen"] = Page(status=404)
    result = hallway("feeds", "refresh", "Owen", "--allow-local", memory=path)
    assert (result.exit_code, result.stdout) == (1, "1 failed.\n")
    assert (
        result.stderr
        == f"hallway: {owen}: 127.0.0.1 answers 404 Not Found: look whether the feed has another address\n"
    )
    [told] = json.loads(hallway("feeds", "refresh", "--allow-local", "--json", memory=path).stdout)
    assert (told["status"], told["people"]) == ("failed", ["Owen Prydderch"])


def test_without_permission_this_machine_is_not_asked(owen: str, path: Path) -> None:
    result = hallway("feeds", "refresh", memory=path)
    assert result.exit_code == 1
    assert result.stderr.endswith(": only the public internet is asked\n")


def test_taking_the_list_along(owen: str, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.opml"
    assert hallway("feeds", "export", file, memory=path).stdout == f"Wrote 1 feed to {file}.\n"
    assert [(f.title, f.url) for f in listparser.parse(file.read_text()).feeds] == [("Owen's log", owen)]
    assert problem(hallway("feeds", "export", file, memory=path)) == f"{file}: File exists"
    assert hallway("feeds", "export", "-", memory=path).stdout.encode() == file.read_bytes()
    assert problem(hallway("feeds", "export", memory=path)).startswith("where to?")


def test_unfollowing_and_taking_that_back(owen: str, path: Path) -> None:
    assert hallway("unfollow", "Owen", memory=path).stdout == f"No longer following Owen Prydderch at {owen}.\n"
    assert hallway("feeds", memory=path).stdout.startswith("Nobody is followed yet")
    hallway("undo", memory=path)
    assert hallway("feeds", memory=path).stdout.startswith("Owen Prydderch")


def test_offline_it_is_kept_all_the_same(path: Path, site: Site) -> None:
    url = site.feed("/feed", rss(item(1)))
    result = hallway("follow", "Lena Ortiz", url, "--offline", memory=path)
    assert (result.stdout, site.asked) == (f"Following Lena Ortiz, who is new here, at {url}.\n", [])
    assert "not looked at yet" in hallway("feeds", memory=path).stdout
    again = hallway("follow", "Lena Ortiz", url, "--offline", memory=path)
    assert again.stdout == f"You follow Lena Ortiz at {url} already.\n"


def test_what_cannot_be_reached_is_kept_and_said(path: Path, site: Site) -> None:
    url = site.url("/missing")
    result = hallway("follow", "Lena Ortiz", url, "--allow-local", memory=path)
    assert result.exit_code == 0
    assert result.stderr == (
        f"hallway: it is kept, and `hallway feeds refresh` tries again: {url}: 127.0.0.1 answers 404 Not Found: look"
        " whether the feed has another address\n"
    )
    assert hallway("feeds", memory=path).stdout.startswith("Lena Ortiz\n")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ("Lena", "ftp://tides.example"),
            "ftp://tides.example: only http and https are fetched, not ftp: give the address of the page",
        ),
        ((" ", "https://tides.example"), 'whom? Give a name: hallway follow "Lena Ortiz" https://lena.example'),
        (("#99", "https://tides.example"), "there is no person #99; `hallway people` shows who there is"),
    ],
)
def test_mistakes(lived: Memory, path: Path, arguments: tuple[str, ...], why: str) -> None:
    lived.close()
    assert problem(hallway("follow", *arguments, "--offline", memory=path)) == why


def test_whom_of_several(lived: Memory, path: Path) -> None:
    for name in ("Chris Holt", "Chris Ngata"):
        lived.feeds.follow(name, f"https://{name.split()[1]}.example/feed")
    lived.close()
    numbers = {line.name: line.id for line in lived.feeds.candidates("Chris")}
    message = problem(hallway("follow", "Chris", "https://chris.example/", "--offline", memory=path))
    assert message.startswith("“Chris” can be #")
    assert "or add --new" in message
    result = hallway("follow", f"#{numbers['Chris Ngata']}", "https://chris.example/", "--offline", memory=path)
    assert result.stdout == "Following Chris Ngata at https://chris.example/.\n"
    assert problem(hallway("unfollow", "Chris", memory=path)).startswith("“Chris” can be #")
    result = hallway("follow", "Chris", "https://third.example/", "--new", "--offline", memory=path)
    assert result.stdout == "Following Chris, who is new here, at https://third.example/.\n"


def test_meeting_somebody_whom_you_read(path: Path) -> None:
    hallway(
        "follow", "Lena Ortiz", "https://lena.example/", "--since", "2004", "I read her blog", "--offline", memory=path
    )
    result = hallway("met", "Lena Ortiz, new, at Lantern Days in Ghent", "--date", "2007-10-04", memory=path)
    assert result.stdout.splitlines()[1] == "Lena Ortiz: you had read them for about three years."
    told = json.loads(hallway("met", "Lena Ortiz, coffee", "--date", "2010-10-05", "--json", memory=path).stdout)
    assert told["followed"] == {"Lena Ortiz": "you had read them for about six years"}
    assert "When you met, you had read them for about three years." in hallway("who", "Lena", memory=path).stdout


def test_meeting_somebody_before_you_read_them(path: Path) -> None:
    hallway("follow", "Lena Ortiz", "https://lena.example/", "--offline", memory=path)
    result = hallway("met", "Lena Ortiz, new", "--date", "2007-10-04", memory=path)
    assert len(result.stdout.splitlines()) == 1
    result = hallway("met", "Lena Ortiz, lunch", "--date", str(date.today().year + 3), memory=path)
    assert result.stdout.splitlines()[1].startswith("Lena Ortiz: you had read them for at least two years.")


def test_reading_of_somebody_whom_you_read(path: Path, tmp_path: Path) -> None:
    hallway("follow", "Lena Ortiz", "https://lena.example/", "--since", "2004", "her podcast", "--offline", memory=path)
    diary = tmp_path / "diary.txt"
    diary.write_text("Written on 6 October 2007.\n\nToday I met Lena Ortiz for the first time, over soup.\n")
    shown = hallway("read", diary, "--dry-run", memory=path).stdout
    assert "      you had listened to them for about three years\n" in shown
