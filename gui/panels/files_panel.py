"""The files of a folder: how far each is, how far the folder is, a filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.file_rows import WANTED, FileModel, FileRow, count_in_words
from gui.widgets.buttons import IconButton
from gui.widgets.pane import Pane, Words
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW
from gui.widgets.search_field import SearchField

MARGIN = 14
CIRCLE = 10.0
NAME_LEFT = 34


class FileDelegate(RowDelegate):
    """Ring, pie or filled circle with a tick; name; count. The open file is bold."""

    height = 28
    margin = radius = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current = ""

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one file."""
        assert isinstance(row, FileRow)
        circle = QRectF(area.left() + MARGIN + 1, area.center().y() - CIRCLE / 2 + 1, CIRCLE, CIRCLE)
        paint_state(painter, circle, row, theme)
        is_current = row.path == self.current
        line = QRect(area.left() + NAME_LEFT, area.top(), area.width() - NAME_LEFT - MARGIN, area.height())
        ink = theme.ui.ink if is_current else theme.ui.ink_3
        width = draw_text(painter, line, count_in_words(row), ink, font=ui_font(12), align=RIGHT)
        if row.is_flagged:
            width += 16
            paint_flag(painter, QRectF(line.right() - width, line.center().y() - 5, 8, 11), theme)
        name = ui_font(13, 600 if is_current else 400)
        ink = theme.ui.ink_2 if row.is_finished and not is_current else theme.ui.ink
        draw_text(painter, line.adjusted(0, 0, -width - 8, 0), row.name, ink, font=name)


class ProgressLine(QWidget):
    """How much of the folder is done, as a line of ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._theme: Theme | None = None
        self.setFixedHeight(3)

    def set_share(self, share: float) -> None:
        """Take a share between 0 and 1."""
        self._share = share
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if self._theme:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.ui.line)
            painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), self._theme.ui.ink)


class FilesPanel(Pane):
    """Lists the folder's files and asks to open the one that is activated."""

    file_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("right",), parent=parent)
        self._model = FileModel(self)
        self._delegate = FileDelegate(self)
        self.list = RowList(self._model, self._delegate, scrolls=True)
        self.list.activated.connect(lambda index: self.file_activated.emit(index.data(ROW).path))
        self._title, self._count = Words(weight=600), Words(ink="ink_2", pixels=12)
        self._progress = ProgressLine()
        self.field = SearchField()
        self.field.textChanged.connect(self._filter)
        self.filter_button = IconButton("filter")
        self._menu = QMenu(self)
        self._choices = {name: QAction(self._menu) for name in WANTED}
        self._add_choices()
        self.filter_button.clicked.connect(self._open_menu)
        self._lay_out()
        self._retranslate()

    def set_folder(self, name: str, files: Sequence[FileRow]) -> None:
        """Show another folder."""
        self._title.setText(name)
        self._title.setToolTip(name)
        self.field.clear()
        self._choices["all"].setChecked(True)
        self._model.set_files(files)
        self._filter()
        self._tell_progress()

    def update_file(self, row: FileRow) -> None:
        """Show what has become of one file."""
        self._model.update_file(row)
        self._tell_progress()

    def set_current(self, path: str) -> None:
        """Show which file is open."""
        self._delegate.current = path
        self.list.select_row(self._model.place_of(path))
        self.list.viewport().update()

    def choice(self, wanted: str) -> QAction:
        """The menu entry that lists only the files in a state."""
        return self._choices[wanted]

    def progress_words(self) -> str:
        """How many files are finished, of how many."""
        return self._count.text()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, find = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        find.setSpacing(4)
        find.addWidget(self.field, 1)
        find.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 0)
        layout.setSpacing(0)
        for part, gap in ((head, 6), (self._progress, 12), (find, 8)):
            if isinstance(part, QWidget):
                around = QHBoxLayout()
                around.addWidget(part)
                part = around
            part.setContentsMargins(MARGIN, 0, MARGIN - 4, 0)
            layout.addLayout(part)
            layout.addSpacing(gap)
        layout.addWidget(self.list, 1)

    def _add_choices(self) -> None:
        group = QActionGroup(self)
        for action in self._choices.values():
            action.setCheckable(True)
            group.addAction(action)
            self._menu.addAction(action)
            action.toggled.connect(lambda is_on: self._filter() if is_on else None)
        self._choices["all"].setChecked(True)

    def _open_menu(self) -> None:
        self._menu.popup(self.filter_button.mapToGlobal(self.filter_button.rect().bottomLeft()))

    def _filter(self) -> None:
        wanted = next(name for name, action in self._choices.items() if action.isChecked())
        self._model.set_filter(self.field.text(), wanted)
        self.list.select_row(self._model.place_of(self._delegate.current))

    def _tell_progress(self) -> None:
        files = self._model.files
        finished = sum(row.is_finished for row in files)
        self._count.setText(f"{finished} / {len(files)}")
        self._progress.set_share(finished / len(files) if files else 0)

    def _retranslate(self) -> None:
        self.field.set_hint(self.tr("Filter files"))
        self.list.setAccessibleName(self.tr("Files"))
        self.filter_button.setAccessibleName(self.tr("Which files to list"))
        self.filter_button.setToolTip(self.tr("Which files to list"))
        for name, action in self._choices.items():
            action.setText(QCoreApplication.translate("Files", WANTED[name]))


def paint_state(painter: QPainter, circle: QRectF, row: FileRow, theme: Theme) -> None:
    """Draw how far a file is: ring, pie, filled circle with a tick; a barred ring for a skipped one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.ui.ink_2
    if row.status == "done":
        _paint_done(painter, circle, theme)
        return
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
    if row.status == "in_progress":
        share = row.reviewed / row.total if row.total else 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle.adjusted(2, 2, -2, -2), 90 * 16, -int(360 * 16 * max(share, 0.1)))
    elif row.status == "skipped":
        painter.drawLine(circle.center() + QPointF(-3, 0), circle.center() + QPointF(3, 0))


def _paint_done(painter: QPainter, circle: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ui.ink_2)
    painter.drawEllipse(circle)
    painter.setPen(QPen(theme.ui.panel, 1.4))
    center = circle.center()
    tick = [QPointF(-2.4, 0.2), QPointF(-0.7, 1.9), QPointF(2.4, -1.7)]
    painter.drawPolyline(QPolygonF([center + point for point in tick]))


def paint_flag(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw a small flag of ink."""
    painter.setPen(QPen(theme.ui.ink, 1.2))
    painter.setBrush(theme.ui.ink)
    painter.drawLine(area.topLeft(), area.bottomLeft())
    cloth = [area.topLeft(), area.topLeft() + QPointF(7, 3), area.topLeft() + QPointF(0, 6)]
    painter.drawPolygon(QPolygonF(cloth))
