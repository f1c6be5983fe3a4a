"""The word lists of the name rules, from ``resources/lexicons``, as patterns."""

from __future__ import annotations

import re
from functools import cache

from core import assets
from core.language.lexicon import read_rows


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of ``names.toml``, the longest first."""
    listed = assets.load_toml("lexicons/names.toml")[name].split()
    return tuple(sorted(dict.fromkeys(listed), key=lambda word: (-len(word), word)))


@cache
def word_set(name: str) -> frozenset[str]:
    """The same list, to ask whether it holds a word."""
    return frozenset(words(name))


@cache
def any_of(name: str) -> str:
    """The same list as an alternation of a regular expression."""
    return "(?:" + "|".join(map(re.escape, words(name))) + ")"


@cache
def surnames() -> str:
    """Family names as an alternation, double ones first; the rest are a set of characters, which is fast."""
    listed = {name for row in read_rows("surnames.txt") for name in row[0].split()}
    double = "|".join(sorted(name for name in listed if len(name) > 1))
    return f"(?:{double}|[{''.join(sorted(name for name in listed if len(name) == 1))}])"


@cache
def foreign_letters() -> frozenset[str]:
    """The characters that write foreign and minority names."""
    return frozenset(words("transliteration")[0])


@cache
def suffix() -> re.Pattern[str]:
    """An organization's (group ``organization``; of one character ``letter``) or a place's last word."""
    letter = f"(?P<letter>{any_of('organization_letters')})"
    organization = f"(?P<organization>{any_of('organization_suffixes')}|{letter})"
    return re.compile(f"{organization}|{any_of('place_suffixes')}")


def ends_as_organization(words: str) -> bool:
    """Whether the last word of a name is an institution's.

    >>> ends_as_organization("同济大学"), ends_as_organization("江铃")
    (True, False)
    """
    endings = (found for found in suffix().finditer(words) if found.end() == len(words))
    return any(found["organization"] for found in endings)


@cache
def industry() -> re.Pattern[str]:
    """What a company does, behind a word of its own."""
    return re.compile(any_of("industry_words"))


@cache
def event() -> re.Pattern[str]:
    """What makes a place before it part of an event's, dialect's or dish's name."""
    return re.compile(f"(?:国际|全国)?{any_of('event_followers')}")


@cache
def saying() -> re.Pattern[str]:
    """A set phrase that only sounds like a place."""
    return re.compile(any_of("sayings"))


@cache
def separator() -> re.Pattern[str]:
    """Space, or a word that separates two names."""
    return re.compile(rf"\s+|{any_of('breaks')}")


@cache
def leading_word() -> re.Pattern[str]:
    """A word in front of a name that is not part of it."""
    return re.compile(any_of("leading_words"))


@cache
def outside_at_end() -> re.Pattern[str]:
    """A word of two characters or more that does not belong to a name, at the end of a stretch."""
    return re.compile("(?:" + "|".join(word for word in words("outside_words") if len(word) > 1) + ")$")


@cache
def level_word() -> re.Pattern[str]:
    """A word that begins with the sign of an administrative level but is no name (市民, 县城)."""
    return re.compile(any_of("level_words"))


@cache
def class_word() -> re.Pattern[str]:
    """A word for a class of things or places (城中村)."""
    return re.compile(any_of("class_words"))


@cache
def office_at_end() -> re.Pattern[str]:
    """An office or part that ends a stretch."""
    return re.compile(any_of("offices") + "$")


@cache
def office_at_start() -> re.Pattern[str]:
    """An office or part that begins a stretch."""
    return re.compile(any_of("offices"))
