"""JSON that knows where in the file each object stood, so that a bad record can be named by its line."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[{}]', re.S)
_MOST_FAILURES = 1000
_ASSIGNED = re.compile(r"^[\s\ufeff]*(?:(?:var|let|const)\s+)?[\w.$\[\]\"']{1,80}\s*=\s*(?=[\[{])")


class BrokenJSON(ValueError):
    """The text is no JSON; `line` counts from 1."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what, self.line = what, line


class Node(dict[str, Any]):
    """An object of the file: `text[start:end]`, beginning in `line`."""

    start: int = 0
    end: int = 0
    line: int = 1

    def string(self, *keys: str) -> str:
        """The first of these fields that has text or a number, as text; a text in several languages in one of them."""
        for key in keys:
            if text := as_text(self.get(key)):
                return text
        return ""

    def nodes(self, *keys: str) -> list[Node]:
        """The objects in the first of these fields that is a list or object of some."""
        for key in keys:
            value = self.get(key)
            if isinstance(value, Node):
                return [value]
            if isinstance(value, list) and any(isinstance(v, Node) for v in value):
                return [v for v in value if isinstance(v, Node)]
        return []

    def each(self, key: str) -> list[Any]:
        """The list in a field; empty where it has none."""
        value = self.get(key)
        return value if isinstance(value, list) else []

    def node(self, *keys: str) -> Node | None:
        return next((v for key in keys if isinstance(v := self.get(key), Node)), None)


def as_text(value: object) -> str:
    """A value as text: numbers in digits, `{"en": ...}` in the first language that it has (English before others)."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict) and value and all(isinstance(k, str) and len(k) <= 8 for k in value):
        texts = [value.get("en"), *value.values()]
        return next((t.strip() for t in texts if isinstance(t, str) and t.strip()), "")
    return ""


def decode(data: bytes) -> str:
    """JSON text of bytes: UTF-8, UTF-16 or UTF-32 (RFC 8259 and its predecessors), and Windows-1252 where it is none of them.

    An assignment before it (`window.YTD.following.part0 = [`) is blanked, so that positions stay.
    """
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    if assigned := _ASSIGNED.match(text[:200]):
        text = " " * assigned.end() + text[assigned.end() :]
    return text


def parse(data: bytes) -> Any:
    """The value of a file. Raises BrokenJSON, with the line."""
    text = decode(data)
    made: list[Node] = []

    def make(pairs: list[tuple[str, Any]]) -> Node:
        node = Node(pairs)
        made.append(node)
        return node

    try:
        value = json.loads(text, object_pairs_hook=make)
    except json.JSONDecodeError as error:
        raise BrokenJSON(error.msg, error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise BrokenJSON(str(error) or "objects within objects, too deep", 1) from error
    _place(made, text)
    return value


def _place(nodes: list[Node], text: str) -> None:
    """Objects are made when they close, in the order in which their braces do."""
    lines = [m.end() for m in re.finditer("\n", text)]
    for node, (start, end) in zip(nodes, _objects(text), strict=False):
        node.start, node.end, node.line = start, end, bisect_right(lines, start) + 1


def _objects(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "}" and opened:
            yield opened.pop(), token.end()


def salvage(data: bytes) -> Iterator[Node]:
    """Whole objects of a file that is cut off or broken somewhere: the outermost ones that can be read."""
    text = decode(data)
    lines = [m.end() for m in re.finditer("\n", text)]
    made: list[Node] = []

    def make(pairs: list[tuple[str, Any]]) -> Node:
        made.append(Node(pairs))
        return made[-1]

    decoder = json.JSONDecoder(object_pairs_hook=make)
    done = failures = 0
    for start, _ in sorted(_objects(text)):
        if start < done or failures > _MOST_FAILURES:
            continue
        made.clear()
        try:
            node, done = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            failures += 1
            continue
        for inner in made:
            inner.line = bisect_right(lines, start) + 1
        node.start, node.end = start, done
        yield node
