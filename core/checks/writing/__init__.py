"""Questions about the writing itself: wrong words, signs, numerals, units, terms, leftovers of damage."""
