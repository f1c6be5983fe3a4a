"""The figures of a dataset as charts, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.agreement import ALL, Figures
from core.schemes import Scheme
from gui.widgets.bar_chart import Bar, Chart, Part
from gui.words.label_names import label_hue, label_title
from gui.words.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from core.statistics import Statistics

MOST_NAMES, MOST_DAYS = 20, 30
STATES = {
    "done": QT_TRANSLATE_NOOP("Charts", "done"),
    "skipped": QT_TRANSLATE_NOOP("Charts", "skipped"),
    "in_progress": QT_TRANSLATE_NOOP("Charts", "in progress"),
    "new": QT_TRANSLATE_NOOP("Charts", "untouched"),
}
TIMES = (
    (60, QT_TRANSLATE_NOOP("Charts", "under 1 min")),
    (120, QT_TRANSLATE_NOOP("Charts", "1–2 min")),
    (300, QT_TRANSLATE_NOOP("Charts", "2–5 min")),
    (600, QT_TRANSLATE_NOOP("Charts", "5–10 min")),
    (None, QT_TRANSLATE_NOOP("Charts", "over 10 min")),
)


def charts_of(
    statistics: Statistics, scheme: Scheme, agreement: tuple[Figures, ...] = ()
) -> tuple[Chart, ...]:
    """The charts that have something to show."""
    made = (
        _states(statistics),
        _labels(statistics, scheme),
        _agreement(agreement, scheme),
        _times(statistics),
        _days(statistics),
        _names(statistics, scheme),
    )
    return tuple(chart for chart in made if chart.bars)


def _states(statistics: Statistics) -> Chart:
    bars = tuple(
        Bar(_tr(words), (Part(count, is_faint=state in ("new", "in_progress")),), f"{count:,}")
        for state, words in STATES.items()
        if (count := statistics.states.get(state, 0))
    )
    return Chart(_tr(QT_TRANSLATE_NOOP("Charts", "Articles")), bars, f"{statistics.articles:,}")


def _labels(statistics: Statistics, scheme: Scheme) -> Chart:
    bars = tuple(_label_bar(label, counts, scheme) for label, counts in statistics.labels.items())
    note = _tr(QT_TRANSLATE_NOOP("Charts", "filled: reviewed; outlined: nobody has looked yet"))
    return Chart(_tr(QT_TRANSLATE_NOOP("Charts", "Marks by label")), bars, note)


def _label_bar(label: str, counts: Mapping[str, int], scheme: Scheme) -> Bar:
    hue = label_hue(scheme, label)
    waiting = counts.get("auto", 0)
    settled = sum(counts.values()) - waiting - counts.get("rejected", 0)
    words = f"{settled:,} + {waiting:,}" if waiting else f"{settled:,}"
    return Bar(label_title(scheme, label), (Part(settled, hue), Part(waiting, hue, is_faint=True)), words)


def _agreement(figures: tuple[Figures, ...], scheme: Scheme) -> Chart:
    from core.agreement.report import share_in_words

    bars = tuple(
        Bar(
            _tr(QT_TRANSLATE_NOOP("Charts", "all")) if row.label == ALL else label_title(scheme, row.label),
            (Part(row.exact, "" if row.label == ALL else label_hue(scheme, row.label)),),
            f"{share_in_words(row.exact)}  α {share_in_words(row.alpha)}",
        )
        for row in figures
        if row.exact is not None
    )
    return Chart(_tr(QT_TRANSLATE_NOOP("Charts", "Agreement: exact F1")), bars, most=1.0)


def _times(statistics: Statistics) -> Chart:
    """How many articles took how long."""
    counts = [0] * len(TIMES)
    for effort in statistics.efforts:
        place = next(n for n, (most, _) in enumerate(TIMES) if most is None or effort.seconds < most)
        counts[place] += 1
    each = statistics.seconds_each
    note = _tr(QT_TRANSLATE_NOOP("Charts", "{0} seconds an article")).format(f"{each:.0f}") if each else ""
    bars = tuple(
        Bar(_tr(words), (Part(count),), f"{count:,}") for count, (_, words) in zip(counts, TIMES, strict=True)
    )
    title = _tr(QT_TRANSLATE_NOOP("Charts", "Time an article took"))
    return Chart(title, bars if statistics.efforts else (), note)


def _days(statistics: Statistics) -> Chart:
    newest = list(statistics.days.items())[-MOST_DAYS:]
    bars = tuple(Bar(day, (Part(count),), f"{count:,}") for day, count in newest)
    return Chart(_tr(QT_TRANSLATE_NOOP("Charts", "Articles by the day of the last work")), bars)


def _names(statistics: Statistics, scheme: Scheme) -> Chart:
    words = _tr(QT_TRANSLATE_NOOP("Charts", "{0} in {1} articles"))
    bars = tuple(
        Bar(
            each.name,
            (Part(each.marks, label_hue(scheme, each.label)),),
            words.format(f"{each.marks:,}", f"{each.articles:,}"),
        )
        for each in statistics.names[:MOST_NAMES]
    )
    return Chart(_tr(QT_TRANSLATE_NOOP("Charts", "Most frequent names")), bars)


def article_lists(statistics: Statistics) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is listed below the charts: a title, and names of articles."""
    if statistics.unlabelled:
        yield _tr(QT_TRANSLATE_NOOP("Charts", "Done without a mark")), statistics.unlabelled
    for number, group in enumerate(statistics.copies, 1):
        yield _tr(QT_TRANSLATE_NOOP("Charts", "Copies of one article {0}")).format(number), group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Charts", text)
