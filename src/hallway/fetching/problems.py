"""Why nothing came back."""

from __future__ import annotations


class FetchProblem(Exception):
    """Nothing usable came back; the message says what happened and what to do, without the address.

    `gone`: the server says that there will never be anything there again. `wait`: the seconds for which it wants to be left
    alone, where it says so.
    """

    def __init__(self, message: str, gone: bool = False, wait: int | None = None) -> None:
        super().__init__(message)
        self.gone = gone
        self.wait = wait
