"""JSContact ↔ the properties of a vCard (RFC 9555)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hallway.formats.cards.dates import when
from hallway.formats.cards.jsoncard import as_array, made, read_properties
from hallway.formats.contentline import Property, escape, split, unescape

Node = dict[str, Any]

_NAME = ("surname", "given", "given2", "title", "credential")
_ADDRESS = ("postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country")
_ANNIVERSARIES = {"birth": "BDAY", "death": "DEATHDATE", "wedding": "ANNIVERSARY"}
_PLACES = {"birth": "BIRTHPLACE", "death": "DEATHPLACE"}
_CONTEXTS = {"private": "home", "work": "work"}


def from_card(card: Node) -> Iterator[Property]:
    """The properties that a Card stands for; what has not the form of RFC 9553 is passed over."""
    for name, key in (
        ("UID", "uid"),
        ("KIND", "kind"),
        ("LANGUAGE", "language"),
        ("CREATED", "created"),
        ("REV", "updated"),
    ):
        if value := _string(card, key):
            yield made(name, value if name == "UID" else escape(value), {})
    yield from _names(card)
    for key, read in _READERS.items():
        for number, node in _each(card, key):
            yield from read(node, number)
    yield from _jobs(card)
    speaking = card.get("speakToAs")
    if isinstance(speaking, dict):
        if gender := _string(speaking, "grammaticalGender"):
            yield made("GRAMGENDER", escape(gender), {})
        for _, node in _each(speaking, "pronouns"):
            yield from _plain("PRONOUNS", node, "pronouns")
    for word in card["keywords"] if isinstance(card.get("keywords"), dict) else ():
        yield made("CATEGORIES", escape(word), {})
    for uid, node in _each(card, "relatedTo"):
        relations = (
            [str(r) for r in node.get("relation") or {}] if isinstance(node.get("relation"), dict | list) else []
        )
        yield made("RELATED", uid, {"TYPE": relations} if relations else {})
    for uid in card["members"] if isinstance(card.get("members"), dict) else ():
        yield made("MEMBER", uid, {})
    yield from read_properties(card.get("vCardProps"))


def _each(card: Node, key: str) -> Iterator[tuple[str, Node]]:
    found = card.get(key)
    for number, node in found.items() if isinstance(found, dict) else ():
        if isinstance(node, dict):
            yield str(number), node


def _string(node: Node, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _components(node: Node, kinds: Sequence[str]) -> str:
    """`{"components": [{"kind": "given", "value": "Ida"}, ...]}` as a structured value."""
    found: dict[str, list[str]] = {}
    for part in node["components"] if isinstance(node.get("components"), list) else ():
        if isinstance(part, dict):
            found.setdefault(_string(part, "kind"), []).append(escape(_string(part, "value")))
    return ";".join(",".join(found.get(kind, ())) for kind in kinds)


def _names(card: Node) -> Iterator[Property]:
    name = card.get("name")
    if isinstance(name, dict):
        if full := _string(name, "full"):
            yield made("FN", escape(full), {})
        if (parts := _components(name, _NAME)).strip(";"):
            yield made("N", parts, {})


def _jobs(card: Node) -> Iterator[Property]:
    """Organizations, each with the titles that name it."""
    for number, node in _each(card, "organizations"):
        units = [_string(u, "name") for u in node.get("units") or () if isinstance(u, dict)]
        yield made("ORG", ";".join(escape(p) for p in (_string(node, "name"), *units)), {"GROUP": [number]})
    for _, node in _each(card, "titles"):
        group = {"GROUP": [_string(node, "organizationId")]} if _string(node, "organizationId") else {}
        yield made("ROLE" if node.get("kind") == "role" else "TITLE", escape(_string(node, "name")), group)


def _types(node: Node) -> dict[str, list[str]]:
    contexts = node.get("contexts")
    types = [_CONTEXTS.get(str(c), str(c)) for c in contexts] if isinstance(contexts, dict) else []
    return {"TYPE": types} if types else {}


def _plain(name: str, node: Node, key: str) -> Iterator[Property]:
    if value := _string(node, key):
        yield made(name, escape(value), _types(node))


def _reader(name: str, key: str) -> Callable[[Node, str], Iterator[Property]]:
    return lambda node, number: _plain(name, node, key)


def _service(node: Node, number: str) -> Iterator[Property]:
    params = {k: [v] for k, v in (("SERVICE-TYPE", _string(node, "service")), ("USERNAME", _string(node, "user"))) if v}
    if uri := _string(node, "uri"):
        yield made("IMPP" if node.get("vCardName") == "impp" else "SOCIALPROFILE", uri, params)
    elif user := _string(node, "user"):
        yield made("SOCIALPROFILE", escape(user), {**params, "VALUE": ["text"]})


def _anniversary(node: Node, number: str) -> Iterator[Property]:
    kind, date = _string(node, "kind"), node.get("date")
    if isinstance(date, dict):
        yield made(_ANNIVERSARIES.get(kind, "X-ABDATE"), _date(date), {})
    place = node.get("place")
    if kind in _PLACES and isinstance(place, dict):
        yield from _plain(_PLACES[kind], place, "full")


def _date(date: Node) -> str:
    """A PartialDate or a Timestamp as vCard writes it."""
    if utc := _string(date, "utc"):
        return utc
    year, month, day = (date.get(k) if isinstance(date.get(k), int) else None for k in ("year", "month", "day"))
    if year and month and day:
        return f"{year:04}-{month:02}-{day:02}"
    if year:
        return f"{year:04}-{month:02}" if month else f"{year:04}"
    return f"--{month or 0:02}{f'{day:02}' if day else ''}"


def _address(node: Node, number: str) -> Iterator[Property]:
    parts = _components(node, _ADDRESS)
    if not parts.strip(";"):
        parts = f";;{escape(_string(node, 'full'))};;;;"
    if parts.strip(";"):
        yield made("ADR", parts, _types(node))
    yield from _plain("TZ", node, "timeZone")
    if place := _string(node, "coordinates"):
        yield made("GEO", place, {})


def _personal(node: Node, number: str) -> Iterator[Property]:
    kind = _string(node, "kind").upper()
    if kind in ("EXPERTISE", "HOBBY", "INTEREST"):
        yield from _plain(kind, node, "value")


def _link(node: Node, number: str) -> Iterator[Property]:
    if uri := _string(node, "uri"):
        yield made("CONTACT-URI" if node.get("kind") == "contact" else "URL", uri, _types(node))


_READERS: dict[str, Callable[[Node, str], Iterator[Property]]] = {
    "nicknames": _reader("NICKNAME", "name"),
    "emails": _reader("EMAIL", "address"),
    "phones": _reader("TEL", "number"),
    "notes": _reader("NOTE", "note"),
    "preferredLanguages": _reader("LANG", "language"),
    "onlineServices": _service,
    "links": _link,
    "anniversaries": _anniversary,
    "addresses": _address,
    "personalInfo": _personal,
}

_SIMPLE = {
    "UID": "uid",
    "KIND": "kind",
    "LANGUAGE": "language",
    "CREATED": "created",
    "REV": "updated",
    "PRODID": "prodId",
}
_MAPS = {
    "NICKNAME": ("nicknames", "name"), "EMAIL": ("emails", "address"), "TEL": ("phones", "number"), "NOTE": ("notes", "note"),
    "LANG": ("preferredLanguages", "language"), "URL": ("links", "uri"),
}  # fmt: skip


def to_card(properties: Sequence[Property]) -> Node:
    """A Card of the properties of a vCard 4.0; what JSContact has no place for goes into `vCardProps`."""
    card: Node = {"@type": "Card", "version": "1.0"}
    for prop in properties:
        if prop.name not in ("BEGIN", "END", "VERSION") and not _placed(card, prop):
            card.setdefault("vCardProps", []).append(as_array(prop))
    return card


def _placed(card: Node, prop: Property) -> bool:
    """Put a property where it belongs; whether there is such a place."""
    value = unescape(prop.value)
    params = set(prop.params) - {"TYPE", "VALUE", "PREF", "X-KIND"}
    if prop.name in _SIMPLE and not params:
        card[_SIMPLE[prop.name]] = _timestamp(value) if prop.name in ("CREATED", "REV") else value
    elif prop.name == "FN" and "full" not in card.get("name", {}):
        card.setdefault("name", {})["full"] = value
    elif prop.name == "N":
        parts = [[unescape(v) for v in split(part, ",") if v] for part in split(prop.value, ";")]
        found = [{"kind": k, "value": v} for k, values in zip(_NAME, parts, strict=False) for v in values]
        card.setdefault("name", {})["components"] = found
    elif prop.name in _MAPS and not params and not (prop.name == "URL" and prop.types):
        key, field = _MAPS[prop.name]
        _add(card, key, {field: value} | _contexts(prop))
    elif prop.name == "ORG":
        name, *units = [unescape(p) for p in split(prop.value, ";")]
        node: Node = {"name": name} | ({"units": [{"name": u} for u in units if u]} if any(units) else {})
        _add(card, "organizations", node, prop.group)
    elif prop.name in ("TITLE", "ROLE"):
        node = {"kind": prop.name.lower(), "name": value} | ({"organizationId": prop.group} if prop.group else {})
        _add(card, "titles", node)
    elif prop.name == "CATEGORIES":
        card.setdefault("keywords", {}).update({unescape(w): True for w in split(prop.value, ",") if w})
    elif prop.name in _ANNIVERSARIES.values() and when(value):
        kind = next(k for k, name in _ANNIVERSARIES.items() if name == prop.name)
        _add(card, "anniversaries", {"kind": kind, "date": _partial(str(when(value)))})
    elif prop.name in ("EXPERTISE", "HOBBY", "INTEREST"):
        _add(card, "personalInfo", {"kind": prop.name.lower(), "value": value})
    else:
        return False
    return True


def _add(card: Node, key: str, node: Node, number: str | None = None) -> None:
    nodes = card.setdefault(key, {})
    nodes[number or f"{key[0]}{len(nodes) + 1}"] = node


def _contexts(prop: Property) -> Node:
    names = {"home": "private", "work": "work"}
    found = {names[t]: True for t in sorted(prop.types) if t in names}
    return {"contexts": found} if found else {}


def _partial(day: str) -> Node:
    return dict(zip(("year", "month", "day"), (int(p) for p in day.split("-")), strict=False))


def _timestamp(value: str) -> str:
    """`20200501T000000Z` as RFC 3339 has it."""
    digits = value.replace("-", "").replace(":", "")
    if len(digits) >= 15 and digits[:8].isdigit():
        d = digits
        return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[9:11]}:{d[11:13]}:{d[13:15]}Z"
    return value
