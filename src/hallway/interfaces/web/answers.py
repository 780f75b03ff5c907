"""The shapes of everything that the JSON API answers with, each under the name that its document gives it.

They say what `as_dict` of the queries gives; a test holds them to it, field by field.
"""

from __future__ import annotations

from hallway.interfaces.web.shapes import COUNT, ID, NUMBER, TEXT, YES, Shape, listed, maybe, one_of, record, ref

_WORD, _DAY, _STAMP = maybe(TEXT), maybe(TEXT), maybe(TEXT)
_KINDS = one_of("new", "renewed", "cemented", "fleeting", "none")
_EDITION: Shape = {"type": ["integer", "string", "null"]}
_NAMES = listed(TEXT)
_QUOTES = listed(ref("Words"))
_EVENT = {
    "name": TEXT, "series": _WORD, "edition": _EDITION, "place": _WORD, "start": _DAY, "end": _DAY,
    "year": maybe({"type": "integer"}), "organizers": _NAMES, "my_role": _WORD, "people": COUNT,
}  # fmt: skip
_PERSON = {
    "id": ID, "name": TEXT, "organization": _WORD, "encounters": COUNT, "first_met": _DAY, "last_met": _DAY, "dated": YES,
    "last_kind": _KINDS, "last_event": _WORD,
}  # fmt: skip
_DETAILS = listed(ref("Detail"))
_SPANS = listed(ref("Span"))
_LAG = maybe(ref("Lag"))
_MEMBER = record(person=_WORD, role=_WORD, since=_DAY, until=_DAY, change=_WORD)

