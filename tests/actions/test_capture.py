"""When a capture was made."""

from datetime import UTC, date, datetime

from hallway.actions.capture import day_made

NOON = datetime(2026, 5, 30, 12, tzinfo=UTC)
HOUR = 3_600_000


def test_the_day_is_right_however_wrong_the_clock() -> None:
    true = NOON.timestamp() * 1000
    for skew in (0, -10 * 365 * 24 * HOUR, 10 * 365 * 24 * HOUR):
        assert day_made(true + skew - 50 * HOUR, true + skew, 0, NOON) == date(2026, 5, 28)
    assert day_made(true, true, -13 * 60, NOON) == date(2026, 5, 31)
    assert day_made(true, true, 13 * 60, NOON) == date(2026, 5, 29)
    assert day_made(true + HOUR, true, 0, NOON) == NOON.date()
    for nonsense in (None, "x", True, float("nan"), float("inf"), 10**400):
        assert day_made(nonsense, true, 0, NOON) == NOON.date()
