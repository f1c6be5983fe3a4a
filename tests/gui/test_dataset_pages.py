"""Several annotators in one window: agreement, settling by keyboard, statistics, blind mode, assignment."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from core import edits, pipeline, sidecar
from core.adjudication import sources_in
from core.assignment import Assignment, read_assignment, write_assignment
from core.dataset import ArticleState
from core.document import Document, Progress
from core.edits import Author
from core.errors import ExportFailed, UserError
from core.files.source import read_source
from core.text.spans import Span
from gui.dialogs.assignment_choice import AssignmentChoice
from gui.dialogs.export_choice import ExportChoice
from gui.dialogs.line_input import LineInput
from gui.dialogs.mark_edit import MarkEdit
from gui.look.theme import load_theme
from gui.pages.page import WorkPage
from gui.pages.settling_page import SettlingPage
from gui.panels.find_options import ANY_MARK
from gui.workplace import Workplace

LONG = 30_000
TEXTS = {"1.txt": "张三到重庆市渝北区，投资4亿元。", "2.txt": "李四在成都市说，投资5亿元。"}
MARKS = {
    ("1.txt", "甲"): (("张三", "PER"), ("重庆市", "LOC"), ("4亿元", "MONEY")),
    ("1.txt", "乙"): (("张三", "PER"), ("重庆市渝北区", "LOC")),
    ("2.txt", "甲"): (("李四", "PER"), ("成都市", "LOC")),
    ("2.txt", "乙"): (("李四", "ORG"), ("成都市", "LOC")),
}


def annotate(folder: Path, name: str, annotator: str, status: str = "done") -> None:
    """An annotator's sidecar of an article."""
    path, text = folder / name, TEXTS[name]
    path.write_text(f"{text}\n", encoding="utf-8")
    document = pipeline.open_article(read_source(path))
    by = Author(annotator, "2026-03-01T09:00:00+08:00")
    for words, label in MARKS[name, annotator]:
        start = document.text.index(words)
        document = edits.add(document, Span(start, start + len(words)), label, by)
    document = edits.set_note(document, document.annotations[0].id, "核", by)
    document = replace(document, annotator=annotator, progress=Progress(status, seconds=100))
    sidecar.save(document, sidecar.sidecar_path(path, annotator), expected=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir()
    for name, annotator in MARKS:
        annotate(place, name, annotator)
    return place


@pytest.fixture
def store(store: QSettings) -> QSettings:
    """The settings of one of the annotators."""
    store.setValue("annotator", "甲")
    return store


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, folder: Path) -> Workplace:
    """The window with the folder open."""
    session, listed = workplace.session, workplace.folder
    workplace.articles.open_paths([folder])
    qtbot.waitUntil(lambda: session.document is not None and listed.place == folder, timeout=LONG)
    qtbot.waitUntil(lambda: workplace.parts.actions_table["data.statistics"].isEnabled(), timeout=LONG)
    return workplace


def trigger(workplace: Workplace, action_id: str) -> None:
    workplace.parts.actions_table[action_id].trigger()


def dialog_of(kind: type[QDialog]) -> QDialog:
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def compare(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "data.agreement")
    qtbot.waitUntil(workplace.page_work.agreement_page.csv.isEnabled, timeout=LONG)


def settle(qtbot: QtBot, workplace: Workplace) -> SettlingPage:
    """The page of differences, with the first open."""
    compare(qtbot, workplace)
    trigger(workplace, "data.settle")
    name = dialog_of(LineInput)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    page = workplace.page_work.settling_page
    qtbot.waitUntil(lambda: page.differences.model().rowCount() > 0, timeout=LONG)
    page.differences.setFocus()
    return page


def third(workplace: Workplace, folder: Path, name: str) -> Document:
    workplace.page_work.adjudicating.wait()
    return sidecar.stored_in(folder / f"{name}.settled.danqian.json")


def stood(document: Document) -> list[tuple[str, str, list[str | None]]]:
    sources = sources_in(document)
    return [(mark.quote, mark.label, [who for who, _ in sources[mark.id]]) for mark in document.annotations]


def press(qtbot: QtBot, page: SettlingPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.differences, key)


