"""Pages that take the place of the article: agreement, differences, statistics."""
