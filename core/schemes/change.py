"""What an edit of a scheme means for what is annotated: what was renamed or merged carries it along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """Old names with the new ones; a label merged into another has that one's name.

    ``attributes`` are by the label's old name and the attribute's, ``choices`` by these and the choice,
    ``answers`` by the article label's old name and the choice. Names that stay are left out.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    choices: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    article_labels: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def in_words(self) -> Iterator[tuple[str, str]]:
        """Each old name with the new one, what is inside another after the name of that.

        >>> list(SchemeChange({"PER": "人"}, {("PER", "role"): "职务"}).in_words())
        [('PER', '人'), ('PER.role', '职务')]
        """
        for each in fields(self):
            for old, new in getattr(self, each.name).items():
                yield old if isinstance(old, str) else ".".join(old), new


def renamed(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Which names of a list have become which others, when a person has written it anew.

    As many new names in the place of old ones are these, renamed; any other number is not.

    >>> renamed(["role", "age"], ["post", "age", "born"])
    {'role': 'post'}
    >>> renamed(["role", "age"], ["age", "born"])
    {}
    """
    pairs: dict[str, str] = {}
    for act, start, end, to, to_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "replace" and end - start == to_end - to:
            pairs |= zip(old[start:end], new[to:to_end], strict=True)
    return {name: other for name, other in pairs.items() if name not in new and other not in old}
