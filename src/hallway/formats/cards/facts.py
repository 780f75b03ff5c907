"""Properties of a card → facts: vCard 2.1, 3.0 (RFC 2426), 4.0 (RFC 6350, 6474, 6715, 8605, 9554) and what others added.

What a card says of how it came to be (VERSION, PRODID, ...) is no fact; what nobody here understands is none either, and
stays in the card.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hallway.formats.cards.dates import when
from hallway.formats.cards.groups import members, record_of
from hallway.formats.cards.text import Said
from hallway.formats.contentline import split, unescape
from hallway.model import (
    AffiliationFact,
    Connection,
    DetailFact,
    EncounterFact,
    EventFact,
    Fact,
    KeyFact,
    NeedFact,
    OrganizationFact,
    PersonFact,
    Span,
    TeamFact,
    When,
)
from hallway.model.key import normal

HANDLES = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "xmpp", "X-MSN": "msn", "X-YAHOO": "yahoo", "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype", "X-GOOGLE-TALK": "xmpp", "X-GTALK": "xmpp", "X-GADUGADU": "gadugadu", "X-QQ": "qq",
    "X-GROUPWISE": "groupwise", "X-TWITTER": "twitter", "X-MATRIX": "matrix", "X-TELEGRAM": "telegram", "X-WECHAT": "wechat",
    "X-MASTODON": "mastodon",
}  # fmt: skip
"""Properties that name an account, and the platform on which it is."""

DATES = {
    "BDAY": "birthday", "ANNIVERSARY": "anniversary", "X-ANNIVERSARY": "anniversary", "DEATHDATE": "died",
    "X-EVOLUTION-ANNIVERSARY": "anniversary", "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary", "CREATED": "created",
    "X-CREATED": "created", "X-CREATION-DATE": "created", "X-ABDATE": "date",
}  # fmt: skip

WORDS = {
    "NICKNAME": "nickname", "GENDER": "gender", "X-GENDER": "gender", "GRAMGENDER": "grammatical-gender",
    "PRONOUNS": "pronouns", "LANG": "language", "LANGUAGE": "card-language", "TZ": "time-zone", "GEO": "position",
    "ROLE": "role", "BIRTHPLACE": "birthplace", "DEATHPLACE": "place-of-death", "EXPERTISE": "expertise", "HOBBY": "hobby",
    "INTEREST": "interest", "LABEL": "address", "X-MAIDENNAME": "maiden-name", "X-PHONETIC-FIRST-NAME": "phonetic-name",
    "X-PHONETIC-LAST-NAME": "phonetic-name", "X-ASSISTANT": "assistant", "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant", "X-MANAGER": "manager", "X-EVOLUTION-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager", "X-SPOUSE": "spouse", "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse", "X-KADDRESSBOOK-X-PROFESSION": "profession", "X-PROFESSION": "profession",
    "X-CHILDREN": "child", "FBURL": "free-busy", "CALURI": "calendar", "CALADRURI": "calendar-mail",
    "ORG-DIRECTORY": "directory", "CONTACT-URI": "contact-page", "SOURCE": "source",
}  # fmt: skip
"""Properties whose value is a detail as it stands, and the kind of that."""

PLATFORM_URLS = frozenset({"X-EVOLUTION-BLOG-URL", "X-KADDRESSBOOK-BLOGFEED"})
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_AGENT = re.compile(r"^(?:N[^:\n]*:(.*)|FN[^:\n]*:(.*))$", re.M | re.I)
_KONTACT = "X-MESSAGING/"
"""What Kontact calls its messengers: `X-messaging/xmpp-All`."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?://)?(.+)", re.I | re.S)


