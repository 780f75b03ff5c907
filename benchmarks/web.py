"""Does the app stay quick? Each page, recall while typing and capture, over memories of 1k and 100k people; and the first load.

usage: python benchmarks/web.py [PEOPLE ...] [--asked N] [--keep FOLDER] [--without PAGE ...]

A real `hallway serve` in a process of its own is asked over one kept-alive connection on 127.0.0.1, as a browser would;
times are milliseconds from request to last byte. `first s` is how long it takes until an answer is there for the first time:
some are worked out aside, once for each state of the memory. `cpu ms` is what the server computes for one request, on the mean,
which on a busy machine says more than the clock. Vectors are real for 3,000 passages, and noisy copies for the others.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

from _diaries import Diaries, questions
from _table import table
from scale import build, spread, timed

from hallway import Memory
from hallway.meaning.embedder import Embedder

HEADINGS = ("p50 ms", "p95 ms", "cpu ms", "kB", "first s")
PORT = 8497


class Browser:
    """One signed-in, kept-alive connection."""

    def __init__(self, link: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self._cookie = ""
        _, headers = self.ask("GET", urllib.parse.urlsplit(link)._replace(scheme="", netloc="").geturl())
        self._cookie = (headers["Set-Cookie"] or "").partition(";")[0]
        page, _ = self.ask("GET", "/")
        self.page = page.decode()
        self.token = re.findall(r'name="token" content="(\w+)"', self.page)[0]

    def ask(
        self, method: str, path: str, body: str | None = None, **headers: str
    ) -> tuple[bytes, http.client.HTTPMessage]:
        told = {
            "Cookie": self._cookie,
            "Host": f"127.0.0.1:{PORT}",
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        self._connection.request(method, path, body, told)
        answer = self._connection.getresponse()
        data = answer.read()
        if answer.status >= 400:
            raise SystemExit(f"{method} {path}: {answer.status}")
        return data, answer.headers


def main() -> None:
    """Build each memory, serve it, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", nargs="*", type=int, default=[1_000, 100_000])
    parser.add_argument("--asked", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="leave the memories in this folder, and take those that are there")
    parser.add_argument("--without", nargs="*", default=[], metavar="PAGE", help="leave these rows out")
    options = parser.parse_args()
    for people in options.people:
        with tempfile.TemporaryDirectory() as folder:
            path = (options.keep or Path(folder)) / f"web-{people}.db"
            if not path.exists():
                build(path, Diaries(people * 3, people), Embedder(), 3_000)
            print(measured(path, options.asked, options.without), "", sep="\n", flush=True)


def measured(path: Path, asked: int, without: list[str]) -> str:
    """The table of one memory."""
    with Memory(path) as memory:
        count = len(memory.people(limit=10**6))
        person, event = memory.people(limit=1)[0].id, memory.events()[0].id
    call = "from hallway.interfaces.cli.main import main; main()"
    command = [sys.executable, "-u", "-c", call, "serve", "--memory", str(path), "--port", str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        link = re.search(r"http\S+", server.stdout.readline())
        assert link
        time.sleep(1.5)
        browser = Browser(link[0])
        asking = {name: way for name, way in ways(browser, person, event).items() if name not in without}
        rows = {name: row(browser, way, asked, server.pid) for name, way in asking.items()}
        loaded = first_load(browser)
    finally:
        server.terminate()
        server.wait()
    return f"{count:,} people; the first load is {loaded / 1000:.1f} kB\n{table(HEADINGS, rows)}"


Way = Iterator[tuple[str, str, str | None]]


def ways(browser: Browser, person: int, event: int) -> dict[str, Way]:
    """What is asked, over and over: the pages, recall while typing, chips while typing, and captures."""
    pages = {"today": "/", "people": "/people", "person": f"/people/{person}", "events": "/events"}
    pages |= {
        "event": f"/events/{event}",
        "log": "/log",
        "one kind": "/people?kind=fleeting",
        "page 500": "/people?page=500",
    }
    pages |= {"a name": "/people?name=owen", "a letter": "/people?name=a", "events of": "/events?words=lantern+2016"}
    pages |= {"brief": f"/events/{event}/brief", "talks": "/talks", "feeds": "/feeds", "outcomes": "/outcomes"}
    pages |= {"ties": "/ties", "same": "/same", "no fit": "/contradictions"}
    same = {name: itertools.repeat(("GET", path, None)) for name, path in pages.items()}
    needs = (("GET", f"/recall?need={urllib.parse.quote(q)}", None) for q in itertools.cycle(questions(200)))
    chips = (("GET", f"/understood?event=&line={urllib.parse.quote(line)}", None) for line in lines())
    return {**same, "recall": needs, "chips": chips, "capture": captures()}


def lines() -> Iterator[str]:
    for n in itertools.count():
        yield f"Petra Malinová-{n}, museum radio, new, via Owen"


def captures() -> Way:
    for n, line in enumerate(lines()):
        one = {"id": f"{time.time_ns()}-{n}", "line": line, "kind": "new"}
        yield "POST", "/captures/queue", json.dumps({"sent": 0, "captures": [one]})


def computed(pid: int) -> float | None:
    """Milliseconds that a process has computed so far; None where the system does not say (proc_pid_stat(5))."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return None
    told = stat.read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) * 1e3 / os.sysconf("SC_CLK_TCK")


def row(browser: Browser, way: Way, asked: int, pid: int) -> list[float | None]:
    """Median, 95th percentile, and the size of the last answer, after two that do not count."""
    sizes: list[int] = []
    working = False

    def once() -> None:
        nonlocal working
        method, path, body = next(way)
        headers = (
            {"Content_Type": "application/json", "X_Token": browser.token, "Accept": "application/json"}
            if body
            else {"X_Part": "1"}
        )
        data = browser.ask(method, path, body, **headers)[0]
        sizes.append(len(data))
        working = b"data-working" in data

    began = time.perf_counter()
    once()
    while working:
        time.sleep(0.2)
        once()
    first = time.perf_counter() - began
    once()
    before = computed(pid)
    times = spread([timed(once) for _ in range(asked)])
    after = computed(pid)
    each = None if before is None or after is None else (after - before) / asked
    return [*times, each, sizes[-1] / 1000, first]


def first_load(browser: Browser) -> int:
    """Bytes of the first screen with all that it asks for, as they go over the wire, without headers."""
    names = set(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css|svg))"', browser.page))
    names |= {f"{n.rpartition('/')[0]}/queue.js" for n in names if n.endswith("hallway.js")}
    gzip = {"Accept_Encoding": "gzip"}
    return sum(len(browser.ask("GET", path, **gzip)[0]) for path in ["/", *sorted(names)])


if __name__ == "__main__":
    main()
