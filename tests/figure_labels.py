"""What figures are about, labelled by reading: the articles of `tests/data/figures`, and how rows are scored.

A file is the article's date, its text, a line of four hyphens, and one line for each labelled figure: its
quote (``#2`` for the second one), subject, predicate, comparison, holder and time, divided by tabs. A slash
divides what is right alike (an arrow stands for one within a range of time); a hyphen is an empty column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.figures import FigureRow, figures
from core.files.source import source_of
from core.pipeline import annotate

FOLDER = Path(__file__).parent / "data" / "figures"
ASPECTS = ("subject", "predicate", "comparison", "holder", "timex")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled figure: where it is, and what each column may hold ("" for nothing)."""

    article: str
    quote: str
    occurrence: int
    right: tuple[frozenset[str], ...]


def read_labelled(path: Path) -> tuple[str, list[Labelled]]:
    """The text of a file and its labelled figures."""
    text, _, rows = path.read_text(encoding="utf-8").partition("\n----\n")
    return text, [_labelled(path.stem, row) for row in rows.splitlines()]


def _labelled(article: str, row: str) -> Labelled:
    quote, *columns = row.split("\t")
    quote, _, occurrence = quote.partition("#")
    return Labelled(article, quote, int(occurrence or 1), tuple(map(_alternatives, columns)))


def _alternatives(column: str) -> frozenset[str]:
    return frozenset("" if each == "-" else each.replace("→", "/") for each in column.split("/"))


def compared(path: Path) -> Iterator[tuple[Labelled, FigureRow | None]]:
    """Each labelled figure with its row; None where it was not found."""
    text, labelled = read_labelled(path)
    rows = figures(annotate(source_of(text.encode(), path.name)))
    for each in labelled:
        found = [row for row in rows if row.quote == each.quote]
        yield each, found[each.occurrence - 1] if len(found) >= each.occurrence else None


@dataclass(frozen=True, slots=True)
class AspectScore:
    """One column: what was right and wrong of what was said, and what was left out."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """The share of what had to be said that was said rightly."""
        return self.right / (self.right + self.missed or 1)


def score_aspects(folder: str) -> tuple[dict[str, AspectScore], list[str]]:
    """Every column's score over a folder, and what differs in words."""
    counts: dict[str, Counter[str]] = {aspect: Counter() for aspect in ASPECTS}
    notes: list[str] = []
    for path in sorted((FOLDER / folder).glob("*.txt")):
        for labelled, row in compared(path):
            for aspect, right in zip(ASPECTS, labelled.right, strict=True):
                said = getattr(row, aspect) if row else ""
                outcome = _outcome(said, right)
                counts[aspect][outcome] += 1
                if outcome in ("wrong", "missed"):
                    wanted = "/".join(sorted(right))
                    notes.append(
                        f"{aspect} {outcome}: {path.stem[:2]} {labelled.quote}: {said!r}, not {wanted!r}"
                    )
    scores = {
        aspect: AspectScore(each["right"], each["wrong"], each["missed"]) for aspect, each in counts.items()
    }
    return scores, notes


def _outcome(said: str, right: frozenset[str]) -> str:
    if said:
        return "right" if said in right else "wrong"
    return "empty" if "" in right else "missed"
