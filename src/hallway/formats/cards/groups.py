"""Groups of an address book: KIND:group with MEMBER (RFC 6350, 6.6.5), and Apple's own form of it for vCard 3.0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hallway.formats.cards.text import Said
from hallway.model import Fact, KeyFact, MembershipFact, PersonFact

MEMBER = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})
_ADDRESSES = {"mailto": "email", "tel": "phone"}


def members(said: Sequence[Said]) -> Iterator[Fact]:
    """Who is in the group `t0`. A card names its members by their ids only: so they have no name here but an address, and
    get theirs from the card whose UID that is, whenever that comes in."""
    found = dict.fromkeys(one.value.strip() for one in said if one.prop.name in MEMBER and one.value.strip())
    spans = {one.value.strip(): one.span for one in said if one.prop.name in MEMBER}
    for number, value in enumerate(found):
        ref, words = f"p{number}", (spans[value],)
        scheme, colon, rest = value.partition(":")
        kind = _ADDRESSES.get(scheme.lower()) if colon else None
        yield PersonFact(ref, rest if kind else "", (), words)
        yield KeyFact(ref, kind, rest, words) if kind else KeyFact(ref, "id", record_of(value), words)
        yield MembershipFact("t0", ref, evidence=words)


def record_of(uid: str) -> str:
    """What a UID is called as a key and as a record: `card:` and the id without `urn:uuid:`."""
    return f"card:{uid.strip().removeprefix('urn:uuid:').removeprefix('URN:UUID:')}"
