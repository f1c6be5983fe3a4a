"""The parts of the window: menus, start page, desk and status row, made and laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from core.schemes import Scheme
from gui.actions import Actions
from gui.article.view import ArticleView
from gui.desk import Desk, DeskParts
from gui.label_actions import LabelActions
from gui.look.theme import Theme
from gui.menus import Menus
from gui.pages.page import WorkPage
from gui.panels.annotate_panel import AnnotatePanel
from gui.panels.files_panel import FilesPanel
from gui.panels.find_panel import FindPanel
from gui.panels.guidelines_pane import GuidelinesPane
from gui.panels.label_bar import LabelBar
from gui.panels.name_panel import NamePanel
from gui.panels.rail import Rail
from gui.panels.repair_filter_row import RepairFilterRow
from gui.panels.repair_panel import RepairPanel
from gui.panels.side_panel import SidePanel
from gui.panels.start_page import StartPage
from gui.panels.status_row import StatusRow
from gui.panels.top_row import TopRow
from gui.widgets.pane import pass_theme


class WindowParts:
    """What the window holds. What the parts do is connected in ``wiring`` and ``acts``."""

    def __init__(self, window: QMainWindow, scheme: Scheme, theme: Theme) -> None:
        self.article = ArticleView(theme, scheme)
        self.actions_table = Actions(window, self.article)
        by_id = self.actions_table.by_id
        self.label_actions = LabelActions(scheme, self.article)
        menu_bar = QMenuBar()
        self.menus = Menus(menu_bar, self.actions_table, window)
        self.menus.set_labels(self.label_actions)
        self.top_row = TopRow(menu_bar, by_id)
        self.status_row = StatusRow()
        self.start_page = StartPage(by_id)
        self.side_panel = SidePanel()
        self.annotate_panel = AnnotatePanel(by_id)
        self.repair_panel = RepairPanel(by_id)
        self.repair_filter = RepairFilterRow()
        self.rail, self.files_panel = Rail(), FilesPanel()
        self.guidelines = GuidelinesPane()
        self.find_panel, self.name_panel, self.label_bar = FindPanel(), NamePanel(), LabelBar(scheme)
        self.desk = Desk(self._desk_parts())
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.desk)
        window.setMenuWidget(self.top_row)
        self._content = self._with_status_row()
        window.setCentralWidget(self._content)
        self.set_scheme(scheme)
        self.set_theme(theme)

    def set_scheme(self, scheme: Scheme) -> None:
        """Give every part the labels of ``scheme``."""
        self.label_actions.set_scheme(scheme)
        self.menus.set_labels(self.label_actions)
        for part in (self.article, self.side_panel, self.annotate_panel, self.find_panel, self.label_bar):
            part.set_scheme(scheme)

    def set_theme(self, theme: Theme) -> None:
        """Give every part the colors of ``theme``."""
        self.article.set_theme(theme)
        self.top_row.set_theme(theme)
        pass_theme(self._content, theme)

    def set_open(self, is_open: bool) -> None:
        """Show the desk, or the start page."""
        self.pages.setCurrentWidget(self.desk if is_open else self.start_page)
        self.top_row.set_open(is_open)
        if is_open:
            self.article.setFocus()

    def add_page(self, page: WorkPage, theme: Theme) -> None:
        """Take a page that can be shown in the place of the article, in the colors of the others."""
        page.set_theme(theme)
        self.pages.addWidget(page)

    def show_page(self, page: WorkPage) -> None:
        """Show a page in the place of the article."""
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_page_shown(self) -> bool:
        """Whether a page hides the article."""
        return isinstance(self.pages.currentWidget(), WorkPage)

    def show_find(self, words: str, scope: str = "article") -> None:
        """Open the panel to find in the ``article`` or the ``folder``, beginning with ``words``."""
        self._show_guest(self.find_panel)
        self.find_panel.look_for(words, scope)

    def show_name(self) -> None:
        """Open the card of a name."""
        self._show_guest(self.name_panel)
        self.name_panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_guest(self) -> None:
        """Give the panel back to the mode, and the focus to the article."""
        self.desk.set_guest(None)
        self.article.setFocus()

    def _show_guest(self, guest: QWidget) -> None:
        self.desk.set_guest(guest)
        self.actions_table["view.panel"].setChecked(True)
        self.desk.set_panel_shown(True)

    def cycle_panes(self, step: int) -> None:
        """Give the focus to the next (1) or previous (-1) pane: article, panel, rail, files, top row."""
        panes = [
            self.article,
            self.guidelines,
            self.desk.panel,
            self.rail,
            self.files_panel,
            self.label_bar,
            self.top_row,
        ]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(shown) if focus and pane.isAncestorOf(focus)), 0)
        if focus is self.article:
            here = shown.index(self.article)
        for distance in range(1, len(shown) + 1):
            if _take_focus(shown[(here + step * distance) % len(shown)]):
                return

    def retranslate(self) -> None:
        """Put menus and actions into the language of the application; other parts hear of it."""
        self.actions_table.retranslate()
        self.label_actions.retranslate()
        self.menus.retranslate()

    def _desk_parts(self) -> DeskParts:
        panels = {"read": self.side_panel, "annotate": self.annotate_panel, "repair": self.repair_panel}
        above, below = (self.repair_filter,), (self.label_bar,)
        return DeskParts(
            self.files_panel,
            self.article,
            panels,
            (self.find_panel, self.name_panel),
            self.guidelines,
            self.rail,
            above,
            below,
        )

    def _with_status_row(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status_row)
        return content


def _take_focus(pane: QWidget) -> bool:
    """Give the focus to a pane, or to the first of its children that takes it."""
    candidates = [pane, *pane.findChildren(QWidget)]
    for widget in candidates:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
