"""Where an article's sidecars are."""

from __future__ import annotations

from pathlib import Path

from core.errors import BadRequest

SUFFIX = ".danqian.json"
LONGEST_ANNOTATOR = 32
_NOT_IN_NAMES = frozenset('.<>:"/\\|?*')


def sidecar_path(article: Path, annotator: str | None = None) -> Path:
    """The sidecar beside an article, or a named annotator's.

    >>> sidecar_path(Path("a.txt")).name, sidecar_path(Path("a.txt"), "甲").name
    ('a.txt.danqian.json', 'a.txt.甲.danqian.json')
    """
    middle = f".{checked_annotator(annotator)}" if annotator else ""
    return article.with_name(f"{article.name}{middle}{SUFFIX}")


def checked_annotator(name: str) -> str:
    """The name, if it can be part of a file's name everywhere."""
    if len(name) > LONGEST_ANNOTATOR:
        raise BadRequest(None, f"an annotator's name has at most {LONGEST_ANNOTATOR} characters")
    if name != name.strip() or not name.isprintable() or not _NOT_IN_NAMES.isdisjoint(name):
        forbidden = " ".join(sorted(_NOT_IN_NAMES))
        raise BadRequest(None, f"an annotator's name has no space at its ends and none of {forbidden}")
    return name


def is_sidecar(path: Path) -> bool:
    """Whether a file is a sidecar by its name."""
    return path.name.endswith(SUFFIX)


def sidecars_of(article: Path) -> tuple[Path, ...]:
    """The sidecars that there are of an article: the plain one, then the named ones by name."""
    prefix, plain = f"{article.name}.", sidecar_path(article)
    named = (
        path
        for path in article.parent.iterdir()
        if path.name.startswith(prefix) and is_sidecar(path) and _annotator_in(path.name[len(prefix) :])
    )
    return (*([plain] if plain.exists() else []), *sorted(named))


def article_of(sidecar: Path) -> Path:
    """The article that a sidecar stands beside, by its name and by what is there.

    >>> article_of(Path("a.txt.danqian.json")).name
    'a.txt'
    """
    article = sidecar.with_name(sidecar.name.removesuffix(SUFFIX))
    named = article.with_suffix("")  # less the annotator
    return named if named.exists() and not article.exists() else article


def _annotator_in(rest: str) -> bool:
    """Whether ``rest`` is a name and the suffix; a dot in it would be another article's."""
    name = rest.removesuffix(SUFFIX)
    return name != rest and name != "" and "." not in name
