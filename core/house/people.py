"""The list of people and their posts that an office keeps, in the order in which they are named."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:[-.年/](\d{1,2}))?(?:[-.月/](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Official:
    """A post that a person holds from one day to another, both counted; ``2021`` or ``2021-03-08``.

    An empty day is open. ``rank`` is the place in the order of naming.
    """

    name: str
    post: str
    since: str = ""
    until: str = ""
    rank: int = 0

    def holds_at(self, day: str) -> bool:
        """Whether the post is held on a day, as far as the dates are told.

        >>> Official("陈健", "县长", "2021-03", "2024").holds_at("2022-01-05")
        True
        >>> Official("陈健", "县长", "2021-03", "2024").holds_at("2025-01-05")
        False
        """
        has_begun = not self.since or self.since <= day
        return has_begun and (not self.until or day[: len(self.until)] <= self.until)


def parse_people(text: str) -> tuple[Official, ...]:
    r"""The people of a list: a line each with name, post, from, to between tabs; # begins a comment.

    The order of the lines is the order of naming.

    >>> [(o.name, o.post, o.since, o.until) for o in parse_people("# 县领导\n李红梅\t县委书记\t2021-03\n")]
    [('李红梅', '县委书记', '2021-03', '')]
    """
    officials: list[Official] = []
    for line in text.splitlines():
        name, post, since, until = _cells(line)
        if name and post:
            officials.append(Official(name, post, _day(since), _day(until), len(officials)))
    return tuple(officials)


def misread_people(text: str) -> tuple[int, ...]:
    r"""The lines of a list, counted from 1, that say something and are no person with a post.

    >>> misread_people("# 县领导\n李红梅\t县委书记\n\n陈健 县长\n")
    (4,)
    """
    cells = (_cells(line) for line in text.splitlines())
    return tuple(n for n, (name, post, *_) in enumerate(cells, 1) if (name or post) and not (name and post))


def _cells(line: str) -> tuple[str, str, str, str]:
    """Name, post, from and to; all empty in a comment."""
    cells = [] if line.startswith("#") else [cell.strip() for cell in line.split("\t")]
    name, post, since, until, *_ = (*cells, "", "", "", "")
    return name, post, since, until


def _day(words: str) -> str:
    found = _DATE.match(words)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else ""
