"""The figures of the open folder: counted in the background, shown, and written to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.agreement import Figures
from core.dataset import Dataset
from core.schemes import Scheme, scheme_for
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.folder_figures import FolderFigures, Watch
from gui.look.theme import load_theme
from gui.models.charts import article_lists, charts_of
from gui.pages.statistics_page import StatisticsPage

if TYPE_CHECKING:
    from core.statistics import Statistics

LANE = "statistics"
Found = tuple["Statistics", Scheme, tuple[Figures, ...]]


class Counting(FolderFigures):
    """Fills the page of statistics for the folder that is open."""

    def __init__(
        self,
        page: StatisticsPage,
        dataset: Callable[[], Dataset | None],
        background: Background,
        conversation: Conversation,
    ) -> None:
        super().__init__(page, dataset, background, conversation)
        self._page = page
        self._statistics: Statistics | None = None
        page.csv_requested.connect(self._write_csv)
        page.picture_requested.connect(self._write_picture)

    def begin(self, agreement: Callable[[Watch], tuple[Figures, ...]], *, is_blind: bool = False) -> None:
        """Count; ``agreement`` works out how far two agree. ``is_blind`` as in ``core.statistics``."""
        dataset = self._dataset()
        if dataset is None:
            return
        words = self.tr("Counting…")
        self._page.show_nothing(words)
        watch = self._watching(self._page.show_nothing, words)

        def work() -> Found:
            from core.statistics import statistics_of

            scheme = scheme_for(dataset.folder / "article")
            names = [label.name for label in scheme.labels if label.group == "names"]
            return statistics_of(dataset, names, is_blind=is_blind, watch=watch), scheme, agreement(watch)

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
        from core.statistics import as_csv

        if statistics := self._statistics:
            self._ask(
                self.tr("statistics"),
                "csv",
                ["CSV (*.csv)"],
                lambda path: self._write(path, as_csv(statistics)),
            )

    def _write_picture(self) -> None:
        """In the light theme, whatever the window's: a picture is for paper."""

        def write(path: Path) -> None:
            target = path if path.suffix.lower() in (".png", ".svg") else path.with_name(f"{path.name}.png")
            if self._page.save_picture(target, load_theme("light")):
                self._tell_written(target)
            else:
                self._tell_failed(target, "Permission denied")

        self._ask(self.tr("statistics"), "png", ["PNG (*.png)", "SVG (*.svg)"], write)
