"""Of a page, the article; of the article, the words."""

from __future__ import annotations

import pytest

from hallway.reading.html import from_html


def read(text: str) -> str:
    return " ".join(from_html(text).text.split())


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Home</nav>{}",
        "{}<footer>Posted in Travel by Admin</footer>",
        "<aside>Tom Wade</aside>{}",
        "<div class='sidebar left'>Tom Wade</div>{}",
        "{}<div id=comments><p>Tom Wade says<p>Great!</div>",
        "{}<ol class='comment-list'><li>Tom Wade says<li>Ute too</ol>",
        "<script>if (a < b) document.write('<p>Tom Wade</p>')</script>{}",
        "<style>p > a { color: red }</style>{}",
        "<!-- Tom <p> -- Wade -->{}",
        "<p class=share>Share this{}",
        "<form><input name=q><p>Tom Wade</p></form>{}",
        "<svg><title>Tom</title></svg>{}",
        "<title>Oslo &amp; me</title>{}",
        "{}<div role='navigation'>Next: Tom Wade</div>",
    ],
)
def test_what_stands_around_an_article_is_left_out(around: str) -> None:
    article = "<p>I met Anna Berg.<p>It rained."
    assert read(f"<html><body>{around.replace('{}', article)}</body></html>") == "I met Anna Berg. It rained."


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "<body>Menu<article><header><h1>Oslo</h1>by Anna</header><p>I met Ben.</article>Tom",
            "Oslo by Anna I met Ben.",
        ),
        ("<body><header>My blog</header><main><p>I met Ben.</main>", "I met Ben."),
        ("<body><div class='content no-sidebar'><p>I met Ben.</div>", "I met Ben."),
        ("<!-- <article> --><body><p>I met Ben.", "I met Ben."),
        ("<html><p>I met Ben.", "I met Ben."),
        ("<table><tr><td>Anna Berg<td>Acme<tr><td>Ben</table>", "Anna Berg Acme Ben"),
        ("<ul><li>Anna<li>Ben</ul>", "Anna Ben"),
        ("<p>1 < 2 & 3 > 2, <3", "1 < 2 & 3 > 2, <3"),
        ("<p>Anna</b> Be<b>rg</b></p></div> came", "Anna Berg came"),
        ("<P CLASS=x>Anna<BR />Ben", "Anna Ben"),
        ("<p title='a > b'>Anna", "Anna"),
        ("<p>Q&A", "Q&A"),
    ],
)
def test_pages(page: str, words: str) -> None:
    assert read(page) == words


def test_blocks_are_paragraphs_and_line_breaks_lines() -> None:
    assert from_html("<p>Anna\n  Berg</p><p>Ben<br>Cem<br/>Dov").text.strip().replace("\n\n\n\n", "\n\n") == (
        "Anna Berg\n\nBen\nCem\nDov"
    )


def test_preformatted_lines_stay() -> None:
    assert from_html("<pre>Anna  Berg\nBen</pre>").text.strip() == "Anna  Berg\nBen"


@pytest.mark.parametrize(
    ("head", "meta"),
    [
        ("<title>\nOslo  &amp; me</title>", {"title": "Oslo &amp; me"}),
        ("<meta name=author content='Anna Berg'>", {"author": "Anna Berg"}),
        ("<meta property='article:published_time' content='2007-10-21T10:00'>", {"written": "2007-10-21T10:00"}),
        ("<meta itemprop=datePublished content=2007-10-21><time datetime=2009>x</time>", {"written": "2007-10-21"}),
        ("<time datetime='2007-10-21'>last Sunday</time>", {"written": "2007-10-21"}),
        ("<meta name=author content=''><meta name=viewport content=x><time>x</time>", {}),
    ],
)
def test_what_a_page_says_of_itself(head: str, meta: dict[str, str]) -> None:
    assert from_html(f"<html><head>{head}</head><body><p>Anna").meta == meta
