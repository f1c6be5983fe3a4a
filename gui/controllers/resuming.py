"""Going on where one left off: the last article at the next start, every recent one at its last place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from gui.article.view import ArticleView
from gui.controllers.appearance import Appearance
from gui.session import Session


class Resuming(QObject):
    """Remembers which article is open, and how far down it was read."""

    def __init__(self, session: Session, view: ArticleView, appearance: Appearance, store: QSettings) -> None:
        super().__init__(session)
        self._session, self._view, self._appearance, self._store = session, view, appearance, store
        self._shown: Path | None = None

    def paths(self) -> list[Path]:
        """The article that was open when the program ended last, in the view of then; none where it is gone.

        Until it is open again it is forgotten: what brings the program down does not do so at every start.
        """
        last = self._appearance.settings.last_article
        self._note(None)
        if not last or not Path(last).is_file():
            return []
        self._appearance.choose_mode(self._appearance.settings.mode)
        return [Path(last)]

    def leave(self) -> None:
        """Remember the place of the article that is still shown, before another one is."""
        if self._shown is None:
            return
        settings = self._appearance.settings
        places = {name: place for name, place in settings.places if name in settings.recent}
        is_at_top = self._view.verticalScrollBar().value() == 0
        places[str(self._shown)] = 0 if is_at_top else self._view.first_offset_in_sight()
        self._appearance.settings = replace(settings, places=tuple(places.items()))

    def arrive(self) -> None:
        """Show the article that is open now from where it was left."""
        self._shown = path = self._session.path
        self._note(path)
        place = dict(self._appearance.settings.places).get(str(path), 0)
        if place > 0 and self._session.document and place < len(self._session.document.text):
            self._view.show_from(place)

    def _note(self, path: Path | None) -> None:
        """Write the open article down at once, so that it is known after a crash as well."""
        name = str(path) if path else ""
        self._appearance.settings = replace(self._appearance.settings, last_article=name)
        self._store.setValue("last_article", name)
