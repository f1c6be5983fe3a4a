"""What an edit of a scheme means for what is annotated: renamed and merged labels carry their marks along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """Old names with the new ones; a label merged into another has that one's name.

    ``attributes`` are by the label's old name and the attribute's. Names that stay are left out.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    article_labels: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.labels, self.attributes, self.relations, self.article_labels))
