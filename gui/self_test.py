"""The self test: opens an article in the real window, marks it, saves, takes a picture, and reports.

It is what a fresh installation is tried with: no question is asked and the window is gone at the end.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from core import __version__
from core.sidecar import digest_of
from gui.workplace import Workplace

LIMIT = 120.0
"""Seconds after which the test gives up and reports what is missing."""


class SelfTest(QObject):
    """Runs once the window is shown; ``finished`` is called with the exit status."""

    def __init__(
        self,
        workplace: Workplace,
        article: Path,
        report: Path,
        started: float,
        finished: Callable[[int], None],
    ) -> None:
        super().__init__(workplace.window)
        self._all, self._article, self._report = workplace, article, report
        self._finished, self._began = finished, time.monotonic()
        self._started_ms = round((self._began - started) * 1000)
        self._warnings: list[str] = []
        qInstallMessageHandler(self._note)
        self._excepthook, sys.excepthook = sys.excepthook, self._note_fault
        workplace.saving.saved.connect(self._take_picture)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(20)
        workplace.articles.open(article.absolute())

    def _look(self) -> None:
        """Save as soon as the marks are there; give up where the window asks something instead."""
        document, asked = self._all.session.document, QApplication.activeModalWidget()
        if document is not None and document.annotations:
            self._clock.stop()
            self._all.saving.save()
        elif asked is not None:
            self._give_up(
                f"the window asks: {' '.join(label.text() for label in asked.findChildren(QLabel))}"
            )
        elif time.monotonic() - self._began > LIMIT:
            self._give_up("no marks within the time limit")

    def _give_up(self, reason: str) -> None:
        self._clock.stop()
        self._warnings.append(reason)
        self._write(None, None)

    def _take_picture(self) -> None:
        QTimer.singleShot(50, self, self._finish)

    def _finish(self) -> None:
        target = self._all.saving.target
        picture = self._report.with_suffix(".png").absolute()
        self._all.window.grab().save(str(picture))
        self._write(target, picture)

    def _write(self, sidecar: Path | None, picture: Path | None) -> None:
        document = self._all.session.document
        outcome = {
            "version": __version__,
            "platform": QGuiApplication.platformName(),
            "started_ms": self._started_ms,
            "opened": str(self._article) if document else None,
            "annotations": len(document.annotations) if document else 0,
            "saved_to": str(sidecar) if sidecar else None,
            "sidecar_sha256": digest_of(sidecar) if sidecar else None,
            "screenshot": str(picture) if picture else None,
            "warnings": self._warnings,
        }
        qInstallMessageHandler(None)
        sys.excepthook = self._excepthook
        self._report.write_text(json.dumps(outcome, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self._finished(0 if sidecar else 2)

    def _note_fault(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> None:
        self._excepthook(kind, fault, where)
        self._give_up(f"{kind.__name__}: {fault}")

    def _note(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg:
            self._warnings.append(message)
            if sys.stderr:
                print(message, file=sys.stderr)  # noqa: T201
