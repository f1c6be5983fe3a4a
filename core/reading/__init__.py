"""Readers: the file kinds that an article comes in, each to plain source text."""
