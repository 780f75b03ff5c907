"""What came of it, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held, when
from hallway.interfaces.cli.render import KINDS, entry, fit, heading, in_quotes, long_heading, paragraph, quote, said

if TYPE_CHECKING:
    from hallway.model.lag import Lag
    from hallway.queries.outcomes import Before, Came, Median, Outcomes

_UNITS = ((365.25, "year"), (30.44, "month"), (7.0, "week"), (1.0, "day"))


def outcomes_lines(found: Outcomes, called: str) -> Iterator[str]:
    """All outcomes, then how long it takes."""
    if not found.came:
        yield from paragraph(f"Nothing is known to have come of {called or 'anything'} yet. You never know.")
        return
    for number, one in enumerate(found.came):
        if number:
            yield ""
        yield from came_lines(one)
    series = found.by_series if len(found.by_series) < len(found.by_event) else ()
    for title, medians in (
        ("kind of encounter", found.by_kind),
        ("event", found.by_event),
        ("series", series),
    ):
        if medians:
            yield from ["", heading(f"How long it took, by {title}")]
            yield from (_median(m) for m in medians)


def came_line(came: Came) -> list[str]:
    """One outcome in short."""
    took = f"{lag(came.lag)} from first meeting" if came.lag else None
    return entry(_what(came), [when(came.day) or None, took])


def _what(came: Came) -> str:
    """`Ursina Caflisch: became a client`; the name once."""
    what = in_quotes(came.what, (w.text for w in came.words if w.source != "outcome"))
    return f"{came.person}: {what}" if came.person and not said(what).startswith(said(came.person)) else what


def came_lines(came: Came) -> Iterator[str]:
    """One outcome with the encounters before it."""
    day = f", {when(came.day)}" if came.day else ""
    what = _what(came)
    yield from long_heading(f"{what}{day}", "magenta")
    yield from paragraph(_took(came), 2, hanging=2)
    for words in came.words:
        if words.source != "outcome" and said(words.text) not in said(what):
            yield from quote(words.text, came.person, indent=4)
    for before in came.before:
        yield from _before(before)


def _took(came: Came) -> str:
    first = came.before[0] if came.before else None
    parts = []
    if first and came.lag:
        whence = "from the encounter" if len(came.before) == 1 else f"from the first of {len(came.before)} encounters"
        parts.append(f"{lag(came.lag)} {whence}")
    if first and len(came.before) > 1 and (last := came.before[-1].lag):
        parts.append(f"{lag(last)} from the last")
    if first and not parts:
        parts.append("how long it took is not known, as the encounters have no day")
    if came.said:
        parts.append(f"the text says “{came.said}”")
    if not came.before:
        parts.append("no encounter before it is known" if came.person else "of whom, it does not say")
    return "; ".join(parts)


def _before(before: Before) -> Iterator[str]:
    where = before.event.title if before.event else ""
    exact = held(before.event.start, before.event.end) if before.event else ""
    written = "" if before.dated or not before.day else f"written {when(before.day)}"
    place = ", ".join(p for p in (where, exact or (when(before.day) if before.dated else written)) if p)
    yield from paragraph(f"{KINDS[before.kind]}: {place or 'some day'}", 4, hanging=2)
    for words in before.words[:1]:
        yield from quote(words.text, indent=6, most=160)


def _median(median: Median) -> str:
    times = f"{median.count}×"
    return f"  {fit(KINDS.get(median.of, median.of), 40)}  {times:>4}  {lag(median.lag)}".rstrip()


def lag(took: Lag) -> str:
    """A lag in words, as vague as it is: about 6 months; 2 to 5 years; within 3 weeks; at least a year."""
    if took.most is None:
        return f"at least {_days(took.least)}" if took.least >= 1 else "nobody knows how long"
    if took.least < 1:
        return f"within {_days(took.most)}" if took.most >= 1 else "the same day"
    low, high = _days(took.least), _days(took.most)
    if low == high or took.most <= took.least * 1.25:
        return f"about {_days((took.least + took.most) / 2)}"
    number, _, unit = low.partition(" ")
    return f"{number} to {high}" if unit.rstrip("s") == high.partition(" ")[2].rstrip("s") else f"{low} to {high}"


def _days(days: float) -> str:
    size, name = next(((s, n) for s, n in _UNITS if days >= 1.75 * s), _UNITS[-1])
    count = max(1, round(days / size))
    return f"{count} {name}{'s' if count != 1 else ''}"
