"""HTML to plain words with offsets: the article, not the navigation around it."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from hallway.reading.plain import Builder, Plain

_BLOCK = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "table",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "hr",
        "figure",
        "figcaption",
    ]
)
_SKIP = frozenset(
    [
        "script",
        "style",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "noscript",
        "svg",
        "template",
        "button",
        "select",
        "iframe",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_NOISE = re.compile(
    r"\b(?:comment|comments|respond|sidebar|nav|navbar|navigation|menu|footer|breadcrumbs?|related|share|sharing|social|"
    r"widget|cookie|pagination|tagcloud|blogroll)\b",
    re.I,
)


def from_html(text: str) -> Plain:
    """Keep the words of the page's article (or of its body), drop menus, scripts, side columns and readers' comments."""
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    return parser.out.done()


class _Parser(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out = Builder(text)
        self.text = text
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.scope = next((t for t in ("article", "main", "body") if re.search(rf"<{t}\b", text, re.I)), None)
        self.inside = 0 if self.scope else 1
        self.open: list[tuple[str, bool]] = []
        self.hidden = 0
        self.title = False

    def at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._meta(tag, values)
        self.title = tag == "title"
        if tag == self.scope:
            self.inside += 1
        label = f"{values.get('class') or ''} {values.get('id') or ''} {values.get('role') or ''}"
        hides = tag in _SKIP or (tag not in ("body", "html", "article", "main") and bool(_NOISE.search(label)))
        if tag not in _VOID:
            self.open.append((tag, hides))
            self.hidden += hides
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self.title = False
        if tag == self.scope:
            self.inside = max(0, self.inside - 1)
        if not any(name == tag for name, _ in self.open):
            return
        while self.open:
            name, hides = self.open.pop()
            self.hidden -= hides
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.title:
            self.out.meta.setdefault("title", data.strip())
        if self.shown():
            start = self.at()
            self.out.keep(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def shown(self) -> bool:
        return self.inside > 0 and self.hidden == 0

    def _entity(self, raw: str) -> None:
        if self.shown():
            self.out.put(html.unescape(f"{raw};").replace("\xa0", " "), self.at())

    def _break(self, tag: str) -> None:
        if tag in _BLOCK and self.shown():
            self.out.put("\n" if tag in ("br", "li", "dt", "dd", "tr") else "\n\n", min(self.at(), len(self.text) - 1))

    def _meta(self, tag: str, values: dict[str, str | None]) -> None:
        name = (values.get("name") or values.get("property") or "").lower()
        if tag == "meta" and values.get("content"):
            key = {"author": "author", "article:published_time": "written", "date": "written"}.get(name)
            if key:
                self.out.meta.setdefault(key, str(values["content"]))
        if tag == "time" and values.get("datetime"):
            self.out.meta.setdefault("written", str(values["datetime"]))
