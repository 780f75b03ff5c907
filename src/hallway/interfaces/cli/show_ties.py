"""Ties in 80 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import short, when
from hallway.interfaces.cli.render import KINDS, fit, heading, listed, long_heading, paragraph, quote, said, width

if TYPE_CHECKING:
    from hallway.queries.paths import Step, Way, Ways
    from hallway.queries.ties import Explained, TieLine, TieList, Why
    from hallway.queries.words import Words

TITLES = {
    "strong": "Strong", "acquaintance": "Acquaintances", "fleeting": "Fleeting", "dormant": "Dormant",
    "not met": "Not met",
}  # fmt: skip
COLOURS = {
    "strong": "magenta",
    "acquaintance": "green",
    "fleeting": "yellow",
    "dormant": "blue",
    "not met": "bright_black",
}
_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def tie_lines(ties: TieList, limit: int) -> Iterator[str]:
    """Ties by state, the strongest first in each; at most `limit` of them."""
    lines = ties.lines
    yield from paragraph(
        f"Ties as of {when(ties.at.isoformat())}. An encounter counts half after {ties.weights.half_life:g} days;"
        " `hallway ties NAME` takes a tie apart."
    )
    if not lines:
        yield from ["", "Nobody."]
    counts, shown = Counter(line.state.value for line in lines), lines[:limit]
    most = max((line.strength for line in lines), default=0) or 1
    for state, title in TITLES.items():
        some = [line for line in shown if line.state.value == state]
        if some:
            yield from ["", heading(f"{title} ({counts[state]})", COLOURS[state])]
            yield from (_line(line, most) for line in some)
    if len(lines) > limit:
        yield from ["", f"{len(lines) - limit} more: --limit shows them."]


def _line(line: TieLine, most: float) -> str:
    times = f"{line.occasions}×" if line.occasions > 1 else ""
    ways = ", ".join(k for k in line.kinds if k != "meeting")
    start = f"  {fit(line.name, 24)}  {fit(bar(line.strength / most), _BAR)} {line.strength:5.2f}"
    return f"{start}  {fit(short(line.last, dated=line.dated), 11)} {times:>3}  {fit(ways, width() - 63)}".rstrip()


def bar(share: float, wide: int = _BAR) -> str:
    """A bar of so much of its width; what is anything at all is seen."""
    eighths = max(1, round(share * wide * 8)) if share > 0 else 0
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def explained_lines(tie: Explained) -> Iterator[str]:
    """One tie with its reasons."""
    line = tie.line
    yield from long_heading(f"{line.name}: {_state(line)}", COLOURS[line.state.value])
    if line.first:
        met = f"met {line.occasions} times, " if line.occasions > 1 else "met once, "
        days = when(line.first) if line.first == line.last else f"{when(line.first)} to {when(line.last)}"
        yield from paragraph(f"{met}{days}", 2)
    yield from paragraph(f"strength {line.strength:.2f} as of {when(tie.at.isoformat())}", 2)
    yield from _grown(tie)
    if tie.why:
        yield from ["", heading("Why")]
    for why in tie.why:
        reason = _reason(why, tie)
        yield from paragraph(f"{why.worth:5.2f}  {reason}", 2, hanging=6)
        for words in (w for w in why.words[:2] if said(w.text) not in said(reason)):
            yield from quote(words.text, line.name, indent=8, most=160)


def _state(line: TieLine) -> str:
    return {"acquaintance": "an acquaintance"}.get(line.state.value, line.state.value)


def _grown(tie: Explained) -> Iterator[str]:
    if len(tie.grew) < 2:
        return
    most = max(strength for _, strength in tie.grew)
    yield from ["", heading("How it grew")]
    for day, strength in tie.grew:
        yield f"  {fit(when(day), 18)} {fit(bar(strength / most, 30), 30)} {strength:5.2f}"


def _reason(why: Why, tie: Explained) -> str:
    if why.kind == "kinds":
        return f"tied in {len(tie.line.kinds)} ways: {listed(tie.line.kinds)}"
    if why.kind == "others":
        return f"people around you both: {listed(tie.around)}" if tie.around else "through people around you both"
    said = KINDS.get(why.kind) or _BONDS[why.kind].format(why.about or "")
    where = f", {why.event.title}" if why.event else ""
    return f"{said.rstrip('.!')}{where}{_ago(why.days_ago)}"


_BONDS = {
    "team": "in {}",
    "relation": "{}",
    "outcome": "what came of it: {}",
    "organizing": "organized {} with you",
    "introduction": "introduced you to {}",
    "following": "you follow: {}",
    "connection": "connected online: {}",
}


def _ago(days: float | None) -> str:
    if days is None:
        return ", no day known"
    for size, name in ((365.25, "year"), (30.44, "month"), (1, "day")):
        count = round(days / size)
        if days >= size * (1 if name != "month" else 2):
            return f", {count} {name}{'s' if count != 1 else ''} before"
    return ""


def way_lines(found: Ways) -> Iterator[str]:
    """All ways to somebody, the best first."""
    yield from long_heading(f"To {found.mine.name}")
    if found.mine.state.value != "not met":
        last = f", last met {when(found.mine.last)}" if found.mine.last else ""
        yield from paragraph(f"You know each other: {_state(found.mine)}{last}.", 2)
    if not found.ways:
        alone = "Nobody whom you met is known to know them." if found.mine.state.value == "not met" else ""
        yield from paragraph(alone, 2)
    shown: set[Words] = set()
    for way in found.ways:
        yield from ["", heading(f"Through {listed([way.through.name, *(s.name for s in way.steps[:-1])], 'and then')}")]
        yield from _way(way, shown)


def _way(way: Way, shown: set[Words]) -> Iterator[str]:
    """The steps of a way; words that were shown before are not shown again."""
    last = f", last met {short(way.through.last, dated=way.through.dated)}" if way.through.last else ""
    yield from paragraph(f"you and {way.through.name}: {_state(way.through)}{last}", 2, hanging=2)
    before = way.through.name
    for step in way.steps:
        yield from paragraph(f"{before} and {step.name}: {_link(step)}", 2, hanging=2)
        for words in step.words:
            if words not in shown:
                shown.add(words)
                yield from quote(words.text, step.name, indent=4)
        before = step.name


def _link(step: Step) -> str:
    about = step.about or "the same company"
    return {
        "introduction": "one introduced the other to you",
        "team": f"both in {about}",
        "organizing": f"both organize {about}",
        "met": f"met together{f' at {step.about}' if step.about else ''}",
        "work": f"both at {about}, perhaps at the same time",
    }[step.kind]
