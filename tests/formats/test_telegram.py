"""A Telegram export that is too large to be read as a whole is read the same, a message at a time."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from hallway.formats import telegram
from hallway.formats.protocol import Context, Item, Problem
from hallway.model import Reading

SAMPLE = Path(__file__).parent / "samples" / "telegram.json"


def message(who: str, number: int, text: object, day: str = "2019-05-04") -> dict[str, object]:
    return {"type": "message", "date": f"{day}T10:00:00", "from": who, "from_id": f"user{number}", "text": text}


LINK = {"type": "link", "text": "harbour.example"}
ONE = {
    "name": "Ida Holm",
    "type": "personal_chat",
    "id": 8,
    "messages": [message("Ida Holm", 8, "Hej"), message("Nora", 1, ["See ", LINK])],
}
ALL = {
    "personal_information": {"user_id": 1, "first_name": "Nora"},
    "contacts": {"list": [{"user_id": 8, "first_name": "Ida", "last_name": "Holm", "phone_number": "+45 10 00 00 01"}]},
    "chats": {
        "list": [
            ONE,
            {"name": "News", "type": "public_channel", "id": 9, "messages": [message("News", 9, "Buy!")]},
            {"name": "Port walk", "type": "private_group", "id": 7, "messages": [message("Ruth Adeyemi", 5, "At nine"), message("Nora", 1, "Yes")]},
            {"name": "Owen Prydderch", "type": "personal_chat", "id": 6, "messages": []},
        ]
    },
}  # fmt: skip


def said(items: list[Item]) -> list[tuple[object, ...]]:
    """Without where it stood; the contacts come where the file has them."""
    readings = [i for i in items if isinstance(i, Reading)]
    assert len(readings) == len(items)
    return sorted(((r.source.text, r.source.record, str(r.source.written), r.facts) for r in readings), key=repr)


@pytest.mark.parametrize("data", [json.dumps(ONE).encode(), json.dumps(ALL).encode(), SAMPLE.read_bytes()])
def test_large_files_say_the_same(data: bytes) -> None:
    small = list(telegram.read(io.BytesIO(data), Context("result.json")))
    large = list(telegram.large(io.BytesIO(data), Context("result.json")))
    assert small
    assert said(large) == said(small)


def test_a_large_file_that_is_cut_off_gives_what_it_has() -> None:
    data = json.dumps(ALL).encode()
    cut = data[: data.index(b"Port walk")]
    *found, problem = telegram.large(io.BytesIO(cut), Context("result.json"))
    assert isinstance(problem, Problem)
    assert [i.source.text.splitlines()[0] for i in found if isinstance(i, Reading)] == [
        "With Ida Holm",
        "With Ida Holm",
    ]
