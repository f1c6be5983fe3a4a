"""The annotator's work in the real window by keyboard: every kind of mark, relations, answers, done, next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.document import Annotation, Document
from core.schemes import SCHEME_FILE
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in
from core.text.spans import Span
from gui.dialogs.few_choices import FewChoices
from gui.dialogs.key_choice import KeyChoice
from gui.dialogs.moved_text import MovedText
from gui.dialogs.question import Question
from gui.panels.article_label_form import ChoiceRow
from gui.panels.label_button import LabelButton
from gui.widgets.action_button import ActionButton
from gui.workplace import Workplace

LONG = 30_000
SCHEME = """\
name = "财经"
version = "1"
overlap = "free"
guidelines = "规范.md"

[[labels]]
name = "COMP"
title = { zh = "公司", en = "Company" }
hue = "org"
key = "1"
recognizes = ["ORG"]

[[labels.attributes]]
name = "listed"
choices = ["沪市", "深市"]

[[labels.attributes]]
name = "share"
kind = "number"

[[labels]]
name = "PER"
hue = "per"
key = "2"

[[relations]]
name = "works_for"
from = ["PER"]
to = ["COMP"]

[[relations]]
name = "owns"
from = ["PER", "COMP"]
to = ["COMP"]

[[article_labels]]
name = "topic"
choices = ["股市", "楼市", "人事"]
multiple = true
"""
LONG_WORDS = "话。\n\n" * 60
GUIDELINES = f"# 规范\n\n{LONG_WORDS}## 公司 COMP\n\n全称。\n\n{LONG_WORDS}## PER\n\n头衔在外。\n"
FIRST = (
    "华茂集团任命总经理\n2023-05-08 09:30\n"
    "华茂集团股份有限公司昨日任命张建国为总经理，原总经理王海燕转任董事。"
)
SECOND = "宁远控股一季度净利增长\n2023-04-28\n宁远控股集团总经理陈立表示，公司将扩大生产。"


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    folder = tmp_path / "财经"
    folder.mkdir()
    (folder / SCHEME_FILE).write_text(SCHEME, encoding="utf-8")
    (folder / "规范.md").write_text(GUIDELINES, encoding="utf-8")
    (folder / "1.txt").write_text(FIRST, encoding="utf-8")
    (folder / "2.txt").write_text(SECOND, encoding="utf-8")
    return folder


class Annotator:
    """Presses keys, wherever the focus is, and looks at the document."""

    def __init__(self, qtbot: QtBot, workplace: Workplace) -> None:
        self.qtbot, self.all = qtbot, workplace
        self.article = workplace.parts.article

    @property
    def document(self) -> Document:
        assert self.all.session.document is not None
        return self.all.session.document

    def open(self, path: Path) -> None:
        self.all.articles.open(path)
        self.wait_for(path)
        self.press("Alt+2")
        self.article.setFocus()

    def wait_for(self, path: Path) -> None:
        session = self.all.session
        self.qtbot.waitUntil(
            lambda: session.path == path and bool(session.document and session.document.annotations),
            timeout=LONG,
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            combination = QKeySequence(key)[0]
            widget = QApplication.focusWidget() or self.article
            self.qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())

    def walk_to(self, place: int) -> None:
        """Move the caret there by the arrow keys."""
        self.press("Esc", "Ctrl+Home")
        while self.article.caret() < place:
            before = self.article.caret()
            self.press("Right")
            assert self.article.caret() > before

    def select(self, words: str) -> Span:
        """Select words by Shift and the arrows."""
        start = self.document.text.rindex(words)
        self.walk_to(start)
        for _ in words:
            self.press("Shift+Right")
        span = Span(start, start + len(words))
        assert self.article.selected_span() == span
        return span

    def mark(self, words: str, nth: int = 0) -> Annotation:
        return [mark for mark in self.document.live_annotations() if mark.quote == words][nth]

    def go_to(self, words: str) -> Annotation:
        """Select a mark by stepping from mark to mark."""
        for key in ("Alt+Left", "Alt+Right"):
            for _ in self.document.annotations:
                selected = self.all.session.selected
                if selected and self.document.annotation(selected).quote == words:
                    return self.document.annotation(selected)
                self.press(key)
        focus, marks = QApplication.focusWidget(), [m.quote for m in self.document.live_annotations()]
        raise AssertionError(f"no mark on {words}; {focus} has the focus, marks are {marks}")


@pytest.fixture
def annotator(qtbot: QtBot, workplace: Workplace, dataset: Path) -> Annotator:
    made = Annotator(qtbot, workplace)
    made.open(dataset / "1.txt")
    return made


def test_a_whole_article_by_keyboard_alone(annotator: Annotator, dataset: Path, workplace: Workplace) -> None:
    one, long_name = annotator, "华茂集团股份有限公司"
    assert {mark.label for mark in one.document.live_annotations()} <= {"COMP", "PER"}, "only the scheme's"

    # A mark by character-wise selection and a label's key, one inside of it, one across its edge.
    if long_name not in {mark.quote for mark in one.document.live_annotations()}:
        one.select(long_name)
        one.press("1")
    one.select("股份有限公司")
    one.press("2")
    one.select("公司昨日")
    one.press("1")
    assert one.mark("股份有限公司").label == "PER"
    assert one.mark("公司昨日").label == "COMP"
    assert one.mark(long_name).is_live, "overlapping marks stand side by side in this scheme"
    one.press("Ctrl+Z", "Ctrl+Z")
    assert "公司昨日" not in {mark.quote for mark in one.document.live_annotations()}

    # Cut one in two at the caret, and make one of two again.
    company = one.go_to(long_name)
    one.walk_to(company.span.start + 4)
    one.press("Ctrl+/")
    assert [one.mark("股份有限公司").label, one.mark(company.quote[:4], -1).id] == ["COMP", company.id]
    one.press("Ctrl+J")
    assert one.mark(long_name).id == company.id

    # A further piece, for what stands apart.
    manager = one.go_to("张建国") if "张建国" in {m.quote for m in one.document.live_annotations()} else None
    if manager is None:
        one.select("张建国")
        one.press("2")
        manager = one.mark("张建国")
    one.select("总经理，")
    one.press("Ctrl+Shift+J")
    assert len(one.document.annotation(manager.id).pieces) == 2
    one.press("Ctrl+Z")
    assert one.document.annotation(manager.id).pieces == ()

    # A relation: two may lead from a person to a company, so the digit says which.
    one.go_to("张建国")
    one.press("Ctrl+L")
    one.go_to(long_name)
    one.press("Return")
    choice = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FewChoices) and w.isVisible())
    one.qtbot.waitUntil(choice.isActiveWindow)
    one.press("1")
    [relation] = one.document.relations
    assert (relation.label, relation.from_id, relation.to_id) == ("works_for", manager.id, company.id)

    # What the scheme asks of a mark and of the article.
    one.all.window.activateWindow()
    one.qtbot.waitUntil(one.article.hasFocus)
    one.go_to(long_name)
    one.press("Ctrl+E", "Down")
    choices = QApplication.activePopupWidget()
    one.qtbot.keyClick(choices, Qt.Key.Key_Down)
    one.qtbot.keyClick(choices, Qt.Key.Key_Return)
    assert one.document.annotation(company.id).attributes == {"listed": "沪市"}
    one.press("Tab")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    one.qtbot.keyClicks(field, "51.5")
    one.press("Return")
    assert one.document.annotation(company.id).attributes == {"listed": "沪市", "share": 51.5}
    accept = QApplication.focusWidget()
    assert isinstance(accept, QAbstractButton)
    assert accept.text().startswith("Accept")
    one.article.setFocus()
    one.press("Ctrl+Shift+E", "Space", "Right", "Right", "Space", "Esc")
    assert one.document.labels == {"topic": ("股市", "人事")}
    assert one.article.hasFocus()

    # Approve all, save, next.
    one.press("Ctrl+Shift+Return")
    one.wait_for(dataset / "2.txt")
    stored = stored_in(sidecar_path(dataset / "1.txt"))
    assert stored.progress.status == "done"
    assert all(mark.status != "auto" for mark in stored.annotations)
    assert [relation.label for relation in stored.relations] == ["works_for"]
    assert stored.labels == {"topic": ("股市", "人事")}
    assert stored.scheme.name == "财经"
    assert workplace.session.scheme.record.name == "财经"


def test_a_relation_that_nothing_allows_is_told_and_esc_lets_it_be(annotator: Annotator) -> None:
    one = annotator
    for words in ("张建国", "王海燕"):
        if words not in {mark.quote for mark in one.document.live_annotations()}:
            one.select(words)
            one.press("2")
    one.go_to("张建国")
    one.press("Ctrl+L")
    assert one.all.relating.origin == one.mark("张建国").id
    one.go_to("王海燕")
    one.press("Return")
    assert one.document.relations == ()
    one.press("Esc")
    assert one.all.relating.origin is None
    assert one.all.session.selected == one.mark("王海燕").id, "the first Esc lets the relation be"


def test_the_label_used_last_is_repeated_and_sticks(annotator: Annotator) -> None:
    one = annotator
    one.select("任命")
    one.press("2")
    one.select("转任")
    one.press("Ctrl+R")
    assert one.mark("转任").label == "PER"
    one.press("Ctrl+K")
    span = one.document.text.rindex("董事")
    one.all.session.select(None)
    one.article.select_span(Span(span, span + 2))
    one.article.words_taken.emit()
    assert one.mark("董事").label == "PER"
    one.press("Ctrl+K")
    one.article.select_span(Span(span - 1, span))
    one.article.words_taken.emit()
    assert "任" not in {mark.quote for mark in one.document.live_annotations()}


def test_the_guidelines_go_to_the_section_of_the_label(annotator: Annotator) -> None:
    pane = annotator.all.parts.guidelines
    annotator.press("Ctrl+3")
    annotator.qtbot.waitUntil(pane.isVisible)
    annotator.article.setFocus()
    annotator.select("任命")
    annotator.press("1")
    annotator.qtbot.waitUntil(lambda: pane.current_heading() == "公司 COMP")
    annotator.press("Ctrl+3")
    assert not pane.isVisible()


def test_a_broken_scheme_opens_nothing_and_says_where(
    qtbot: QtBot, workplace: Workplace, dataset: Path
) -> None:
    (dataset / SCHEME_FILE).write_text(SCHEME.replace('hue = "per"', 'hue = "pink"'), encoding="utf-8")
    workplace.articles.open(dataset / "1.txt")

    def told() -> list[Question]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(told()))
    said = told()[0].heading.text()
    assert SCHEME_FILE in said
    assert "line 21 PER: “hue” is “pink”" in said
    told()[0].accept()
    assert workplace.session.document is None


def test_keys_work_while_an_input_method_could_be_on(annotator: Annotator) -> None:
    """A read-only article takes no input method's text, so digits and Enter come as keys."""
    assert not annotator.article.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not annotator.article.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_keys_are_changed_and_conflicts_told(annotator: Annotator) -> None:
    one, actions = annotator, annotator.all.parts.actions_table
    actions["help.keys"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KeyChoice) and w.isVisible())
    one.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.field.setText("Join")
    dialog.field.setFocus()
    one.press("Down", "Return", "Ctrl+R")
    assert "Ctrl+R belongs to “Label Used Last”" in dialog.told.text()
    one.press("Ctrl+R")
    assert actions["mark.join"].shortcut() == QKeySequence("Ctrl+R")
    assert actions["mark.repeat"].shortcuts() == []
    for key, said in (("1", "marks as COMP"), ("Q", "types a character"), ("Ctrl+Space", "input methods")):
        one.press("Return", key)
        assert said in dialog.told.text(), key
        one.press("Esc")
    assert "Ctrl+R" in one.all.appearance.settings.keys
    dialog.restore.click()
    assert actions["mark.join"].shortcut() == QKeySequence("Ctrl+J")
    assert actions["mark.repeat"].shortcut() == QKeySequence("Ctrl+R")
    dialog.accept()


