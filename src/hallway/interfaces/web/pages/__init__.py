"""A resource a file; each has `ROUTES`, and is found by being here."""
