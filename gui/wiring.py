"""Carries news between the window's parts, the session and the controllers: the one map of who hears whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from core.edits import undecided
from core.language.segmentation import words_of
from core.recollection import recollect
from core.repairs import in_reading
from core.text.spans import Span
from gui.choices import Choices
from gui.models.start_rows import RecentArticle, recent_article
from gui.panels.hit_list import Hit
from gui.words.file_names import shown_name
from gui.workplace import Workplace


class Wiring(QObject):
    """Lives as long as the window; every slot carries news from one part to others."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._all = workplace
        self._window, self._parts = workplace.window, workplace.parts
        self._session = workplace.session
        self._appearance, self._articles = workplace.appearance, workplace.articles
        self._saving, self._folder = workplace.saving, workplace.folder
        self._journaling = workplace.journaling
        self._marking, self._repairing = workplace.marking, workplace.repairing
        self._background = workplace.background
        workplace.parts.side_panel.set_run_later(workplace.background.gather)
        self._choices = Choices(workplace)
        self._hear_session()
        self._hear_appearance()
        self._hear_views()

    # News from the session

    def _hear_session(self) -> None:
        session, parts = self._session, self._parts
        session.scheme_changed.connect(lambda: parts.set_scheme(session.scheme))
        session.document_opened.connect(self._show_article)
        session.document_changed.connect(self._show_document)
        session.selection_changed.connect(self._show_selection)
        session.selection_changed.connect(self._all.questioning.follow_mark)
        session.repair_selection_changed.connect(self._show_repair)
        session.finding_selection_changed.connect(self._show_finding)
        session.saved_changed.connect(self._show_saved)
        session.undo_stack.indexChanged.connect(lambda _: parts.status_row.set_notice(""))
        self._saving.saved.connect(self._show_saved)
        self._saving.saved.connect(self._folder.look_again)
        self._all.recognizing.working_changed.connect(parts.status_row.set_marking)
        self._articles.folder_changed.connect(self._show_folder)
        self._all.stepping.arrived.connect(self._look_at_span)
        self._all.questioning.place_reached.connect(self._show_place)
        self._articles.opened.connect(self._journaling.offer)
        self._all.closing.discarded.connect(self._journaling.forget)
        self._articles.recent_changed.connect(self._show_recent)
        for notices in (
            self._marking,
            self._all.handing_on,
            self._all.page_work,
            self._all.shaping,
            self._all.relating,
            self._all.guiding,
            self._all.scheming,
            self._repairing,
            self._saving,
            self._articles,
            self._all.stepping,
            self._all.everywhere,
            self._all.spreading,
            self._all.preannotating,
            self._all.questioning,
            self._all.settling,
            self._all.naming,
        ):
            notices.noticed.connect(parts.status_row.set_notice)

    def _show_article(self) -> None:
        """Another article, or none."""
        document = self._session.document
        self._all.resuming.leave()
        self._parts.set_open(document is not None)
        self._parts.status_row.set_notice("")
        self._appearance.choose_script("reading")
        self._choices.show_script("reading")
        self._show_selection()
        self._show_repair()
        self._show_finding()
        self._show_document()
        self._all.resuming.arrive()
        self._show_saved()
        if self._session.path is not None:
            self._folder.show_around(self._session.path)

    def _show_document(self) -> None:
        """The same article in its next value."""
        document, parts = self._session.document, self._parts
        for part in (
            parts.article,
            parts.side_panel,
            parts.annotate_panel,
            parts.repair_panel,
            parts.find_panel,
            parts.repair_filter,
            parts.status_row,
        ):
            part.set_document(document)
        waiting = len(undecided(document)) if document else 0
        parts.top_row.set_pending(waiting)
        is_flagged = document is not None and document.progress.flagged
        parts.actions_table["mark.flag"].setChecked(is_flagged)
        self._folder.show_open_article()
        questions = document is not None and any(f.decision is None for f in document.findings)
        parts.rail.set_waiting(
            {name for name, waits in (("repairs", waiting), ("findings", questions)) if waits}
        )

    def _show_selection(self) -> None:
        parts, selected = self._parts, self._session.selected
        for part in (parts.article, parts.side_panel, parts.annotate_panel):
            part.select_annotation(selected)
        if selected and self._session.document:
            parts.article.scroll_to(self._session.document.annotation(selected).span)
        parts.label_bar.set_current(self._label_of(selected))

    def _show_repair(self) -> None:
        parts, selected = self._parts, self._session.selected_repair
        parts.article.select_repair(selected)
        parts.repair_panel.select_repair(selected)
        if self._session.document:
            for repair, span in in_reading(self._session.document.repairs):
                if repair.id == selected:
                    parts.article.scroll_to(span)

    def _show_finding(self) -> None:
        selected = self._session.selected_finding
        self._parts.article.select_finding(selected)
        self._parts.side_panel.select_finding(selected, self._all.questioning.place)

    def _show_place(self, span: Span) -> None:
        """The next place of a question; without the panel that has it, the status row says what is asked."""
        self._show_finding()
        self._parts.article.scroll_to(span)
        if not self._parts.side_panel.isVisible():
            self._parts.status_row.set_notice(self._all.questioning.in_words())

    def _show_saved(self) -> None:
        self._parts.status_row.set_saved(self._articles.saved_in_words())
        self._window.setWindowModified(self._session.is_unsaved)
        self._window.setWindowTitle(self._articles.title())

    def _show_folder(self) -> None:
        if self._articles.folder is not None:
            self._folder.show(self._articles.folder)
            self._parts.actions_table["view.files"].setChecked(True)

    def _show_recent(self) -> None:
        recent = self._appearance.settings.recent
        self._parts.menus.set_recent(recent, self._articles.open)
        self._parts.start_page.set_recent(
            [RecentArticle(name, shown_name(Path(name).name)) for name in recent]
        )
        annotator = self._appearance.settings.annotator or None
        self._background.gather(
            lambda: [recollect(Path(name), annotator) for name in recent],
            lambda known: self._parts.start_page.set_recent([recent_article(each) for each in known]),
            lane="recent",
        )

    def _label_of(self, annotation_id: str | None) -> str | None:
        document = self._session.document
        return document.annotation(annotation_id).label if document and annotation_id else None

    # News from the user's choices

    def _hear_appearance(self) -> None:
        self._window.language_changed.connect(self._speak)
        self._show_recent()

    def _speak(self) -> None:
        self._parts.retranslate()
        self._show_saved()

    # News from the views

    def _hear_views(self) -> None:
        parts, session = self._parts, self._session
        article = parts.article
        article.annotation_clicked.connect(self._take_mark)
        article.words_taken.connect(self._marking.take_words)
        article.repair_clicked.connect(session.select_repair)
        article.edges_dragged.connect(self._all.shaping.resize)
        article.finding_clicked.connect(self._ask_about)
        article.context_menu_requested.connect(parts.menus.article.popup)
        article.zoom_requested.connect(self._appearance.zoom)
        article.set_segmenter(words_of)
        self._hear_panels()
        parts.find_panel.hit_activated.connect(self._look_at_hit)
        parts.find_panel.act_requested.connect(self._all.everywhere.act)
        parts.find_panel.close_requested.connect(parts.close_guest)
        parts.start_page.act_requested.connect(lambda action_id: parts.actions_table[action_id].trigger())
        parts.start_page.paths_requested.connect(self._articles.open_paths)
        for dropped_on in (self._window, parts.start_page):
            dropped_on.words_dropped.connect(self._articles.open_words)
        self._window.paths_dropped.connect(self._articles.open_paths)
        self._window.close_requested.connect(self._all.closing.close_window)
        parts.files_panel.file_activated.connect(self._open_file)
        parts.rail.section_chosen.connect(self._open_section)
        parts.top_row.mode_chosen.connect(self._appearance.choose_mode)
        parts.status_row.script_chosen.connect(self._appearance.choose_script)
        parts.desk.panel_shown.connect(parts.actions_table["view.panel"].setChecked)

    def _hear_panels(self) -> None:
        parts, session, article = self._parts, self._session, self._parts.article
        parts.side_panel.annotation_activated.connect(session.select)
        parts.side_panel.name_opened.connect(self._all.naming.open)
        self._all.naming.opened.connect(parts.show_name)
        self._all.naming.closed.connect(parts.close_guest)
        self._all.naming.place_reached.connect(article.scroll_to)
        parts.side_panel.repair_activated.connect(self._look_at_repair)
        parts.side_panel.finding_activated.connect(self._all.questioning.look_at)
        parts.side_panel.place_activated.connect(article.scroll_to)
        parts.side_panel.finding_settled.connect(self._all.settling.settle)
        parts.side_panel.note_requested.connect(self._all.settling.write_note)
        parts.side_panel.article_requested.connect(self._open_file)
        parts.side_panel.hues_hidden.connect(article.set_hidden_hues)
        parts.side_panel.section_in_sight.connect(parts.rail.set_current)
        parts.annotate_panel.annotation_activated.connect(session.select)
        parts.annotate_panel.label_requested.connect(self._marking.label)
        parts.annotate_panel.attribute_answered.connect(self._all.answering.set_attribute)
        parts.annotate_panel.article_label_answered.connect(self._all.answering.set_article_label)
        parts.annotate_panel.relation_removed.connect(self._all.relating.remove)
        parts.annotate_panel.leave_requested.connect(article.setFocus)
        parts.label_bar.label_chosen.connect(self._marking.label)
        parts.guidelines.close_requested.connect(
            lambda: parts.actions_table["view.guidelines"].setChecked(False)
        )
        self._marking.last_label_changed.connect(self._show_last_label)
        self._all.relating.origin_changed.connect(article.set_related_from)
        parts.repair_panel.repair_activated.connect(session.select_repair)
        parts.repair_panel.repairs_decided.connect(self._repairing.decide)
        parts.repair_filter.kinds_hidden.connect(article.set_hidden_repairs)
        parts.repair_filter.originals_chosen.connect(article.set_originals)

    def _open_file(self, name: str) -> None:
        if self._folder.dataset is not None:
            self._articles.open(self._folder.dataset.path(name))

    def _take_mark(self, annotation_id: str | None) -> None:
        """A click finishes the relation that was begun, or selects."""
        if not self._all.relating.take(annotation_id):
            self._session.select(annotation_id)

    def _show_last_label(self, label: str) -> None:
        self._parts.label_bar.set_sticky(label if self._marking.is_sticky else None)
        self._all.guiding.follow_label(label)

    def _look_at_span(self, span: Span) -> None:
        self._parts.article.select_span(span)
        self._parts.article.scroll_to(span)

    def _look_at_hit(self, hit: Hit) -> None:
        if hit.article:
            self._all.stepping.go_to(hit.article, hit.place.span, hit.place.words)
        else:
            self._look_at_span(hit.place.span)

    def _look_at_repair(self, repair_id: str) -> None:
        self._appearance.choose_mode("repair")
        self._session.select_repair(repair_id)

    def _ask_about(self, finding_id: str) -> None:
        """Show the question of a number in the margin; on further clicks its next places."""
        self._open_section("findings")
        self._all.questioning.look_at(finding_id)

    def _open_section(self, section: str) -> None:
        self._appearance.choose_mode("read")
        self._parts.actions_table["view.panel"].setChecked(True)
        self._parts.desk.set_panel_shown(True)
        self._parts.side_panel.open_section(section)
        self._parts.rail.set_current(section)
