"""The report on paper: the dialogs of the system, and a preview."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from core.report.sheet import Sheet
from gui.printing.pages import prepare, print_sheet


def print_on_paper(sheet: Sheet, parent: QWidget) -> None:
    """Let the user choose a printer, and print."""
    printer = _printer(sheet)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: print_sheet(sheet, printer))
    dialog.open()


def preview_pages(sheet: Sheet, parent: QWidget) -> None:
    """Show the pages; they can be printed from there."""
    printer = _printer(sheet)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.paintRequested.connect(lambda device: print_sheet(sheet, device))
    dialog.setWindowTitle(f"{sheet.kicker}：{sheet.title}")
    dialog.resize(parent.size() * 0.9)
    dialog.open()


def _printer(sheet: Sheet) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{sheet.kicker}：{sheet.title}")
    prepare(printer)
    return printer
