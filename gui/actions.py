"""Every act of the window as one row: menus, command palette and shortcut sheet are made from this table.

Shortcuts come from ``resources/shortcuts.toml``. Controllers connect to ``actions[id].triggered``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from core.assets import load_toml
from gui.words.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One act. ``group`` makes it one of several that exclude each other; ``menu`` is where it is listed.

    In a menu that opens inside that one where ``submenu`` names it.
    """

    id: str
    text: str
    menu: str
    icon: str | None = None
    group: str | None = None
    is_checkable: bool = False
    submenu: str | None = None


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("data", QT_TRANSLATE_NOOP("Actions", "&Dataset")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)


def _row(
    id: str,  # noqa: A002
    text: str,
    icon: str | None = None,
    *,
    group: str | None = None,
    is_checkable: bool = False,
    submenu: str | None = None,
) -> ActionSpec:
    is_checkable = is_checkable or group is not None
    return ActionSpec(id, text, id.split(".")[0], icon, group, is_checkable, submenu or group)


# fmt: off
ACTIONS: tuple[ActionSpec, ...] = (
    _row("file.open", QT_TRANSLATE_NOOP("Actions", "Open Article…"), "file"),
    _row("file.open_folder", QT_TRANSLATE_NOOP("Actions", "Open Folder…"), "folder"),
    _row("file.open_sample", QT_TRANSLATE_NOOP("Actions", "Open Sample Article")),
    _row("file.paste", QT_TRANSLATE_NOOP("Actions", "Paste as New Article")),
    _row("file.encoding", QT_TRANSLATE_NOOP("Actions", "Open with Another Encoding…")),
    _row("file.next", QT_TRANSLATE_NOOP("Actions", "Next Article in Folder")),
    _row("file.previous", QT_TRANSLATE_NOOP("Actions", "Previous Article in Folder")),
    _row("file.next_unfinished", QT_TRANSLATE_NOOP("Actions", "Next Unfinished Article")),
    _row("file.save", QT_TRANSLATE_NOOP("Actions", "Save Annotations")),
    _row("file.save_elsewhere", QT_TRANSLATE_NOOP("Actions", "Save Annotations Elsewhere…")),
    _row("file.export_report", QT_TRANSLATE_NOOP("Actions", "Export Proof Report…")),
    _row("file.export_article", QT_TRANSLATE_NOOP("Actions", "Export Restored Article…")),
    _row("file.preview", QT_TRANSLATE_NOOP("Actions", "Print Preview…")),
    _row("file.print", QT_TRANSLATE_NOOP("Actions", "Print Proof Report…")),
    _row("file.annotate_all", QT_TRANSLATE_NOOP("Actions", "Annotate All Articles of the Folder")),
    _row("file.compare", QT_TRANSLATE_NOOP("Actions", "Compare with Another Article…")),
    _row("file.annotator", QT_TRANSLATE_NOOP("Actions", "Annotator's Name…")),
    _row("file.close", QT_TRANSLATE_NOOP("Actions", "Close Article")),
    _row("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit")),
    _row("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "undo"),
    _row("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "redo"),
    _row("edit.copy", QT_TRANSLATE_NOOP("Actions", "Copy Article Text")),
    _row("edit.copy_formats", QT_TRANSLATE_NOOP("Actions", "Copy with Formats")),
    _row("edit.find", QT_TRANSLATE_NOOP("Actions", "Find…"), "search"),
    _row("edit.find_folder", QT_TRANSLATE_NOOP("Actions", "Find in Folder…")),
    _row("view.read", QT_TRANSLATE_NOOP("Actions", "Read"), group="mode"),
    _row("view.annotate", QT_TRANSLATE_NOOP("Actions", "Annotate"), group="mode"),
    _row("view.repair", QT_TRANSLATE_NOOP("Actions", "Repairs"), group="mode"),
    _row("view.hans", QT_TRANSLATE_NOOP("Actions", "Simplified"), group="script"),
    _row("view.hant", QT_TRANSLATE_NOOP("Actions", "Traditional"), group="script"),
    _row("view.source", QT_TRANSLATE_NOOP("Actions", "Source Text"), group="script"),
    _row("view.side_by_side", QT_TRANSLATE_NOOP("Actions", "Source and Restored Side by Side")),
    _row("view.figures", QT_TRANSLATE_NOOP("Actions", "Figures and Times as a Table")),
    _row("view.settled", QT_TRANSLATE_NOOP("Actions", "Settled Questions")),
    _row("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger Text")),
    _row("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller Text")),
    _row("view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "Normal Text Size")),
    _row("view.hei", QT_TRANSLATE_NOOP("Actions", "Heiti (Sans)"), group="face"),
    _row("view.song", QT_TRANSLATE_NOOP("Actions", "Songti (Serif)"), group="face"),
    _row("view.measure_narrow", QT_TRANSLATE_NOOP("Actions", "Column: Narrow"), group="measure"),
    _row("view.measure_normal", QT_TRANSLATE_NOOP("Actions", "Column: Normal"), group="measure"),
    _row("view.measure_wide", QT_TRANSLATE_NOOP("Actions", "Column: Wide"), group="measure"),
    _row("view.rows_close", QT_TRANSLATE_NOOP("Actions", "Rows: Close"), group="rows"),
    _row("view.rows_normal", QT_TRANSLATE_NOOP("Actions", "Rows: Normal"), group="rows"),
    _row("view.rows_open", QT_TRANSLATE_NOOP("Actions", "Rows: Far Apart"), group="rows"),
    _row("view.theme_system", QT_TRANSLATE_NOOP("Actions", "Theme: as the System"), group="theme"),
    _row("view.theme_light", QT_TRANSLATE_NOOP("Actions", "Theme: Light"), group="theme"),
    _row("view.theme_dark", QT_TRANSLATE_NOOP("Actions", "Theme: Dark"), group="theme"),
    _row("view.theme_sepia", QT_TRANSLATE_NOOP("Actions", "Theme: Sepia"), group="theme"),
    _row("view.theme_contrast", QT_TRANSLATE_NOOP("Actions", "Theme: High Contrast"), group="theme"),
    _row("view.language_system", QT_TRANSLATE_NOOP("Actions", "Language: as the System"), group="language"),
    _row("view.language_zh", "语言：简体中文", group="language"),
    _row("view.language_en", "Language: English", group="language"),
    _row("view.files", QT_TRANSLATE_NOOP("Actions", "File List"), "files", is_checkable=True),
    _row("view.panel", QT_TRANSLATE_NOOP("Actions", "Side Panel"), "panel", is_checkable=True),
    _row("view.guidelines", QT_TRANSLATE_NOOP("Actions", "Guidelines beside the Article"), is_checkable=True),
    _row("view.fold", QT_TRANSLATE_NOOP("Actions", "Show Navigation and Boilerplate"), is_checkable=True),
    _row("view.focus", QT_TRANSLATE_NOOP("Actions", "Article Alone"), is_checkable=True),
    _row("view.full_screen", QT_TRANSLATE_NOOP("Actions", "Full Screen"), is_checkable=True),
    _row("mark.confirm", QT_TRANSLATE_NOOP("Actions", "Accept, or Mark the Selection")),
    _row("mark.confirm_next", QT_TRANSLATE_NOOP("Actions", "Accept and Go to the Next")),
    _row("mark.reject", QT_TRANSLATE_NOOP("Actions", "Reject or Remove")),
    _row("mark.repeat", QT_TRANSLATE_NOOP("Actions", "Label Used Last")),
    _row("mark.sticky", QT_TRANSLATE_NOOP("Actions", "Keep Marking with the Last Label"), is_checkable=True),
    _row("mark.same", QT_TRANSLATE_NOOP("Actions", "Mark All Occurrences Alike")),
    _row("mark.spread", QT_TRANSLATE_NOOP("Actions", "Decide Alike in the Folder…")),
    _row("mark.right_out", QT_TRANSLATE_NOOP("Actions", "Right Edge Outward"), submenu="edges"),
    _row("mark.right_in", QT_TRANSLATE_NOOP("Actions", "Right Edge Inward"), submenu="edges"),
    _row("mark.left_out", QT_TRANSLATE_NOOP("Actions", "Left Edge Outward"), submenu="edges"),
    _row("mark.left_in", QT_TRANSLATE_NOOP("Actions", "Left Edge Inward"), submenu="edges"),
    _row("mark.split", QT_TRANSLATE_NOOP("Actions", "Split at the Caret")),
    _row("mark.join", QT_TRANSLATE_NOOP("Actions", "Join with the Next Mark")),
    _row("mark.piece", QT_TRANSLATE_NOOP("Actions", "Add the Words to the Last Mark")),
    _row("mark.lost", QT_TRANSLATE_NOOP("Actions", "Put a Lost Mark on the Words…")),
    _row("mark.relate", QT_TRANSLATE_NOOP("Actions", "Relate to Another Mark…")),
    _row("mark.attributes", QT_TRANSLATE_NOOP("Actions", "Attributes")),
    _row("mark.note", QT_TRANSLATE_NOOP("Actions", "Note…")),
    _row("mark.correct", QT_TRANSLATE_NOOP("Actions", "Correct the Text…")),
    _row("mark.accept_all", QT_TRANSLATE_NOOP("Actions", "Accept All Unreviewed Marks")),
    _row("mark.question_right", QT_TRANSLATE_NOOP("Actions", "Question: the Article Is Right"),
         submenu="question"),
    _row("mark.question_mistake", QT_TRANSLATE_NOOP("Actions", "Question: It Is a Mistake"),
         submenu="question"),
    _row("mark.question_ignored", QT_TRANSLATE_NOOP("Actions", "Question: Ignore Here"),
         submenu="question"),
    _row("mark.question_always", QT_TRANSLATE_NOOP("Actions", "Question: Ignore Always in the Folder"),
         submenu="question"),
    _row("mark.question_again", QT_TRANSLATE_NOOP("Actions", "Question: Ask Again"),
         submenu="question"),
    _row("mark.approve", QT_TRANSLATE_NOOP("Actions", "Accept All, Done, Next Article")),
    _row("mark.finish", QT_TRANSLATE_NOOP("Actions", "Article Done, Next One")),
    _row("mark.finish_empty", QT_TRANSLATE_NOOP("Actions", "Nothing to Mark, Done, Next One")),
    _row("mark.skip", QT_TRANSLATE_NOOP("Actions", "Skip Article…")),
    _row("mark.flag", QT_TRANSLATE_NOOP("Actions", "Flag Article"), is_checkable=True),
    _row("mark.article_labels", QT_TRANSLATE_NOOP("Actions", "Labels of the Article")),
    _row("mark.scheme", QT_TRANSLATE_NOOP("Actions", "Label Scheme…")),
    _row("mark.accept_repairs", QT_TRANSLATE_NOOP("Actions", "Accept All Suggested Repairs")),
    _row("mark.recognize", QT_TRANSLATE_NOOP("Actions", "Recognize Again")),
    _row("go.next_mark", QT_TRANSLATE_NOOP("Actions", "Next Mark")),
    _row("go.previous_mark", QT_TRANSLATE_NOOP("Actions", "Previous Mark")),
    _row("go.inner_mark", QT_TRANSLATE_NOOP("Actions", "Overlapping Mark")),
    _row("go.leave_mark", QT_TRANSLATE_NOOP("Actions", "Leave the Mark")),
    _row(
        "go.next_unreviewed",
        QT_TRANSLATE_NOOP("Actions", "Next Unreviewed, Least Certain First"),
        "chevron-right",
    ),
    _row("go.previous_unreviewed", QT_TRANSLATE_NOOP("Actions", "Previous Unreviewed"), "chevron-left"),
    _row("go.next_repair", QT_TRANSLATE_NOOP("Actions", "Next Suggested Repair")),
    _row("go.previous_repair", QT_TRANSLATE_NOOP("Actions", "Previous Suggested Repair")),
    _row("go.next_question", QT_TRANSLATE_NOOP("Actions", "Next Open Question")),
    _row("go.previous_question", QT_TRANSLATE_NOOP("Actions", "Previous Open Question")),
    _row("go.question_place", QT_TRANSLATE_NOOP("Actions", "Next Place of the Question")),
    _row("go.name", QT_TRANSLATE_NOOP("Actions", "Card of the Name")),
    _row("go.next_pane", QT_TRANSLATE_NOOP("Actions", "Next Pane")),
    _row("go.previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous Pane")),
    _row("data.agreement", QT_TRANSLATE_NOOP("Actions", "Agreement of Two Annotators")),
    _row("data.settle", QT_TRANSLATE_NOOP("Actions", "Settle Differences…")),
    _row("data.statistics", QT_TRANSLATE_NOOP("Actions", "Statistics")),
    _row("data.neighbors", QT_TRANSLATE_NOOP("Actions", "Compare Names and Figures with the Folder")),
    _row("data.learn", QT_TRANSLATE_NOOP("Actions", "Learn from Corrections…")),
    _row("data.assign", QT_TRANSLATE_NOOP("Actions", "Assign Articles…")),
    _row("data.export", QT_TRANSLATE_NOOP("Actions", "Export Annotations…")),
    _row("data.import", QT_TRANSLATE_NOOP("Actions", "Import Annotations…")),
    _row("data.blind", QT_TRANSLATE_NOOP("Actions", "Blind First Pass"), is_checkable=True),
    _row("help.palette", QT_TRANSLATE_NOOP("Actions", "All Commands…")),
    _row("help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard Shortcuts")),
    _row("help.keys", QT_TRANSLATE_NOOP("Actions", "Change Keys…")),
    _row("help.guidelines", QT_TRANSLATE_NOOP("Actions", "Annotation Guidelines")),
    _row("help.about", QT_TRANSLATE_NOOP("Actions", "About Danqian")),
)
# fmt: on

