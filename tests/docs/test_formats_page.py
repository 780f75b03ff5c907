"""The page about formats is what the formats say of themselves."""

from __future__ import annotations

import subprocess
import sys

from pages import DOCS


def test_the_page_is_up_to_date() -> None:
    run = subprocess.run([sys.executable, str(DOCS / "generate_formats.py"), "--check"], check=False)
    assert run.returncode == 0, "run: python docs/generate_formats.py"
