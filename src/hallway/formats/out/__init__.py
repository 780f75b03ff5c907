"""What leaves: one file a format, found by being there."""
