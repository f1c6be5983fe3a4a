"""How far two annotators of the folder agree: worked out in the background, shown, and written to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.agreement import Compared, Figures, agreement
from core.agreement.comparing import UNNAMED, compared_in
from core.annotators import annotators_in
from core.dataset import Dataset
from core.schemes import Scheme, scheme_for
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.folder_figures import FolderFigures, Watch
from gui.pages.agreement_page import AgreementPage, rows_of
from gui.pages.difference_delegate import DifferenceRow
from gui.words.language import window_language

if TYPE_CHECKING:
    from core.agreement.report import Comparison
    from core.report.sheet import Sheet
    from core.wording.times import Language

LANE = "agreement"
_Found = tuple["Comparison", Scheme, "Sheet | None", list[DifferenceRow]]


class Comparing(FolderFigures):
    """Fills the page of agreement for the folder that is open."""

    def __init__(
        self,
        page: AgreementPage,
        dataset: Callable[[], Dataset | None],
        background: Background,
        conversation: Conversation,
    ) -> None:
        super().__init__(page, dataset, background, conversation)
        self._page = page
        self._comparison: Comparison | None = None
        self._sheet: Sheet | None = None
        self._compared_in: Path | None = None
        page.comparison_requested.connect(self.compare)
        page.csv_requested.connect(self._write_csv)
        page.html_requested.connect(self._write_html)

    @property
    def pair(self) -> tuple[str | None, str | None]:
        """Whose marks are compared."""
        return _annotator(self._page.one.choice), _annotator(self._page.other.choice)

    @property
    def is_of_open_folder(self) -> bool:
        """Whether what was compared last is of the folder that is open."""
        return self._comparison is not None and self._compared_in == self._folder()

    def figures(self) -> Callable[[Watch], tuple[Figures, ...]]:
        """What works out how far the two agree who were compared, else the two who there are."""
        folder, last = self._folder(), self._comparison
        if folder is None:
            return lambda _: ()
        if last is not None and self.is_of_open_folder:
            return lambda _: agreement(last.articles).figures
        return lambda watch: figures_of(folder, watch)

    def begin(self) -> None:
        """Look who annotated, and compare the first two."""
        folder = self._folder()
        if folder is not None:
            self._page.show_nothing(self.tr("Reading the annotations…"))
            work = lambda: annotators_in(folder)  # noqa: E731
            self._background.run(LANE, work, self._offer, self._conversation.tell_any)

    def compare(self) -> None:
        """Compare the two who are chosen."""
        folder, pair, unseen = self._folder(), self.pair, self._page.unseen.isChecked()
        if folder is None:
            return
        if pair[0] == pair[1]:
            self._page.show_nothing(self.tr("Choose two different annotators"))
            return
        words, language = self.tr("Comparing…"), window_language()
        self._page.show_nothing(words)
        watch = self._watching(self._page.show_nothing, words)
        self._background.run(
            LANE,
            lambda: _worked_out(folder, pair, unseen, watch, language),
            self._show,
            self._conversation.tell_any,
        )

    def _offer(self, annotators: tuple[str | None, ...]) -> None:
        if len(annotators) < 2:
            self._page.show_nothing(
                self.tr(
                    "It takes two annotators with sidecars in this folder; there are %n", "", len(annotators)
                )
            )
            return
        own = (dataset.annotator for dataset in [self._dataset()] if dataset)
        first = [name for name in own if name in annotators]
        ordered = dict.fromkeys((*first, *annotators))
        names = [(name or UNNAMED, name or self.tr("(no name)")) for name in ordered]
        self._page.set_annotators(names)
        self.compare()

    def _show(self, found: _Found) -> None:
        comparison, scheme, sheet, rows = found
        if sheet is None:
            self._page.show_nothing(self.tr("There is no article that both have begun"))
            return
        self._comparison, self._sheet, self._compared_in = comparison, sheet, self._folder()
        self._page.show_comparison(rows, sheet, scheme)

    def _write_csv(self) -> None:
        from core.agreement.report import as_csv

        if comparison := self._comparison:
            self._ask(
                self.tr("agreement"),
                "csv",
                ["CSV (*.csv)"],
                lambda path: self._write(path, as_csv(comparison)),
            )

    def _write_html(self) -> None:
        from core.report import as_html

        if sheet := self._sheet:
            self._ask(
                self.tr("agreement"),
                "html",
                ["HTML (*.html)"],
                lambda path: self._write(path, [as_html(sheet)]),
            )


def figures_of(folder: Path, watch: Watch) -> tuple[Figures, ...]:
    """The figures of two annotators, where there are just two; nothing else."""
    annotators = annotators_in(folder)
    if len(annotators) != 2:
        return ()
    found = _compared(folder, (annotators[0], annotators[1]), False, watch).articles
    return agreement(found).figures if found else ()


def _worked_out(
    folder: Path, pair: tuple[str | None, str | None], unseen: bool, watch: Watch, language: Language
) -> _Found:
    from core.agreement.report import agreement_sheet

    comparison, scheme = _compared(folder, pair, unseen, watch), scheme_for(folder / "article")
    sheet = agreement_sheet(comparison, scheme, language) if comparison.articles else None
    return comparison, scheme, sheet, rows_of(comparison)


def _compared(folder: Path, pair: tuple[str | None, str | None], unseen: bool, watch: Watch) -> Comparison:
    from core.agreement.report import Comparison

    articles = tuple(
        each for each in watch(compared_in([folder], pair, unseen=unseen)) if isinstance(each, Compared)
    )
    return Comparison((pair[0] or UNNAMED, pair[1] or UNNAMED), articles, unseen)


def _annotator(choice: str) -> str | None:
    return None if choice == UNNAMED else choice
