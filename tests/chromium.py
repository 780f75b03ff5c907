"""The browser in which the journeys are made: found, or installed where that is possible.

`python tests/chromium.py` sees to it that there is one, and says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MISSING = "There is no Chromium, and none could be installed: the journeys in tests/journeys were NOT run."


def chromium() -> Path | None:
    """Where Chromium is; `CHROMIUM` in the environment names another one. None where there is none."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in ((named,) if named else NAMES))
    return next((Path(path) for path in found if path), None)


def see_to_it() -> bool:
    """Whether there is one in the end. Where it is missing, Debian's package is installed if we may."""
    if chromium() is None and shutil.which("apt-get") and os.geteuid() == 0:
        print("-- installing Chromium for the journeys (about half a minute, once) ...", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.call(command, env=environment, **quiet)
    return chromium() is not None


if __name__ == "__main__":
    sys.exit(0 if see_to_it() else MISSING)
