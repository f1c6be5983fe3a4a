"""An export whole: the files of a format, if it is divided for each part, and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from core.document import Document
from core.exchange.format import FolderFormat, Format, Losses, Parts, Wanted, WrittenFile
from core.exchange.provenance import NAME, JsonObject, Provenance
from core.exchange.splitting import Divisible, Split, divide
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


def exported_file(
    format_: Format, documents: Iterable[Document], wanted: Wanted, losses: Losses, name: str
) -> tuple[Iterator[bytes], Callable[[], bytes]]:
    """The pieces of a file called ``name``, and, once they have gone by, where they come from."""
    provenance = Provenance()
    pieces = format_.write(provenance.documents(documents, wanted), wanted, losses)
    return provenance.file(name, pieces), lambda: provenance.told(format_.name, wanted, losses)


def divided(
    found: Iterable[tuple[str, Document]],
    load: Callable[[str], Document],
    shares: Mapping[str, float],
    seed: int,
    wanted: Wanted,
) -> tuple[Split, Parts]:
    """The documents in parts.

    They are gone through once to divide them, and loaded again part by part: they are never all in memory.
    """
    split = divide((_divisible(name, document, wanted) for name, document in found), shares, seed)
    members: dict[str, list[str]] = {part: [] for part in shares}
    for name, part in split.parts.items():
        members[part].append(name)
    return split, {part: map(load, names) for part, names in members.items()}


def _divisible(name: str, document: Document, wanted: Wanted) -> Divisible:
    """What is asked of an article to divide a set of them."""
    labels = Counter(mark.label for mark in wanted.marks(document))
    return Divisible(name, labels, signature_of_article(document.text, document.article.blocks))


def _files(
    format_: Format | FolderFormat, parts: Parts, wanted: Wanted, losses: Losses
) -> Iterable[WrittenFile]:
    if isinstance(format_, FolderFormat):
        return format_.write(parts, wanted, losses)
    return (
        (f"{part}{format_.suffix}", format_.write(documents, wanted, losses))
        for part, documents in parts.items()
    )
