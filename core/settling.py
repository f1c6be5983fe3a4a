"""Adjudication on the disk: which articles have differences, and the three sidecars of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from core.adjudication import Adjudication, begin, result_of
from core.agreement import has_begun
from core.annotators import documents_of, files_below, sidecars_below
from core.dataset import natural_key
from core.document import Document
from core.edits import Author
from core.errors import BadRequest, SidecarChanged, UserError
from core.sidecar import digest_of, save, sidecar_path, stored_in


@dataclass(frozen=True, slots=True)
class Settled:
    """Whose marks of which folder are made into whose."""

    folder: Path
    one: str | None
    other: str | None
    third: str

    def target(self, name: str) -> Path:
        """The third sidecar of an article."""
        return sidecar_path(self.folder / name, self.third)


@dataclass(frozen=True, slots=True)
class Opened:
    """The work on an article: what was decided, the third document, and the digest of its sidecar."""

    name: str
    adjudication: Adjudication
    third: Document | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """How many differences an article has, and how many of them are open."""

    name: str
    open_count: int
    total: int


def extents(work: Settled) -> Iterator[Extent]:
    """The articles with differences; those that one has not begun, or that cannot be read, are left out."""
    articles = files_below(work.folder)
    sidecars = sidecars_below(work.folder, articles)
    for name in sorted(sidecars, key=natural_key):
        try:
            opened = open_article(work, name)
        except UserError:
            continue
        if opened and opened.adjudication.differences:
            state = opened.adjudication
            yield Extent(name, state.open_count, len(state.differences))


def open_article(work: Settled, name: str) -> Opened | None:
    """An article's work; None where not both have begun it, or have different texts of it.

    ``BadRequest`` where the third sidecar holds work that is no adjudication.
    """
    target = work.target(name)
    found = _documents(work, name)
    one, other = found.get(work.one), found.get(work.other)
    if not one or not other or one.text != other.text or not (has_begun(one) and has_begun(other)):
        return None
    digest = digest_of(target)
    third = stored_in(target) if digest else None
    if third and (third.history or has_begun(third)) and not third.adjudication:
        raise BadRequest(target, "it holds other work: give the result another name")
    if third and third.text != one.text:
        raise BadRequest(target, "its text is another: remove it, or give the result another name")
    return Opened(name, begin(one, other, third), third, digest)


def save_result(work: Settled, opened: Opened, state: Adjudication, by: Author) -> Opened:
    """Write what ``state`` says into the third sidecar, as it was ``opened`` or last saved.

    What somebody did to that file meanwhile is taken in. ``SaveFailed`` as ``sidecar.save``, errors as
    ``open_article`` where the file holds something else now.
    """
    try:
        return _saved(work, opened, state, by)
    except SidecarChanged:
        again = open_article(work, opened.name)
        if again is None:
            raise
        return _saved(work, again, state, by)


def _saved(work: Settled, opened: Opened, state: Adjudication, by: Author) -> Opened:
    third = result_of(state, by, opened.third)
    digest = save(third, work.target(opened.name), expected=opened.digest)
    return replace(opened, adjudication=state, third=third, digest=digest)


def _documents(work: Settled, name: str) -> dict[str | None, Document]:
    """What the two have, from where it usually is, else from whichever file says so inside."""
    paths = {who: sidecar_path(work.folder / name, who) for who in (work.one, work.other)}
    if all(path.exists() for path in paths.values()):
        found = documents_of(paths.values())
        if found.keys() >= paths.keys():
            return found
    folder = (work.folder / name).parent
    below = sidecars_below(folder, files_below(folder))
    return documents_of(below.get(Path(name).name, ()))
