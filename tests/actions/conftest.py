"""A web server for those tests that fetch."""

from collections.abc import Iterator

import pytest
from web import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site
