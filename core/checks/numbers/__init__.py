"""Questions about numbers: told twice, reckoned from one another, or held against a whole."""
