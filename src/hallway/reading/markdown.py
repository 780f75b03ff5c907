"""Markdown to plain words with offsets. Made for diaries: what is not Markdown passes unchanged."""

from __future__ import annotations

import re

from hallway.reading.plain import Builder, Plain

_FRONT = re.compile(r"\A﻿?(?:---|\+\+\+)[ \t]*\n(.*?)\n(?:---|\+\+\+)[ \t]*(?:\n|\Z)", re.S)
_FRONT_LINE = re.compile(
    r"^(title|date|author|subtitle|description|published|created)[ \t]*[:=][ \t]*(.*?)[ \t]*$", re.M | re.I
)
_TOKEN = re.compile(
    r"""
    (?P<fence>^(?P<tick>```|~~~)[^\n]*\n.*?(?:^(?P=tick)[ \t]*$|\Z))
  | (?P<comment><!--.*?-->)
  | (?P<image>!\[(?P<alt>[^\]\n]{0,300})\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\))
  | (?P<link>(?<!\\)\[(?P<text>[^\[\]\n]{1,300})\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)|\[[^\]\n]{0,80}\]))
  | (?P<wiki>\[\[(?:[^\[\]|\n]{1,100}\|)?(?P<page>[^\[\]|\n]{1,200})\]\])
  | (?P<autolink><(?:https?://|mailto:)[^<>\s]{1,500}>)
  | (?P<tag></?(?:a|b|i|em|strong|span|u|sup|sub|small|p|br|img|div|hr|cite|code|blockquote|li|ul|ol|center|font)\b[^<>\n]{0,500}>)
  | (?P<reference>^[ ]{0,3}\[[^\]\n]{1,80}\]:[ \t]*\S+.*$)
  | (?P<url>\bhttps?://[^\s<>()\[\]]{1,500})
  | (?P<heading>^[ ]{0,3}\#{1,6}[ \t]+)
  | (?P<rule>^[ \t]*(?:=|-|\*|_){4,}[ \t]*$)
  | (?P<strong>(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__))
  | (?P<tildes>~~)
  | (?P<emphasis>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))
  | (?P<code>`)
""",
    re.M | re.S | re.X,
)


def from_markdown(text: str) -> Plain:
    """Links become their text, emphasis and headings their words; front matter gives title, author and date."""
    out = Builder(text)
    at = _front_matter(out, text)
    for m in _TOKEN.finditer(text, at):
        out.keep(at, m.start())
        inner = next((g for g in ("alt", "text", "page") if m[g] is not None), None)
        if inner:
            _inner(out, text, m.start(inner), m.end(inner))
        elif m.lastgroup == "heading" or m["heading"]:
            pass
        elif m["fence"] or m["tag"]:
            out.put(" ", m.start())
        at = m.end()
    out.keep(at, len(text))
    return out.done()


def _inner(out: Builder, text: str, start: int, end: int) -> None:
    """A link's text without the emphasis inside it."""
    for i in range(start, end):
        if text[i] not in "*`" and not text.startswith("__", i):
            out.keep(i, i + 1)


def _front_matter(out: Builder, text: str) -> int:
    front = _FRONT.match(text)
    if not front or not _FRONT_LINE.search(front[1]):
        return 0
    for m in _FRONT_LINE.finditer(text, front.start(1), front.end(1)):
        value = m[2].strip("'\"")
        key = m[1].lower()
        if key in ("date", "published", "created"):
            out.meta.setdefault("written", value)
        elif key == "author":
            out.meta["author"] = value
        elif value:
            if key == "title":
                out.meta["title"] = value
            start = text.index(value, m.start(2))
            out.keep(start, start + len(value))
            out.put("\n\n", start + len(value) - 1)
    return front.end()
