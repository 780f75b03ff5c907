"""Invented address books: cards and a LinkedIn archive, as many as one wants, the same ones every time."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

_GIVEN = "Ida Ruth Tomás Anke Farida Owen Chidi Ursina Kwame Ilmar Odile Yusuf Marta Petra Wilhelmina Marieke Zoë Jonas".split()
_FAMILY = "Holm Adeyemi Arruda Reimers Benali Prydderch Ashworth Caflisch Asante Tamm Fontanelle Karaca Szulc Oduya Lys".split()
_FIRMS = (
    "Lys Hafenfunk Lantern Signals Tidewater Gasworks Harbour Kestrel Meridian Northgate Orchard Quay Ropewalk".split()
)
_KINDS = ("Institute", "Radio", "Days", "Labs", "GmbH", "& Sons", "Collective", "AB")
_TITLES = ("Head of Sound", "Engineer", "Author", "Organizer", "Illustrator", "Director, Programmes", "Researcher")
_NOTES = (
    "Met on the boat.",
    "Asked about tides\\, sends postcards.",
    "Wants help with recording.",
    "Speaks at the gas works.",
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def people(count: int, seed: int = 5) -> Iterator[tuple[int, str, str, str, str, random.Random]]:
    """Number, given name, family name, organization, title, and the dice for everything else."""
    dice = random.Random(seed)
    for number in range(count):
        family = f"{dice.choice(_FAMILY)}{dice.choice(('', '-' + dice.choice(_FAMILY)))}"
        firm = f"{dice.choice(_FIRMS)} {dice.choice(_KINDS)} {dice.randrange(1 + count // 40)}"
        yield number, dice.choice(_GIVEN), family, firm, dice.choice(_TITLES), dice


def cards(count: int) -> Iterator[str]:
    """vCards 3.0 as a phone exports them: about ten properties, a note in every fourth."""
    for number, given, family, firm, title, dice in people(count):
        lines = [
            "BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{given} {family}", f"ORG:{firm}",
            f"TITLE:{title.replace(',', chr(92) + ',')}", f"EMAIL;TYPE=INTERNET:{given}.{family}.{number}@firm.example".lower(),
            f"TEL;TYPE=CELL:+45 {10_000_000 + number}",
        ]  # fmt: skip
        if number % 3 == 0:
            lines.append(f"URL:https://people.example/{number}")
        if number % 4 == 0:
            lines.append(f"NOTE:{dice.choice(_NOTES)}")
        if number % 5 == 0:
            lines.append(f"BDAY:19{dice.randrange(50, 99)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}")
        lines += [f"UID:{number:08x}-0000-4000-8000-{dice.randrange(1 << 48):012x}", "END:VCARD", ""]
        yield "\r\n".join(lines)


def write_cards(file: Path, count: int) -> None:
    """So many cards in one file."""
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(cards(count))


def write_folder(folder: Path, count: int) -> None:
    """The same cards, a file each, as khard keeps them."""
    folder.mkdir()
    for number, card in enumerate(cards(count)):
        (folder / f"{number}.vcf").write_text(card, encoding="utf-8", newline="")


def write_linkedin(file: Path, count: int) -> None:
    """LinkedIn's archive with Connections.csv, its preamble and all."""
    rows = [
        "Notes:",
        '"When exporting your connection data, you may notice that some of the email addresses are missing."',
        "",
    ]
    rows.append("First Name,Last Name,URL,Email Address,Company,Position,Connected On")
    for number, given, family, firm, title, dice in people(count):
        mail = f"{given}.{family}.{number}@firm.example".lower() if number % 20 == 0 else ""
        day = f"{dice.randrange(1, 29):02} {dice.choice(_MONTHS)} {dice.randrange(2006, 2025)}"
        rows.append(
            f'{given},{family},https://www.linkedin.com/in/{given}-{number},{mail},{firm},"{title}",{day}'.replace(
                "é", "e"
            )
        )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", "\r\n".join(rows))
