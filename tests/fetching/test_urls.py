"""Addresses that can be fetched, and those that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import joined, parse


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("https://tidepool.example/feed", "https://tidepool.example/feed"),
        ("tidepool.example", "https://tidepool.example/"),
        ("HTTP://Tidepool.Example:80/A?b=c d".replace(" ", "%20"), "http://tidepool.example/A?b=c%20d"),
        ("feed://tidepool.example/rss", "http://tidepool.example/rss"),
        ("feed:https://tidepool.example/rss", "https://tidepool.example/rss"),
        ("https://tidepool.example:8443/x#part", "https://tidepool.example:8443/x"),
        ("https://bücher.example/größe", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("https://tidepool.example./a//b", "https://tidepool.example/a//b"),
    ],
)
def test_fit(given: str, meant: str) -> None:
    assert str(parse(given)) == meant


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("", "no address"),
        ("https://a b.example/", "no address"),
        ("https://tidepool.example/\r\nX: y", "no address"),
        ("https://tidepool.example\\@10.0.0.1/", "no address"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://tidepool.example/", "only http and https"),
        ("https://ida:secret@tidepool.example/", "a name or password"),
        ("https://@tidepool.example/", "a name or password"),
        ("https:///feed", "names no host"),
        ("http://[fe80::1%25eth0]/", "names no host|no address"),
        ("https://tidepool.example:22/", "port 22"),
        ("https://tidepool.example:6379/", "port 6379"),
        ("https://tidepool.example:99999/", "no address"),
        ("https://" + "x" * 2000, "no address"),
    ],
)
def test_unfit(given: str, why: str) -> None:
    with pytest.raises(FetchProblem, match=why):
        parse(given)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_a_problem(text: str) -> None:
    for address in (text, f"https://{text}", f"https://tidepool.example/{text}", f"https://tidepool.example/?{text}"):
        try:
            url = parse(address)
        except FetchProblem:
            continue
        assert str(url).isascii()
        assert not set(url.at + url.target) & set(" \r\n\t")
        assert parse(str(url)) == url


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("/b", "https://tidepool.example/b"),
        ("c?d", "https://tidepool.example/a/c?d"),
        ("//other.example/x", "https://other.example/x"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[broken", ""),
        ("", "https://tidepool.example/a/"),
    ],
)
def test_links(link: str, found: str) -> None:
    assert joined("https://tidepool.example/a/", link) == found