def test_a_mark_that_lost_its_place_is_put_back_on_the_selected_words(
    annotator: Annotator, dataset: Path
) -> None:
    one = annotator
    if "张建国" not in {mark.quote for mark in one.document.live_annotations()}:
        one.select("张建国")
        one.press("2")
    name = one.mark("张建国").id
    with one.qtbot.waitSignal(one.all.saving.saved, timeout=LONG):
        one.press("Ctrl+S")
    one.all.closing.close_article()
    (dataset / "1.txt").write_text(FIRST.replace("任命张建国为", "任命建国为"), encoding="utf-8")
    one.open(dataset / "1.txt")
    moved = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MovedText) and w.isVisible())
    with one.qtbot.waitSignal(one.all.saving.saved, timeout=LONG):
        moved.take.click()
    assert name in {mark.id for mark in one.document.lost.annotations}
    place = one.document.text.index("建国")
    one.article.select_span(Span(place, place + 2))
    one.all.parts.actions_table["mark.lost"].trigger()
    choice = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FewChoices) and w.isVisible())
    names = [mark.id for mark in one.document.lost.annotations]
    one.qtbot.keyClick(choice.list, getattr(Qt.Key, f"Key_{names.index(name) + 1}"))
    assert one.document.annotation(name).quote == "建国"
    one.all.session.undo_stack.undo()
    assert name in {mark.id for mark in one.document.lost.annotations}


