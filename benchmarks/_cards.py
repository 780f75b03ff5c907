"""Invented address books: cards and a LinkedIn archive, as many as one wants, the same ones every time."""

from __future__ import annotations

import base64
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
    """vCards 3.0 as a phone and its computer export them: about eighteen properties, folded notes, a small picture in every tenth."""
    for number, given, family, firm, title, dice in people(count):
        mail = f"{given}.{family}.{number}".lower()
        lines = [
            "BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//macOS 14.1//EN", f"N:{family};{given};;;",
            f"FN:{given} {family}", f"ORG:{firm};", f"TITLE:{title.replace(',', chr(92) + ',')}",
            f"EMAIL;type=INTERNET;type=WORK;type=pref:{mail}@firm.example", f"item1.EMAIL;type=INTERNET:{mail}@post.example",
            "item1.X-ABLabel:_$!<Other>!$_", f"TEL;type=CELL;type=VOICE;type=pref:+45 {10_000_000 + number}",
            f"TEL;type=WORK;type=VOICE:+44 113 {1_000_000 + number}",
            f"ADR;type=WORK;type=pref:;;{dice.randrange(1, 99)} Harbour Street;Leeds;;LS1 4AB;United Kingdom",
            f"NOTE:{_folded(' '.join(dice.sample(_NOTES, 3)))}", "CATEGORIES:conference,radio",
        ]  # fmt: skip
        if number % 3 == 0:
            lines.append(f"URL;type=WORK:https://people.example/{number}")
        if number % 5 == 0:
            lines.append(f"BDAY:19{dice.randrange(50, 99)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}")
        if number % 10 == 0:
            lines.append(f"PHOTO;ENCODING=b;TYPE=JPEG:{_folded(base64.b64encode(dice.randbytes(3000)).decode())}")
        lines.append(f"REV:20{dice.randrange(10, 25)}-05-01T10:00:00Z")
        lines += [f"UID:{number:08x}-0000-4000-8000-{dice.randrange(1 << 48):012x}", "END:VCARD", ""]
        yield "\r\n".join(lines)


def _folded(text: str) -> str:
    return "\r\n ".join(text[i : i + 70] for i in range(0, len(text), 70))


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
