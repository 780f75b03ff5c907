"""The JSON API, asked by Schemathesis for whatever its own document allows, and for what it forbids."""

import subprocess
import sys
from pathlib import Path

import life
from served import Served

from hallway import Memory

CONFIG = """
seed = 20260806
headers = {{ Authorization = "Bearer {token}" }}
continue-on-failure = true
request-timeout = 60

[generation]
max-examples = 10
no-shrink = true
database = "none"
unique-inputs = true

[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 415]
positive_data_acceptance.expected-statuses = [200, 404, 409, 422]
"""


def test_it_answers_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "people.db"
    with Memory(path) as memory:
        memory.keep(life.ghent(), life.porto(), life.leeds())
        memory.met("Anke Reimer, radio features about ports, at Lantern Days 2016")
        token = memory.access.token("fuzz", ("read", "write"))
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG.format(token=token), encoding="utf-8")
    served = Served(path)
    try:
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "--no-color", "run"]
        command += [
            f"{served.url}/api/openapi.json",
            "--checks",
            "all",
            "--phases",
            "examples,coverage,fuzzing,stateful",
        ]
        run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=600)
    finally:
        served.kill()
    assert run.returncode == 0, run.stdout + run.stderr