class Card:
    """One card being understood: `facts` are about the person `p0`, or about an organization where the card is one's."""

    def __init__(self, said: Sequence[Said], old: bool) -> None:
        self.facts: list[Fact] = []
        self._said = said
        self._named_so: dict[str, list[Said]] = {}
        for one in said:
            self._named_so.setdefault(one.prop.name, []).append(one)
        self.old = old
        self._labels = {s.prop.group: s.value for s in self._all("X-ABLABEL") if s.prop.group}
        self._organizations = 0

    def understand(self) -> bool:
        """Whether it has a name of anybody; without one there are no facts."""
        named = self._named()
        if named is None:
            return False
        if self._is("group"):
            self.facts += (TeamFact("t0", named[0], None, named[1]), *members(self._said))
            return True
        if self._is("org") or self._only_organization():
            self.facts.append(OrganizationFact("o0", *named))
            return True
        name, words = named
        nicknames = [span for s in self._all("NICKNAME") for n in s.value.split(",") if (span := s.part(n.strip()))]
        others = [s.span for s in self._all("FN") if s.value.strip() and s.value != words[0].text]
        whole = words if words[0].text == name else ()
        self.facts.append(PersonFact("p0", name, (*whole, *others, *nicknames), words))
        self._jobs()
        for one in self._said:
            handler = _HANDLERS.get(one.prop.name) or (_account if one.prop.name.startswith(_KONTACT) else None)
            if handler and one.value.strip():
                self.facts += handler(self, one)
        return True

    def _all(self, name: str) -> list[Said]:
        return self._named_so.get(name, [])

    def _is(self, kind: str) -> bool:
        kinds = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
        return any(s.value.strip().lower() == kind for k in kinds for s in self._all(k))

    def _only_organization(self) -> bool:
        """Whether this is the card of a company: Apple says so; others give no name but that of the organization."""
        if any(s.value.strip().upper() == "COMPANY" for s in self._all("X-ABSHOWAS")):
            return True
        return not any(s.value.strip() for n in ("FN", "N", "NICKNAME") for s in self._all(n)) and bool(
            self._all("ORG")
        )

    def _named(self) -> tuple[str, tuple[Span, ...]] | None:
        """The name of whom the card is about and the words for it: FN, else N put in order, else whatever names somebody."""
        full = sorted((s for s in self._all("FN") if s.value.strip()), key=lambda s: s.prop.param("PREF") or "999")
        if full:
            return " ".join(full[0].value.split()), (full[0].span,)
        for one in self._all("N"):
            if name := composed(one.prop.value, self.old):
                return name, (one.span,)
        for kind in ("NICKNAME", "ORG", "EMAIL", "TEL"):
            for one in self._all(kind):
                if one.value.strip():
                    name = split(one.prop.value, ";")[0] if kind == "ORG" else one.value
                    return " ".join(unescape(name, self.old).split()), (one.span,)
        return None

    def _jobs(self) -> None:
        """ORG with the TITLE of the same group, else with the one that comes as the same in order."""
        titles = [t for t in self._all("TITLE") if t.value.strip()]
        roles = [r for r in self._all("ROLE") if r.value.strip()]
        for one in self._all("ORG"):
            name, *units = [" ".join(unescape(p, self.old).split()) for p in split(one.prop.value, ";")]
            if not name:
                continue
            ref = f"o{self._organizations}"
            self._organizations += 1
            title = self._title(titles, one) or (roles[0] if roles and not titles else None)
            words = (one.part(name) or one.span,)
            self.facts.append(OrganizationFact(ref, name, words))
            role = " ".join(title.value.split()) if title else None
            self.facts.append(AffiliationFact("p0", ref, role, evidence=(*words, title.span) if title else words))
            self.facts += (DetailFact("p0", "department", u, None, (one.part(u) or one.span,)) for u in units if u)
            titles = [t for t in titles if t is not title]
        self.facts += (DetailFact("p0", "title", t.value, None, (t.span,)) for t in titles)

    @staticmethod
    def _title(titles: list[Said], job: Said) -> Said | None:
        mine = [t for t in titles if t.prop.group == job.prop.group] or [t for t in titles if not t.prop.group]
        return mine[0] if mine else None

    def label(self, one: Said) -> str:
        """What Apple's `itemN.X-ABLABEL` calls a property, in small letters."""
        label = self._labels.get(one.prop.group or "", "")
        named = _APPLE_LABEL.fullmatch(label)
        return (named[1] if named else label).strip().lower()

    def address(self, one: Said) -> Iterator[Fact]:
        """ADR: its parts in the order in which they stand, the empty ones left out."""
        parts = [unescape(p, self.old) for p in split(one.prop.value, ";")]
        yield _detail("address", ", ".join(" ".join(p.split()) for p in parts if p.strip()), one)

    def tags(self, one: Said) -> Iterator[Fact]:
        for tag in split(one.prop.value, ","):
            words = unescape(tag, self.old).strip()
            if words:
                yield DetailFact("p0", "tag", words, None, (one.part(words) or one.span,))

    def dated(self, one: Said) -> Iterator[Fact]:
        """A date; Apple writes a year that it leaves out as 1604."""
        left_out = one.prop.param("X-APPLE-OMIT-YEAR")
        kind = self.label(one) or "date" if one.prop.name == "X-ABDATE" else DATES[one.prop.name]
        value = one.value.strip()
        year = bool(left_out) and value.startswith(left_out)
        yield DetailFact("p0", _word(kind), value, None if year else when(value), (one.span,))

    def related(self, one: Said) -> Iterator[Fact]:
        """RELATED: that we met (`met`, RFC 6350 and XFN) is an encounter; anybody else's tie is a detail."""
        types = one.prop.types - {"pref"}
        if "met" in types:
            yield from _met(one)
            return
        kind = self.label(one) or next(iter(sorted(types)), "") or "related"
        yield _detail(_word(kind), one.value, one)

    def profile(self, one: Said) -> Iterator[Fact]:
        """X-SOCIALPROFILE (Apple), SOCIALPROFILE (RFC 9554): an address of a page, or a name on a platform."""
        prop = one.prop
        if prop.param("VALUE").lower() != "text" and normal("url", one.value) and "//" in one.value:
            yield KeyFact("p0", "url", one.value.strip(), (one.span,))
            return
        platform = prop.param("SERVICE-TYPE") or self.label(one) or next(iter(sorted(prop.types - {"pref"})), "")
        scheme = _SCHEME.fullmatch(one.value)
        user = prop.param("USERNAME") or prop.param("X-USER") or (scheme[2] if scheme else one.value)
        platform = platform or (scheme[1] if scheme else "profile")
        yield _handle(platform, user, one)


