"""What an office keeps for its articles: terms, people and their posts, questions settled for good.

Three files in a folder, or in one above it, hold for every article below; the nearest of each counts. A
person writes the first two, the program the third.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.errors import ExportFailed
from core.files.decoding import decode
from core.files.safe_files import write_whole
from core.files.source import read_bytes
from core.house.elsewhere import Elsewhere
from core.house.people import Official, misread_people, parse_people
from core.house.settled import SettledQuestion, as_text, parse_settled
from core.house.terms import Term, parse_terms

TERMS, PEOPLE, SETTLED = "danqian-terms.txt", "danqian-people.txt", "danqian-settled.txt"


@dataclass(frozen=True, slots=True)
class House:
    """The lists that hold for an article, what other articles of its folder say, and the day of today.

    ``today`` is the day on which the article is checked, None where that is not to matter. ``misread`` are
    the lines of the list of people, counted from 1, that could not be understood.
    """

    terms: tuple[Term, ...] = ()
    people: tuple[Official, ...] = ()
    settled: tuple[SettledQuestion, ...] = ()
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    misread: tuple[int, ...] = ()
    today: date | None = None

    @property
    def has_lists(self) -> bool:
        """Whether the office keeps anything for the article."""
        return bool(self.terms or self.people or self.settled)


NO_HOUSE = House()


def house_for(article: Path) -> House:
    """The lists of an article's folder and those above; a ``UserError`` where one cannot be read."""
    files = (nearest(article, name) for name in (TERMS, PEOPLE, SETTLED))
    terms, people, settled = (read_list(file) if file else "" for file in files)
    misread = misread_people(people)
    return House(parse_terms(terms), parse_people(people), parse_settled(settled), misread=misread)


def remember(article: Path, settled: SettledQuestion) -> None:
    """Keep a question as settled, in the file that holds for the article or else in its folder.

    A ``UserError`` where that file cannot be read or written.
    """
    file = nearest(article, SETTLED) or article.absolute().parent / SETTLED
    known = parse_settled(read_list(file)) if file.exists() else ()
    _write(file, (*known, settled))


def forget(article: Path, settled: SettledQuestion) -> None:
    """Ask a question again in the folder where it was settled; errors as those of ``remember``."""
    file = nearest(article, SETTLED)
    known = parse_settled(read_list(file)) if file else ()
    kept = [each for each in known if each.question_key != settled.question_key]
    if file and len(kept) < len(known):
        _write(file, kept)


def nearest(article: Path, name: str) -> Path | None:
    """The nearest file of that name in the article's folder or above; None without any."""
    folders = article.absolute().parents
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def read_list(file: Path) -> str:
    """The words of a list, whichever encoding it was saved in; a ``UserError`` where it cannot be read."""
    return decode(read_bytes(file)).text


def _write(file: Path, settled: Iterable[SettledQuestion]) -> None:
    try:
        write_whole(file, [as_text(settled).encode()])
    except OSError as error:
        raise ExportFailed(file, error.strerror or str(error)) from error
