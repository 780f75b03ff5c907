"""What passages mean: vectors, an index over them, and scores that join meaning with words."""
