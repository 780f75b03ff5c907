"""Many at once, but one at a time from each host."""

from collections import Counter
from threading import Lock
from time import sleep

import pytest

from hallway.fetching.many import each
from hallway.fetching.problems import FetchProblem


def test_one_at_a_time_from_a_host() -> None:
    lock, running, most, together = Lock(), Counter[str](), Counter[str](), [0]

    def get(address: str) -> str:
        host = address.split("/")[2]
        with lock:
            running[host] += 1
            most[host] = max(most[host], running[host])
            together[0] = max(together[0], running.total())
        sleep(0.01)
        with lock:
            running[host] -= 1
        return address.upper()

    addresses = [f"https://{host}.example/{n}" for host in "abcdef" for n in range(4)]
    found = dict(each([*addresses, addresses[0]], get, at_once=3))
    assert found == {a: a.upper() for a in addresses}
    assert set(most.values()) == {1}
    assert together[0] == 3


def test_a_problem_stays_with_its_address() -> None:
    def get(address: str) -> str:
        if "bad" in address:
            raise FetchProblem("no")
        return "yes"

    found = dict(each(["https://good.example/", "https://bad.example/", "bad one"], get))
    assert {a: str(r) for a, r in found.items()} == {
        "https://good.example/": "yes",
        "https://bad.example/": "no",
        "bad one": "no",
    }


def test_what_nobody_foresaw_is_raised() -> None:
    def get(address: str) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(each(["https://good.example/"], get))
