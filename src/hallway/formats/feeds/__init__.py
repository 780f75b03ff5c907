"""Feeds and pages as they are fetched, and what they come down to: entries."""
