"""The article as it is read: its lines, its marks painted under the text, and what the pointer does."""