def test_the_agreement_of_two_and_the_way_to_a_place(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    compare(qtbot, workplace)
    page = workplace.page_work.agreement_page
    assert workplace.parts.pages.currentWidget() is page
    assert "0.667" in page.summary.text()
    assert page.places.model().rowCount() == 3
    assert not workplace.parts.actions_table["mark.finish"].isEnabled()
    index = page.places.model().index(2, 0)
    page.places.setCurrentIndex(index)
    qtbot.keyClick(page.places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workplace.session.path == folder / "2.txt", timeout=LONG)
    qtbot.waitUntil(lambda: workplace.parts.article.selected_span() == Span(0, 2), timeout=LONG)
    assert workplace.parts.pages.currentWidget() is workplace.parts.desk
    assert workplace.parts.actions_table["mark.finish"].isEnabled()


def test_in_another_folder_two_are_compared_before_their_differences_are_settled(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    compare(qtbot, workplace)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "3.txt").write_text("王五到昆明市。\n", encoding="utf-8")
    workplace.articles.open_paths([elsewhere])
    qtbot.waitUntil(lambda: workplace.session.path == elsewhere / "3.txt", timeout=LONG)
    trigger(workplace, "data.settle")
    page = workplace.page_work.agreement_page
    assert workplace.parts.pages.currentWidget() is page
    qtbot.waitUntil(lambda: "two annotators" in page.summary.text(), timeout=LONG)


def test_a_table_of_figures_that_cannot_be_written_says_so(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[UserError] = []
    target = tmp_path / "none" / "a.csv"
    monkeypatch.setattr(workplace.conversation, "tell", told.append)
    monkeypatch.setattr(
        workplace.conversation, "choose_target", lambda title, place, kinds, then: then(target)
    )
    compare(qtbot, workplace)
    workplace.page_work.agreement_page.csv.click()
    trigger(workplace, "data.statistics")
    page = workplace.page_work.statistics_page
    qtbot.waitUntil(page.csv.isEnabled, timeout=LONG)
    page.csv.click()
    page.picture.click()
    assert [type(error) for error in told] == [ExportFailed] * 3


def test_esc_leads_back_to_the_article(qtbot: QtBot, workplace: Workplace) -> None:
    compare(qtbot, workplace)
    qtbot.keyClick(workplace.page_work.agreement_page, Qt.Key.Key_Escape)
    assert workplace.parts.pages.currentWidget() is workplace.parts.desk
    trigger(workplace, "data.statistics")
    assert isinstance(workplace.parts.pages.currentWidget(), WorkPage)
    workplace.parts.top_row.mode_chosen.emit("annotate")
    assert workplace.parts.pages.currentWidget() is workplace.parts.desk


def test_one_annotator_is_not_enough(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    for path in folder.glob("*.乙.danqian.json"):
        path.unlink()
    trigger(workplace, "data.agreement")
    page = workplace.page_work.agreement_page
    qtbot.waitUntil(lambda: "two annotators" in page.summary.text(), timeout=LONG)
    assert not page.csv.isEnabled()


def test_differences_are_settled_by_keyboard(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    press(qtbot, page, Qt.Key.Key_2)
    assert stood(third(workplace, folder, "1.txt")) == [
        ("张三", "PER", ["甲", "乙"]),
        ("重庆市渝北区", "LOC", ["乙"]),
    ]
    assert page.current == 1
    press(qtbot, page, Qt.Key.Key_Left)
    document = third(workplace, folder, "1.txt")
    assert stood(document)[2] == ("4亿元", "MONEY", ["甲"])
    assert (document.progress.status, document.annotator) == ("done", "settled")
    qtbot.waitUntil(lambda: page.row(0).article == "2.txt", timeout=LONG)
    press(qtbot, page, Qt.Key.Key_4)
    assert stood(third(workplace, folder, "2.txt")) == [("成都市", "LOC", ["甲", "乙"])]
    assert [row.open_count for row in _articles(page)] == [0, 0]


def _articles(page: SettlingPage) -> list[object]:
    model = page.articles.model()
    return list(model.rows)


def test_undo_goes_back_across_articles(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.row(0).article == "2.txt", timeout=LONG)
    qtbot.keyClick(page.differences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.row(0).article == "1.txt"
    assert [page.row(n).choice for n in (0, 1)] == ["left", ""]
    assert third(workplace, folder, "1.txt").progress.status == "in_progress"
    qtbot.keyClick(page.differences, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [page.row(n).choice for n in (0, 1)] == ["", ""]
    page.redo_requested.emit()
    assert page.row(0).choice == "left"


def test_the_work_is_resumed(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    press(qtbot, page, Qt.Key.Key_2)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    page = settle(qtbot, workplace)
    qtbot.waitUntil(lambda: page.row(0).choice == "right", timeout=LONG)
    assert page.current == 1


def test_what_a_person_does_to_the_result_meanwhile_is_taken_in(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    page = settle(qtbot, workplace)
    press(qtbot, page, Qt.Key.Key_2)
    document = third(workplace, folder, "1.txt")
    target = folder / "1.txt.settled.danqian.json"
    by = Author("settled", "2026-03-02T09:00:00+08:00")
    noted = edits.set_note(document, document.annotations[1].id, "看过", by)
    sidecar.save(noted, target, expected=sidecar.digest_of(target))
    press(qtbot, page, Qt.Key.Key_1)
    result = third(workplace, folder, "1.txt")
    assert [mark.quote for mark in result.annotations] == ["张三", "重庆市渝北区", "4亿元"]
    assert result.annotations[1].note == "看过"


def test_what_marks_name_is_settled_where_all_marks_are_alike(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    for path in folder.glob("2.txt.*.danqian.json"):
        path.unlink()
    mine = sidecar.stored_in(folder / "1.txt.甲.danqian.json")
    by = Author("乙", "2026-03-01T09:00:00+08:00")
    mark = mine.annotations[0]
    theirs = edits.assign_entity(replace(mine, annotator="乙"), [mark.id], None, by)
    entity = theirs.annotation(mark.id).entity
    assert entity is not None
    target = folder / "1.txt.乙.danqian.json"
    theirs = edits.rename_entity(theirs, entity, "另一人", by)
    sidecar.save(theirs, target, expected=sidecar.digest_of(target))
    page = settle(qtbot, workplace)
    assert page.differences.model().rowCount() == 1
    press(qtbot, page, Qt.Key.Key_2)
    document = third(workplace, folder, "1.txt")
    assert [entity.name for entity in document.entities] == ["另一人"]


def test_attributes_relations_and_answers_are_settled_too(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    for name, age, topic in (("甲", "30", "农业"), ("乙", "31", "工业")):
        target = folder / f"1.txt.{name}.danqian.json"
        document = sidecar.stored_in(target)
        by = Author(name, "2026-03-01T09:00:00+08:00")
        person, place = document.annotations[:2]
        document = edits.set_attribute(document, person.id, "age", age, by)
        document = edits.set_article_label(document, "topic", (topic,), by)
        if name == "乙":
            document = edits.relate(document, person.id, place.id, "在", by)
        sidecar.save(document, target, expected=sidecar.digest_of(target))
    page = settle(qtbot, workplace)
    said = [page.row(number).said for number in range(page.differences.model().rowCount())]
    assert said == [
        ("age: 30", "age: 31"),
        None,
        None,
        ("topic: 农业", "topic: 工业"),
        ("—", "在 → 重庆市渝北区"),
    ]
    assert page.current == 0
    assert not page.answers["edit"].isEnabled()
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_2)
    result = third(workplace, folder, "1.txt")
    ids = [mark.id for mark in result.annotations]
    assert result.annotations[0].attributes == {"age": "31"}
    assert [(each.label, each.from_id, each.to_id) for each in result.relations] == [("在", ids[0], ids[1])]
    assert (result.labels, result.progress.status) == ({"topic": ("农业",)}, "done")


def test_a_mark_is_edited(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    press(qtbot, page, Qt.Key.Key_5)
    dialog = dialog_of(MarkEdit)
    assert isinstance(dialog, MarkEdit)
    dialog.field.setText("不在文中")
    assert not dialog.accept_button.isEnabled()
    dialog.field.setText("渝北区")
    dialog.label.choose("ORG")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert stood(third(workplace, folder, "1.txt"))[1] == ("渝北区", "ORG", ["甲", "乙"])
    assert page.row(0).choice == "edit"


def test_both_only_where_the_scheme_lets_them(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    assert not page.answers["both"].isEnabled()
    press(qtbot, page, Qt.Key.Key_3)
    assert page.row(0).choice == ""


def test_the_mouse_does_it_too(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    page = settle(qtbot, workplace)
    qtbot.mouseClick(page.answers["left"], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.row(0).choice == "left"
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.row(0).choice == ""


def test_a_sidecar_with_other_work_is_not_taken_for_the_result(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    other = sidecar.stored_in(folder / "1.txt.甲.danqian.json")
    target = folder / "1.txt.settled.danqian.json"
    sidecar.save(replace(other, annotator="settled"), target, expected=None)
    before = target.read_bytes()
    compare(qtbot, workplace)
    workplace.page_work.agreement_page.other.choose("乙")
    workplace.page_work.comparing.compare()
    qtbot.waitUntil(workplace.page_work.agreement_page.settle.isEnabled, timeout=LONG)
    trigger(workplace, "data.settle")
    qtbot.keyClick(dialog_of(LineInput), Qt.Key.Key_Return)
    page = workplace.page_work.settling_page
    qtbot.waitUntil(lambda: page.differences.model().rowCount() > 0, timeout=LONG)
    assert page.row(0).article == "2.txt"
    assert target.read_bytes() == before


def test_the_figures_of_the_folder(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    trigger(workplace, "data.statistics")
    page = workplace.page_work.statistics_page
    qtbot.waitUntil(page.csv.isEnabled, timeout=LONG)
    titles = [chart.title for chart in page.charts]
    assert titles[:4] == ["Articles", "Marks by label", "Agreement: exact F1", "Time an article took"]
    assert [(bar.label, bar.words) for bar in page.charts[0].bars] == [("done", "2")]
    for name in ("a.png", "a.svg"):
        assert page.save_picture(tmp_path / name, load_theme("light"))
    assert QImage(str(tmp_path / "a.png")).width() > 800
    assert "<svg" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert not page.save_picture(tmp_path / "none" / "a.png", load_theme("light"))


def test_blind_mode_shows_no_suggestions_before_the_first_pass(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    fresh = folder / "3.txt"
    fresh.write_text("王五到昆明市，投资6亿元。\n", encoding="utf-8")
    trigger(workplace, "data.blind")
    workplace.articles.open(fresh)
    qtbot.waitUntil(lambda: workplace.session.path == fresh, timeout=LONG)
    workplace.background.wait()
    QApplication.processEvents()
    assert workplace.session.document is not None
    assert workplace.session.document.annotations == ()
    actions = workplace.parts.actions_table
    assert not actions["data.agreement"].isEnabled()
    assert not actions["data.settle"].isEnabled()
    assert not actions["mark.recognize"].isEnabled()
    by = Author("甲", "2026-03-01T09:00:00+08:00")
    workplace.session.edit(edits.set_progress(workplace.session.document, "done", by), "")
    assert not workplace.blinding.hides(workplace.session.document, fresh)
    workplace.session.select(None)
    trigger(workplace, "data.blind")
    assert actions["data.agreement"].isEnabled()


def test_blind_search_and_statistics_tell_of_no_suggestions(
    qtbot: QtBot, workplace: Workplace, folder: Path
) -> None:
    path = folder / "3.txt"
    path.write_text("王五到昆明市，投资6亿元。\n", encoding="utf-8")
    suggested = replace(pipeline.annotate(read_source(path)), annotator="甲")
    assert any(mark.label == "MONEY" for mark in suggested.annotations)
    sidecar.save(suggested, sidecar.sidecar_path(path, "甲"), expected=None)
    workplace.folder.look_again()
    index = workplace.folder.index
    assert index is not None
    qtbot.waitUntil(lambda: index.states().get("3.txt", ArticleState("")).total > 0, timeout=LONG)
    qtbot.waitUntil(lambda: len(workplace.folder.names) == 3, timeout=LONG)
    panel = workplace.parts.find_panel

    def articles() -> list[str]:
        return [hit.article for hit in panel.model.rows]

    trigger(workplace, "edit.find_folder")
    panel.options.places.choose(ANY_MARK)
    panel.field.setText("亿元")
    qtbot.waitUntil(lambda: articles() == ["1.txt", "3.txt"], timeout=LONG)
    trigger(workplace, "data.blind")
    qtbot.waitUntil(lambda: articles() == ["1.txt"], timeout=LONG)
    assert {row.name: row.total for row in workplace.parts.files_panel.listed()}["3.txt"] == 0
    trigger(workplace, "data.statistics")
    page = workplace.page_work.statistics_page
    qtbot.waitUntil(page.csv.isEnabled, timeout=LONG)
    [labels] = [chart for chart in page.charts if chart.title == "Marks by label"]
    assert {bar.label for bar in labels.bars} == {"Person", "Place", "Money"}
    assert sum(bar.total for bar in labels.bars) == 5


def test_marks_of_ones_own_stay_in_blind_mode(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    document = sidecar.stored_in(folder / "1.txt.甲.danqian.json")
    marks = tuple(
        replace(mark, status="auto") if mark.label == "MONEY" else mark for mark in document.annotations
    )
    target = folder / "1.txt.甲.danqian.json"
    expected = sidecar.digest_of(target)
    sidecar.save(
        replace(document, annotations=marks, progress=Progress("in_progress")), target, expected=expected
    )
    write_assignment(folder, Assignment({"甲": ("1.txt",)}, is_blind=True))
    workplace.articles.open(folder / "1.txt")
    qtbot.waitUntil(
        lambda: bool(workplace.session.document) and len(workplace.session.document.annotations) == 2,
        timeout=LONG,
    )
    assert workplace.blinding.is_on
    assert not workplace.session.is_unsaved


def test_articles_are_assigned(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    trigger(workplace, "data.assign")
    dialog = dialog_of(AssignmentChoice)
    assert isinstance(dialog, AssignmentChoice)
    assert not dialog.accept_button.isEnabled()
    dialog.names.setText("甲、乙")
    dialog.overlap.clear()
    qtbot.keyClicks(dialog.overlap, "a50")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    made = read_assignment(folder)
    assert made is not None
    assert (set(made.articles), made.shared, made.overlap) == ({"甲", "乙"}, 1, 0.5)


def saved_to(monkeypatch: pytest.MonkeyPatch, workplace: Workplace, target: Path) -> list[str]:
    """Choose ``target`` wherever the window asks for a place; gives what it says at the end."""
    said: list[str] = []
    talk = workplace.conversation
    monkeypatch.setattr(talk, "choose_target", lambda title, suggested, kinds, then: then(target))
    monkeypatch.setattr(talk, "tell_done", lambda sentence, more: said.append(f"{sentence}\n{more}"))
    return said


def test_annotations_are_exported_and_what_is_left_out_is_told(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = saved_to(monkeypatch, workplace, tmp_path / "out.jsonl")
    trigger(workplace, "data.export")
    dialog = dialog_of(ExportChoice)
    assert isinstance(dialog, ExportChoice)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    left_out = "notes 2, acts in the histories of articles 7"
    assert said == [f"2 articles exported to out.jsonl\ndoccano (JSONL) has no room for: {left_out}"]
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert (tmp_path / "out.jsonl.provenance.json").exists()


def test_annotations_are_exported_in_parts(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = saved_to(monkeypatch, workplace, tmp_path / "parts")
    trigger(workplace, "data.export")
    dialog = dialog_of(ExportChoice)
    assert isinstance(dialog, ExportChoice)
    dialog.form.choose("hf-jsonl")
    dialog.split.setChecked(True)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert {path.name for path in (tmp_path / "parts").iterdir()} == {"README.md", "data", "provenance.json"}


def test_annotations_are_imported_and_the_folder_is_opened(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, folder = tmp_path / "in.jsonl", tmp_path / "new"
    file.write_text('{"text": "张三", "label": [[0, 2, "PER"]], "Comments": ["好"]}\n', encoding="utf-8")
    said = saved_to(monkeypatch, workplace, file)
    talk = workplace.conversation
    monkeypatch.setattr(talk, "choose_one", lambda choices, then: then(choices.index("doccano (JSONL)")))
    monkeypatch.setattr(talk, "choose_any_file", lambda title, place, then: then(file))
    monkeypatch.setattr(talk, "choose_folder", lambda title, place, then: then(folder))
    trigger(workplace, "data.import")
    qtbot.waitUntil(lambda: workplace.session.path == folder / "0001.txt", timeout=LONG)
    assert said == ["1 article imported into new\nLeft out: comments 1"]
    assert workplace.session.document is not None
    assert [mark.quote for mark in workplace.session.document.annotations] == ["张三"]
