"""Learning from a person's corrections."""
