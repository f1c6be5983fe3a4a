"""The fields of the scheme editor: what is asked of the scheme, its labels, relations, article labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.nesting import OVERLAPS
from core.schemes import HUES, SHAPES
from core.schemes.attribute_lines import attributes_in, lines_of, words_in
from gui.dialogs.spec_form import CHOICE, LINES, Field
from gui.words.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

OVERLAP_WORDS = {
    "none": QT_TRANSLATE_NOOP("SchemeEditor", "never share characters"),
    "nested": QT_TRANSLATE_NOOP("SchemeEditor", "may lie inside each other"),
    "free": QT_TRANSLATE_NOOP("SchemeEditor", "may overlap freely"),
}
HUE_WORDS = {
    "per": QT_TRANSLATE_NOOP("SchemeEditor", "plum"),
    "org": QT_TRANSLATE_NOOP("SchemeEditor", "blue"),
    "loc": QT_TRANSLATE_NOOP("SchemeEditor", "green"),
    "term": QT_TRANSLATE_NOOP("SchemeEditor", "grey"),
    "time": QT_TRANSLATE_NOOP("SchemeEditor", "teal"),
    "qty": QT_TRANSLATE_NOOP("SchemeEditor", "ochre"),
}
SHAPE_WORDS = {
    "names": QT_TRANSLATE_NOOP("SchemeEditor", "name: a tint"),
    "times": QT_TRANSLATE_NOOP("SchemeEditor", "time: a ruler"),
    "figures": QT_TRANSLATE_NOOP("SchemeEditor", "figure: an underline"),
}


def scheme_fields() -> list[Field]:
    """What is asked of the scheme itself."""
    overlaps = [(name, translate("SchemeEditor", OVERLAP_WORDS[name])) for name in OVERLAPS]
    return [
        Field(
            translate("SchemeEditor", "Name"), lambda s: s.record.name, lambda s, w: _with_record(s, name=w)
        ),
        Field(
            translate("SchemeEditor", "Version"),
            lambda s: s.record.version,
            lambda s, w: _with_record(s, version=w),
        ),
        Field(
            translate("SchemeEditor", "Marks"),
            lambda s: s.overlap,
            _putter("overlap"),
            CHOICE,
            overlaps,
        ),
        Field(
            translate("SchemeEditor", "Guidelines"),
            lambda s: s.guidelines,
            _putter("guidelines"),
            hint=translate("SchemeEditor", "a Markdown file beside the scheme"),
        ),
    ]


def label_fields() -> list[Field]:
    """What is asked of a label."""
    hues = [(name, translate("SchemeEditor", HUE_WORDS[name])) for name in HUES]
    shapes = [(name, translate("SchemeEditor", SHAPE_WORDS[name])) for name in SHAPES]
    return [
        *_named(),
        Field(
            translate("SchemeEditor", "Key"),
            lambda s: s.key,
            _putter("key"),
            hint=translate("SchemeEditor", "1, Shift+1, Alt+Shift+1 …"),
        ),
        Field(translate("SchemeEditor", "Color"), lambda s: s.hue, _putter("hue"), CHOICE, hues),
        Field(translate("SchemeEditor", "Shape"), lambda s: s.group, _putter("group"), CHOICE, shapes),
        Field(
            translate("SchemeEditor", "Holds"),
            lambda s: ", ".join(s.holds or ()) if s.holds != () else "–",
            lambda s, w: replace(s, holds=None if not w else () if w in ("–", "-") else words_in(w)),
            hint=translate("SchemeEditor", "labels that may lie inside; empty: all, –: none"),
        ),
        Field(
            translate("SchemeEditor", "Found as"),
            lambda s: ", ".join(s.recognizes or ()),
            lambda s, w: replace(s, recognizes=words_in(w) if w else None),
            hint=translate("SchemeEditor", "what the recognizer calls it; empty: the same"),
        ),
        Field(
            translate("SchemeEditor", "Attributes"),
            lambda s: lines_of(s.attributes),
            lambda s, w: replace(s, attributes=attributes_in(w, s.attributes)),
            LINES,
            hint=translate("SchemeEditor", "one a line: “role: reporter, official”, “age: number”"),
        ),
    ]


def relation_fields() -> list[Field]:
    """What is asked of a relation."""
    return [
        *_named(),
        Field(
            translate("SchemeEditor", "From"),
            lambda s: ", ".join(s.from_labels),
            lambda s, w: replace(s, from_labels=words_in(w)),
            hint=translate("SchemeEditor", "labels; empty: any"),
        ),
        Field(
            translate("SchemeEditor", "To"),
            lambda s: ", ".join(s.to_labels),
            lambda s, w: replace(s, to_labels=words_in(w)),
            hint=translate("SchemeEditor", "labels; empty: any"),
        ),
    ]


def question_fields() -> list[Field]:
    """What is asked of a label of the whole article."""
    answers = [
        ("one", translate("SchemeEditor", "one answer")),
        ("several", translate("SchemeEditor", "several answers")),
    ]
    return [
        *_named(),
        Field(
            translate("SchemeEditor", "Choices"),
            lambda s: ", ".join(s.choices),
            lambda s, w: replace(s, choices=words_in(w)),
        ),
        Field(
            translate("SchemeEditor", "Answers"),
            lambda s: "several" if s.is_multiple else "one",
            lambda s, w: replace(s, is_multiple=w == "several"),
            CHOICE,
            answers,
        ),
    ]


def _named() -> list[Field]:
    return [
        Field(translate("SchemeEditor", "Name"), lambda s: s.name, _putter("name")),
        Field(
            translate("SchemeEditor", "In Chinese"),
            lambda s: s.titles.get("zh", ""),
            lambda s, w: _with_title(s, "zh", w),
        ),
        Field(
            translate("SchemeEditor", "In English"),
            lambda s: s.titles.get("en", ""),
            lambda s, w: _with_title(s, "en", w),
        ),
    ]


def _putter(name: str) -> Callable[[Any, str], Any]:
    return lambda spec, words: replace(spec, **{name: words})


def _with_title(spec: Any, language: str, words: str) -> Any:
    titles = {key: title for key, title in spec.titles.items() if key != language}
    return replace(spec, titles=titles | ({language: words} if words else {}))


def _with_record(scheme: Any, **fields: str) -> Any:
    return replace(scheme, record=replace(scheme.record, **fields))
