"""The parts of a report that list what the article holds: names, figures and times."""

from __future__ import annotations

from core import overview
from core.document import Document
from core.report.sheet import Column, Note, Part, Row, Section, Table, Timeline
from core.report.timeline import moments
from core.report.words import report_words
from core.schemes import LabelSpec, Scheme
from core.wording.short_forms import first_day
from core.wording.times import Language

MOST_QUOTES = 4
"""Different quotations of one figure that are listed."""


def name_section(document: Document, scheme: Scheme, language: Language) -> Section:
    """The names of each label in a row, in the order of their first mention, with their other forms."""
    words, labels = report_words(language), _labels(scheme, "names")
    by_label: dict[str, list[str]] = {name: [] for name in labels}
    for row in overview.names(document, tuple(labels)):
        by_label[row.label].append(_name_in_words(row))
    made = tuple(
        Row((f"{_title(labels[label], language)} {len(names)}", "\u3000".join(names)), labels[label].hue)
        for label, names in by_label.items()
        if names
    )
    columns = (Column(words["kind"], 16), Column(words["names_head"], 84))
    count = sum(map(len, by_label.values()))
    return Section(words["names"], (Table(columns, made),) if made else (), str(count))


def _name_in_words(row: overview.NameRow) -> str:
    """A name that breaks over no line: its places where they are several, its other forms behind it."""
    forms = "、".join(f"{form}\xa0{count}" for form, count in row.variants)
    count = f"\xa0{row.count}" if row.count > 1 else ""
    return f"{row.name}{count}（{forms}）" if forms else f"{row.name}{count}"


def figure_section(document: Document, scheme: Scheme, language: Language) -> Section:
    """Every figure with what it is about; the same amount of the same thing is one row."""
    words, labels = report_words(language), _labels(scheme, "figures")
    quotes = {mark.id: mark.quote for mark in document.annotations}
    groups = overview.figure_groups(document, tuple(labels))
    made = tuple(
        Row(
            (
                f"{group.amount}{group.unit}",
                group.about,
                "、".join(list(dict.fromkeys(quotes[each] for each in group.ids))[:MOST_QUOTES]),
                str(len(group.ids)),
            ),
            labels[group.label].hue,
        )
        for group in groups
    )
    columns = (
        Column(words["amount"], 22, is_number=True),
        Column(words["about"], 38),
        Column(words["quote"], 30),
        Column(words["places"], 10, is_number=True),
    )
    return Section(words["figures"], (Table(columns, made),) if made else (), str(len(made)))


def time_section(document: Document, scheme: Scheme, language: Language) -> Section:
    """The dated times on a line, then the words that have no certain day."""
    words = report_words(language)
    values = {mark.id: mark.value or {} for mark in document.annotations}
    rows = overview.times(document, tuple(_labels(scheme, "times")))
    dated = [(row, first_day(values[row.ids[0]])) for row in rows if row.is_dated]
    undated = tuple(Row((row.day, row.about, str(len(row.ids)))) for row in rows if not row.is_dated)
    parts: list[Part] = []
    if dated:
        line = Timeline(tuple(moments(dated, words["publication"])))
        parts += (line, Note(words["timeline_note"]))
    if undated:
        columns = (
            Column(words["undated"], 24),
            Column(words["about"], 66),
            Column(words["places"], 10, is_number=True),
        )
        parts.append(Table(columns, undated))
    return Section(words["times"], tuple(parts), str(len(rows)))


def _labels(scheme: Scheme, group: str) -> dict[str, LabelSpec]:
    return {label.name: label for label in scheme.labels if label.group == group}


def _title(label: LabelSpec, language: Language) -> str:
    return label.titles.get(language) or label.name
