"""HTML to plain words with offsets: the article, not the navigation around it."""

from __future__ import annotations

import html
import re
from collections import Counter
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
        "td",
        "th",
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
_ENDS = {("p", "p"), ("li", "li"), ("dt", "dd"), ("dd", "dt"), ("tr", "td"), ("td", "td")}
"""Opening the first ends the second, where that is still open."""
_NOISE = re.compile(
    r"(?<!no-)(?<!has-)(?<!with-)\b(?:comment|comments|respond|sidebar|nav|navbar|navigation|menu|footer|breadcrumbs?|related|share|sharing|social|"
    r"widget|cookie|pagination|tagcloud|blogroll)\b",
    re.I,
)
_PIECE = re.compile(r"(?P<space>[ \t\r\n\f]+)|[^ \t\r\n\f]+")


def from_html(text: str) -> Plain:
    """Keep the words of the page's article (or of its body), drop menus, scripts, side columns and readers' comments."""
    scopes = [t for t in ("article", "main", "body") if re.search(rf"<{t}\b", text, re.I)]
    found = Builder(text).done()
    for scope in [*scopes, None]:
        parser = _Parser(text, scope)
        parser.feed(text + "\n")  # an entity at the very end would be taken for half a one
        parser.close()
        found = parser.out.done()
        if any(c.isalnum() for c in found.text):
            break
    return found


_META = {
    "author": "author",
    "dc.creator": "author",
    "article:published_time": "written",
    "date": "written",
    "dc.date": "written",
    "datepublished": "written",
}


class _Parser(HTMLParser):
    def __init__(self, text: str, scope: str | None) -> None:
        super().__init__(convert_charrefs=False)
        self.out = Builder(text)
        self.text = text
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.scope = scope
        self.inside = 0 if scope else 1
        self.open: list[tuple[str, bool]] = []
        self.count: Counter[str] = Counter()
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
        if self.open and (tag, self.open[-1][0]) in _ENDS or (tag in _BLOCK and self.open[-1:] == [("p", True)]):
            self._close()
        if tag not in _VOID:
            hides = self._hides(tag, values)
            self.open.append((tag, hides))
            self.count[tag] += 1
            self.hidden += hides
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def _hides(self, tag: str, values: dict[str, str | None]) -> bool:
        if tag == "header" and self.scope in ("article", "main") and self.inside:
            return False  # the title and byline of the article itself
        label = f"{values.get('class') or ''} {values.get('id') or ''} {values.get('role') or ''}"
        return tag in _SKIP or (tag not in ("body", "html", "article", "main") and bool(_NOISE.search(label)))

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self.title = False
        if tag == self.scope:
            self.inside = max(0, self.inside - 1)
        while self.count[tag] and self._close() != tag:
            pass

    def _close(self) -> str:
        name, hides = self.open.pop()
        self.count[name] -= 1
        self.hidden -= hides
        return name

    def handle_data(self, data: str) -> None:
        if self.title:
            self.out.meta.setdefault("title", data.strip())
        if self.shown():
            self._words(self.at(), data)

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def shown(self) -> bool:
        return self.inside > 0 and self.hidden == 0

    def _entity(self, raw: str) -> None:
        if not self.shown():
            return
        start = self.at()
        raw += ";" if self.text.startswith(";", start + len(raw)) else ""
        said = html.unescape(raw)
        if said == raw:
            self.out.keep(start, start + len(raw))
        else:
            self.out.put(said.replace("\xa0", " "), start)

    def _words(self, start: int, data: str) -> None:
        """Words as they stand; a line broken in the source is a space to the reader, but in preformatted text."""
        data = data[: len(self.text) - start]
        if self.count["pre"]:
            self.out.keep(start, start + len(data))
            return
        for m in _PIECE.finditer(data):
            if m["space"]:
                self.out.put(" ", start + m.start())
            else:
                self.out.keep(start + m.start(), start + m.end())

    def _break(self, tag: str) -> None:
        if tag in _BLOCK and self.shown():
            self.out.put("\n" if tag in ("br", "li", "dt", "dd", "tr", "td", "th") else "\n\n", min(self.at(), len(self.text) - 1))

    def _meta(self, tag: str, values: dict[str, str | None]) -> None:
        name = (values.get("name") or values.get("property") or values.get("itemprop") or "").lower()
        if tag == "meta" and values.get("content"):
            key = _META.get(name)
            if key:
                self.out.meta.setdefault(key, str(values["content"]))
        if tag == "time" and values.get("datetime"):
            self.out.meta.setdefault("written", str(values["datetime"]))
