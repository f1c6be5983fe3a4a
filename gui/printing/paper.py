"""The report on paper: the dialogs of the system, and a preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from core.report.sheet import Sheet
from gui.printing.pages import name_of, prepare, print_sheet


def print_on_paper(sheet: Sheet, parent: QWidget) -> None:
    """Let the user choose a printer, and print. The dialog owns the printer: Qt keeps no other hold of it."""
    dialog = QPrintDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _set_up(dialog.printer(), sheet)
    dialog.accepted.connect(lambda: print_sheet(sheet, dialog.printer()))
    _show(dialog)


def preview_pages(sheet: Sheet, parent: QWidget) -> None:
    """Show the pages; they can be printed from there."""
    dialog = QPrintPreviewDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _set_up(dialog.printer(), sheet)
    dialog.paintRequested.connect(lambda device: print_sheet(sheet, device))
    dialog.setWindowTitle(name_of(sheet))
    dialog.resize(parent.size() * 0.9)
    _show(dialog)


def _show(dialog: QDialog) -> None:
    """As ``open`` does, which these dialogs have for something else."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _set_up(printer: QPrinter, sheet: Sheet) -> None:
    printer.setDocName(name_of(sheet))
    prepare(printer)
