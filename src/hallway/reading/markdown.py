"""Markdown to plain words with offsets. Made for diaries: what is not Markdown passes unchanged."""

from __future__ import annotations

import html
import re

from hallway.reading.plain import Builder, Plain

_FRONT = re.compile(r"\A﻿?(?:---|\+\+\+)[ \t]*\n(.*?)\n(?:---|\+\+\+)[ \t]*(?:\n|\Z)", re.S)
_FRONT_LINE = re.compile(
    r"^(title|date|authors?|subtitle|description|published|created)[ \t]*[:=][ \t]*(.*?)[ \t]*$", re.M | re.I
)
_TOKEN = re.compile(
    r"""
    (?P<fence>^(?P<tick>```|~~~)[^\n]*\n.*?(?:^(?P=tick)[ \t]*$|\Z))
  | (?P<escape>\\(?P<escaped>[\\`*_{}\[\]()#+.!>~-]))
  | (?P<comment><!--(?:(?!<!--).)*?-->)
  | (?P<image>!\[(?P<alt>[^\[\]\n]{0,300})\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\))
  | (?P<link>(?<!\\)\[(?P<text>[^\[\]\n]{1,300})\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)|\[[^\]\n]{0,80}\]))
  | (?P<wiki>\[\[(?:[^\[\]|\n]{1,100}\|)?(?P<page>[^\[\]|\n]{1,200})\]\])
  | (?P<autolink><(?:https?://|mailto:)[^<>\s]{1,500}>)
  | (?P<tag></?(?:(?P<block>p|br|div|hr|blockquote|li|ul|ol|center)|a|b|i|em|strong|span|u|sup|sub|small|img|cite|code|font)(?=[\s/>])[^<>\n]{0,500}>)
  | (?P<footnote>\[\^[\w-]{1,40}\]:?)
  | (?P<reference>^[ ]{0,3}\[[^\]\n]{1,80}\]:[ \t]*\S+.*$)
  | (?P<url>\bhttps?://[^\s<>()\[\]]{1,500})
  | (?P<heading>^[ ]{0,3}\#{1,6}[ \t]+)
  | (?P<rule>^[ \t]*(?:=|-|\*|_){4,}[ \t]*$)
  | (?P<strong>(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__))
  | (?P<tildes>~~)
  | (?P<emphasis>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))
  | (?P<code>`)
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});)
""",
    re.M | re.S | re.X,
)
_WORDS = re.compile(r"[^*`_]+|(?<!_)_(?!_)")


def from_markdown(text: str) -> Plain:
    """Links become their text, emphasis and headings their words; front matter gives title, author and date."""
    out = Builder(text)
    at = _front_matter(out, text)
    for m in _TOKEN.finditer(text, at):
        out.keep(at, m.start())
        inner = next((g for g in ("alt", "text", "page") if m[g] is not None), None)
        if inner:
            _inner(out, text, m.start(inner), m.end(inner))
        elif m["fence"]:
            out.put(" ", m.start())
        elif m["tag"] and m["block"]:
            out.put("\n", m.start())
        elif m["escape"]:
            out.keep(m.start("escaped"), m.end())
        elif m["entity"]:
            _entity(out, m)
        at = m.end()
    out.keep(at, len(text))
    return out.done()


def _inner(out: Builder, text: str, start: int, end: int) -> None:
    """A link's text without the emphasis inside it."""
    for m in _WORDS.finditer(text, start, end):
        out.keep(m.start(), m.end())


def _entity(out: Builder, m: re.Match[str]) -> None:
    """`&amp;` as what it stands for; a name that stands for nothing as it is."""
    said = html.unescape(m[0])
    if said == m[0]:
        out.keep(m.start(), m.end())
    else:
        out.put(said.replace("\xa0", " "), m.start())


def _author(value: str) -> str:
    """`[Anna Berg, Tom Wade]`, `Anna Berg <anna@example.org>` → `Anna Berg`."""
    return re.sub(r"\s*<[^<>]*>$", "", value.strip("[] ").split(",")[0].strip(" \"'"))


def _first_of_list(text: str, at: int) -> str:
    item = re.compile(r"\s*-[ \t]+(?:name:[ \t]*)?([^\n]{1,100})").match(text, at)
    return item[1] if item else ""


def _front_matter(out: Builder, text: str) -> int:
    front = _FRONT.match(text)
    if not front or not _FRONT_LINE.search(front[1]):
        return 0
    for m in _FRONT_LINE.finditer(text, front.start(1), front.end(1)):
        value = m[2].strip("'\"")
        key = m[1].lower()
        if key in ("date", "published", "created"):
            out.meta.setdefault("written", value)
        elif key.startswith("author"):
            out.meta.setdefault("author", _author(value or _first_of_list(text, m.end())))
        elif value:
            if key == "title":
                out.meta["title"] = value
            start = text.index(value, m.start(2))
            out.keep(start, start + len(value))
            out.put("\n\n", start + len(value) - 1)
    return front.end()
