"""Acts on relations: one begins at the selected mark and is finished at the next one that is taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from core import edits
from core.edits import Author
from gui.controllers.document_acts import Choose, DocumentActs
from gui.session import Session
from gui.words.label_names import relation_title


class Relating(DocumentActs):
    """``origin`` is the mark that a relation has been begun at; ``origin_changed`` tells of it."""

    origin_changed = Signal(object)

    def __init__(self, session: Session, author: Callable[[], Author], choose: Choose) -> None:
        super().__init__(session, author)
        self._choose = choose
        self.origin: str | None = None
        session.document_opened.connect(self.cancel)
        session.document_changed.connect(self._look_after_origin)

    def begin(self) -> None:
        """Begin a relation at the selected mark; where one was begun elsewhere, finish it here."""
        mark = self._mark()
        if mark is None:
            return
        if self.origin is not None and self.origin != mark.id:
            self.finish(mark.id)
        elif not self._scheme.relations:
            self.noticed.emit(
                self.tr("The label scheme “{0}” has no relations").format(self._scheme.record.name)
            )
        else:
            self._set_origin(mark.id)
            self.noticed.emit(
                self.tr(
                    "Relate “{0}” to which mark? Select it, then Enter; or click it. Esc cancels."
                ).format(mark.quote)
            )

    def confirm(self) -> bool:
        """Finish at the selected mark; False where none was begun."""
        if self.origin is None:
            return False
        selected = self._session.selected
        if selected is not None and selected != self.origin:
            self.finish(selected)
        return True

    def take(self, annotation_id: str | None) -> bool:
        """Finish at a mark that was clicked; False where none was begun, or no mark is meant."""
        if self.origin is None or annotation_id in (None, self.origin):
            return False
        self.finish(str(annotation_id))
        return True

    def cancel(self) -> bool:
        """Let be what was begun; False where nothing was."""
        was_begun = self.origin is not None
        self._set_origin(None)
        return was_begun

    def finish(self, annotation_id: str) -> None:
        """Relate the mark begun with to that one; asks which relation where several are allowed."""
        if self.origin is None:
            return
        document = self._document()
        ends = document.annotation(self.origin), document.annotation(annotation_id)
        options = [
            (relation.name, first, second)
            for first, second in (ends, ends[::-1])
            for relation in self._scheme.relations_between(first.label, second.label)
        ]
        if not options:
            self.noticed.emit(
                self.tr("No relation leads between {0} and {1}").format(ends[0].label, ends[1].label)
            )
            return

        def relate(place: int) -> None:
            label, first, second = options[place]
            self._set_origin(None)
            related = edits.relate(self._document(), first.id, second.id, label, self._author())
            self._edit(related, self.tr("Relate"))
            self._session.select(ends[0].id)

        if len(options) == 1:
            relate(0)
            return
        words = [
            f"{relation_title(self._scheme, label)}：{first.quote} → {second.quote}"
            for label, first, second in options
        ]
        self._choose(words, relate)

    def remove(self, relation_id: str) -> None:
        """Take a relation away."""
        self._edit(edits.unrelate(self._document(), relation_id, self._author()), self.tr("Remove Relation"))

    def _set_origin(self, annotation_id: str | None) -> None:
        if annotation_id != self.origin:
            self.origin = annotation_id
            self.origin_changed.emit(annotation_id)
            self.noticed.emit("")

    def _look_after_origin(self) -> None:
        """Nothing leads from a mark that has gone."""
        document = self._session.document
        if self.origin is None:
            return
        if document is None or self.origin not in {mark.id for mark in document.live_annotations()}:
            self._set_origin(None)