# Before which acts a menu draws a line.
SEPARATED = frozenset({
    "file.paste", "file.next", "file.save", "file.export_report", "file.annotator", "file.close",
    "edit.copy", "edit.find", "view.hans", "view.zoom_in",
    "view.files", "mark.same", "mark.right_out", "mark.split", "mark.relate", "mark.note", "mark.accept_all",
    "mark.question_right", "mark.approve",
    "go.next_unreviewed", "go.next_repair", "go.next_question", "go.next_pane", "help.guidelines",
})  # fmt: skip


# Menus that open at the place of their first act, under a title of their own.
SUBMENUS = (
    ("edges", QT_TRANSLATE_NOOP("Actions", "Edges of the Mark")),
    ("question", QT_TRANSLATE_NOOP("Actions", "Answer the Question")),
    ("face", QT_TRANSLATE_NOOP("Actions", "Typeface")),
    ("measure", QT_TRANSLATE_NOOP("Actions", "Width of the Column")),
    ("rows", QT_TRANSLATE_NOOP("Actions", "Distance of the Rows")),
    ("theme", QT_TRANSLATE_NOOP("Actions", "Theme")),
    ("language", QT_TRANSLATE_NOOP("Actions", "Language")),
)


class Actions(QObject):
    """The rows as ``QAction``s: ``window`` keys act anywhere in it, ``article`` keys in the article only."""

    def __init__(self, window: QWidget, article: QWidget) -> None:
        super().__init__(window)
        self.by_id: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        keys = shortcuts()
        for spec in ACTIONS:
            action = QAction(self)
            action.setObjectName(spec.id)
            action.setCheckable(spec.is_checkable)
            scope, _ = keys.get(spec.id, ("window", ()))
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
            if scope == "article":
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            (article if scope == "article" else window).addAction(action)
            self.by_id[spec.id] = action
        self.set_keys({action: sequences for action, (_, sequences) in keys.items()})
        self.retranslate()

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give every act its keys, the shown one first; one that is not named has none."""
        for action_id, action in self.by_id.items():
            action.setShortcuts([QKeySequence(key) for key in keys.get(action_id, ())])

    def __getitem__(self, action_id: str) -> QAction:
        return self.by_id[action_id]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return ((spec, self.by_id[spec.id]) for spec in ACTIONS)

    def retranslate(self) -> None:
        """Put every text into the language of the application."""
        for spec, action in self:
            action.setText(QCoreApplication.translate("Actions", spec.text))


@cache
def shortcuts() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For every act its scope (``window`` or ``article``) and its keys, the shown one first."""
    table = load_toml("shortcuts.toml")
    return {action: (scope, tuple(keys)) for scope, rows in table.items() for action, keys in rows.items()}
