"""The editor of a label scheme: labels, relations, labels of the article, and the scheme itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.schemes import ArticleLabelSpec, LabelSpec, RelationSpec, Scheme, problems_of
from core.schemes.draft import Draft, Spec, add, draft_of, merge, move, put, remove
from gui.dialogs.dialog import ThemedDialog
from gui.dialogs.few_choices import FewChoices
from gui.dialogs.scheme_fields import label_fields, question_fields, relation_fields, scheme_fields
from gui.dialogs.spec_form import SpecForm
from gui.dialogs.spec_page import SpecPage
from gui.look.contrast import ENOUGH, contrast
from gui.look.theme import Theme
from gui.widgets.tab_row import TabRow
from gui.words.scheme_problems import problem_in_words

SIZE = QSize(820, 600)
SCHEME = "scheme"
NEW: dict[str, Spec] = {
    "labels": LabelSpec("NEW"),
    "relations": RelationSpec("new"),
    "article_labels": ArticleLabelSpec("new"),
}


class SchemeEditor(ThemedDialog):
    """``saved`` brings the draft when a person saves it; it can be saved when nothing is wrong with it."""

    saved = Signal(object)

    def __init__(self, theme: Theme, scheme: Scheme, place: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Label scheme “{0}”").format(scheme.record.name))
        self.setWindowTitle(self.tr("Label scheme"))
        self.draft = draft_of(scheme)
        self.pages = {
            "labels": SpecPage(label_fields(), can_merge=True),
            "relations": SpecPage(relation_fields()),
            "article_labels": SpecPage(question_fields()),
        }
        self.scheme_form = SpecForm(scheme_fields())
        self.scheme_form.changed.connect(self._take_scheme)
        self.tabs, self._stack = TabRow(), QStackedWidget()
        self.tabs.chosen.connect(self._show_page)
        for kind, page in self.pages.items():
            self._hear(kind, page)
            self._stack.addWidget(page)
        self._stack.addWidget(self.scheme_form)
        self.add_words(place)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.told = self.add_words("", "ink")
        self.save = self.add_button(self.tr("Save Scheme"), primary=True)
        self.save.clicked.connect(self._save)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.resize_within(SIZE)
        self._show_page("labels")
        self._renew(place=0)
        self.set_theme(theme)
        self.pages["labels"].list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the fields; only on the button does it save."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _hear(self, kind: str, page: SpecPage) -> None:
        page.spec_changed.connect(lambda place, spec: self._take(put(self.draft, kind, place, spec)))
        page.add_requested.connect(lambda: self._add(kind))
        page.remove_requested.connect(lambda place: self._take(remove(self.draft, kind, place)))
        page.move_requested.connect(lambda place, to: self._take(move(self.draft, kind, place, to), place=to))
        page.merge_requested.connect(self._ask_merge)
        page.list.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def _take(self, draft: Draft, *, place: int | None = None) -> None:
        self.draft = draft
        self._renew(place=place)

    def _take_scheme(self, scheme: Any) -> None:
        self._take(replace(self.draft, scheme=scheme))

    def _add(self, kind: str) -> None:
        """A new row with a free name, ready to be named."""
        taken = {row.name for row in self.draft.rows(kind)}
        name = NEW[kind].name
        names = (name if number == 1 else f"{name}{number}" for number in range(1, len(taken) + 2))
        fresh = replace(NEW[kind], name=next(each for each in names if each not in taken))
        if isinstance(fresh, LabelSpec):
            fresh = replace(fresh, recognizes=())
        self._take(add(self.draft, kind, fresh), place=len(taken))
        self.pages[kind].form.widgets[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_merge(self, place: int) -> None:
        """Ask which label takes the annotations over."""
        labels = self.draft.scheme.labels
        others = [number for number in range(len(labels)) if number != place]
        names = [labels[number].name for number in others]
        if not names:
            return
        title = self.tr("Merge {0} into which label?").format(labels[place].name)
        dialog = FewChoices(self._theme, title, names, self)
        dialog.chosen.connect(lambda choice: self._merge(place, others[choice]))
        dialog.open()

    def _merge(self, place: int, into: int) -> None:
        self._take(merge(self.draft, place, into), place=into - (place < into))

    def _show_page(self, name: str) -> None:
        page = self.pages.get(name)
        self._stack.setCurrentWidget(page if page is not None else self.scheme_form)
        self._show_tabs(name)
        self._tell()

    def _show_tabs(self, chosen: str) -> None:
        titles = {
            "labels": self.tr("Labels"),
            "relations": self.tr("Relations"),
            "article_labels": self.tr("Labels of the article"),
            SCHEME: self.tr("Scheme"),
        }
        counts = {kind: f" {len(self.draft.rows(kind))}" for kind in self.pages}
        for kind, page in self.pages.items():
            page.list.setAccessibleName(titles[kind])
        self.tabs.set_tabs([(n, f"{title}{counts.get(n, '')}") for n, title in titles.items()], chosen)

    def _renew(self, *, place: int | None = None) -> None:
        for kind, page in self.pages.items():
            is_shown = self._stack.currentWidget() is page
            page.set_rows(self.draft.rows(kind), place if is_shown or place == 0 else None)
        self.scheme_form.set_spec(self.draft.scheme)
        self._show_tabs(self._page_name())
        self._tell()

    def _tell(self) -> None:
        """What is wrong; else what saving will carry along, and how well the current color reads."""
        problems = list(problems_of(self.draft.scheme))
        self.save.setEnabled(not problems)
        if problems:
            self.told.setText(problem_in_words(problems[0]))
            return
        words = self.tr(", ").join(f"{old} → {new}" for old, new in self.draft.change.in_words())
        if words:
            self.told.setText(self.tr("Annotations follow in the whole folder: {0}").format(words))
        else:
            self.told.setText(self._color_in_words())

    def _color_in_words(self) -> str:
        labels, place = self.draft.scheme.labels, self.pages["labels"].place
        if self._page_name() != "labels" or not 0 <= place < len(labels):
            return ""
        label, ui = labels[place], self._theme.ui
        hue = self._theme.hue(label.hue)
        ratio = contrast(hue.text, ui.surface)
        alike = [
            other.name
            for other in labels
            if other != label and (other.hue, other.group) == (label.hue, label.group)
        ]
        said = [
            self.tr("Contrast {0} : 1").format(f"{ratio:.1f}")
            if ratio >= ENOUGH
            else self.tr("Contrast {0} : 1, too little to read").format(f"{ratio:.1f}")
        ]
        if alike:
            said.append(
                self.tr("drawn like {0}: only its code tells it apart").format(self.tr(", ").join(alike))
            )
        return self.tr(", ").join(said)

    def _page_name(self) -> str:
        shown = self._stack.currentWidget()
        return next((kind for kind, page in self.pages.items() if page is shown), SCHEME)

    def _save(self) -> None:
        for form in (self.scheme_form, *(page.form for page in self.pages.values())):
            form.take_all()
        if self.save.isEnabled():
            self.accept()
            self.saved.emit(self.draft)
