"""How things are shown: theme, language, type size, face, mode and script, as the user chose them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.look.metrics import load_metrics
from gui.look.theme import Theme, load_theme, palette, stylesheet
from gui.settings import Settings
from gui.words.language import Translation, language_of

MODES = ("read", "annotate", "repair")


class Appearance(QObject):
    """Holds the choices and tells when one changed; ``settings`` is what goes to the disk."""

    theme_changed = Signal()
    body_size_changed = Signal(int)
    face_changed = Signal(str)
    measure_changed = Signal(float)
    rows_changed = Signal(float)
    mode_changed = Signal(str)
    script_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._translation = Translation()
        self._mode, self._script = "read", "reading"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return load_theme(self._theme_name())

    @property
    def mode(self) -> str:
        """``read``, ``annotate`` or ``repair``."""
        return self._mode

    @property
    def script(self) -> str:
        """``reading``, or the script that the user looks at: ``hans hant source``."""
        return self._script

    @property
    def language(self) -> str:
        """``zh`` or ``en``."""
        return self._translation.language

    def apply(self) -> None:
        """Bring the application itself to the chosen theme and language."""
        self._use_theme()
        self._speak()

    def choose_theme(self, name: str) -> None:
        """``system``, ``light``, ``dark``, ``sepia`` or ``contrast``."""
        self.settings = replace(self.settings, theme=name)
        self._use_theme()

    def choose_language(self, language: str) -> None:
        """``system``, ``zh`` or ``en``."""
        self.settings = replace(self.settings, language=language)
        self._speak()

    def choose_face(self, face: str) -> None:
        """``hei`` or ``song``."""
        self.settings = replace(self.settings, face=face)
        self.face_changed.emit(face)

    @property
    def measure(self) -> float:
        """What the usual width of the article's column is multiplied by."""
        return load_metrics().measures.get(self.settings.measure, 1.0)

    @property
    def rows(self) -> float:
        """What the usual height of the article's rows is multiplied by."""
        return load_metrics().rows.get(self.settings.rows, 1.0)

    def choose_measure(self, name: str) -> None:
        """``narrow``, ``normal`` or ``wide``: how many characters a row of the article may have."""
        self.settings = replace(self.settings, measure=name)
        self.measure_changed.emit(self.measure)

    def choose_rows(self, name: str) -> None:
        """``close``, ``normal`` or ``open``: how far apart the rows of the article stand."""
        self.settings = replace(self.settings, rows=name)
        self.rows_changed.emit(self.rows)

    def choose_mode(self, mode: str) -> None:
        """Look at the article as reader, annotator or mender."""
        if mode != self._mode:
            self._mode = mode
            self.mode_changed.emit(mode)

    def choose_script(self, script: str) -> None:
        """Look at the article in another script, or at the source text; no offset moves."""
        if script != self._script:
            self._script = script
            self.script_changed.emit(script)

    def zoom(self, step: int) -> None:
        """Set the body in the next larger (1) or smaller (-1) size; 0 is the normal one."""
        choices = load_metrics().body_choices
        here = min(range(len(choices)), key=lambda i: abs(choices[i] - self.settings.body_size))
        size = Settings().body_size if step == 0 else choices[max(0, min(len(choices) - 1, here + step))]
        self.settings = replace(self.settings, body_size=size)
        self.body_size_changed.emit(size)

    def _theme_name(self) -> str:
        chosen = self.settings.theme
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if chosen == "contrast":
            return "contrast-dark" if is_dark else "contrast-light"
        if chosen == "system":
            return "dark" if is_dark else "light"
        return chosen

    def _use_theme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self.theme))
            app.setStyleSheet(stylesheet(self.theme))
        self.theme_changed.emit()

    def _speak(self) -> None:
        self._translation.use(language_of(self.settings.language))
        name = QCoreApplication.translate("Application", "Danqian")
        QGuiApplication.setApplicationDisplayName(name)

    def _follow_system(self) -> None:
        if self.settings.theme in ("system", "contrast"):
            self._use_theme()
