"""The figures of the open folder: counted in the background, shown, and written to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.agreement import Figures
from core.dataset import Dataset
from core.errors import SaveFailed
from core.safe_files import write_whole
from core.schemes import Scheme, scheme_for
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.look.theme import load_theme
from gui.models.charts import article_lists, charts_of
from gui.pages.statistics_page import StatisticsPage

if TYPE_CHECKING:
    from core.statistics import Statistics

LANE = "statistics"
Found = tuple["Statistics", Scheme, tuple[Figures, ...]]


class Counting(QObject):
    """Fills the page of statistics for the folder that is open."""

    noticed = Signal(str)

    def __init__(
        self,
        page: StatisticsPage,
        dataset: Callable[[], Dataset | None],
        background: Background,
        conversation: Conversation,
    ) -> None:
        super().__init__(page)
        self._page, self._dataset = page, dataset
        self._background, self._conversation = background, conversation
        self._statistics: Statistics | None = None
        page.csv_requested.connect(self._write_csv)
        page.picture_requested.connect(self._write_picture)

    def begin(self, agreement: Callable[[], tuple[Figures, ...]]) -> None:
        """Count; ``agreement`` works out how far two annotators agree."""
        dataset = self._dataset()
        if dataset is None:
            return
        self._page.show_nothing(self.tr("Counting…"))

        def work() -> Found:
            from core.statistics import statistics_of

            scheme = scheme_for(dataset.folder / "article")
            names = [label.name for label in scheme.labels if label.group == "names"]
            return statistics_of(dataset, names), scheme, agreement()

        self._background.run(LANE, work, self._show, self._conversation.tell_any)

    def _show(self, found: Found) -> None:
        statistics, scheme, agreement = found
        dataset = self._dataset()
        self._statistics = statistics
        about = dataset.folder.name if dataset else ""
        about += f" · {dataset.annotator}" if dataset and dataset.annotator else ""
        self._page.show_charts(
            about, charts_of(statistics, scheme, agreement), list(article_lists(statistics))
        )

    def _write_csv(self) -> None:
        if statistics := self._statistics:

            def write(path: Path) -> None:
                from core.statistics import as_csv

                try:
                    write_whole(path, as_csv(statistics))
                except OSError as error:
                    self._conversation.tell(SaveFailed(path, error.strerror or str(error)))
                else:
                    self.noticed.emit(self.tr("Written: {0}").format(path.name))

            self._ask("csv", ["CSV (*.csv)"], write)

    def _write_picture(self) -> None:
        """In the light theme, whatever the window's: a picture is for paper."""

        def write(path: Path) -> None:
            target = path if path.suffix.lower() in (".png", ".svg") else path.with_name(f"{path.name}.png")
            if self._page.save_picture(target, load_theme("light")):
                self.noticed.emit(self.tr("Written: {0}").format(target.name))
            else:
                self._conversation.tell(SaveFailed(target, "Permission denied"))

        self._ask("png", ["PNG (*.png)", "SVG (*.svg)"], write)

    def _ask(self, suffix: str, kinds: list[str], write: Callable[[Path], None]) -> None:
        dataset = self._dataset()
        if dataset is not None:
            folder = dataset.folder
            what = self.tr("statistics")
            suggested = folder.parent / f"{folder.name}-{what}.{suffix}"
            self._conversation.choose_target(self.tr("Save As"), suggested, kinds, write)
