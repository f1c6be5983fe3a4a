"""A dataset as one annotator has it, written in the format of another tool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.dataset import Dataset
from core.document import Document
from core.errors import BadRequest, SaveFailed, UserError
from core.exchange import FOLDER_FORMATS, FORMATS, WHOLE, Losses, Parts, Wanted
from core.exchange.exporting import divided, exported_file, exported_folder
from core.exchange.format import some
from core.exchange.provenance import SUFFIX, told_of_split
from core.files.safe_files import is_there, replace_file, write_folder, write_whole
from core.sidecar import stored_in, under_name


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: a format, which marks, what a token is, and the shares of parts, none for no parts."""

    form: str
    wanted: Wanted = field(default_factory=Wanted)
    shares: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether what is written is a folder."""
        return bool(self.shares) or self.form in FOLDER_FORMATS


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of an export: how many articles, in which parts, what was left out, and what failed."""

    articles: int
    parts: Mapping[str, int]
    left_out: Mapping[str, int]
    failed: tuple[str, ...] = ()


def export_dataset(dataset: Dataset, order: Order, target: Path) -> Exported:
    """Write the articles that the annotator has sidecars of; whole or not at all."""
    failed: list[str] = []
    losses = Losses()
    count: Counter[str] = Counter()

    def counted(part: str, documents: Iterator[Document]) -> Iterator[Document]:
        for document in documents:
            count[part] += 1
            yield document

    if not any(is_there(dataset.sidecar(name)) for name in dataset.names()):
        raise BadRequest(dataset.folder, "there are no annotations to export")
    split = None
    if order.shares:
        found = _found(dataset, failed)
        dealt, parts = divided(
            found, lambda name: _stored(dataset, name), order.shares, order.seed, order.wanted
        )
        split = told_of_split(dealt, order.shares, order.seed)
    else:
        parts = {WHOLE: (document for _, document in _found(dataset, failed))}
    watched: Parts = {part: counted(part, iter(documents)) for part, documents in parts.items()}
    try:
        if order.is_folder:
            format_ = FOLDER_FORMATS.get(order.form) or FORMATS[order.form]
            write_folder(target, exported_folder(format_, watched, order.wanted, losses, split))
        else:
            _write_file(order, watched[WHOLE], losses, target)
    except FileExistsError as error:
        raise BadRequest(target, error.strerror or str(error)) from error
    except OSError as error:
        raise SaveFailed(target, error.strerror or str(error)) from error
    return Exported(count.total(), dict(count) if order.shares else {}, some(losses), tuple(failed))


def _write_file(order: Order, documents: Iterable[Document], losses: Losses, target: Path) -> None:
    pieces, told = exported_file(FORMATS[order.form], documents, order.wanted, losses, target.name)
    write_whole(target, pieces)
    replace_file(target.with_name(target.name + SUFFIX), told())


def _found(dataset: Dataset, failed: list[str]) -> Iterator[tuple[str, Document]]:
    for name in dataset.names():
        if not is_there(dataset.sidecar(name)):
            continue
        try:
            document = _stored(dataset, name)
        except UserError:
            failed.append(name)
        else:
            yield name, document


def _stored(dataset: Dataset, name: str) -> Document:
    return under_name(stored_in(dataset.sidecar(name)), dataset.path(name).name)
