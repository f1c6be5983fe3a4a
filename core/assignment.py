"""Who annotates which articles of a dataset: dealt out with a share that several do, kept in the folder.

``danqian-assignment.json`` lists for each annotator the articles by name. Articles that came later are
nobody's until they are dealt out; dealing out again leaves those that have been as they are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from core.errors import BadRequest, FileUnreadable, SaveFailed
from core.files.safe_files import replace_file
from core.sidecar import checked_annotator

FILE = "danqian-assignment.json"


@dataclass(frozen=True, slots=True)
class Assignment:
    """The articles of each annotator.

    ``is_blind`` asks that nobody sees suggestions before the own first pass, nor a colleague's marks.
    """

    articles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overlap: float = 0.0
    seed: int = 0
    is_blind: bool = False

    def annotators_of(self, article: str) -> tuple[str, ...]:
        """Who is to annotate an article."""
        return tuple(name for name, articles in self.articles.items() if article in articles)

    @property
    def shared(self) -> int:
        """How many articles more than one annotates."""
        counts = Counter(article for articles in self.articles.values() for article in articles)
        return sum(count > 1 for count in counts.values())


def assign(
    articles: Iterable[str],
    annotators: Sequence[str],
    *,
    overlap: float = 0.0,
    seed: int = 0,
    before: Assignment | None = None,
    is_blind: bool = False,
) -> Assignment:
    """Deal ``articles`` out evenly; a share ``overlap`` (0 to 1) goes to two annotators each.

    What was dealt out ``before`` stays. The same arguments give the same result. ``BadRequest`` where that
    cannot be done.
    """
    names = [checked_annotator(name) for name in annotators]
    if not names or not all(names) or len(set(names)) < len(names):
        raise BadRequest(None, "name every annotator, and each once")
    if not 0 <= overlap <= 1:
        raise BadRequest(None, "an overlap is a share from 0 to 1")
    if overlap and len(names) < 2:
        raise BadRequest(None, "an overlap takes two annotators")
    dealt = {name: list(before.articles.get(name, ())) if before else [] for name in names}
    others = {name: tuple(a) for name, a in before.articles.items() if name not in dealt} if before else {}
    known = {article for given in (*dealt.values(), *others.values()) for article in given}
    left = sorted(set(articles) - known)
    random = Random(seed)
    random.shuffle(left)
    shared = round(len(left) * overlap)
    for number, article in enumerate(left):
        for name in _least_loaded(dealt, 2 if number < shared else 1, random):
            dealt[name].append(article)
    made = {name: tuple(sorted(given)) for name, given in dealt.items()}
    return Assignment(others | made, overlap, seed, is_blind)


def read_assignment(folder: Path) -> Assignment | None:
    """What stands in a folder; None where nothing was dealt out. ``FileUnreadable`` where it is broken."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        return _parsed(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise FileUnreadable(path, f"it is no assignment: {error}") from error


def write_assignment(folder: Path, assignment: Assignment) -> None:
    """Keep it in the folder, an article a line so that differences read well."""
    table = {
        "format": "danqian-assignment",
        "version": 1,
        "overlap": assignment.overlap,
        "seed": assignment.seed,
        "blind": assignment.is_blind,
        "articles": {name: list(articles) for name, articles in assignment.articles.items()},
    }
    data = json.dumps(table, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    try:
        replace_file(folder / FILE, data)
    except OSError as error:
        raise SaveFailed(folder / FILE, error.strerror or str(error)) from error


def assignment_for(folder: Path) -> Assignment:
    """The assignment of a folder; an empty one where there is none or it cannot be read."""
    try:
        status = (folder / FILE).stat()
    except OSError:
        return Assignment()
    return _assignment_at(folder, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _assignment_at(folder: Path, time: int, size: int) -> Assignment:
    """The same, read once until the file is another: it is asked for with every edit."""
    try:
        return read_assignment(folder) or Assignment()
    except FileUnreadable:
        return Assignment()


def _least_loaded(dealt: Mapping[str, Sequence[str]], number: int, random: Random) -> list[str]:
    return sorted(dealt, key=lambda name: (len(dealt[name]), random.random()))[:number]


def _parsed(table: Mapping[str, Any]) -> Assignment:
    articles = {str(name): tuple(map(str, given)) for name, given in table["articles"].items()}
    overlap, seed = float(table.get("overlap", 0)), int(table.get("seed", 0))
    return Assignment(articles, overlap, seed, table.get("blind", False) is True)
