"""A person's story in 80 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held, period, when, within
from hallway.interfaces.cli.render import (
    COLOURS,
    GUESSES,
    KINDS,
    SURE,
    clean,
    entry,
    heading,
    in_quotes,
    listed,
    long_heading,
    paragraph,
    quote,
    said,
    wanted,
)
from hallway.interfaces.cli.show_contradictions import contradiction_lines
from hallway.interfaces.cli.show_feeds import post_lines
from hallway.model.folding import fold
from hallway.model.when import When

if TYPE_CHECKING:
    from hallway.queries.story import Detail, Meeting, Story
    from hallway.queries.words import Words


def which(called: str, stories: list[Story]) -> Iterator[str]:
    """Whom a name can mean, where there are several."""
    if len(stories) < 2:
        return
    yield f"{len(stories)} people here go by “{clean(called)}”:"
    for story in stories:
        yield from entry(story.person.name, [story.person.organization, _met_last(story)])
    yield ""


def _met_last(story: Story) -> str:
    if not story.meetings:
        return "not met"
    last = story.meetings[-1]
    return f"{_how(last, story)}, {last.event.title if last.event else _day(last)}"


def story_lines(story: Story) -> Iterator[str]:
    """The whole story of one person."""
    yield from long_heading(story.person.name)
    yield from _who(story)
    shown: set[Words] = set()
    yield from _before(story, shown)
    for meeting in story.meetings:
        yield ""
        yield from _meeting(meeting, story, shown)
    yield from _talks(story, shown)
    at = {t.event for t in story.talks}
    there = tuple(p for p in story.parts if p.kind in ("role", "organizer"))
    did = tuple(p for p in there if not _only_spoke(p, at))
    yield from _part("There too", did, lambda d: f"{d.text}{_at(d)}", shown)
    yield from _part("Not there", tuple(p for p in story.parts if p not in there), _missing, shown)
    yield from _part("In teams", story.teams, _team, shown)
    yield from _part("Needs and offers", story.needs, lambda d: wanted(d.kind, d.text), shown)
    yield from _part("What came of it", story.outcomes, _outcome, shown)
    yield from _part("Introduced you to", story.introduced, lambda d: f"{d.text}{_at(d)}", shown)
    yield from _part("Clips", story.clips, lambda d: f"{d.kind} {d.text}{_at(d)}", shown)
    yield from contradiction_lines(story.contradictions, shown)
    yield from post_lines(story)
    rest = [w for w in story.mentioned if not _seen(w, shown)]
    if rest:
        yield from ["", heading("Also mentioned")]
        for words in rest:
            yield from _quoted(words, story)


def _talks(story: Story, shown: set[Words]) -> Iterator[str]:
    """What they spoke about, and where; the programme's own words need not be told again."""
    if not story.talks:
        return
    yield from ["", heading("Talks")]
    for talk in story.talks:
        others = [n for n in talk.people if n != story.person.name]
        day = talk.event if not talk.start else f"{talk.event}, {held(talk.start[:10])}"
        yield from entry(talk.title, [day, f"with {listed(others)}" if others else None])
    titles = {fold(said(t.title)) for t in story.talks}
    shown.update(w for w in story.mentioned if any(fold(said(w.text)).startswith(t) for t in titles))


def _only_spoke(part: Detail, at: set[str]) -> bool:
    return part.text == "speaker" and part.event is not None and part.event.title in at


TIES = {
    "strong": "A strong tie",
    "acquaintance": "An acquaintance",
    "fleeting": "A fleeting tie",
    "dormant": "A dormant tie",
    "not met": "Not met",
}


def _who(story: Story) -> Iterator[str]:
    names = _other_names(story)
    if names:
        yield from paragraph(f"also called {listed(names)}", 2)
    if story.relations:
        yield from paragraph(listed(dict.fromkeys(r.text for r in story.relations)), 2)
    for job in _once(story.jobs):
        yield from paragraph(job, 2)
    first = story.first_met
    if first is None:
        yield from paragraph("You have not met.", 2)
    if story.tie and first:
        yield from paragraph(f"{TIES[story.tie[0].value]}.", 2)
    if len(story.meetings) > 1 and first:
        where = _where(first) if first.event or first.dated else f"({_day(first)})"
        yield from paragraph(f"First met {where}; {len(story.meetings)} encounters.", 2)


def _other_names(story: Story) -> list[str]:
    """What else a person is called: neither parts of the name nor other spellings of it."""
    known = set(fold(story.person.name).split())
    folded = {fold(said(name)): said(name) for name in reversed(story.names)}
    return [name for key, name in reversed(folded.items()) if not set(key.split()) <= known]


def _once(jobs: tuple[Detail, ...]) -> Iterator[str]:
    """Each organization once, with the first and last text that says so, as nothing tells when a job began or ended."""
    seen: dict[tuple[str, str | None], list[Detail]] = {}
    for job in jobs:
        seen.setdefault((job.text, job.role), []).append(job)
    for (organization, role), told in seen.items():
        days = [when(d) for d in dict.fromkeys(j.written for j in told if j.written)]
        known = period(told[0].since, told[-1].until) or (f"as of {listed(days)}" if days else "")
        yield f"{role + ', ' if role else ''}{organization}{f' ({known})' if known else ''}"


