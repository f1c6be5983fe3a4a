"""The editor of label schemes, used as a person would."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.schemes import GUIDELINES_FILE, SCHEME_FILE, AttributeSpec, default_scheme, load_scheme
from core.schemes.draft import Draft
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in
from gui.dialogs.few_choices import FewChoices
from gui.dialogs.scheme_editor import SchemeEditor
from gui.look.theme import Theme
from gui.words.scheme_problems import SENTENCES
from gui.workplace import Workplace

LONG = 30_000


def enter(form: QWidget, title: str, words: str) -> None:
    """Type into a field, and leave it."""
    field = form.widget_of(title)  # type: ignore[attr-defined]
    field.setFocus()
    field.selectAll()
    if isinstance(field, QPlainTextEdit):
        field.insertPlainText(words)
    else:
        assert isinstance(field, QLineEdit)
        field.insert(words)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, window: QWidget) -> SchemeEditor:
    made = SchemeEditor(theme, replace(default_scheme(), guidelines=""), "Kept here.", window)
    with qtbot.waitActive(made):
        made.open()
    return made


def test_labels_are_renamed_keyed_and_given_attributes(qtbot: QtBot, editor: SchemeEditor) -> None:
    page = editor.pages["labels"]
    page.list.select_row(2)
    enter(page.form, "Name", "公司")
    enter(page.form, "Attributes", "上市地：沪市、深市\n代码: text")
    assert editor.isVisible(), "Enter in a field saves nothing"
    label = editor.draft.scheme.labels[2]
    assert (label.name, label.found_as) == ("公司", ("ORG",))
    assert label.attributes == (
        AttributeSpec("上市地", {}, "choice", ("沪市", "深市")),
        AttributeSpec("代码", {}, "text"),
    )
    assert "ORG → 公司" in editor.told.text()
    with qtbot.waitSignal(editor.saved) as saved:
        QTest.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    draft: Draft = saved.args[0]
    assert draft.change.labels == {"ORG": "公司"}


def test_enter_saves_nothing_before_anything_is_done(qtbot: QtBot, editor: SchemeEditor) -> None:
    saved: list[Draft] = []
    editor.saved.connect(saved.append)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    assert editor.isVisible()
    assert saved == []


@pytest.mark.parametrize(
    ("title", "words", "told"),
    [
        ("Key", "2", "the key “2” is taken by PER"),
        ("Key", "q", "the key “q” can't be used"),
        ("Name", "two words", "a name needs letters"),
        ("Name", "PER", "the name “PER” is used twice"),
        ("Holds", "NONE", "“holds” names the label “NONE”"),
        ("Attributes", "role: a, a", "the choice “a” stands there twice"),
    ],
)
def test_what_is_wrong_is_told_and_cannot_be_saved(
    editor: SchemeEditor, title: str, words: str, told: str
) -> None:
    page = editor.pages["labels"]
    if title == "Key" and words == "2":
        page.list.select_row(0)
        enter(page.form, "Key", "2")
        page.list.select_row(1)
    else:
        page.list.select_row(1)
        enter(page.form, title, words)
    assert told in editor.told.text()
    assert not editor.save.isEnabled()


def test_labels_are_added_put_in_order_and_removed(editor: SchemeEditor) -> None:
    page = editor.pages["labels"]
    count = len(editor.draft.scheme.labels)
    page.add.click()
    assert [label.name for label in editor.draft.scheme.labels][-1] == "NEW"
    assert editor.draft.scheme.labels[-1].found_as == (), "a new label takes nothing from the recognizer"
    enter(page.form, "Name", "产品")
    page.up.click()
    assert [label.name for label in editor.draft.scheme.labels][-2:] == ["产品", "NUMBER"]
    assert page.place == count - 1
    page.remove.click()
    assert len(editor.draft.scheme.labels) == count
    assert not editor.draft.change


def test_one_label_is_merged_into_another(qtbot: QtBot, editor: SchemeEditor) -> None:
    page = editor.pages["labels"]
    page.list.select_row(3)
    page.merge.click()
    choice = editor.findChild(FewChoices)
    assert choice is not None
    QTest.keyClick(choice.list, Qt.Key.Key_4)
    assert editor.draft.change.labels == {"WORK": "TERM"}
    assert editor.draft.scheme.labels[page.place].name == "TERM"


def test_contrast_and_likeness_of_a_color_are_told(editor: SchemeEditor) -> None:
    editor.pages["labels"].list.select_row(0)
    assert editor.told.text().startswith("Contrast 7.9 : 1")
    editor.pages["labels"].list.select_row(3)
    assert "drawn like TERM" in editor.told.text()


def test_relations_and_questions_are_edited(editor: SchemeEditor) -> None:
    editor.tabs.button("relations").click()
    page = editor.pages["relations"]
    page.add.click()
    enter(page.form, "Name", "works_for")
    enter(page.form, "From", "PER")
    enter(page.form, "To", "ORG, NONE")
    assert "“to” names the label “NONE”" in editor.told.text()
    enter(page.form, "To", "ORG")
    editor.tabs.button("article_labels").click()
    page = editor.pages["article_labels"]
    page.add.click()
    assert "a choice needs its “choices”" in editor.told.text()
    enter(page.form, "Choices", "股市、楼市")
    assert editor.save.isEnabled()
    [relation] = editor.draft.scheme.relations
    assert (relation.name, relation.from_labels, relation.to_labels) == ("works_for", ("PER",), ("ORG",))
    assert editor.draft.scheme.article_labels[0].choices == ("股市", "楼市")


def test_every_sentence_of_core_has_words() -> None:
    from core.schemes import problems

    assert problems.SENTENCES == SENTENCES


def test_a_renamed_label_carries_the_annotations_of_the_folder_along(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    folder = tmp_path / "集"
    folder.mkdir()
    session = workplace.session
    for name in ("1.txt", "2.txt"):
        (folder / name).write_text("记者张三报道：江州市引进企业21家。", encoding="utf-8")
        workplace.articles.open(folder / name)
        qtbot.waitUntil(
            lambda name=name: session.path == folder / name and bool(session.document.annotations),
            timeout=LONG,
        )
        with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
            workplace.saving.save()
    workplace.parts.actions_table["mark.scheme"].trigger()
    editor = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SchemeEditor) and w.isVisible())
    page = editor.pages["labels"]
    page.list.select_row(1)
    enter(page.form, "Name", "地点")
    with qtbot.waitSignal(workplace.scheming.saved, timeout=LONG):
        editor.save.click()
    qtbot.waitUntil(lambda: session.scheme.label("地点") is not None, timeout=LONG)
    assert session.document is not None
    assert "地点" in {mark.label for mark in session.document.annotations}
    for name in ("1.txt", "2.txt"):
        labels = {mark.label for mark in stored_in(sidecar_path(folder / name)).annotations}
        assert "地点" in labels
        assert "LOC" not in labels
    scheme = load_scheme(folder / SCHEME_FILE)
    assert scheme.guidelines == GUIDELINES_FILE
    assert "新闻标注规范" in (folder / GUIDELINES_FILE).read_text(encoding="utf-8")

    # The act on many files is undone in its turn: sidecars, scheme and guidelines as they were.
    workplace.parts.actions_table["edit.undo"].trigger()
    qtbot.waitUntil(lambda: session.scheme.label("LOC") is not None, timeout=LONG)
    assert not (folder / SCHEME_FILE).exists()
    for name in ("1.txt", "2.txt"):
        assert "LOC" in {mark.label for mark in stored_in(sidecar_path(folder / name)).annotations}