def composed(value: str, old: bool) -> str:
    """`Holm;Ida;Marie;Dr.;` of N as a name in the order in which it is said: Dr. Ida Marie Holm."""
    parts = [" ".join(unescape(p.replace(",", " "), old).split()) for p in split(value, ";")]
    family, given, middle, before, after = (*parts, "", "", "", "", "")[:5]
    name = " ".join(p for p in (before, given, middle, family) if p)
    return f"{name}, {after}" if name and after else name


def _word(kind: str) -> str:
    return re.sub(r"[\W_]+", "-", kind.strip().lower()).strip("-") or "other"


def _detail(kind: str, value: str, one: Said) -> DetailFact:
    return DetailFact("p0", kind, value, None, (one.span,))


def _handle(platform: str, user: str, one: Said) -> KeyFact:
    return KeyFact("p0", "handle", f"{_word(platform)}:{user.strip().lstrip('@')}", (one.span,))


def _met(one: Said) -> Iterator[Fact]:
    """An encounter, with the event where it is named: `RELATED;TYPE=met;X-KIND=renewed;X-WHEN=2014-10;X-EVENT="..."`."""
    prop = one.prop
    kind = prop.param("X-KIND")
    known = Connection(kind) if kind in {c.value for c in Connection if c is not Connection.NONE} else Connection.NEW
    event = prop.param("X-EVENT").strip()
    place, ref = prop.param("X-PLACE").strip(), f"e{one.start}"
    if event:
        words = (one.part(event) or one.span,)
        yield EventFact(ref, event, place=place or None, start=_edtf(prop.param("X-START")), evidence=words)
    yield EncounterFact("p0", known, ref if event else None, None, _edtf(prop.param("X-WHEN")), (one.span,))


