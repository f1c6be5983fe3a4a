"""What the annotated articles of a folder say of names and figures, to hold one against the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from core.checks.neighbors import facts_of
from core.dataset import Dataset
from core.errors import UserError
from core.house.elsewhere import Elsewhere, Facts, gathered
from core.sidecar import stored_in


@dataclass(frozen=True, slots=True)
class Stored:
    """What a sidecar says, and how its files looked when it was read."""

    stamp: str
    facts: Facts


Neighborhood = Mapping[str, Stored]
"""The articles of a folder that have been annotated, by name."""


def read_neighborhood(
    dataset: Dataset, known: Neighborhood, advanced: Callable[[int, int], None]
) -> Neighborhood:
    """The articles of a folder; what is ``known`` is read again only where its files have changed.

    An article without a sidecar, or with one that cannot be read, is left out. ``advanced`` hears how many of
    how many articles have been looked at.
    """
    stamps = dataset.stamps()
    found: dict[str, Stored] = {}
    for done, (name, stamp) in enumerate(stamps.items()):
        advanced(done, len(stamps))
        if name in known and known[name].stamp == stamp:
            found[name] = known[name]
        elif not stamp.endswith(" "):
            with suppress(UserError):
                found[name] = Stored(stamp, _named(facts_of(stored_in(dataset.sidecar(name))), name))
    return found


def others_than(name: str, articles: Neighborhood) -> Elsewhere:
    """What all say but one."""
    return gathered(each.facts for other, each in articles.items() if other != name)


def _named(facts: Facts, name: str) -> Facts:
    """The facts under the article's name in the folder, as two folders below may have files of one name."""
    told = tuple(replace(each, article=name) for each in facts.figures)
    return replace(facts, article=name, figures=told)
