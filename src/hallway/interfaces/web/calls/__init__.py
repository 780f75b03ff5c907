"""The operations of the JSON API; each hands its question on to one action or query."""
