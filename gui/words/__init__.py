"""What the window says: languages, errors in words, names of labels, marks and repairs."""
