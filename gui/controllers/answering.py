"""Acts on what the scheme asks: the attributes of the selected mark, and the labels of the article."""

from __future__ import annotations

from core import edits
from gui.controllers.document_acts import DocumentActs


class Answering(DocumentActs):
    """Carries out answers."""

    def set_attribute(self, name: str, value: object) -> None:
        """Set an attribute of the selected mark; None takes it away."""
        if mark := self._mark():
            document = edits.set_attribute(self._document(), mark.id, name, value, self._author())
            self._edit(document, self.tr("Attribute"))

    def set_article_label(self, name: str, values: tuple[str, ...]) -> None:
        """Label the whole article; no values take the label away."""
        document = edits.set_article_label(self._document(), name, values, self._author())
        self._edit(document, self.tr("Label Article"))
