"""Names of conferences, to rename those of the corpus with: it has a thousand mentions of events, too few to learn them from."""

from __future__ import annotations

import random

_THEMES = (
    "Agile Agri Anthro Archive Astro Audio Bee Bike Bio Bog Book Brick Bridge Bread Cargo Ceramic Cheese Chem Choir Cider "
    "Cinema Clay Climate Cloud Code Coffee Comic Craft Crime Cyber Data Design Dev Dialect Drone Edu Energy Ethno Fan Farm Film "
    "Folk Font Forest Game Garden Geo Glass Grant Hack Heritage Horror Hydro Infra Iron Java Jazz Kite Kotlin Knit Library Ling "
    "Linux Lisp Maker Map Maritime Math Mobile Museum Music Native Night Nurse Open Ops Organ Paper Perl Photo Pixel "
    "Poetry Print Privacy Puppet Py Quilt Radio Rail Retro River Robot Ruby Rust Salt Sand Scala School Seed Social Solar "
    "Sound Steam Stitch Story Tea Test Text Tool Trail Travel Tree Type Urban Video Water Weather Web Wiki Wine Wool Word Zine"
).split()
_KINDS = (
    "Con Conf Camp Fest Days Day Week Summit Expo Meetup Jam Forum Congress Fair Festival Convention Meeting Retreat Unconference "
    "Conference Symposium Workshop Gathering Live World Weekend Night"
).split()
_GLUED = ("Con", "Conf", "Camp", "Fest", "Expo", "Jam", "Live", "Bar", "Up", "Fair", "Mania")
_SCHOLARLY = ("Conference", "Symposium", "Workshop", "Congress", "Colloquium", "Meeting", "Summer School", "Forum")
_FIELDS = (
    "Acoustics|Adult Education|Applied Botany|Bridge Engineering|Cartography|Coastal Research|Computational Poetics|Dialectology|"
    "Digital Preservation|Distributed Computing|Economic History|Folk Music|Food Studies|Forest Ecology|Free Software|"
    "Game Studies|Glaciology|Human Factors|Landscape Design|Library Science|Machine Translation|Maritime History|Medical Imaging|"
    "Museum Education|Nursing Practice|Oral History|Papermaking|Photography|Plant Breeding|Public Transport|Rail Safety|"
    "Robotics|Rural Health|Science Fiction|Soil Science|Speech Technology|Textile Conservation|Typography|Water Management|"
    "Wind Energy|Women in Engineering"
).split("|")
_PLACES = (
    "Aarhus Accra Antwerp Austin Bergen Bilbao Boston Brno Cardiff Chicago Cologne Dublin Dundee Geneva Ghent Girona Graz Halifax "
    "Hanoi Kyoto Leeds Leipzig Lisbon Ljubljana Lyon Malmo Manila Melbourne Montreal Nairobi Oslo Ottawa Perth Portland Porto "
    "Prague Quito Riga Seattle Sheffield Tallinn Toronto Turin Utrecht Wales York Zurich Alpine Baltic Midlands Northern Nordic "
    "Pacific Prairie Southern Texas Welsh"
).split()
_ORDER = ("Annual", "International", "European", "National", "Nordic", "World", "Annual International", "")
_LETTERS = "ABCDEFGHIKLMNOPRSTUW"


def occasion(rng: random.Random) -> str:
    """What a conference might be called: glued, in words, by letters, with a place or a year, or the whole long title."""
    theme, kind, place = rng.choice(_THEMES), rng.choice(_KINDS), rng.choice(_PLACES)
    year = rng.randint(1994, 2025)
    short = rng.choice((str(year), str(year), f"’{year % 100:02}", f"'{year % 100:02}", str(rng.randint(2, 12))))
    glued = theme + rng.choice(_GLUED)
    letters = "".join(rng.choice(_LETTERS) for _ in range(rng.randint(3, 5)))
    made = rng.choice(
        (glued, f"{glued} {short}", f"{glued} {place}", f"{glued}{year % 100:02}", f"{theme} {kind}", f"{theme} {kind} {year}",
         f"{place} {theme} {kind}", f"{place}Con", f"{place}Con {rng.randint(2, 60)}", letters, f"{letters} {year}",
         f"{letters}’{year % 100:02}", f"{theme}{rng.choice(_THEMES).lower()} {rng.choice(_KINDS)}", f"{kind} on {rng.choice(_FIELDS)}",
         _title(rng), _title(rng), f"{rng.choice(_FIELDS)} {year}", f"{place} {kind}", f"{theme}{kind.lower()}", glued, f"{glued} {short}")
    )  # fmt: skip
    return made.lower() if rng.random() < 0.04 else made


def _title(rng: random.Random) -> str:
    n = rng.randint(2, 57)
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    words = (
        f"{n}{ending}" if rng.random() < 0.5 else "",
        rng.choice(_ORDER),
        rng.choice(_SCHOLARLY),
        "on",
        rng.choice(_FIELDS),
    )
    return " ".join(w for w in words if w)
