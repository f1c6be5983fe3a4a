"""Recognition: text and structure to mentions with values."""
