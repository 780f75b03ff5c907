"""Fetching many pages at once: some at the same time, but only one from any host."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from typing import TypeVar

from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import parse

T = TypeVar("T")
AT_ONCE = 8


def each(
    addresses: Sequence[str], get: Callable[[str], T], at_once: int = AT_ONCE
) -> Iterator[tuple[str, T | FetchProblem]]:
    """Every address with what `get` made of it, in the order in which they come back; those of one host one by one.

    `get` runs in other threads; what it raises besides FetchProblem is raised here. Leaving early starts nothing more.
    """
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        hosts[_host(address)].append(address)
    done: Queue[tuple[str, T | FetchProblem | BaseException]] = Queue()
    stopped = False

    def visit(some: list[str]) -> None:
        for address in some:
            if stopped:
                return
            try:
                done.put((address, get(address)))
            except BaseException as error:
                done.put((address, error))

    with ThreadPoolExecutor(at_once, thread_name_prefix="fetching") as pool:
        for some in hosts.values():
            pool.submit(visit, some)
        try:
            for _ in range(sum(map(len, hosts.values()))):
                address, result = done.get()
                if isinstance(result, BaseException) and not isinstance(result, FetchProblem):
                    raise result
                yield address, result
        finally:
            stopped = True


def _host(address: str) -> str:
    try:
        return parse(address).host
    except FetchProblem:
        return ""