def _edtf(value: str) -> When | None:
    try:
        return When(value) if value else None
    except ValueError:
        return None


def _key(kind: str) -> Callable[[Card, Said], Iterator[Fact]]:
    """A key where it is one at all, else a detail of that kind."""

    def facts(card: Card, one: Said) -> Iterator[Fact]:
        value = one.value.strip()
        value = value[4:] if kind == "phone" and value[:4].lower() == "tel:" else value
        value = value[7:] if kind == "email" and value[:7].lower() == "mailto:" else value
        yield KeyFact("p0", kind, value, (one.span,)) if normal(kind, value) else _detail(kind, value, one)

    return facts


def _uid(card: Card, one: Said) -> Iterator[Fact]:
    yield KeyFact("p0", "id", record_of(one.value), (one.span,))


def _account(card: Card, one: Said) -> Iterator[Fact]:
    """IMPP and the many X- of messengers."""
    named = HANDLES.get(one.prop.name)
    if one.prop.name.startswith(_KONTACT):
        named = one.prop.name.removeprefix(_KONTACT).partition("-")[0]
    scheme = _SCHEME.fullmatch(one.value.strip()) if not named else None
    types = sorted(one.prop.types - {"home", "work", "pref", "other"})
    platform = named or one.prop.param("X-SERVICE-TYPE") or (scheme[1] if scheme else "") or "".join(types[:1])
    yield _handle(platform or "im", scheme[2] if scheme else one.value, one)


def _note(card: Card, one: Said) -> Iterator[Fact]:
    yield NeedFact("p0", "note", one.value.strip(), (one.span,))


def _nicknames(card: Card, one: Said) -> Iterator[Fact]:
    """NICKNAME: a list of names, each a detail."""
    for nickname in split(one.prop.value, ","):
        words = unescape(nickname, card.old).strip()
        if words:
            yield DetailFact("p0", "nickname", words, None, (one.part(words) or one.span,))


def _words(card: Card, one: Said) -> Iterator[Fact]:
    yield _detail(WORDS[one.prop.name], one.value, one)


def _url(card: Card, one: Said) -> Iterator[Fact]:
    is_feed = one.prop.name == "X-KADDRESSBOOK-BLOGFEED" or "feed" in one.prop.types
    return _key("feed" if is_feed else "url")(card, one)


def _agent(card: Card, one: Said) -> Iterator[Fact]:
    """AGENT: the card of whoever acts for somebody, inside theirs; only its name is taken."""
    named = _AGENT.search(one.value)
    if named:
        yield _detail("agent", named[2].strip() if named[2] else composed(named[1], True), one)


def _own_id(card: Card, one: Said) -> Iterator[Fact]:
    yield KeyFact("p0", "id", one.value.strip(), (one.span,))


def _own_detail(card: Card, one: Said) -> Iterator[Fact]:
    yield _detail(_word(one.prop.param("X-KIND")), one.value, one)


_HANDLERS: dict[str, Callable[[Card, Said], Iterator[Fact]]] = {
    **dict.fromkeys(HANDLES, _account),
    **dict.fromkeys(DATES, Card.dated),
    **dict.fromkeys(WORDS, _words),
    **dict.fromkeys(PLATFORM_URLS, _url),
    "NICKNAME": _nicknames,
    "EMAIL": _key("email"),
    "TEL": _key("phone"),
    "URL": _url,
    "UID": _uid,
    "IMPP": _account,
    "X-SOCIALPROFILE": Card.profile,
    "SOCIALPROFILE": Card.profile,
    "ADR": Card.address,
    "CATEGORIES": Card.tags,
    "RELATED": Card.related,
    "X-ABRELATEDNAMES": Card.related,
    "NOTE": _note,
    "AGENT": _agent,
    "X-HALLWAY-MET": Card.related,
    "X-HALLWAY-ID": _own_id,
    "X-HALLWAY-DETAIL": _own_detail,
}
