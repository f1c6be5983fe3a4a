"""What the start page offers: acts, the sample, recent articles, each a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt

from core.assets import load_toml
from core.recollection import Recollection
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.file_names import shown_name


@dataclass(frozen=True, slots=True)
class RecentArticle:
    """An article that was open before; ``detail`` says publisher, day and what waits in it."""

    path: str
    title: str
    detail: str = ""


def recent_article(remembered: Recollection) -> RecentArticle:
    """An article as a row says it: publisher, day, how many marks wait."""
    waiting = remembered.waiting
    unreviewed = QCoreApplication.translate("StatusRow", "Unreviewed {0}")
    parts = (remembered.publisher, remembered.day, unreviewed.format(waiting) if waiting else "")
    return RecentArticle(
        str(remembered.path), shown_name(remembered.title), "\u3000".join(filter(None, parts))
    )


@dataclass(frozen=True, slots=True)
class StartRow:
    """One row. ``kind`` is ``act``, ``article``, ``caption`` or ``note``; the last two only say something."""

    kind: str
    title: str
    target: str = ""
    icon: str = ""
    detail: str = ""
    keys: tuple[str, ...] = ()


class StartModel(RowModel[StartRow]):
    """Rows of which captions and notes cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: f"{row.title} {row.detail}".strip(), parent)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """What can be activated can be selected."""
        if index.isValid() and index.data(ROW).kind in ("act", "article"):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def start_rows(acts: Sequence[StartRow], recent: Sequence[RecentArticle]) -> tuple[StartRow, ...]:
    """Acts, then the samples, then what was open lately."""
    translate = QCoreApplication.translate
    language = "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
    samples = load_toml("samples/samples.toml")["samples"]
    return (
        *acts,
        StartRow("caption", translate("StartPage", "Sample")),
        *(
            StartRow("article", row["title"], row["file"], "article", row["detail"][language])
            for row in samples
        ),
        StartRow("caption", translate("StartPage", "Recent")),
        *(StartRow("article", row.title, row.path, "article", row.detail) for row in recent),
        *(() if recent else (StartRow("note", translate("StartPage", "No article has been opened yet")),)),
    )
