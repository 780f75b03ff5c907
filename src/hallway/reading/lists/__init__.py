"""Lists of names: what their headings say of everybody below them, and names that only stand in a list."""
