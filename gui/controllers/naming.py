"""The card of a name: opened, kept up to date, and acts on which marks name one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from core import edits
from core.edits import Author
from core.entities.card import EntityCard, entity_card, mergeable
from core.schemes import Scheme
from core.text.spans import Span
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.controllers.document_acts import DocumentActs
from gui.panels.name_panel import NamePanel
from gui.session import Session
from gui.words.label_names import labels_of_group


class Naming(DocumentActs):
    """Shows what the selected mark names, while the card is open; says otherwise what marks name."""

    opened = Signal()
    closed = Signal()
    place_reached = Signal(object)

    def __init__(
        self,
        session: Session,
        panel: NamePanel,
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(session, author)
        self._panel, self._background, self._conversation = panel, background, conversation
        self._shown: str | None = None
        session.selection_changed.connect(self._follow)
        session.document_changed.connect(self._renew)
        session.document_opened.connect(self.close)
        panel.close_requested.connect(self.close)
        panel.place_activated.connect(self._go)
        panel.rename_requested.connect(self._ask_name)
        panel.merge_requested.connect(self._ask_same)
        panel.part_requested.connect(self._part)

    def open(self, mark_id: str | None = None) -> None:
        """Open the card of a mark, of the selected one where none is given."""
        mark_id = mark_id or self._session.selected
        if mark_id is None or not self._is_name(mark_id):
            self.noticed.emit(self.tr("Select a name first"))
            return
        self._shown = mark_id
        self._renew()
        self.opened.emit()

    def close(self) -> None:
        """Put the card away."""
        if self._shown is not None:
            self._shown = None
            self.closed.emit()

    def _is_name(self, mark_id: str) -> bool:
        labels = labels_of_group(self._scheme, "names")
        return any(m.id == mark_id and m.label in labels for m in self._document().live_annotations())

    def _follow(self) -> None:
        """Show the name that is selected next."""
        selected, card = self._session.selected, self._panel.card
        if self._shown is None or selected is None or not self._is_name(selected):
            return
        is_other = card is None or selected not in card.ids
        self._shown = selected
        if is_other:
            self._renew()

    def _renew(self) -> None:
        """Gather the card again, as the article says it now."""
        mark_id = self._shown
        if mark_id is None:
            return
        if not self._is_name(mark_id):
            self.close()
            return
        document, scheme = self._document(), self._scheme

        def work() -> tuple[EntityCard, bool]:
            card = entity_card(document, mark_id)
            return card, bool(mergeable(document, card))

        self._background.gather(work, lambda found: self._show(mark_id, found, scheme), lane="card")

    def _show(self, mark_id: str, found: tuple[EntityCard, bool], scheme: Scheme) -> None:
        card, can_merge = found
        if mark_id == self._shown:
            self._panel.show_card(card, scheme, can_merge=can_merge)

    def _go(self, span: Span, mark_id: str | None) -> None:
        self._session.select(mark_id)
        self.place_reached.emit(span)

    def _ask_name(self) -> None:
        card = self._panel.card
        if card is not None and card.entity is not None:
            entity, title = card.entity, self.tr("Name of “{0}”").format(card.name)
            self._conversation.ask_words(title, "", card.name, lambda name: self._rename(entity, name))

    def _rename(self, entity: str, name: str) -> None:
        if name.strip():
            document = edits.rename_entity(self._document(), entity, name.strip(), self._author())
            self._edit(document, self.tr("Rename"))

    def _ask_same(self) -> None:
        card = self._panel.card
        if card is None:
            return
        others = mergeable(self._document(), card)
        self._conversation.choose_one(
            [entity.name for entity in others], lambda place: self._merge(card.ids, others[place].id)
        )

    def _merge(self, marks: tuple[str, ...], entity: str) -> None:
        document = edits.assign_entity(self._document(), marks, entity, self._author())
        self._edit(document, self.tr("Name One Thing"))

    def _part(self, mark_id: str) -> None:
        self._shown = mark_id
        document = edits.assign_entity(self._document(), [mark_id], None, self._author())
        self._edit(document, self.tr("Name Something Else"))
