"""How long a server wants to be left alone."""

from datetime import UTC, datetime

import pytest

from hallway.fetching.politeness import DAY, MOST, after_failures, fresh_for, retry_after

NOW = datetime(2015, 10, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999", MOST),
        ("Tue, 06 Oct 2015 12:10:00 GMT", 600),
        ("Tue, 06 Oct 2015 11:00:00 GMT", 0),
        ("Fri, 06 Oct 2045 12:00:00 -0000", MOST),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: int | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "public, max-age=1800"}, 1800),
        ({"cache-control": "max-age=1800", "age": "800"}, 1000),
        ({"cache-control": "max-age=31536000"}, DAY),
        ({"cache-control": "no-cache, max-age=1800"}, 0),
        ({"date": "Tue, 06 Oct 2015 12:00:00 GMT", "expires": "Tue, 06 Oct 2015 13:00:00 GMT"}, 3600),
        ({"date": "Tue, 06 Oct 2015 12:00:00 GMT", "expires": "0"}, 0),
        ({"date": "Tue, 06 Oct 2015 12:00:00", "expires": "Tue, 06 Oct 2015 13:00:00 GMT"}, 0),
    ],
)
def test_fresh_for(headers: dict[str, str], seconds: int) -> None:
    assert fresh_for(headers) == seconds


def test_after_failures() -> None:
    assert [after_failures(n) for n in (0, 1, 2, 3, 4, 50)] == [0, 0, 600, 1200, 2400, DAY]
