"""Dates in English words, as the command line shows them."""

from __future__ import annotations

from hallway.model.dates import ENGLISH, Dates

_DATES = Dates(ENGLISH)
when, held, within, period, short = _DATES.when, _DATES.held, _DATES.within, _DATES.period, _DATES.short
