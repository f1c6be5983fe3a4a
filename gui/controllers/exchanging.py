"""Annotations to other tools and from them: asked for, done in the background, and told what was left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.dataset import Dataset
from core.edits import Author
from gui.background import Background
from gui.controllers.conversation import Conversation
from gui.words.format_names import format_in_words, losses_in_words
from gui.words.language import listed

if TYPE_CHECKING:
    from core.exchange.dataset_export import Exported, Order
    from core.exchange.dataset_import import Imported

LANE = "exchange"


class Exchanging(QObject):
    """Exports the folder that is open, and imports into a folder that is opened then."""

    noticed = Signal(str)
    imported = Signal(object)

    def __init__(
        self,
        dataset: Callable[[], Dataset | None],
        background: Background,
        conversation: Conversation,
        author: Callable[[], Author],
    ) -> None:
        super().__init__(conversation)
        self._dataset, self._author = dataset, author
        self._background, self._conversation = background, conversation

    def export(self) -> None:
        """Ask for format and place, and write."""
        from core.exchange import FOLDER_FORMATS, FORMATS, usable

        dataset = self._dataset()
        if dataset is not None:
            forms = usable((*FORMATS, *FOLDER_FORMATS))
            self._conversation.choose_export(forms, lambda order: self._ask_where(dataset, order))

    def import_(self) -> None:
        """Ask for the format, then for what to read and where to."""
        from core.exchange import usable
        from core.exchange.dataset_import import READABLE

        forms = usable(READABLE)
        self._conversation.choose_one(
            [format_in_words(form) for form in forms], lambda number: self._ask_what(forms[number])
        )

    def _ask_where(self, dataset: Dataset, order: Order) -> None:
        from core.exchange import FORMATS
        from core.exchange.dataset_export import export_dataset

        folder = dataset.folder
        if order.is_folder:
            suggested = folder.parent / f"{folder.name}-{order.form}"
            kinds = [self.tr("Folder (*)")]
        else:
            suffix = FORMATS[order.form].suffix
            suggested = folder.parent / f"{folder.name}{suffix}"
            kinds = [f"{format_in_words(order.form)} (*{suffix})"]

        def write(target: Path) -> None:
            self.noticed.emit(self.tr("Exporting…"))
            self._background.run(
                LANE,
                lambda: export_dataset(dataset, order, target),
                lambda done: self._tell_exported(order, target, done),
                self._conversation.tell_any,
            )

        self._conversation.choose_target(self.tr("Export Annotations"), suggested, kinds, write)

    def _tell_exported(self, order: Order, target: Path, done: Exported) -> None:
        words = [self.tr("%n article(s) exported to {0}", "", done.articles).format(target.name)]
        words += [f"{part} {count}" for part, count in done.parts.items()]
        if done.failed:
            words.append(self.tr("could not be read: {0}").format(listed(done.failed[:3])))
        if done.left_out:
            room = self.tr("{0} has no room for: {1}")
            words.append(room.format(format_in_words(order.form), losses_in_words(done.left_out)))
        self._conversation.tell_done(words[0], "\n".join(words[1:]))

    def _ask_what(self, form: str) -> None:
        from core.exchange import FOLDER_FORMATS

        def chosen(path: Path) -> None:
            self._conversation.choose_folder(
                self.tr("Folder for the Articles"),
                str(path.parent),
                lambda folder: self._read(form, path, folder),
            )

        title = self.tr("Import: {0}").format(format_in_words(form))
        start = self._dataset()
        place = str(start.folder.parent) if start else ""
        if form in FOLDER_FORMATS:
            self._conversation.choose_folder(title, place, chosen)
        else:
            self._conversation.choose_any_file(title, place, chosen)

    def _read(self, form: str, path: Path, folder: Path) -> None:
        from core.exchange.dataset_import import import_into, labelled_in

        by = self._author()
        self.noticed.emit(self.tr("Importing…"))
        self._background.run(
            LANE,
            lambda: import_into(folder, labelled_in(form, path), form, by),
            lambda done: self._tell_imported(folder, done),
            self._conversation.tell_any,
        )

    def _tell_imported(self, folder: Path, done: Imported) -> None:
        words = self.tr("%n article(s) imported into {0}", "", done.articles).format(folder.name)
        dropped = losses_in_words(done.left_out)
        self._conversation.tell_done(words, self.tr("Left out: {0}").format(dropped) if dropped else "")
        self.imported.emit(folder)
