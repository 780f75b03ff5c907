"""A real `hallway serve` in a process of its own, which can be killed and started again where it was."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

_CALL = "from hallway.interfaces.cli.main import main; main()"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A server over one memory. `link` signs the first browser in."""

    def __init__(self, memory: Path) -> None:
        self.memory, self.port = memory, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.link = ""
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-u", "-c", _CALL, "serve", "--memory", str(self.memory), "--port", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        told = re.search(r"http\S+", self._process.stdout.readline())
        assert told
        self.link = told[0]
        self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.url}/manifest.webmanifest").close()
                return
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()
        self._process.wait()
