"""What lies around the article: rows at the top and the bottom, panels at the sides, the start page."""