SHAPES: dict[str, Shape] = {
    "Problem": record(problem=TEXT),
    "Span": record(text=TEXT, start=COUNT, end=COUNT),
    "Words": record(text=TEXT, source=TEXT, start=COUNT, end=COUNT, date=_DAY),
    "Person": record(**_PERSON),
    "Event": record(id=ID, **_EVENT),
    "Meeting": record(
        kind=_KINDS, event=_WORD, date=_DAY, dated=YES, via=_WORD, confidence=NUMBER, words=_QUOTES
    ),
    "Detail": record(
        kind=TEXT, text=TEXT, event=_WORD, role=_WORD, since=_DAY, until=_DAY, written=_DAY, words=_QUOTES
    ),
    "Side": record(says=TEXT, date=_DAY, words=_QUOTES),
    "Contradiction": record(kind=TEXT, about=TEXT, this=ref("Side"), that=ref("Side")),
    "Talk": record(
        title=TEXT, event=TEXT, start=_STAMP, minutes=maybe(COUNT), room=_WORD, track=_WORD, url=_WORD, people=_NAMES
    ),
    "Post": record(title=TEXT, url=_WORD, date=_DAY, source=TEXT),
    "Story": record(
        **_PERSON, names=_NAMES, meetings=listed(ref("Meeting")), jobs=_DETAILS, parts=_DETAILS, teams=_DETAILS,
        followings=_DETAILS, relations=_DETAILS, needs=_DETAILS, outcomes=_DETAILS, clips=_DETAILS, introduced=_DETAILS,
        followed_before=maybe(record(did=TEXT, long=TEXT, since=TEXT)), posts=listed(ref("Post")), mentioned=_QUOTES,
        contradictions=listed(ref("Contradiction")), tie=maybe(record(state=TEXT, own_strength=NUMBER)),
        talks=listed(ref("Talk")),
    ),
    "Lag": record(least_days=COUNT, most_days=maybe(COUNT)),
    "Before": record(kind=_KINDS, event=_WORD, date=_DAY, dated=YES, lag=_LAG, words=_QUOTES),
    "Outcome": record(
        person=_WORD, what=TEXT, date=_DAY, written=_DAY, lag_said=_WORD, lag_from_first=_LAG, before=listed(ref("Before")),
        words=_QUOTES,
    ),
    "Median": record(of=TEXT, outcomes=COUNT, median=ref("Lag")),
    "Gathering": record(
        id=ID, **_EVENT | {"people": listed(record(
            id=ID, name=TEXT, connection=_KINDS, introduced_by=_WORD, role=_WORD, status=_WORD, words=_QUOTES
        ))},
        team=maybe(record(name=TEXT, members=listed(_MEMBER))), talks=COUNT, speakers=COUNT, clips=_NAMES, words=_QUOTES,
        within=_WORD, parts=_NAMES, at_the_same_time_and_place=_NAMES, contradictions=listed(ref("Contradiction")),
        outcomes=listed(ref("Outcome")),
    ),
    "Recalled": record(
        query=TEXT, understood=listed(record(kind=TEXT, text=TEXT, value=TEXT)),
        people=listed(record(
            id=ID, name=TEXT, score=NUMBER, sure=YES,
            because=listed(record(text=TEXT, source=TEXT, start=COUNT, end=COUNT, date=_DAY, event=_WORD)),
        )),
    ),
    "Tie": record(
        id=ID, name=TEXT, state=one_of("strong", "acquaintance", "fleeting", "dormant", "not met"), strength=NUMBER,
        first_met=_DAY, last_met=_DAY, dated=YES, occasions=COUNT, kinds=_NAMES,
    ),
    "Member": record(
        person=_WORD, years=listed({"type": "integer"}), joined=maybe({"type": "integer"}),
        left=maybe({"type": "integer"}), role=_WORD, since=_DAY, until=_DAY, original=YES,
        absent=maybe({"type": "integer"}), words=_QUOTES,
    ),
    "Team": record(
        name=TEXT, series=_WORD, years=listed({"type": "integer"}), members=listed(ref("Member")), original=listed(_WORD),
        latest=listed(_WORD),
    ),
    "Series": record(
        name=TEXT, called=_NAMES, editions=listed(record(**_EVENT)), parts=listed(record(**_EVENT)),
        organizers=listed(record(name=TEXT, editions=_NAMES)),
        came_back=listed(record(name=TEXT, editions=listed(record(event=TEXT, connection=maybe(_KINDS))))),
        first_met=listed(record(event=TEXT, people=_NAMES)), people_met=COUNT, teams=listed(ref("Team")),
        outcomes=listed(ref("Outcome")), words=_QUOTES,
    ),
    "Suggestion": record(
        people=listed(ref("Person")), probability=NUMBER, almost_certain=YES, later=YES, reasons=_NAMES
    ),
    "Feed": record(
        url=TEXT, people=_NAMES, title=_WORD, since=_DAY, posts=COUNT, last_post=_DAY, checked_at=_STAMP, next_at=_STAMP,
        failures=COUNT, problem=_WORD, tags=_NAMES,
    ),
    "Action": record(id=ID, verb=TEXT, summary=TEXT, at=TEXT, undone_at=_STAMP),
    "Undone": record(verb=TEXT, summary=TEXT, at=TEXT, action=ID),
    "Kept": record(source=TEXT, already=YES, people=COUNT, recognised=COUNT, encounters=COUNT, facts=COUNT),
    "Reading": record(
        source=TEXT, author=_WORD, written=_DAY,
        events=listed(record(**{k: v for k, v in _EVENT.items() if k not in ("people", "year")}, evidence=_SPANS)),
        people=listed(record(
            name=TEXT, mentions=_SPANS, organization=_WORD, role=_WORD, connection=_KINDS, status=_WORD,
            followed_before=YES, introduced_by=_WORD, relation=_WORD, needs=listed(record(kind=TEXT, words=TEXT)),
            event=maybe(COUNT), evidence=_SPANS, confidence=NUMBER, unsure=YES,
        )),
        organizations=_NAMES, teams=listed(record(name=TEXT, members=listed(_MEMBER))),
        outcomes=listed(record(person=_WORD, words=TEXT, lag=_WORD, evidence=_SPANS)),
        clips=listed(record(kind=TEXT, maker=_WORD, shows=_NAMES, event=maybe(COUNT), evidence=_SPANS)), topics=_NAMES,
    ),
    "Done": record(kept=ref("Kept"), action=maybe(ID)),
    "Read": record(kept=ref("Kept"), action=maybe(ID), reading=maybe(ref("Reading"))),
}  # fmt: skip
"""JSON Schemas by name. Days are EDTF, times ISO 8601 (UTC); offsets count code points of the text as it was given."""
