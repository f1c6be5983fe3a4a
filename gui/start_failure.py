"""What a person is told when the window cannot be filled: without that it would stay empty without a word."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

FAILED = 1
"""The exit status of a program that could not start."""


def tell_and_end(kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
    """Say it in one sentence, then end: for ``sys.excepthook`` until everything is in the window.

    In Qt's own box: themes and icons of ours may be the very thing that is missing.
    """
    sys.__excepthook__(kind, fault, where)
    sentence = QCoreApplication.translate(
        "Start",
        "Danqian can't start: a part of it is missing or damaged. Your articles and annotations are safe.",
    )
    more = QCoreApplication.translate("Start", "Please install Danqian again. What went wrong: {0}")
    box = QMessageBox(QMessageBox.Icon.Critical, QGuiApplication.applicationDisplayName(), sentence)
    box.setInformativeText(more.format(f"{kind.__name__}: {fault}"))
    box.exec()
    QCoreApplication.exit(FAILED)
