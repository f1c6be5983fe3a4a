"""Item models of the panels: rows of values, each with the words that a screen reader says."""
