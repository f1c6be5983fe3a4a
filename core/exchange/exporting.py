"""An export whole: the files of a format, if it is divided for each part, and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from core.document import Document
from core.exchange.format import FolderFormat, Format, Losses, Parts, Wanted, WrittenFile
from core.exchange.provenance import NAME, JsonObject, Provenance
from core.exchange.splitting import Divisible
from core.near_duplicates import signature_of_article


def exported_folder(
    format_: Format | FolderFormat,
    parts: Parts,
    wanted: Wanted,
    losses: Losses,
    split: JsonObject | None = None,
) -> Iterator[WrittenFile]:
    """The files of a folder: of a format of one file there is one for each part."""
    provenance = Provenance()
    counted = {part: provenance.documents(documents, wanted, part) for part, documents in parts.items()}
    for name, pieces in _files(format_, counted, wanted, losses):
        yield name, provenance.file(name, pieces)
    yield NAME, [provenance.told(format_.name, wanted, losses, split)]


def divisible(name: str, document: Document, wanted: Wanted) -> Divisible:
    """What is asked of an article to divide a set of them."""
    labels = Counter(mark.label for mark in wanted.marks(document))
    return Divisible(name, labels, signature_of_article(document))


def _files(
    format_: Format | FolderFormat, parts: Parts, wanted: Wanted, losses: Losses
) -> Iterable[WrittenFile]:
    if isinstance(format_, FolderFormat):
        return format_.write(parts, wanted, losses)
    return (
        (f"{part}{format_.suffix}", format_.write(documents, wanted, losses))
        for part, documents in parts.items()
    )
