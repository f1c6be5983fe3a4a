"""What an office keeps for its articles: terms, people and their posts, questions settled for good.

Three files in a folder, or in one above it, hold for every article below; the nearest of each counts. A
person writes the first two, the program the third.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.errors import FileUnreadable
from core.house.elsewhere import Elsewhere
from core.house.people import Official, parse_people
from core.house.settled import SettledQuestion, as_text, parse_settled
from core.house.terms import Term, parse_terms
from core.safe_files import write_whole

TERMS, PEOPLE, SETTLED = "danqian-terms.txt", "danqian-people.txt", "danqian-settled.txt"


@dataclass(frozen=True, slots=True)
class House:
    """The lists that hold for an article, and what other articles of its folder say."""

    terms: tuple[Term, ...] = ()
    people: tuple[Official, ...] = ()
    settled: tuple[SettledQuestion, ...] = ()
    elsewhere: Elsewhere = field(default_factory=Elsewhere)


NO_HOUSE = House()


def house_for(article: Path) -> House:
    """The lists of an article's folder and those above; ``FileUnreadable`` where one cannot be read."""
    files = (nearest(article, name) for name in (TERMS, PEOPLE, SETTLED))
    terms, people, settled = (read_list(file) if file else "" for file in files)
    return House(parse_terms(terms), parse_people(people), parse_settled(settled))


def remember(article: Path, settled: SettledQuestion) -> None:
    """Keep a question as settled, in the file that holds for the article or else in its folder.

    ``FileUnreadable`` where that file cannot be read, an ``OSError`` where it cannot be written.
    """
    file = nearest(article, SETTLED) or article.absolute().parent / SETTLED
    known = parse_settled(read_list(file)) if file.exists() else ()
    write_whole(file, [as_text((*known, settled)).encode()])


def nearest(article: Path, name: str) -> Path | None:
    """The nearest file of that name in the article's folder or above; None without any."""
    folders = article.absolute().parents
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def read_list(file: Path) -> str:
    """The words of a list; ``FileUnreadable`` where it cannot be read."""
    try:
        return file.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise FileUnreadable(file, error.strerror or str(error)) from error
