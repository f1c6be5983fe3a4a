"""Punctuation that the chain folded to half-width, and where it stays so."""

from __future__ import annotations

import re
from collections.abc import Iterator

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}

_ADDRESS = re.compile(
    r"""
    (?:https?|ftp)://[!-~]+ | www\.[!-~]+
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+
    | (?<![A-Za-z0-9.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.(?:com|cn|net|org|gov|edu)\b[!-~]*
    """,
    re.ASCII | re.VERBOSE,
)
_SIGN = re.compile(r"[,:;?!()]")
_LATIN = re.compile(r"[!-~]")


def find_folded(text: str) -> Iterator[int]:
    """Places of punctuation that was full-width before the chain.

    It stays half-width inside a number, a time, an address or a run of Latin words.

    >>> text = "来源:新华网,1,000人(约8:30)QQ(992)"
    >>> "".join(text[place] for place in find_folded(text))
    ':,()'
    """
    kept = {place for address in _ADDRESS.finditer(text) for place in range(*address.span())}
    kept |= _brackets_to_keep(text)
    for sign in _SIGN.finditer(text):
        place = sign.start()
        if place not in kept and (sign[0] in "()" or not _is_inside_latin(text, place)):
            yield place


def _is_inside_latin(text: str, place: int) -> bool:
    """Whether Latin letters or digits stand on both sides, with at most a space after the sign."""
    before, after = text[place - 1 : place], text[place + 1 : place + 3]
    if not _is_word(before):
        return False
    return _is_word(after[:1]) or (after[:1] == " " and _is_word(after[1:]) and not after[1:].isdigit())


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _brackets_to_keep(text: str) -> set[int]:
    """Pairs behind a Latin word that hold nothing but Latin: QQ(992 5835), f(x)."""
    kept: set[int] = set()
    for pair in re.finditer(r"(?<=[A-Za-z0-9])\([ -'*-~]*\)", text):
        kept |= {pair.start(), pair.end() - 1}
    return kept
