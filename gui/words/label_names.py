"""Labels as the window shows them: their titles in its language, and their hues."""

from __future__ import annotations

from core.schemes import (
    ArticleLabelSpec,
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
    default_scheme,
)
from gui.words.language import listed, window_language


def label_title(scheme: Scheme, label: str) -> str:
    """The title of a label in the language of the window; a label unknown to the scheme is its own."""
    spec = find_label(scheme, label)
    return title_of(spec) if spec else label


def label_hue(scheme: Scheme, label: str) -> str:
    """The hue of a label; one without is grey."""
    spec = find_label(scheme, label)
    return spec.hue if spec else "term"


def relation_title(scheme: Scheme, relation: str) -> str:
    """The title of a relation in the language of the window."""
    spec = next((spec for spec in scheme.relations if spec.name == relation), None)
    return title_of(spec) if spec else relation


def attribute_title(scheme: Scheme, label: str, attribute: str) -> str:
    """The title of a label's attribute in the language of the window."""
    known = find_label(scheme, label)
    spec = next((spec for spec in known.attributes if spec.name == attribute), None) if known else None
    return title_of(spec) if spec else attribute


def article_label_title(scheme: Scheme, name: str) -> str:
    """The title of a question about the article in the language of the window."""
    spec = next((spec for spec in scheme.article_labels if spec.name == name), None)
    return title_of(spec) if spec else name


def title_of(spec: LabelSpec | AttributeSpec | RelationSpec | ArticleLabelSpec) -> str:
    """What a part of a scheme is called in the language of the window; by its name where it has no title."""
    return spec.titles.get(window_language()) or spec.name


def labels_of_group(scheme: Scheme, group: str) -> tuple[str, ...]:
    """The labels of a group: ``names``, ``times`` or ``figures``."""
    return tuple(spec.name for spec in scheme.labels if spec.group == group)


def hue_titles(scheme: Scheme) -> dict[str, str]:
    """What the hues stand for where the scheme uses them otherwise than the default one does."""
    usual = {(spec.name, spec.hue) for spec in default_scheme().labels}
    titles: dict[str, list[str]] = {}
    for spec in scheme.labels:
        titles.setdefault(spec.hue, []).append(label_title(scheme, spec.name))
    changed = {spec.hue for spec in scheme.labels if (spec.name, spec.hue) not in usual}
    return {hue: listed(titles[hue]) for hue in changed}


def find_label(scheme: Scheme, label: str) -> LabelSpec | None:
    """The label of that name, None where the scheme lacks it."""
    return next((spec for spec in scheme.labels if spec.name == label), None)
