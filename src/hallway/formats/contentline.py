"""Content lines, the layer that vCard and iCalendar share: bytes ↔ properties, with the bytes kept beside what is understood.

RFC 6350 section 3.3 (vCard 4.0), RFC 2425/2426 (3.0), RFC 5545 section 3.1 (iCalendar), the vCard 2.1 specification of the
versit Consortium (1996), and RFC 6868 for carets in parameters. Lines end in CRLF, LF or CR, mixed as they come. Folded
lines are joined as bytes, since a fold may stand in the middle of a letter. Nothing here raises for what is in the bytes,
and no step looks at a byte more often than a fixed number of times.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_LOGICAL = re.compile(rb"[^\r\n]*(?:\r\r?\n|\n|\r|\Z)(?:[ \t][^\r\n]*(?:\r\r?\n|\n|\r|\Z))*")
_FOLD = re.compile(rb"(?:\r\r?\n|\n|\r)[ \t]")
_FOLD_21 = re.compile(rb"(?:\r\r?\n|\n|\r)(?=[ \t])")
_SOFT = re.compile(rb"=[ \t]*(?:\r\r?\n|\n|\r)[ \t]?")
_SOFT_END = re.compile(rb"=[ \t]*(?:\r\r?\n|\n|\r)\Z")
_QUOTED_PRINTABLE = re.compile(rb"[;=][ \t]*QUOTED-PRINTABLE[ \t]*[;:]", re.I)
_OLD = re.compile(rb"(?i)(?<![^\r\n])VERSION[ \t]*:[ \t]*2\.1")
_HEAD = re.compile(r'(?:([\w-]+)\.)?([\w/-]+)[ \t]*((?:;(?:[^":;]|"[^"]*")*)*):')
_HEAD_UNBALANCED = re.compile(r"(?:([\w-]+)\.)?([\w/-]+)[ \t]*((?:;[^:]*)?):")
_PARAM = re.compile(r';((?:[^";]|"[^"]*"?)*)')
_PART = re.compile(r'((?:[^",]|"[^"]*"?)*)(?:,|\Z)')
_CARET = re.compile(r"\^([n^'])")
_ESCAPED = re.compile(r"\\(.)", re.S)
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"})
_VALUES = frozenset({"INLINE", "URL", "CID", "CONTENT-ID", "URI", "TEXT"})

Params = dict[str, list[str]]


@dataclass(slots=True)
class Property:
    """One content line: `GROUP.NAME;PARAMS:value`.

    `name` and the names of `params` are in capitals; `params` may be shared with other lines. `value` is unfolded and
    decoded, its backslashes still in it. `raw` is its very bytes with their line ends, where it was cut out of them
    (`partition`), `head` what stands before the value.
    """

    name: str
    value: str
    params: Params = field(default_factory=dict)
    group: str | None = None
    raw: bytes = b""
    head: str = ""

    def param(self, name: str) -> str:
        """The first value of a parameter; empty where it has none."""
        return self.params[name][0] if self.params.get(name) else ""

    @property
    def types(self) -> set[str]:
        """What TYPE says, in small letters, however it is written."""
        return {t.strip().lower() for value in self.params.get("TYPE", ()) for t in value.split(",")}


def lines_in(raw: bytes) -> int:
    """How many line ends there are, of any kind."""
    return raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")


def partition(raw: bytes) -> list[bytes]:
    """The bytes of each logical line with its folds and line ends; joined they are the record again."""
    parts = [part for part in _LOGICAL.findall(raw) if part]
    soft = b"QUOTED-PRINTABLE" in raw.upper()
    return list(_joined(parts, soft)) if soft or _nests(parts) else parts


def _nests(parts: list[bytes]) -> bool:
    return sum(part[:6].upper() == b"BEGIN:" for part in parts) > 1


def _joined(parts: list[bytes], soft: bool) -> Iterator[bytes]:
    """Lines that go on after a soft line break of quoted-printable, and nested records with the property that has them."""
    waiting: list[bytes] = []
    depth = 0
    for number, part in enumerate(parts):
        opening = part[:6].upper() == b"BEGIN:"
        if depth or (opening and number and waiting):
            waiting.append(part)
            depth += opening - (part[:4].upper() == b"END:")
            if depth <= 0:
                yield b"".join(waiting)
                waiting, depth = [], 0
            continue
        waiting.append(part)
        going_on = soft and _SOFT_END.search(part) and _QUOTED_PRINTABLE.search(waiting[0].partition(b":")[0] + b":")
        nesting = (
            number + 1 < len(parts) and part.rstrip().endswith(b":") and parts[number + 1][:6].upper() == b"BEGIN:"
        )
        if not going_on and not nesting:
            yield b"".join(waiting)
            waiting = []
    if waiting:
        yield b"".join(waiting)


def properties(raw: bytes, old: bool | None = None) -> Iterator[Property | tuple[int, str]]:
    """The properties of a record, BEGIN and END among them; a line that is none comes as (its number, its words).

    `old`: the rules of vCard 2.1; found out from the record where left out.
    """
    old = b"2.1" in raw and bool(_OLD.search(raw)) if old is None else old
    plain = None if old else plainly(raw)
    yield from plain if plain is not None else slowly(raw, old)


def plainly(raw: bytes) -> list[Property] | None:
    """The properties of a record like most: all of it UTF-8, every line a property. None for any other."""
    capitals = raw.upper()
    if b"QUOTED-PRINTABLE" in capitals or b"CHARSET" in capitals:
        return None
    if b"\r" in raw:
        if raw.count(b"\r") != raw.count(b"\r\n"):
            return None
        raw = raw.replace(b"\r\n", b"\n")
    raw = _FOLD.sub(b"", raw) if b"\n\t" in raw else raw.replace(b"\n ", b"")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    found: list[Property] = []
    for line in text.split("\n"):
        start, colon, value = line.partition(":")
        head = _head(start) if colon and '"' not in start else None
        if head is not None:
            found.append(Property(head[0], value, head[1], head[2], b"", head[3]))
        elif line.strip():
            prop = parse(line.encode())
            if prop is None:
                return None
            found.append(prop)
    nested = capitals.count(b"BEGIN") > 1 and sum(p.name == "BEGIN" for p in found) > 1
    return None if nested else found


@lru_cache(4096)
def _head(start: str) -> tuple[str, Params, str | None, str] | None:
    """Name, parameters and group of what stands before the colon, and that with it; cards have the same ones again and again."""
    head = _HEAD.fullmatch(f"{start}:")
    return (head[2].upper(), _params(head[3], False), head[1], head[0]) if head else None


def slowly(raw: bytes, old: bool) -> Iterator[Property | tuple[int, str]]:
    """The properties of any record, line by line, as `properties` has them."""
    line = 1
    for part in partition(raw):
        found = parse(part, old)
        if found is not None:
            yield found
        elif part.strip():
            yield line, _decoded(part, "").strip()
        line += lines_in(part)


def parse(part: bytes, old: bool = False) -> Property | None:
    """One logical line, as `partition` hands it out; None for one that is no property."""
    joined = part.rstrip(b"\r\n")
    if b"\n" in joined or b"\r" in joined:
        printable = _QUOTED_PRINTABLE.search(joined.partition(b":")[0] + b":") is not None
        joined = _SOFT.sub(b"", joined) if printable else joined
        joined = (_FOLD_21 if old else _FOLD).sub(b"", joined)
    text = _decoded(joined, "")
    head = _HEAD.match(text) or _HEAD_UNBALANCED.match(text)
    if head is None:
        return None
    group, name, params, value = head[1], head[2].upper(), _params(head[3], old), text[head.end() :]
    if params:
        value = _value(joined, params, value)
    return Property(name, value, params, group, part, head[0])


def _value(joined: bytes, params: Params, value: str) -> str:
    """The value as its ENCODING and CHARSET say."""
    encoding = params["ENCODING"][0].upper() if params.get("ENCODING") else ""
    charset = params["CHARSET"][0] if params.get("CHARSET") else ""
    if encoding == "QUOTED-PRINTABLE":
        return _decoded(binascii.a2b_qp(_behind_head(joined)), charset)
    if charset and charset.upper() not in ("UTF-8", "US-ASCII"):
        return _decoded(_behind_head(joined), charset)
    return value


def _behind_head(joined: bytes) -> bytes:
    quoted = False
    for at, byte in enumerate(joined):
        if byte == 0x22:
            quoted = not quoted
        elif byte == 0x3A and not quoted:
            return joined[at + 1 :]
    return b""


def _decoded(data: bytes, charset: str) -> str:
    """Text in the charset that is named, else UTF-8, else what old Windows wrote; never fails."""
    for encoding in (charset, "utf-8") if charset else ("utf-8",):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    mostly = data.decode("utf-8", "replace")
    if mostly.count("\ufffd") * 2 < sum(letter > "\x7f" for letter in mostly):  # cut off within a letter
        return mostly
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _params(text: str, old: bool) -> Params:
    params: Params = {}
    for param in _PARAM.findall(text) if text else ():
        name, equals, value = param.partition("=")
        name = name.strip().upper()
        if not equals:
            if name:
                params.setdefault(_bare(name), []).append(param.strip())
        elif '"' in value or "," in value or "^" in value:
            params.setdefault(name, []).extend(_unquoted(part, old) for part in _split_param(value))
        else:
            params.setdefault(name, []).append(value.strip())
    return params


def _bare(name: str) -> str:
    """What a parameter without a name is one of: `TEL;HOME:` of 2.1."""
    return "ENCODING" if name in _ENCODINGS else "VALUE" if name in _VALUES else "TYPE"


def _split_param(value: str) -> list[str]:
    parts = _PART.findall(value)
    return parts[:-1] if len(parts) > 1 else parts


def _unquoted(value: str, old: bool) -> str:
    value = value.strip().replace('"', "")
    return value if old else _CARET.sub(lambda m: {"n": "\n", "^": "^", "'": '"'}[m[1]], value)


def unescape(value: str, old: bool = False) -> str:
    r"""Text without its backslashes: `\n` is a new line; not so in vCard 2.1, where paths of Windows have them."""
    if "\\" not in value:
        return value
    if old:
        return re.sub(r"\\([;:,\\])", r"\1", value)
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def escape(value: str) -> str:
    """Text with the backslashes that a value needs (RFC 6350, 3.4)."""
    value = value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return re.sub(r"\r\n|\r|\n", r"\\n", value)


def split(value: str, at: str) -> list[str]:
    """The parts of a structured value between unescaped `;` or `,`; backslashes stay."""
    if "\\" not in value:
        return value.split(at)
    parts, start, skip = [], 0, False
    for number, letter in enumerate(value):
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif letter == at:
            parts.append(value[start:number])
            start = number + 1
    return [*parts, value[start:]]


def line(name: str, value: str, params: Iterable[tuple[str, str]] = (), group: str = "") -> bytes:
    """One property in bytes, folded at 75 octets between letters (RFC 6350, 3.2), ending in CRLF. `value` is escaped already.

    A line break in a value that should have none, such as an address, becomes a space: nobody's address begins a property.
    """
    value = re.sub(r"[\r\n]+", " ", value)
    text = f"{group}." if group else ""
    text += name + "".join(f";{k}={_quoted(v)}" for k, v in params)
    return fold(f"{text}:{value}".encode("utf-8", "replace")) + b"\r\n"


def _quoted(value: str) -> str:
    value = value.replace("^", "^^").replace('"', "^'")
    value = re.sub(r"\r\n|\r|\n", "^n", value)
    return f'"{value}"' if re.search(r"[:;,]", value) else value


def fold(data: bytes, most: int = 75) -> bytes:
    """A logical line in physical ones of at most 75 octets, no letter of UTF-8 cut."""
    if len(data) <= most:
        return data
    lines, start = [], 0
    while start < len(data):
        end = min(start + most - bool(start), len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        lines.append(data[start:end])
        start = end
    return b"\r\n ".join(lines)