def test_by_mouse_alone_a_relation_is_made_and_a_part_is_split_off(annotator: Annotator) -> None:
    one = annotator
    for words in ("张建国", "华茂集团股份有限公司"):
        if words not in {mark.quote for mark in one.document.live_annotations()}:
            span = one.document.text.index(words)
            one.article.select_span(Span(span, span + len(words)))
            one.all.parts.label_actions["PER" if len(words) < 4 else "COMP"].trigger()
    person, company = one.mark("张建国"), one.mark("华茂集团股份有限公司")

    def click(mark: Annotation) -> None:
        area = one.article.area_of(mark.span)
        assert area is not None
        left = Qt.MouseButton.LeftButton
        one.qtbot.mouseClick(one.article.viewport(), left, pos=area.center().toPoint())

    click(person)
    assert one.all.session.selected == person.id
    menu = {action.objectName(): action for action in one.all.parts.menus.article.actions()}
    menu["mark.relate"].trigger()
    click(company)
    choice = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FewChoices) and w.isVisible())
    row = choice.list.visualRect(choice.list.model().index(1, 0)).center()
    one.qtbot.mouseClick(choice.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert [relation.label for relation in one.document.relations] == ["owns"]

    # Words dragged over inside a mark are cut out of it by the menu.
    start = company.span.start
    one.all.session.select(None)
    one.article.select_span(Span(start, start + 4))
    menu["mark.split"].trigger()
    assert one.document.annotation(company.id).quote == "华茂集团"
    assert one.mark("股份有限公司").label == "COMP"
    assert [relation.to_id for relation in one.document.relations] == [company.id]


def test_a_whole_article_by_mouse_alone(annotator: Annotator, dataset: Path) -> None:
    one, parts, left = annotator, annotator.all.parts, Qt.MouseButton.LeftButton

    def place(at: int) -> QPoint:
        area = one.article.area_of(Span(at, at + 1))
        assert area is not None
        return area.center().toPoint()

    def drag(words: str) -> None:
        start = one.document.text.rindex(words)
        first, last = (one.article.area_of(Span(at, at + 1)) for at in (start, start + len(words) - 1))
        assert first is not None
        assert last is not None
        begin, end = first.center().toPoint(), last.center().toPoint()
        begin.setX(int(first.left()) + 2)
        end.setX(int(last.right()) - 2)
        viewport = one.article.viewport()
        one.qtbot.mousePress(viewport, left, pos=begin)
        one.qtbot.mouseMove(viewport, (begin + end) / 2)
        one.qtbot.mouseMove(viewport, end)
        one.qtbot.mouseRelease(viewport, left, pos=end)

    def click(button: QWidget) -> None:
        one.qtbot.mouseClick(button, left, pos=button.rect().center())

    def label(name: str) -> QWidget:
        return next(b for b in parts.label_bar.findChildren(LabelButton) if b.spec.name == name)

    # Words dragged over get the label that is clicked.
    drag("任董事")
    assert one.article.selected_span() is not None
    click(label("PER"))
    assert one.mark("任董事").label == "PER"
    # Another label for the mark that is clicked; then it is rejected.
    one.qtbot.mouseClick(one.article.viewport(), left, pos=place(one.mark("任董事").span.start))
    click(label("COMP"))
    assert one.mark("任董事").label == "COMP"
    one.qtbot.mouseClick(one.article.viewport(), left, pos=place(one.mark("任董事").span.start))
    buttons = {button.text(): button for button in parts.annotate_panel.findChildren(ActionButton)}
    click(buttons["Reject"])
    assert "任董事" not in {mark.quote for mark in one.document.live_annotations()}
    # The article's own question, and on to the next article by the menu.
    [form] = parts.annotate_panel.article_labels.findChildren(ChoiceRow)
    click(form.chips["楼市"])
    assert one.document.labels == {"topic": ("楼市",)}
    finish = parts.actions_table["mark.approve"]
    menu = next(menu for menu in one.all.window.findChildren(QMenu) if finish in menu.actions())
    menu.popup(QPoint(0, 0))
    one.qtbot.mouseClick(menu, left, pos=menu.actionGeometry(finish).center())
    one.wait_for(dataset / "2.txt")
    stored = stored_in(sidecar_path(dataset / "1.txt"))
    assert (stored.progress.status, stored.labels) == ("done", {"topic": ("楼市",)})
    assert {mark.status for mark in stored.live_annotations()} <= {"accepted", "edited", "added"}
    # Back to the first one, in the list.
    rows = parts.files_panel.list
    index = rows.model().index(0, 0)
    parts.actions_table["view.files"].setChecked(True)
    one.qtbot.mouseClick(rows.viewport(), left, pos=rows.visualRect(index).center())
    one.qtbot.waitUntil(lambda: one.all.session.path == dataset / "1.txt", timeout=LONG)
