"""Groups in JSContact: a team with its members, as in a vCard."""

import json

from formats.reads import read

from hallway.model import KeyFact, MembershipFact, TeamFact


def test_members_of_a_group() -> None:
    card = {"@type": "Card", "version": "1.0", "uid": "urn:uuid:99", "kind": "group", "name": {"full": "Lantern Days crew"}, "members": {"urn:uuid:1f3c": True}}  # fmt: skip
    [reading], problems = read(json.dumps(card))
    assert [t.name for t in reading.all(TeamFact)] == ["Lantern Days crew"]
    assert [(k.kind, k.value) for k in reading.all(KeyFact)] == [("id", "card:1f3c")]
    assert ([m.team for m in reading.all(MembershipFact)], problems) == (["t0"], [])
