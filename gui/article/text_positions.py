"""Code points and UTF-16 units: Python counts the first, Qt the second.

𠮷 is one code point and two units, so every later place differs. All conversion in the window is here.
"""

from __future__ import annotations

_LAST_OF_ONE_UNIT = "\uffff"


def utf16_length(text: str) -> int:
    """How many UTF-16 units ``text`` takes.

    >>> utf16_length("𠮷野家")
    4
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, place: int) -> int:
    """The place of a code point of ``text``, in UTF-16 units.

    >>> to_utf16("𠮷野家", 1)
    2
    """
    return utf16_length(text[:place])


def to_code_points(text: str, units: int) -> int:
    """The place of a UTF-16 unit of ``text``, in code points; half a pair counts as its beginning.

    >>> to_code_points("𠮷野家", 2), to_code_points("𠮷野家", 1)
    (1, 0)
    """
    if utf16_length(text) == len(text):
        return min(units, len(text))
    for place, sign in enumerate(text):
        units -= 1 + (sign > _LAST_OF_ONE_UNIT)
        if units < 0:
            return place
    return len(text)
