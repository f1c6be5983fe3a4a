"""The start page: where to drop an article, what to open, what was open lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.assets import path_of
from gui.look.fonts import ui_font
from gui.look.icons import icon
from gui.look.theme import Theme
from gui.models.start_rows import RecentArticle, StartModel, StartRow, start_rows
from gui.widgets.dropping import is_welcome, local_paths, take_copy, words_in
from gui.widgets.keycaps import keycaps_width, keys_of, paint_keycaps
from gui.widgets.logo import Logo
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex

WIDTH = 520
DROP_HEIGHT = 216
ACTS = (("file.open", "file"), ("file.open_folder", "folder"))
HEIGHTS = {"act": 36, "article": 46, "caption": 45, "note": 32}
TEXT_LEFT = 40
INSET = 12


class StartDelegate(RowDelegate):
    """Icon and words; keys at the right of an act, a second line below an article's title."""

    margin = 0
    selected_ground = "hover"

    def row_height(self, row: object, width: int) -> int:
        """By the kind of row."""
        assert isinstance(row, StartRow)
        return HEIGHTS[row.kind]

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one row."""
        assert isinstance(row, StartRow)
        if row.kind == "caption":
            words = area.adjusted(INSET, 10, -INSET, 0)
            draw_text(painter, words, row.title, theme.ui.ink_3, font=ui_font(12))
        elif row.kind == "note":
            draw_text(painter, area.adjusted(INSET, 0, -INSET, 0), row.title, theme.ui.ink_2)
        else:
            self._paint_target(painter, area, row, theme)

    def _paint_target(self, painter: QPainter, area: QRect, row: StartRow, theme: Theme) -> None:
        line = QRect(area.left() + TEXT_LEFT, area.top(), area.width() - TEXT_LEFT - INSET, HEIGHTS["act"])
        if row.detail:
            line.setHeight(26)
            below = line.translated(0, 20)
            draw_text(painter, below, row.detail, theme.ui.ink_3, font=ui_font(12))
        middle = line.center().y() + 1
        icon(row.icon, theme.ui.ink_2).paint(painter, area.left() + INSET, middle - 8, 16, 16)
        draw_text(painter, line, row.title, theme.ui.ink)
        place = QPoint(area.right() + 1 - INSET - keycaps_width(row.keys), middle)
        paint_keycaps(painter, place, row.keys, theme.ui.ink_2, theme.ui.line_strong, theme.ui.surface)


class DropZone(QWidget):
    """The dashed frame with the logo; it only shows that the page takes what is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_target = False
        self.logo = Logo()
        self._title = Words(pixels=18, weight=600)
        self._caption = Words(ink="ink_3")
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        layout.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setFixedHeight(DROP_HEIGHT)

    def set_words(self, title: str, caption: str) -> None:
        """Say what may be dropped, and what will become of it."""
        self._title.setText(title)
        self._caption.setText(caption)

    def set_target(self, is_target: bool) -> None:
        """Show that what is dragged would be taken."""
        self._is_target = is_target
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        for child in (self.logo, self._title, self._caption):
            child.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame; solid while something is dragged over the page."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.ui.ink if self._is_target else self._theme.ui.control, 1)
        if not self._is_target:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class StartPage(Pane):
    """Emits what a person wants to open; ``set_recent`` and the actions tell it what there is."""

    act_requested = Signal(str)
    paths_requested = Signal(list)
    words_dropped = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._actions = {name: actions[name] for name, _ in ACTS}
        self._recent: tuple[RecentArticle, ...] = ()
        self.drop_zone = DropZone()
        self._model = StartModel(self)
        self.list = RowList(self._model, StartDelegate(self))
        self.list.activated.connect(self._activate)
        self._lay_out()
        self.setAcceptDrops(True)
        self._retranslate()

    def set_recent(self, recent: Sequence[RecentArticle]) -> None:
        """List what was open lately, the newest first."""
        self._recent = tuple(recent)
        self._fill()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and words."""
        if is_welcome(event):
            take_copy(event)
            self.drop_zone.set_target(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped."""
        self.drop_zone.set_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to open what was dropped."""
        self.drop_zone.set_target(False)
        take_copy(event)
        if paths := local_paths(event.mimeData()):
            self.paths_requested.emit(paths)
        else:
            self.words_dropped.emit(words_in(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 24, 0, 24)
        layout.setSpacing(20)
        layout.addStretch(1)
        layout.addWidget(self.drop_zone)
        layout.addWidget(self.list)
        layout.addStretch(1)
        page = Pane("surface")
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        OverlayScroll(scroll)
        self.list.row_reached.connect(lambda area: _show(scroll, self.list, area))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.list)

    def _retranslate(self) -> None:
        self.drop_zone.set_words(
            self.tr("Drop an article or a folder here"),
            self.tr("The article is never changed; marks are saved beside it; nothing goes online"),
        )
        self.list.setAccessibleName(self.tr("Open an article"))
        self._fill()

    def _fill(self) -> None:
        acts = tuple(
            StartRow("act", _plain(self._actions[name]), name, picture, "", _keys(self._actions[name]))
            for name, picture in ACTS
        )
        self._model.set_rows(start_rows(acts, self._recent))
        self.list.select_row(0)

    def _activate(self, index: AnyIndex) -> None:
        row: StartRow = index.data(ROW)
        if row.kind == "act":
            self.act_requested.emit(row.target)
        elif row.kind == "article":
            path = Path(row.target)
            self.paths_requested.emit([str(path if path.is_absolute() else path_of("samples") / path)])


def _show(scroll: QScrollArea, rows: RowList, area: QRect) -> None:
    if page := scroll.widget():
        center = rows.mapTo(page, area.center())
        scroll.ensureVisible(center.x(), center.y(), 0, area.height())


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")


def _keys(action: QAction) -> tuple[str, ...]:
    return keys_of(action.shortcut()) if not action.shortcut().isEmpty() else ()
