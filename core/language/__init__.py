"""The language itself, whatever the article: numerals, units, the calendar, known names, words, scripts."""
