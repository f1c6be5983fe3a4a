"""What is remembered of an article that was open before: its title, where it is from, what waits in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in


@dataclass(frozen=True, slots=True)
class Recollection:
    """An article by its sidecar. ``waiting`` counts unreviewed marks; None where it was never annotated."""

    path: Path
    title: str
    publisher: str = ""
    day: str = ""
    waiting: int | None = None


def recollect(article: Path, annotator: str | None = None) -> Recollection:
    """What an annotator's sidecar says of ``article``; without one that can be read, only its name."""
    try:
        target = sidecar_path(article, annotator)
        if not target.exists():
            return Recollection(article, article.name)
        document = stored_in(target)
    except (UserError, OSError):
        return Recollection(article, article.name)
    known = document.article
    waiting = sum(mark.status == "auto" for mark in document.annotations)
    return Recollection(
        article, known.title or article.name, known.publisher or "", (known.published or "")[:10], waiting
    )
