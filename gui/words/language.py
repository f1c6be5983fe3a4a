"""The language of the window: English in the source; Chinese, and English that counts, in ``resources``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.assets import path_of

if TYPE_CHECKING:
    from core.wording.times import Language

LANGUAGES = ("zh", "en")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation where it stands in a table; PySide's own is typed as an object."""
    return text


def window_language() -> Language:
    """The language that the window speaks, for words that are put together."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def listed(words: Iterable[str]) -> str:
    """Words one after another, with the comma of lists that the language of the window has."""
    return ("、" if window_language() == "zh" else ", ").join(words)


def language_of(choice: str) -> str:
    """``zh`` or ``en``: the user's choice, or for ``system`` the one that the system speaks."""
    if choice in LANGUAGES:
        return choice
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Translation:
    """The translators installed in the application; ``use`` exchanges them."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language = "en"

    def use(self, language: str) -> None:
        """Speak ``language`` from now on; widgets hear of it by ``LanguageChange``."""
        app = QCoreApplication.instance()
        if app is None:
            return
        locale = (
            QLocale(QLocale.Language.Chinese, QLocale.Country.China) if language == "zh" else QLocale("en")
        )
        QLocale.setDefault(locale)
        for translator in self._installed:
            app.removeTranslator(translator)
        self._installed = _english() if language == "en" else _chinese()
        for translator in self._installed:
            app.installTranslator(translator)
        self.language = language


def _chinese() -> list[QTranslator]:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return _loaded(f"{folder}/qtbase_zh_CN.qm", str(path_of("translations/zh_CN.qm")))


def _english() -> list[QTranslator]:
    """Only what is counted, worded by one and many."""
    return _loaded(str(path_of("translations/en.qm")))


def _loaded(*files: str) -> list[QTranslator]:
    translators = [(QTranslator(), file) for file in files]
    return [translator for translator, file in translators if translator.load(file)]
