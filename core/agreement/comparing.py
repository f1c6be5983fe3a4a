"""Two annotators' sidecars in a folder or two, compared article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.agreement import Compared, compare, has_begun
from core.annotators import Sidecars, documents_of, files_below, sidecars_below
from core.dataset import natural_key
from core.document import Document
from core.errors import BadRequest, UserError

UNNAMED = "-"
"""The annotator whose sidecars have no name."""

Documents = Mapping[str | None, Document]


@dataclass(frozen=True, slots=True)
class Alone:
    """An article that only one of the two has marked or begun, or that cannot be compared: why."""

    name: str
    error: UserError | None = None


def compared_in(
    folders: Sequence[Path], annotators: Sequence[str | None] | None = None, *, unseen: bool = False
) -> Iterator[Compared | Alone]:
    """The articles of a folder, or of two that have the same ones.

    ``annotators`` are whose marks are compared, of the first folder and of the last; None takes the two that
    there are, and ``BadRequest`` lists them where there are more. ``unseen`` is as in ``compare``.
    """
    for name, sidecars in _by_article(folders):
        try:
            found = [documents_of(of_folder.get(name, ())) for of_folder in sidecars]
        except UserError as error:
            yield Alone(name, error)
            continue
        pair = _chosen(found, annotators) if annotators else _only(found)
        if pair and pair[0].text != pair[1].text:
            yield Alone(name, BadRequest(folders[0] / name, "the two have different texts of it"))
        elif not pair or not (unseen or all(map(has_begun, pair))):
            yield Alone(name)
        else:
            yield compare(name, *pair, unseen=unseen)


def shown(name: str | None) -> str:
    """An annotator's name, a dash for who has none."""
    return name or UNNAMED


def names_of(compared: Iterable[Compared], folders: Sequence[Path]) -> tuple[str, str]:
    """What the two are called: by name, or by folder where both have the same."""
    pairs = {article.annotators for article in compared}
    if len(pairs) > 1:
        raise _too_many(name for pair in pairs for name in pair)
    [(one, other)] = pairs
    return (shown(one), shown(other)) if one != other else (str(folders[0]), str(folders[-1]))


def _by_article(folders: Sequence[Path]) -> Iterator[tuple[str, list[Sidecars]]]:
    articles = frozenset[str]().union(*map(files_below, folders))
    sidecars = [sidecars_below(folder, articles) for folder in folders]
    for name in sorted(frozenset[str]().union(*sidecars), key=natural_key):
        yield name, sidecars


def _chosen(found: Sequence[Documents], names: Sequence[str | None]) -> tuple[Document, Document] | None:
    """The documents of the two who are named, of the first folder and of the last; None without both."""
    one, other = names
    mine, theirs = found[0].get(one), found[-1].get(other)
    return (mine, theirs) if mine and theirs else None


def _only(found: Sequence[Documents]) -> tuple[Document, Document] | None:
    """The documents of the two that there are: in one folder, or one in each; None without both."""
    expected = 2 // len(found)
    if any(len(documents) > expected for documents in found):
        raise _too_many(name for documents in found for name in documents)
    pair = [documents[name] for documents in found for name in sorted(documents, key=shown)]
    return (pair[0], pair[1]) if len(pair) == 2 else None


def _too_many(names: Iterable[str | None]) -> BadRequest:
    listed = ", ".join(sorted(set(map(shown, names))))
    return BadRequest(None, f"annotated by {listed}: choose two with --annotators")
