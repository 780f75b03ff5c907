"""My own words in mails and chats: read for whom I met, on demand."""

import json
from pathlib import Path

import pytest
from cli import hallway

from hallway import Memory

HEAD = "From me@aker.example Mon Oct 5 10:00:00 2015\nFrom: Nils Aker <me@aker.example>\nTo: {to}\nSubject: {subject}\nMessage-ID: <{subject}@x>\nDate: Mon, 05 Oct 2015 10:00:00 +0200\n\n{body}\n\n"
IDA = "Ida Holm <ida@holm.example>"
TOLD = "Dear Ida,\n\nit was great to meet you at Lantern Days 2015. I also met Petra Malinová at the bar there.\n\n> I met Owen\n\n-- \nNils Aker"


def mail(to: str, subject: str, body: str) -> str:
    return HEAD.format(to=to, subject=subject, body=body)


@pytest.fixture
def mails(memory: Memory, tmp_path: Path) -> Memory:
    file = tmp_path / "sent.mbox"
    file.write_text(
        mail(IDA, "thanks", TOLD)
        + mail("Joost Terpstra <joost@t.example>", "later", "Hope to see you at Lantern Days!")
        + mail(IDA, "slides", "Here they are.")
    )
    memory.files.import_([file])
    return memory


def test_importing_alone_meets_nobody(mails: Memory) -> None:
    assert [p.name for p in mails.people()] == []


def test_what_is_sure_is_kept_with_whom_it_was_written_to(mails: Memory) -> None:
    hallway("messages", "--yes", memory=mails.path)
    assert sorted((p.name, p.event.title if p.event else None) for p in mails.people()) == [
        ("Ida Holm", "Lantern Days 2015"),
        ("Petra Malinová", "Lantern Days 2015"),
    ]
    assert hallway("messages", "--yes", memory=mails.path).stdout.splitlines() == [
        "0 messages told of a meeting; 0 kept, as far as they were sure."
    ]


def test_undo_takes_it_back_and_leaves_the_mails(mails: Memory) -> None:
    hallway("messages", "--yes", memory=mails.path)
    mails.undo()
    assert [p.name for p in mails.people()] == []
    assert sorted(p.name for p in mails.people(kind="none")) == ["Ida Holm", "Joost Terpstra"]


def test_only_looking_keeps_nothing(mails: Memory) -> None:
    [told] = json.loads(hallway("messages", "--dry-run", "--json", memory=mails.path).stdout)
    assert (told["with"], told["written"]) == ("Ida Holm", "2015-10-05")
    assert {p["name"]: p["connection"] for p in told["people"]} == {"Ida": "new", "Petra Malinová": "new"}
    assert list(mails.people()) == []


def test_lines_of_a_chat_have_their_own_days(memory: Memory, tmp_path: Path) -> None:
    chat = tmp_path / "WhatsApp Chat with Ida Holm.txt"
    chat.write_text(
        "03/10/2015, 21:04 - Ida Holm: so?\n03/10/2015, 21:05 - Nils: I met Petra Malinová at Small Signals 2015\n"
        "14/10/2015, 09:00 - Nils: the train is late\n14/10/2015, 09:00 - Ida Holm: I met Owen Prys\n"
    )
    memory.files.import_([chat])
    [told] = json.loads(hallway("messages", "--yes", "--json", memory=memory.path).stdout)
    assert (told["written"], told["with"]) == ("2015-10-03", "Ida Holm")
    assert [(p.name, p.event and p.event.title) for p in memory.people()] == [("Petra Malinová", "Small Signals 2015")]
