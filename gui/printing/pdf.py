"""The report as a PDF."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter

from core.report.sheet import Sheet
from gui.printing.pages import name_of, prepare, print_sheet

RESOLUTION = 1200


def pdf_of(sheet: Sheet) -> bytes:
    """The report on A4, as the bytes of a PDF; needs an application of Qt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(name_of(sheet))
    writer.setCreator("Danqian")
    prepare(writer)
    print_sheet(sheet, writer)
    del writer
    return bytes(buffer.data().data())


def pdf_without_window(sheet: Sheet) -> bytes:
    """The same for a program that has no window and perhaps no screen."""
    if QGuiApplication.instance() is None:
        if sys.platform not in ("win32", "darwin"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(["danqian"])
        try:
            return pdf_of(sheet)
        finally:
            application.shutdown()
    return pdf_of(sheet)
