"""OPML 2.0: whose writing I follow, for feed readers and for another Hallway."""

from __future__ import annotations

from typing import IO

from hallway.formats.opml import written
from hallway.formats.out.data import Outgoing
from hallway.formats.out.protocol import OutFormat


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    file.write(written(outgoing.feeds))


OUT = (OutFormat("opml", "OPML", (".opml",), _write, "whose writing you follow, for feed readers"),)
