"""Three diaries of an invented conference life, as readings."""

from __future__ import annotations

from build import Draft

from hallway.model import (
    FollowingFact,
    MembershipFact,
    NeedFact,
    OutcomeFact,
    Reading,
    RelationFact,
    RoleFact,
    TeamFact,
    When,
)

GHENT = """Lantern Days, the third edition, was held in a gas works.
It is organized by Marieke Van Hecke of the Lys Institute.
She put together our workshop team: Ruth Adeyemi leads, Tomás Arruda draws, and me.
On the boat I sat next to Anke Reimers, who makes radio features about ports.
Tomás introduced me to Farida Benali. She wants help with recording in a room full of machines.
I heard Wilhelmina Oduya from row twenty-two.
"""

PORTO = """Lantern Days came to Porto.
Yusuf Karaca joined the workshop team earlier this year, as Tomás Arruda has other priorities.
More evenings with Anke Reimers, my podcasting partner, who is at Hafenfunk now.
Brand new connections: Kwame Asante-Boadi, Ilmar Tamm, Odile Fontanelle.
"""

LEEDS = """Small Signals in Leeds, organized by Chidi Ashworth.
I had listened to Owen Prydderch for years before we finally met.
Anke Reimers was there, brand new to me.
Two minutes in the cloakroom with Ursina Caflisch.
Ursina became a client six months later.
"""


def ghent() -> Reading:
    d = Draft(GHENT, "ghent.txt", "2014-10-07", "Ida Holm")
    marieke, lys = d.person("Marieke Van Hecke"), d.organization("Lys Institute")
    ruth, tomas = d.person("Ruth Adeyemi"), d.person("Tomás Arruda")
    anke, farida = d.person("Anke Reimers"), d.person("Farida Benali")
    d.person("Wilhelmina Oduya")
    days = d.event(
        "Lantern Days", series="Lantern Days", edition="3", place="Ghent", start="2014-10-02", end="2014-10-04",
        organizers=(marieke, lys), my_role="speaker",
    )  # fmt: skip
    d.works(marieke, lys)
    for person in (ruth, tomas, anke):
        d.met(person, "new", days)
    d.met(farida, "new", days, via=tomas)
    d.add(
        NeedFact(farida, "need", "help with recording in a room full of machines", d.sentence("She wants help")),
        TeamFact("t0", "workshop team", days, d.sentence("our workshop team")),
        MembershipFact("t0", ruth, "lead"),
        MembershipFact("t0", tomas),
        MembershipFact("t0", None),
    )
    return d.reading()


def porto() -> Reading:
    d = Draft(PORTO, "porto.txt", "2016-05-30", "Ida Holm")
    yusuf, tomas, anke = d.person("Yusuf Karaca"), d.person("Tomás Arruda"), d.person("Anke Reimers")
    kwame, ilmar, odile = d.person("Kwame Asante-Boadi"), d.person("Ilmar Tamm"), d.person("Odile Fontanelle")
    days = d.event(
        "Lantern Days", series="Lantern Days", edition="5", place="Porto", start="2016-05-26", end="2016-05-28"
    )
    hafen = d.organization("Hafenfunk")
    d.works(anke, hafen)
    d.met(anke, "cemented", days)
    for person in (kwame, ilmar, odile):
        d.met(person, "new", days)
    d.add(
        RelationFact(anke, "my podcasting partner", d.sentence("podcasting")),
        RoleFact(tomas, days, None, "absent", d.sentence("other priorities")),
        TeamFact("t0", "workshop team", days),
        MembershipFact("t0", yusuf, None, When("2016"), None, "joined", d.sentence("joined")),
        MembershipFact("t0", tomas, None, None, When("2016"), "left", d.sentence("joined")),
    )
    return d.reading()


def leeds() -> Reading:
    d = Draft(LEEDS, "leeds.txt", "2017-11-12", "Ida Holm")
    chidi, owen, anke = d.person("Chidi Ashworth"), d.person("Owen Prydderch"), d.person("Anke Reimers")
    ursina = d.person("Ursina Caflisch")
    small = d.event(
        "Small Signals", series="Small Signals", edition="2", place="Leeds", start="2017-11-09", end="2017-11-11",
        organizers=(chidi,),
    )  # fmt: skip
    for person, kind in ((owen, "new"), (anke, "new"), (ursina, "fleeting")):
        d.met(person, kind, small)
    d.add(
        FollowingFact(owen, "listened to for years", evidence=d.sentence("listened")),
        OutcomeFact("became a client", ursina, "six months", evidence=d.sentence("client")),
    )
    return d.reading()
