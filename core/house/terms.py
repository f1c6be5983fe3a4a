"""The words that an office does not print, or prints otherwise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a house does not print; ``instead`` is what it prints, if anything."""

    words: str
    instead: str = ""


def parse_terms(text: str) -> tuple[Term, ...]:
    r"""The terms of a house's list: a word a line, a tab and the word to print instead; # begins a comment.

    >>> parse_terms("# 本报用语\n老百姓\t群众\n绝对第一\n")
    (Term(words='老百姓', instead='群众'), Term(words='绝对第一', instead=''))
    """
    rows = (line.strip().partition("\t") for line in text.splitlines() if line[:1] != "#")
    return tuple(Term(words.strip(), instead.strip()) for words, _, instead in rows if words.strip())
