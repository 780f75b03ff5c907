"""jCard ↔ the properties of a vCard (RFC 7095), and properties that never stood in a vCard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hallway.formats.contentline import Property, escape, properties, split, unescape

_STRUCTURED = frozenset({"N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"})
_LISTS = frozenset({"NICKNAME", "CATEGORIES"})
_TYPES = {"BDAY": "date-and-or-time", "ANNIVERSARY": "date-and-or-time", "DEATHDATE": "date-and-or-time",
          "REV": "timestamp", "CREATED": "timestamp", "URL": "uri", "UID": "uri", "IMPP": "uri", "PHOTO": "uri",
          "LANG": "language-tag", "SOUND": "uri", "KEY": "uri", "GEO": "uri", "MEMBER": "uri", "RELATED": "uri",
          "SOCIALPROFILE": "uri", "FBURL": "uri", "CALURI": "uri", "CALADRURI": "uri", "CONTACT-URI": "uri"}  # fmt: skip


def read_properties(items: Any) -> Iterator[Property]:
    """The properties in the array of a jCard; what has not their form is passed over."""
    for item in items if isinstance(items, list) else ():
        if isinstance(item, list) and len(item) >= 4 and isinstance(item[0], str) and isinstance(item[1], dict):
            yield made(item[0].upper(), _value(item[3:], item[0].upper()), _params(item[1]))


def made(name: str, value: str, params: dict[str, list[str]]) -> Property:
    """A property that did not stand in a vCard; `GROUP` among the parameters is its group."""
    groups = params.pop("GROUP", [])
    group = groups[0] if groups else None
    head = (f"{group}." if group else "") + name + "".join(f";{k}={','.join(v)}" for k, v in params.items()) + ":"
    return Property(name, value, params, group, head=head)


def _params(params: dict[str, Any]) -> dict[str, list[str]]:
    return {
        str(k).upper(): [_text(v) for v in (value if isinstance(value, list) else [value])]
        for k, value in params.items()
    }


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else "" if value is None else str(value)


def _value(values: list[Any], name: str) -> str:
    """The value as a vCard has it."""
    plain = name in _TYPES and len(values) == 1 and isinstance(values[0], str)
    return values[0] if plain else ",".join(_structured(v) for v in values)


def _structured(value: Any) -> str:
    if not isinstance(value, list):
        return escape(_text(value))
    return ";".join(
        ",".join(escape(_text(p)) for p in part) if isinstance(part, list) else escape(_text(part)) for part in value
    )


def write(vcard: bytes) -> list[Any]:
    """A vCard 4.0 as a jCard, ready for JSON."""
    found = (p for p in properties(vcard) if isinstance(p, Property))
    return ["vcard", [as_array(p) for p in found if p.name not in ("BEGIN", "END")]]


def as_array(prop: Property) -> list[Any]:
    """One property as jCard has it."""
    params: dict[str, Any] = {k.lower(): v[0] if len(v) == 1 else v for k, v in prop.params.items() if k != "VALUE"}
    if prop.group:
        params["group"] = prop.group
    kind = (prop.param("VALUE") or _TYPES.get(prop.name, "unknown" if prop.name.startswith("X-") else "text")).lower()
    if prop.name in _STRUCTURED:
        values: list[Any] = [[_component(part) for part in split(prop.value, ";")]]
    elif prop.name in _LISTS:
        values = [unescape(part) for part in split(prop.value, ",")]
    else:
        values = [prop.value if kind == "uri" else unescape(prop.value)]
    return [prop.name.lower(), params, kind, *values]


def _component(part: str) -> str | list[str]:
    parts = [unescape(p) for p in split(part, ",")]
    return parts[0] if len(parts) == 1 else parts
