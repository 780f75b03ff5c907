"""What all kinds of cards have in common: properties → facts, and a person → properties."""
