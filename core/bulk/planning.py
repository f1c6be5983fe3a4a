"""What an act means for each article of a dataset: the sidecars that it changes, or why it can't."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from core import pipeline
from core.bulk.acting import Act, perform
from core.bulk.decisions import Decision, follow
from core.bulk.journal import Change
from core.dataset.searching import Found
from core.document import FINISHED, Document
from core.edits import Author
from core.errors import SidecarTooNew, SourceChanged, UserError
from core.files.safe_files import is_there, real_path
from core.files.source import Source, read_source
from core.house import NO_HOUSE, house_for
from core.schemes import Scheme, scheme_for
from core.sidecar import encode, is_sidecar, load_data, merge, sidecar_path
from core.sidecar.fields import Malformed
from core.sidecar.opening import read_sidecar
from core.sidecar.parsing import parse

Edit = Callable[[Document, Scheme], tuple[Document, int]]
"""What an act makes of a document, and on how many places it acted."""


@dataclass(slots=True)
class Plan:
    """Counts while it is worked out: places acted on, places that are gone, articles that could not be."""

    places: int = 0
    missed: int = 0
    problems: list[UserError] = field(default_factory=list)


def plan(folder: Path, chosen: Iterable[Found], act: Act, by: Author, told: Plan) -> Iterator[Change]:
    """The changes of an act on places that were found in a folder, an article at a time.

    Sidecars are ``by.name``'s; an article that has none is annotated first. What is not where it was found
    any more is left and counted in ``told``; so is an article that cannot be opened as it was.
    """
    for article in chosen:
        edit = partial(_acted, act=act, article=article, by=by)
        if (made := _of_article(folder / article.name, edit, by, told)) is None:
            continue
        change, done = made
        told.missed += len(article.places) - done
        if change:
            yield change


def spread(
    folder: Path, names: Iterable[str], decisions: Iterable[Decision], by: Author, told: Plan, here: str = ""
) -> Iterator[tuple[Change | None, dict[Decision, int]]]:
    """What decisions of one article, ``here``, mean for each: its change, and on how many places each acts.

    Another article that is finished is left as it is.
    """
    decisions = tuple(decisions)
    for name in names:
        counts: dict[Decision, int] = {}
        edit = partial(_followed, decisions=decisions, by=by, counts=counts, is_kept=name != here)
        made = _of_article(folder / name, edit, by, told)
        yield made[0] if made else None, counts


def undone(path: Path, before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
    """A sidecar as it is now, without what an act did to it: what was done since stays.

    What may stand beside what comes back, its folder's scheme says; ``SchemeBroken`` where that is not valid.
    Of an article that the act annotated on the way, what was recognized stays too. A file of another kind, a
    scheme, that was changed since stays as it is.
    """
    if after is None or now is None or not is_sidecar(path):
        return now
    try:
        base, current = (parse(data).document for data in (after, now))
        target = _recognized(path, base) if before is None else parse(before).document
    except Malformed:
        return now
    return encode(merge(base, target, current, nesting=scheme_for(path).nesting).document)


def _recognized(sidecar: Path, document: Document) -> Document:
    """A document as it was before anybody did anything to it."""
    article = sidecar.with_name(document.source.name)
    annotated = pipeline.annotate(read_source(article), scheme=scheme_for(article))
    return replace(annotated, annotator=document.annotator)


def _acted(
    document: Document, scheme: Scheme, *, act: Act, article: Found, by: Author
) -> tuple[Document, int]:
    return perform(document, act, article.places, by, scheme)


def _followed(
    document: Document,
    scheme: Scheme,
    *,
    decisions: Iterable[Decision],
    by: Author,
    counts: dict[Decision, int],
    is_kept: bool,
) -> tuple[Document, int]:
    if is_kept and document.progress.status in FINISHED:
        return document, 0
    changed, found = follow(document, decisions, by, scheme)
    counts |= found
    return changed, sum(found.values())


def _of_article(path: Path, edit: Edit, by: Author, told: Plan) -> tuple[Change | None, int] | None:
    """The change of an article's sidecar and on how many places; None where it could not be: that is told."""
    try:
        scheme, source = scheme_for(path), read_source(path)
        target = real_path(sidecar_path(path, by.name))
        data = read_sidecar(target) if is_there(target) else None
        document = _document(source, target, data, by, scheme)
    except UserError as error:
        told.problems.append(error)
        return None
    changed, done = edit(document, scheme)
    told.places += done
    return (None if changed is document else Change(target, data, encode(changed))), done


def _document(source: Source, target: Path, data: bytes | None, by: Author, scheme: Scheme) -> Document:
    if data is None:
        house = house_for(source.path) if source.path else NO_HOUSE
        return replace(pipeline.annotate(source, scheme=scheme, house=house), annotator=by.name)
    opened = load_data(data, target, source)
    if opened.is_read_only:
        raise SidecarTooNew(target)
    if opened.anchored:
        raise SourceChanged(source.path, "open it in the window to carry its marks over")
    return opened.document
