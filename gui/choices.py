"""Shows in the window how the user wants things: theme, typeface, column, rows, view and script."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.workplace import Workplace


class Choices(QObject):
    """Hears of every choice, and shows those of earlier sessions to begin with."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._all, self._parts, self._appearance = workplace, workplace.parts, workplace.appearance
        self._hear()
        self._show_mode(self._appearance.mode)
        self._show_earlier()

    def _hear(self) -> None:
        appearance, article = self._appearance, self._parts.article
        appearance.theme_changed.connect(lambda: self._parts.set_theme(appearance.theme))
        appearance.body_size_changed.connect(article.set_body_size)
        appearance.face_changed.connect(article.set_face)
        appearance.measure_changed.connect(article.set_measure)
        appearance.rows_changed.connect(article.set_rows)
        appearance.mode_changed.connect(self._show_mode)
        appearance.script_changed.connect(self.show_script)
        article.set_body_size(appearance.settings.body_size)
        article.set_face(appearance.settings.face)
        article.set_measure(appearance.measure)
        article.set_rows(appearance.rows)

    def _show_earlier(self) -> None:
        """Tick what was chosen in an earlier session."""
        settings, actions = self._appearance.settings, self._parts.actions_table
        for action_id in (
            f"theme_{settings.theme}",
            f"language_{settings.language}",
            settings.face,
            f"measure_{settings.measure}",
            f"rows_{settings.rows}",
        ):
            actions[f"view.{action_id}"].setChecked(True)
        actions["view.panel"].setChecked(settings.is_panel_shown)
        actions["view.files"].setChecked(settings.is_files_shown)
        self._parts.desk.set_panel_shown(settings.is_panel_shown)
        self._parts.desk.set_files_shown(settings.is_files_shown)
        self._parts.desk.set_widths(dict(settings.panel_widths))

    def _show_mode(self, mode: str) -> None:
        """Show the bars and panels of a view."""
        parts = self._parts
        for part in (parts.article, parts.desk, parts.top_row, parts.status_row):
            part.set_mode(mode)
        parts.label_bar.setVisible(mode == "annotate")
        parts.repair_filter.setVisible(mode == "repair")
        parts.actions_table[f"view.{mode}"].setChecked(True)
        if mode == "repair" and self._all.session.selected_repair is None:
            self._all.repairing.go(1)

    def show_script(self, script: str) -> None:
        """Show the article in a script, or in the one that it is read in."""
        self._parts.article.set_view_script(script)
        document = self._all.session.document
        shown = document.script.reading if script == "reading" and document else script
        if shown in ("hans", "hant", "source"):
            self._parts.status_row.set_script(shown)
            self._parts.actions_table[f"view.{shown}"].setChecked(True)
