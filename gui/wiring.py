"""Carries news between the window's parts, the session and the controllers: the one map of who hears whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from core.edits import undecided
from core.repairs import in_reading
from core.spans import Span
from gui.models.start_rows import RecentArticle
from gui.workplace import Workplace


class Wiring(QObject):
    """Lives as long as the window; every slot carries news from one part to others."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._window, self._session = workplace.window, workplace.session
        self._appearance, self._articles = workplace.appearance, workplace.articles
        self._saving, self._folder = workplace.saving, workplace.folder
        self._journaling = workplace.journaling
        self._marking, self._repairing = workplace.marking, workplace.repairing
        workplace.window.side_panel.set_run_later(workplace.background.gather)
        self._hear_session()
        self._hear_appearance()
        self._hear_views()

    # News from the session

    def _hear_session(self) -> None:
        session, window = self._session, self._window
        session.document_opened.connect(self._show_article)
        session.document_changed.connect(self._show_document)
        session.selection_changed.connect(self._show_selection)
        session.repair_selection_changed.connect(self._show_repair)
        session.saved_changed.connect(self._show_saved)
        self._saving.saved.connect(self._show_saved)
        self._articles.folder_changed.connect(self._show_folder)
        self._articles.opened.connect(self._journaling.offer)
        self._articles.discarded.connect(self._journaling.forget)
        self._articles.recent_changed.connect(self._show_recent)
        for notices in (self._marking, self._repairing, self._saving, self._articles):
            notices.noticed.connect(window.status_row.set_notice)

    def _show_article(self) -> None:
        """Another article, or none."""
        document = self._session.document
        self._window.set_open(document is not None)
        self._window.status_row.set_notice("")
        self._appearance.choose_script("reading")
        self._show_script("reading")
        self._show_document()
        self._show_saved()
        if self._session.path is not None:
            self._folder.show(self._session.path.parent)

    def _show_document(self) -> None:
        """The same article in its next value."""
        document, window = self._session.document, self._window
        for part in (
            window.article,
            window.side_panel,
            window.annotate_panel,
            window.repair_panel,
            window.find_panel,
            window.repair_filter,
            window.status_row,
        ):
            part.set_document(document)
        waiting = len(undecided(document)) if document else 0
        window.top_row.set_pending(waiting)
        self._folder.show_open_article()
        questions = document is not None and any(f.decision is None for f in document.findings)
        window.rail.set_waiting(
            {name for name, waits in (("repairs", waiting), ("findings", questions)) if waits}
        )

    def _show_selection(self) -> None:
        window, selected = self._window, self._session.selected
        for part in (window.article, window.side_panel, window.annotate_panel):
            part.select_annotation(selected)
        if selected and self._session.document:
            window.article.scroll_to(self._session.document.annotation(selected).span)
        window.label_bar.set_current(self._label_of(selected))

    def _show_repair(self) -> None:
        window, selected = self._window, self._session.selected_repair
        window.article.select_repair(selected)
        window.repair_panel.select_repair(selected)
        if self._session.document:
            for repair, span in in_reading(self._session.document.repairs):
                if repair.id == selected:
                    window.article.scroll_to(span)

    def _show_saved(self) -> None:
        self._window.status_row.set_saved(self._articles.saved_in_words())
        self._window.setWindowModified(self._session.is_unsaved)
        self._window.setWindowTitle(self._articles.title())

    def _show_folder(self) -> None:
        if self._articles.folder is not None:
            self._folder.show(self._articles.folder)
            self._window.actions_table["view.files"].setChecked(True)

    def _show_recent(self) -> None:
        recent = self._appearance.settings.recent
        self._window.menus.set_recent(recent, self._articles.open)
        self._window.start_page.set_recent([RecentArticle(name, Path(name).name) for name in recent])

    def _label_of(self, annotation_id: str | None) -> str | None:
        document = self._session.document
        return document.annotation(annotation_id).label if document and annotation_id else None

    # News from the user's choices

    def _hear_appearance(self) -> None:
        appearance, window = self._appearance, self._window
        appearance.theme_changed.connect(lambda: window.set_theme(appearance.theme))
        appearance.body_size_changed.connect(window.article.set_body_size)
        appearance.face_changed.connect(window.article.set_face)
        appearance.mode_changed.connect(self._show_mode)
        appearance.script_changed.connect(self._show_script)
        window.language_changed.connect(self._show_saved)
        window.article.set_body_size(appearance.settings.body_size)
        window.article.set_face(appearance.settings.face)
        self._show_mode(appearance.mode)
        self._show_choices()
        self._show_recent()

    def _show_choices(self) -> None:
        """Tick what was chosen in an earlier session."""
        settings, actions = self._appearance.settings, self._window.actions_table
        for action_id in (f"theme_{settings.theme}", f"language_{settings.language}", settings.face):
            actions[f"view.{action_id}"].setChecked(True)
        actions["view.panel"].setChecked(settings.is_panel_shown)
        self._window.desk.set_panel_shown(settings.is_panel_shown)
        self._window.desk.set_widths(dict(settings.panel_widths))

    def _show_mode(self, mode: str) -> None:
        window = self._window
        for part in (window.article, window.desk, window.top_row, window.status_row):
            part.set_mode(mode)
        window.label_bar.setVisible(mode == "annotate")
        window.repair_filter.setVisible(mode == "repair")
        window.actions_table[f"view.{mode}"].setChecked(True)
        if mode == "repair" and self._session.selected_repair is None:
            self._repairing.go(1)

    def _show_script(self, script: str) -> None:
        self._window.article.set_view_script(script)
        document = self._session.document
        shown = document.script.reading if script == "reading" and document else script
        if shown in ("hans", "hant", "source"):
            self._window.status_row.set_script(shown)
            self._window.actions_table[f"view.{shown}"].setChecked(True)

    # News from the views

    def _hear_views(self) -> None:
        window, session = self._window, self._session
        article = window.article
        article.annotation_clicked.connect(session.select)
        article.repair_clicked.connect(session.select_repair)
        article.edges_dragged.connect(self._marking.resize)
        article.finding_clicked.connect(lambda _: self._open_section("findings"))
        article.context_menu_requested.connect(window.menus.article.popup)
        window.side_panel.annotation_activated.connect(session.select)
        window.side_panel.repair_activated.connect(self._look_at_repair)
        window.side_panel.finding_activated.connect(lambda _, span: article.scroll_to(span))
        window.side_panel.place_activated.connect(article.scroll_to)
        window.side_panel.hues_hidden.connect(article.set_hidden_hues)
        window.side_panel.section_in_sight.connect(window.rail.set_current)
        window.annotate_panel.annotation_activated.connect(session.select)
        window.annotate_panel.label_requested.connect(self._marking.label)
        window.label_bar.label_chosen.connect(self._marking.label)
        window.repair_panel.repair_activated.connect(session.select_repair)
        window.repair_panel.repairs_decided.connect(self._repairing.decide)
        window.repair_filter.originals_chosen.connect(article.set_originals)
        window.find_panel.span_activated.connect(self._look_at_span)
        window.find_panel.mark_requested.connect(self._marking.mark_spans)
        window.find_panel.close_requested.connect(window.close_find)
        window.start_page.act_requested.connect(lambda action_id: window.actions_table[action_id].trigger())
        window.start_page.paths_requested.connect(self._articles.open_paths)
        window.paths_dropped.connect(self._articles.open_paths)
        window.close_requested.connect(self._articles.close_window)
        window.files_panel.file_activated.connect(lambda name: self._articles.open(Path(name)))
        window.rail.section_chosen.connect(self._open_section)
        window.top_row.mode_chosen.connect(self._appearance.choose_mode)
        window.status_row.script_chosen.connect(self._appearance.choose_script)
        window.desk.panel_shown.connect(window.actions_table["view.panel"].setChecked)

    def _look_at_span(self, span: Span) -> None:
        self._window.article.select_span(span)
        self._window.article.scroll_to(span)

    def _look_at_repair(self, repair_id: str) -> None:
        self._appearance.choose_mode("repair")
        self._session.select_repair(repair_id)

    def _open_section(self, section: str) -> None:
        self._appearance.choose_mode("read")
        self._window.actions_table["view.panel"].setChecked(True)
        self._window.desk.set_panel_shown(True)
        self._window.side_panel.open_section(section)
        self._window.rail.set_current(section)
