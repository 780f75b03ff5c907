"""Draws docs/picture.svg: what a terminal of 80 columns really shows when Hallway is asked about the examples.

usage: python docs/picture.py        (on Linux or macOS: it needs a pseudo-terminal)
"""

from __future__ import annotations

import errno
import fcntl
import html
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from stage import argv, environment, run, stage

PICTURE = Path(__file__).resolve().with_name("picture.svg")
BEFORE = "hallway read examples/20* --yes"
COMMANDS = (
    'hallway recall --limit 1 "who was it that made videos for internal comms?"',
    'hallway who "Anke Reimers"',
)
TITLE = "hallway in a terminal: a recall, and the story of a person"

COLUMNS = 80
MOST = 32
"""Lines of each answer; a longer one ends in dots."""
WIDE, HIGH, EDGE, BAR = 8.4, 19, 18, 34
NAMED = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
STYLE = """\
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
  white-space: pre; fill: #1f2328 }
.window { fill: #fbfbfa; stroke: #d4d4d0 } .button { fill: #d4d4d0 }
.bold { font-weight: bold } .dim { fill: #656d76 } .prompt { fill: #656d76 }
.red { fill: #b42318 } .green { fill: #116329 } .yellow { fill: #7d4e00 } .blue { fill: #0550ae }
.magenta { fill: #8250df } .cyan { fill: #1b7c83 } .white, .black { fill: #656d76 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .window { fill: #161b22; stroke: #3d444d } .button { fill: #3d444d }
  .dim, .prompt { fill: #9198a1 } .red { fill: #ff7b72 } .green { fill: #56d364 } .yellow { fill: #e3b341 }
  .blue { fill: #79c0ff } .magenta { fill: #d2a8ff } .cyan { fill: #56d4dd } .white, .black { fill: #9198a1 }
}"""
_ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of letters looks."""

    bold: bool = False
    dim: bool = False
    colour: str | None = None

    def after(self, codes: str) -> Look:
        """The look after a terminal was told `codes` (SGR)."""
        look = self
        for code in (int(c or 0) for c in codes.split(";")):
            if code == 0:
                look = Look()
            elif code == 1:
                look = replace(look, bold=True)
            elif code == 2:
                look = replace(look, dim=True)
            elif code == 22:
                look = replace(look, bold=False, dim=False)
            elif code == 39:
                look = replace(look, colour=None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                look = replace(look, colour=NAMED[code % 10])
        return look

    def classes(self) -> str:
        """The classes of the style sheet that make it look so."""
        return " ".join(c for c in ("bold" if self.bold else "", "dim" if self.dim else "", self.colour or "") if c)


Run = tuple[str, Look]


def terminal_output(line: str, folder: Path) -> str:
    """What a command says to a terminal of 80 columns, colours included. Raises RuntimeError when it fails."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, COLUMNS, 0, 0))
    coloured = environment() | {"TERM": "xterm-256color"}
    with subprocess.Popen(
        argv(line, folder), cwd=folder, env=coloured, stdout=theirs, stderr=subprocess.DEVNULL
    ) as child:
        os.close(theirs)
        said = b"".join(_chunks(ours))
    os.close(ours)
    if child.returncode:
        raise RuntimeError(f"{line!r} ended with {child.returncode}")
    return said.decode().replace("\r\n", "\n").rstrip("\n")


def _chunks(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError as error:
            if error.errno == errno.EIO:
                return
            raise
        if not chunk:
            return
        yield chunk


def runs(output: str) -> list[list[Run]]:
    """Lines of (letters, look)."""
    look, lines = Look(), []
    for text in output.split("\n"):
        line: list[Run] = []
        for number, part in enumerate(_ESCAPE.split(text)):
            if number % 2:
                look = look.after(part)
            elif part:
                line.append((part, look))
        lines.append(line)
    return lines


def drawn(lines: list[list[Run]]) -> str:
    """The lines in a window, as SVG. Each run is held to its columns, whatever font is found."""
    width, height = COLUMNS * WIDE + 2 * EDGE, len(lines) * HIGH + BAR + EDGE
    spoken = "\n".join("".join(text for text, _ in line) for line in lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        ' role="img" aria-labelledby="title words">',
        f'<title id="title">{TITLE}</title>',
        f'<desc id="words">{html.escape(spoken)}</desc>',
        f"<style>\n{STYLE}\n</style>",
        f'<rect class="window" x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="8"/>',
        *(f'<circle class="button" cx="{EDGE + 4 + 18 * n}" cy="18" r="5"/>' for n in range(3)),
    ]
    for row, line in enumerate(lines):
        parts += _texts(line, BAR + row * HIGH + HIGH - 5)
    return "\n".join([*parts, "</svg>", ""])


def _texts(line: list[Run], y: int) -> Iterator[str]:
    column = 0
    for text, look in line:
        words = text.strip(" ")
        if words:
            x = EDGE + (column + len(text) - len(text.lstrip(" "))) * WIDE
            named = f' class="{look.classes()}"' if look.classes() else ""
            long = f' textLength="{len(words) * WIDE:g}" lengthAdjust="spacingAndGlyphs"'
            yield f'<text{named} x="{x:g}" y="{y}"{long}>{html.escape(words, quote=False)}</text>'
        column += len(text)


def picture() -> str:
    """Run the commands and draw what they say."""
    lines: list[list[Run]] = []
    with stage() as folder:
        run(BEFORE, folder)
        for command in COMMANDS:
            lines += [[]] if lines else []
            lines.append([("$ ", Look(colour="prompt")), (command, Look(bold=True))])
            said = runs(terminal_output(command, folder))
            lines += said if len(said) <= MOST else [*said[:MOST], [("...", Look(dim=True))]]
    return drawn(lines)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    print(f"{PICTURE.name}: {PICTURE.stat().st_size:,} bytes")
