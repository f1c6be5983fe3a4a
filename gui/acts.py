"""What each action does: the table of actions on one side, the controllers on the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.workplace import Workplace

NEED_ARTICLE = frozenset({
    "file.save", "file.save_elsewhere", "file.encoding", "file.close", "file.next", "file.previous",
    "file.export_report", "file.export_article", "file.preview", "file.print", "file.compare",
    "view.side_by_side", "view.figures", "view.settled", "view.focus",
    "edit.copy", "edit.copy_formats", "edit.find",
    "view.read", "view.annotate", "view.repair", "view.hans", "view.hant", "view.source", "view.panel",
    "view.fold", "view.guidelines",
})  # fmt: skip
"""Acts that mean nothing on the start page; those of the menus Mark and Go besides."""

NEED_MARK = frozenset({
    "mark.confirm_next", "mark.same", "mark.right_out", "mark.right_in", "mark.left_out", "mark.left_in",
    "mark.note", "mark.join", "mark.relate", "mark.attributes", "go.inner_mark",
})  # fmt: skip
"""Acts on the selected mark. Disabled without one, so that Shift with the arrows selects words."""


class Acts(QObject):
    """Lives as long as the window; connects every action and lets those be chosen that mean something now."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.window)
        self._all = workplace
        self._window, self._parts = workplace.window, workplace.parts
        self._session = workplace.session
        self._on_marks()
        self._on_places()
        self._on_files()
        self._on_looks()
        self._on_help()
        session = self._session
        for signal in (session.document_opened, session.selection_changed, workplace.relating.origin_changed):
            signal.connect(self._enable)
        self._parts.pages.currentChanged.connect(self._enable)
        self._can_undo = self._can_redo = False
        session.undo_stack.canUndoChanged.connect(self._follow_undo)
        session.undo_stack.canRedoChanged.connect(self._follow_redo)
        for signal in (session.document_opened, workplace.everywhere.changed):
            signal.connect(self._enable_undo)
        self._enable_undo()
        self._enable()

    def _enable(self) -> None:
        """Let only those acts be chosen that mean something now; while a page hides the article, none."""
        if self._parts.is_page_shown:
            return
        actions, session = self._parts.actions_table, self._session
        has_article, has_mark = session.document is not None, session.selected is not None
        for spec, action in actions:
            if spec.menu in ("mark", "go") or spec.id in NEED_ARTICLE:
                action.setEnabled(has_article)
        for action_id in NEED_MARK:
            actions[action_id].setEnabled(has_mark)
        actions["go.leave_mark"].setEnabled(has_mark or self._all.relating.origin is not None)

    def _on_marks(self) -> None:
        marking, repairing, shaping = self._all.marking, self._all.repairing, self._all.shaping
        settling = self._all.settling
        self._parts.label_actions.label_chosen.connect(marking.label)
        self._connect({
            "mark.confirm": lambda: self._decide("applied", self._confirm),
            "mark.reject": lambda: self._decide("rejected", marking.reject),
            "mark.confirm_next": marking.confirm_next,
            "mark.same": marking.mark_same,
            "mark.spread": self._all.spreading.ask,
            "mark.repeat": marking.repeat,
            "mark.right_out": lambda: shaping.move_edge("right", 1),
            "mark.right_in": lambda: shaping.move_edge("right", -1),
            "mark.left_in": lambda: shaping.move_edge("left", 1),
            "mark.left_out": lambda: shaping.move_edge("left", -1),
            "mark.split": shaping.split,
            "mark.join": shaping.join,
            "mark.piece": shaping.add_piece,
            "mark.lost": shaping.place_lost,
            "mark.relate": self._all.relating.begin,
            "mark.attributes": lambda: self._answer(self._parts.annotate_panel.focus_attributes),
            "mark.article_labels": lambda: self._answer(self._parts.annotate_panel.focus_article_labels),
            "mark.note": marking.write_note,
            "mark.correct": marking.correct_selection,
            "mark.accept_all": marking.accept_all,
            "mark.question_right": lambda: settling.settle_selected("right"),
            "mark.question_mistake": lambda: settling.settle_selected("mistake"),
            "mark.question_ignored": lambda: settling.settle_selected("ignored"),
            "mark.question_always": lambda: settling.settle_selected("always"),
            "mark.question_again": lambda: settling.settle_selected(None),
            "mark.approve": self._all.progressing.approve,
            "mark.finish": self._all.progressing.finish,
            "mark.finish_empty": self._all.progressing.finish_empty,
            "mark.skip": self._all.progressing.skip,
            "mark.flag": self._all.progressing.flag,
            "mark.scheme": self._all.scheming.edit,
            "mark.accept_repairs": repairing.accept_all,
            "mark.recognize": self._all.recognizing.again,
        })  # fmt: skip

    def _on_places(self) -> None:
        marking = self._all.marking
        self._connect({
            "edit.find": self._find,
            "go.next_mark": lambda: marking.go(1),
            "go.previous_mark": lambda: marking.go(-1),
            "go.inner_mark": marking.go_inner,
            "go.leave_mark": self._leave,
            "go.next_unreviewed": lambda: marking.go_unreviewed(1),
            "go.previous_unreviewed": lambda: marking.go_unreviewed(-1),
            "go.next_repair": lambda: self._to_repairs(1),
            "go.previous_repair": lambda: self._to_repairs(-1),
            "go.name": self._all.naming.open,
            "go.next_question": lambda: self._to_questions(lambda: self._all.questioning.step(1)),
            "go.previous_question": lambda: self._to_questions(lambda: self._all.questioning.step(-1)),
            "go.question_place": lambda: self._to_questions(self._all.questioning.step_place),
            "go.next_pane": lambda: self._parts.cycle_panes(1),
            "go.previous_pane": lambda: self._parts.cycle_panes(-1),
        })  # fmt: skip

    def _on_files(self) -> None:
        articles, saving = self._all.articles, self._all.saving
        self._connect({
            "file.open": articles.choose_file,
            "file.open_folder": articles.choose_folder,
            "file.open_sample": articles.open_sample,
            "file.paste": articles.paste,
            "file.encoding": articles.choose_encoding,
            "file.annotator": articles.choose_annotator,
            "file.save": saving.save,
            "file.save_elsewhere": saving.save_elsewhere,
            "file.export_report": self._all.handing_on.export_report,
            "file.export_article": self._all.handing_on.export_article,
            "file.preview": self._all.handing_on.preview,
            "file.print": self._all.handing_on.print_report,
            "file.compare": lambda: self._all.page_work.versions.choose_other(),
            "view.side_by_side": lambda: self._all.page_work.versions.beside_source(),
            "view.figures": lambda: self._all.page_work.tabulating.begin(),
            "view.settled": lambda: self._all.page_work.settled_list.begin(),
            "file.close": self._all.closing.close_article,
            "file.next": lambda: self._all.stepping.step(1),
            "file.previous": lambda: self._all.stepping.step(-1),
            "file.next_unfinished": self._all.stepping.go_unfinished,
            "file.quit": self._window.close,
            "file.annotate_all": self._annotate_all,
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "edit.copy": articles.copy_text,
            "edit.copy_formats": self._all.handing_on.copy_with_formats,
        })  # fmt: skip

    def _on_looks(self) -> None:
        appearance, parts = self._all.appearance, self._parts
        self._connect({
            "view.zoom_in": lambda: appearance.zoom(1),
            "view.zoom_out": lambda: appearance.zoom(-1),
            "view.zoom_reset": lambda: appearance.zoom(0),
        })  # fmt: skip
        for choose, prefix, choices in (
            (appearance.choose_mode, "", ("read", "annotate", "repair")),
            (appearance.choose_script, "", ("hans", "hant", "source")),
            (appearance.choose_face, "", ("hei", "song")),
            (appearance.choose_measure, "measure_", ("narrow", "normal", "wide")),
            (appearance.choose_rows, "rows_", ("close", "normal", "open")),
            (appearance.choose_theme, "theme_", ("system", "light", "dark", "sepia", "contrast")),
            (appearance.choose_language, "language_", ("system", "zh", "en")),
        ):
            for choice in choices:
                action = parts.actions_table[f"view.{prefix}{choice}"]
                action.triggered.connect(lambda _=False, choose=choose, choice=choice: choose(choice))
        for action_id, show in (
            ("view.panel", parts.desk.set_panel_shown),
            ("view.files", parts.desk.set_files_shown),
            ("view.fold", parts.article.set_folds_open),
            ("view.guidelines", parts.desk.set_guidelines_shown),
            ("mark.sticky", self._all.marking.set_sticky),
            ("view.focus", parts.desk.set_focused),
            ("view.full_screen", self._window.set_full_screen),
        ):
            parts.actions_table[action_id].toggled.connect(show)

    def _on_help(self) -> None:
        talk = self._all.conversation
        self._connect({
            "help.palette": lambda: talk.show_palette(self._parts.actions_table),
            "help.shortcuts": lambda: talk.show_shortcuts(self._parts.actions_table, self._session.scheme),
            "help.keys": self._all.keys.choose,
            "help.guidelines": self._all.guiding.show_dialog,
            "help.about": talk.show_about,
        })  # fmt: skip

    def _confirm(self) -> None:
        """Finish the relation that was begun; else act on the mark or the words."""
        if not self._all.relating.confirm():
            self._all.marking.confirm()

    def _leave(self) -> None:
        """Let a relation be that was begun; else leave the mark."""
        if not self._all.relating.cancel():
            self._all.marking.leave()

    def _answer(self, focus: Callable[[], bool]) -> None:
        """Show the annotator's panel, and give the focus to what it asks; say so where that is nothing."""
        self._all.appearance.choose_mode("annotate")
        self._parts.actions_table["view.panel"].setChecked(True)
        self._parts.desk.set_panel_shown(True)
        if not focus():
            self._parts.status_row.set_notice(self.tr("The label scheme asks nothing here"))

    def _decide(self, status: str, on_mark: Callable[[], None]) -> None:
        """Among repairs, decide the one looked at; elsewhere act on the mark."""
        if self._all.appearance.mode == "repair":
            self._all.repairing.decide_selected(status)
        else:
            on_mark()

    def _to_repairs(self, step: int) -> None:
        self._all.repairing.go(step)
        self._all.appearance.choose_mode("repair")

    def _to_questions(self, go: Callable[[], None]) -> None:
        """Go on among the questions, which stand in the view to read."""
        if self._all.appearance.mode == "repair":
            self._all.appearance.choose_mode("read")
        go()

    def _annotate_all(self) -> None:
        """Annotate the folder, and show how far that is."""
        self._parts.actions_table["view.files"].setChecked(True)
        self._all.preannotating.begin()

    def _follow_undo(self, can_undo: bool) -> None:
        self._can_undo = can_undo
        self._enable_undo()

    def _follow_redo(self, can_redo: bool) -> None:
        self._can_redo = can_redo
        self._enable_undo()

    def _enable_undo(self) -> None:
        actions, everywhere = self._parts.actions_table, self._all.everywhere
        actions["edit.undo"].setEnabled(self._can_undo or everywhere.can_undo)
        actions["edit.redo"].setEnabled(self._can_redo or everywhere.can_redo)

    def _undo(self) -> None:
        """Take the last act back, on many files or on the open article."""
        everywhere = self._all.everywhere
        everywhere.undo() if everywhere.can_undo else self._session.undo_stack.undo()

    def _redo(self) -> None:
        everywhere = self._all.everywhere
        everywhere.redo() if everywhere.can_redo else self._session.undo_stack.redo()

    def _find(self) -> None:
        self._parts.show_find(self._all.words_in_hand())

    def _connect(self, acts: dict[str, Callable[[], object]]) -> None:
        for action_id, act in acts.items():
            self._parts.actions_table[action_id].triggered.connect(lambda _=False, act=act: act())
