"""HTML to plain words with offsets: the article, not the navigation around it."""

from __future__ import annotations

import html
import re
from collections import Counter

from hallway.reading.plain import Builder, Plain

_BLOCK = frozenset(
    (
        "p div section article main li ul ol dl dt dd tr td th table blockquote pre h1 h2 h3 h4 h5 h6 br hr "
        "figure figcaption"
    ).split()
)
_SKIP = frozenset("script style nav header footer aside form noscript svg template button select iframe".split())
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
_TOKEN = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
  | <(?P<raw>script|style|svg|template|noscript|iframe)\b.*?(?:</(?P=raw)\b[^>]*>?|\Z)
  | <[!?][^<>]*>?
  | <(?P<close>/)?(?P<tag>[a-z][a-z0-9:-]*+)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)["']?>
  | (?P<entity>&(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{0,31});?)
  | (?P<space>[ \t\r\n\f]+)
    """,
    re.I | re.S | re.X,
)
"""Every piece ends where it must or at the next `<`, so that no text takes longer than its length."""
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_META = {
    "author": "author",
    "dc.creator": "author",
    "article:published_time": "written",
    "date": "written",
    "dc.date": "written",
    "datepublished": "written",
}


def from_html(text: str) -> Plain:
    """Keep the words of the page's article (or of its body), drop menus, scripts, side columns and readers' comments."""
    scopes = [t for t in ("article", "main", "body") if re.search(rf"<{t}\b", text, re.I)]
    found = Builder(text).done()
    for scope in [*scopes, None]:
        found = _Page(text, scope).read()
        if any(c.isalnum() for c in found.text):
            break
    return found


class _Page:
    """One way through a page: what stands inside `scope` elements (all of it where that is None) and is not hidden."""

    def __init__(self, text: str, scope: str | None) -> None:
        self.out = Builder(text)
        self.text = text
        self.scope = scope
        self.inside = 0 if scope else 1
        self.open: list[tuple[str, bool]] = []
        self.count: Counter[str] = Counter()
        self.hidden = 0
        self.title = ""

    def read(self) -> Plain:
        at = 0
        for m in _TOKEN.finditer(self.text):
            self._keep(at, m.start())
            at = m.end()
            if m["close"]:
                self._end(m["tag"].lower(), m.start())
            elif m["tag"]:
                self._start(m["tag"].lower(), m["attributes"], m.start())
            elif m["entity"]:
                self._entity(m)
            elif m["space"]:
                self._space(m)
        self._keep(at, len(self.text))
        if self.title.strip():
            self.out.meta.setdefault("title", " ".join(self.title.split()))
        return self.out.done()

    def _start(self, tag: str, attributes: str, at: int) -> None:
        values = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(attributes)}
        self._meta(tag, values)
        if tag == self.scope:
            self.inside += 1
        if self.open and ((tag, self.open[-1][0]) in _ENDS or (tag in _BLOCK and self.open[-1] == ("p", True))):
            self._close()
        if tag not in _VOID:
            hides = self._hides(tag, values)
            self.open.append((tag, hides))
            self.count[tag] += 1
            self.hidden += hides
        self._break(tag, at)

    def _end(self, tag: str, at: int) -> None:
        self._break(tag, at)
        if tag == self.scope:
            self.inside = max(0, self.inside - 1)
        while self.count[tag] and self._close() != tag:
            pass

    def _close(self) -> str:
        name, hides = self.open.pop()
        self.count[name] -= 1
        self.hidden -= hides
        return name

    def _hides(self, tag: str, values: dict[str, str]) -> bool:
        if tag == "header" and self.scope in ("article", "main") and self.inside:
            return False  # the title and byline of the article itself
        label = " ".join(values.get(k, "") for k in ("class", "id", "role"))
        return tag in _SKIP or (tag not in ("body", "html", "article", "main") and bool(_NOISE.search(label)))

    def shown(self) -> bool:
        return self.inside > 0 and self.hidden == 0 and not self.count["title"]

    def _keep(self, start: int, end: int) -> None:
        if self.count["title"] and end > start:
            self.title += self.text[start:end]
        elif self.shown():
            self.out.keep(start, end)

    def _space(self, m: re.Match[str]) -> None:
        """A line broken in the source is a space to the reader, but in preformatted text."""
        if self.count["pre"] or self.count["title"]:
            self._keep(m.start(), m.end())
        elif self.shown():
            self.out.put(" ", m.start())

    def _entity(self, m: re.Match[str]) -> None:
        said = html.unescape(m[0])
        if said == m[0] or not self.shown():
            self._keep(m.start(), m.end())
        else:
            self.out.put(said.replace("\xa0", " "), m.start())

    def _break(self, tag: str, at: int) -> None:
        if tag in _BLOCK and self.shown():
            self.out.put("\n" if tag in ("br", "li", "dt", "dd", "tr", "td", "th") else "\n\n", at)

    def _meta(self, tag: str, values: dict[str, str]) -> None:
        name = values.get("name") or values.get("property") or values.get("itemprop") or ""
        key = _META.get(name.lower()) if tag == "meta" else "written" if tag == "time" else None
        value = values.get("content" if tag == "meta" else "datetime")
        if key and value:
            self.out.meta.setdefault(key, value)