def _before(story: Story, shown: set[Words]) -> Iterator[str]:
    long = story.followed_before
    if long:
        yield from paragraph(f"When you met, {long.said()}.", 2, hanging=2)
    for following in story.followings:
        quoted = any(said(following.text) in said(w.text) for m in story.meetings for w in m.words)
        how = "." if quoted else f": {in_quotes(following.text, (w.text for w in following.words))}"
        yield from paragraph(f"{_since(following, story)}{how}", 2, hanging=2)
        shown.update(w for w in following.words if w.text in following.text or following.text in w.text)


def _since(following: Detail, story: Story) -> str:
    """That I follow them, and since when; from afar, where nothing says that we had met by then."""
    since = following.since or ""
    told = f" since {within(since)}" if since and not since.startswith("..") else ""
    met = story.first_met.day if story.first_met else None
    begun = When(since).latest if since else None
    afar = met is None or begun is None or begun <= When(met).latest
    if met is None and since:
        return f"You follow them{told}"
    return f"You knew them from afar{told}" if afar else f"You follow them{told}"


def _meeting(meeting: Meeting, story: Story, shown: set[Words]) -> Iterator[str]:
    via = f", through {meeting.via}" if meeting.via else ""
    where = _where(meeting)
    begin = where if meeting.event else where[:1].upper() + where[1:]
    yield from long_heading(f"{begin}: {_how(meeting, story)}{via}", COLOURS[meeting.kind])
    for words in meeting.words:
        shown.add(words)
        yield from quote(words.text, story.person.name, indent=2)


def _how(meeting: Meeting, story: Story) -> str:
    """How I met them; a guess of the reader is shown as one, unless the memory has an earlier meeting."""
    again = meeting is not story.first_met
    if meeting.confidence < SURE:
        return KINDS["renewed"] if again and meeting.kind in ("new", "renewed") else GUESSES[meeting.kind]
    return "brand new, say its words" if again and meeting.kind == "new" else KINDS[meeting.kind]


def _day(meeting: Meeting) -> str:
    """When it was; for a meeting without any date, when its diary was written."""
    day = held(meeting.day)
    return (day if meeting.dated else f"written {day}") if day else "some day"


def _where(meeting: Meeting) -> str:
    if not meeting.event:
        return _day(meeting)
    place = meeting.event.place
    inside = f", {place}" if place and place not in meeting.event.title else ""
    exact = held(meeting.event.start, meeting.event.end)
    day = f", {exact}" if exact and exact not in meeting.event.title else ""
    return f"{meeting.event.title}{inside}{day}"


def _missing(detail: Detail) -> str:
    """`Lantern Days 2016 (missed, as speaker)`."""
    role = f"as {detail.text}" if detail.text != detail.kind else ""
    why = ", ".join(p for p in ("" if detail.kind == "absent" else detail.kind, role) if p)
    return f"{detail.event.title if detail.event else 'some day'}{f' ({why})' if why else ''}"


def _team(detail: Detail) -> str:
    done = {"joined": "joined", "left": "left"}.get(detail.kind, "in")
    role = f" as {detail.role}" if detail.role else ""
    years = period(detail.since, detail.until)
    return f"{done} {detail.text}{role}{f', {years}' if years else ''}{_at(detail)}"


def _outcome(detail: Detail) -> str:
    return in_quotes(detail.text, (w.text for w in detail.words))


def _at(detail: Detail) -> str:
    return f", {detail.event.title}" if detail.event else ""


def _part(title: str, details: tuple[Detail, ...], say: Callable[[Detail], str], shown: set[Words]) -> Iterator[str]:
    if not details:
        return
    yield from ["", heading(title)]
    for line, told in _grouped(details, say).items():
        yield from paragraph(line, 2, hanging=2)
        for words in dict.fromkeys(w for d in told for w in d.words if w.text not in line and not _seen(w, shown)):
            shown.add(words)
            yield from quote(words.text, indent=4)


def _seen(words: Words, shown: set[Words]) -> bool:
    """Whether these very words, or a stretch around them, were shown before."""
    return any(s.source == words.source and s.text.find(words.text) >= 0 and s.start <= words.start for s in shown)


def _grouped(details: Iterable[Detail], say: Callable[[Detail], str]) -> dict[str, list[Detail]]:
    lines: dict[str, list[Detail]] = {}
    for detail in details:
        lines.setdefault(say(detail), []).append(detail)
    return lines


def _quoted(words: Words, story: Story) -> Iterator[str]:
    day = f", {when(words.date)}" if words.date else ""
    yield from quote(words.text, story.person.name, indent=2)
    yield from paragraph(f"{words.source}{day}", 4)
