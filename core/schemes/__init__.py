"""Label schemes: which labels there are, how each is called, drawn and typed, and what belongs to a mark.

A dataset brings its own as ``danqian-scheme.toml`` in its folder; every article at or below it follows that.
Articles without one follow the shipped scheme ``news``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.assets import load_text, path_of
from core.errors import FileUnreadable
from core.schemes.model import (
    ATTRIBUTE_KINDS,
    HUES,
    SHAPES,
    ArticleLabelSpec,
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
)
from core.schemes.problems import Problem, problems_of
from core.schemes.reading import load_scheme, scheme_from
from core.schemes.writing import toml_of

__all__ = [
    "ATTRIBUTE_KINDS",
    "GUIDELINES_FILE",
    "HUES",
    "SCHEME_FILE",
    "SHAPES",
    "ArticleLabelSpec",
    "AttributeSpec",
    "LabelSpec",
    "Problem",
    "RelationSpec",
    "Scheme",
    "default_scheme",
    "guidelines_of",
    "load_scheme",
    "problems_of",
    "scheme_file_of",
    "scheme_for",
    "scheme_from",
    "toml_of",
]

SCHEME_FILE = "danqian-scheme.toml"
GUIDELINES_FILE = "danqian-guidelines.md"
"""What a dataset's guidelines are called where the program makes them; any name beside the scheme will do."""


@cache
def default_scheme() -> Scheme:
    """The scheme ``news``."""
    return scheme_from(path_of("schemes/news.toml").read_bytes(), None)


def scheme_file_of(article: Path) -> Path | None:
    """The scheme's file that an article follows, the nearest in its folder or above; None without any."""
    folders = article.absolute().parents
    return next((folder / SCHEME_FILE for folder in folders if (folder / SCHEME_FILE).is_file()), None)


def scheme_for(article: Path) -> Scheme:
    """The scheme that an article follows; ``SchemeBroken`` where its dataset's is not valid."""
    file = scheme_file_of(article)
    return load_scheme(file) if file else default_scheme()


def guidelines_of(scheme: Scheme) -> str:
    """What the scheme's guidelines say, in Markdown; nothing where it has none."""
    if scheme.path is None:
        return load_text(f"guidelines/{scheme.guidelines}")
    if not scheme.guidelines:
        return ""
    file = scheme.path.with_name(scheme.guidelines)
    try:
        return file.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise FileUnreadable(file, error.strerror or str(error)) from error
