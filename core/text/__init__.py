"""Texts as rows of code points: spans, replacements with a map of places, finding, comparing."""
